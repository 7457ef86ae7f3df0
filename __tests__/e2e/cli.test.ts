/** The command line as people run it: what is on standard output can be piped and evaluated, and nothing stays behind. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { type Ran, runProcess } from '../lab/run-process.ts';

const CLI = resolve(import.meta.dirname, '..', '..', 'src', 'cli.ts');

let lab: Lab;
let near: Mirror;
let expired: Mirror;

before(async () => {
  lab = await startLab();
  near = await lab.mirror({ name: 'near', host: 'near.test' });
  expired = await lab.mirror({ name: 'expired', host: 'expired.test', certificate: { notAfter: -1 } });
});
after(() => lab.close());

function cli(words: readonly string[], changes: Record<string, string | undefined> = {}): Promise<Ran> {
  const env = lab.environment({ GITHUB_WORKSPACE: lab.temporary('desk'), ...changes });
  return runProcess(process.execPath, [CLI, ...words], { env });
}

const withLogin = (mirror: Mirror): string => mirror.indexUrl.replace('://', '://joe:s3cr%2Fet@');

describe('output', () => {
  it('is a table for people by default, with exit code 0', async () => {
    const ran = await cli(['--mirrors', `near=${near.indexUrl}`, '--mirrors', `late=${expired.indexUrl}`]);
    assert.equal(ran.exitCode, 0, ran.stderr);
    assert.match(ran.stdout, /\[=>\] +near/);
    assert.match(ran.stdout, /\[no\] +late +expired/);
    assert.doesNotMatch(ran.stdout + ran.stderr, /::(add-mask|set-env|group|warning)/, 'no command of a runner');
  });

  it('is the report with --json, and nothing else on standard output', async () => {
    const ran = await cli(['--json', '--mirrors', `near=${near.indexUrl}`]);
    const report = JSON.parse(ran.stdout);
    assert.equal(report.decision.mirror, 'near');
  });

  it('is what bash evaluates with --shell, credentials included, which stay out of the table', async () => {
    const ran = await cli(['--shell', 'bash', '--mirrors', withLogin(near), '--no-confirm']);
    assert.equal(ran.exitCode, 0, ran.stderr);
    const shown = execFileSync('bash', ['-c', `${ran.stdout}\nprintf %s "$PIP_INDEX_URL"`], { encoding: 'utf8' });
    assert.equal(shown, withLogin(near));
    assert.doesNotMatch(ran.stderr, /s3cr/);
  });

  it('is the usage with --help, the version with --version, each mistake with exit code 2', async () => {
    assert.match((await cli(['--help'])).stdout, /^Usage: pip-mirror-select/);
    assert.match((await cli(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
    const wrong = await cli(['--mirors', 'x', '--policy=verifed']);
    assert.equal(wrong.exitCode, 2);
    assert.match(wrong.stderr, /--mirrors/);
    const inputs = await cli(['--policy=verifed', '--timeout', '-1']);
    assert.equal(inputs.exitCode, 2);
    assert.match(inputs.stderr, /verified[\s\S]*timeout/);
    assert.equal(inputs.stdout, '');
  });

  it('ends with 1 and no variables where no mirror is usable', async () => {
    const ran = await cli(['--shell', 'bash', '--mirrors', expired.indexUrl]);
    assert.equal(ran.exitCode, 1);
    assert.equal(ran.stdout, '');
  });
});

describe('one command', () => {
  const show = [
    '-c',
    'import os, sys; print(os.environ.get("PIP_INDEX_URL"), sys.argv[1:]); sys.exit(7)',
    '--',
    'a b',
    '$x',
  ];

  it('gets the variables, its arguments untouched, and its exit code is ours', async () => {
    const ran = await cli(['--mirrors', near.indexUrl, '--', lab.python, ...show]);
    assert.equal(ran.exitCode, 7, ran.stderr);
    assert.equal(ran.stdout.trim(), `${near.indexUrl} ['--', 'a b', '$x']`);
  });

  it('is real pip, installing from the chosen mirror', async () => {
    const target = join(lab.temporary('target'), 'site');
    const ran = await cli([
      '--mirrors',
      near.indexUrl,
      '--',
      lab.python,
      '-m',
      'pip',
      'install',
      '--target',
      target,
      'six',
    ]);
    assert.equal(ran.exitCode, 0, ran.stderr);
    assert.ok(readdirSync(target).some((name) => name.startsWith('six')));
  });

  it('may be the only one to trust an expired mirror: allow-expired is bounded to it', async () => {
    const words = ['--policy', 'allow-expired', '--mirrors', expired.indexUrl, '--mirrors', near.indexUrl];
    const ran = await cli([...words, '--', lab.python, '-c', 'import os; print(os.environ.get("PIP_TRUSTED_HOST"))']);
    assert.equal(ran.stdout.trim(), 'None', 'a verified mirror is usable: nothing is trusted');
  });

  it('does not run where no mirror is usable', async () => {
    const ran = await cli(['--mirrors', expired.indexUrl, '--', lab.python, '-c', 'print("ran")']);
    assert.equal(ran.exitCode, 1);
    assert.equal(ran.stdout, '');
    assert.match(ran.stderr, /expired/);
  });

  it('that cannot be found ends with 127', async () => {
    const ran = await cli(['--mirrors', near.indexUrl, '--', 'no-such-command-anywhere']);
    assert.equal(ran.exitCode, 127);
  });
});

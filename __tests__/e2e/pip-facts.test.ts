/** Protects: pip's own word about itself is taken exactly, and whatever is broken about Python or pip costs nothing. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { observePip } from '../../src/observe/pip-facts.ts';
import { type Environment, withChanges } from '../lab/environment.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { runPip } from '../lab/run-pip.ts';

let lab: Lab;
before(async () => {
  lab = await startLab();
});
after(async () => lab.close());

/** An executable of this name in a new folder; on PATH before all others. */
function withCommand(name: string, script: string): Environment {
  const folder = lab.temporary('bin');
  const file = join(folder, name);
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  const env = lab.environment();
  return withChanges(env, { PATH: [folder, env.PATH ?? ''].join(delimiter) });
}

/** A killed process may stay for a moment until its parent takes note. */
async function assertGone(pid: number): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    try {
      if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return;
      process.kill(pid, 0);
    } catch {
      return;
    }
    await setTimeout(20);
  }
  assert.fail(`process ${pid} is still there`);
}

const nothing = { basics: null, userAgent: null, facts: null };
async function answersOf(python: string | null, env: Environment, timeoutMs?: number) {
  const { basics, userAgent, facts } = observePip(python, env, timeoutMs);
  return { basics: await basics, userAgent: await userAgent, facts: await facts };
}

for (const changes of [{}, { CI: 'true' }, { PIP_USER_AGENT_USER_DATA: 'team "x"' }]) {
  test(`the User-Agent is the one that the real pip sends, with ${JSON.stringify(changes)}`, async () => {
    const mirror = await lab.mirror({ host: 'agent.test' });
    const env = lab.environment({ PIP_INDEX_URL: mirror.indexUrl, ...changes });
    await runPip({ args: ['download', '--no-deps', '-d', lab.temporary('download'), 'six'], env });
    const facts = await observePip(lab.python, env).facts;
    assert.ok(facts !== null);
    assert.equal(facts.userAgent, mirror.requests[0]?.headers['user-agent']);
    await mirror.close();
  });
}

test('version, cache folder and configuration agree with pip', async () => {
  const folder = lab.temporary('config');
  const file = join(folder, 'pip.conf');
  writeFileSync(
    file,
    '[global]\nindex-url = https://global.test/simple\ntrusted-host = a.test\n  b.test\ncert = /ca.pem\n' +
      'proxy =\n[install]\nextra-index-url = https://one.test/simple https://two.test/simple\nno-index = off\n' +
      '[download]\nindex-url = https://download.test/simple\n',
  );
  const env = lab.environment({
    PIP_CERT: undefined,
    PIP_CONFIG_FILE: file,
    PIP_INDEX_URL: 'https://env.test/simple',
    PIP_FIND_LINKS: '/wheels\n/more',
    PIP_REQUIRE_HASHES: '1',
    PIP_CLIENT_CERT: '/client.pem',
    PIP_CACHE_DIR: join(folder, 'cache'),
  });
  const facts = await observePip(lab.python, env).facts;
  assert.ok(facts !== null);
  const version = await runPip({ args: ['--version'], env });
  assert.match(version.stdout, new RegExp(`^pip ${facts.version.replaceAll('.', '\\.')} `));
  const cache = await runPip({ args: ['cache', 'dir'], env });
  assert.equal(facts.cacheDir, cache.stdout.trim());
  // A machine's own global file comes before ours.
  assert.equal(facts.config.files.at(-1), file);
  assert.deepEqual(
    { ...facts.config, files: [file] },
    {
      indexUrl: 'https://env.test/simple',
      extraIndexUrls: ['https://one.test/simple', 'https://two.test/simple'],
      trustedHosts: ['a.test', 'b.test'],
      findLinks: ['/wheels', '/more'],
      noIndex: false,
      cert: '/ca.pem',
      clientCert: '/client.pem',
      proxy: null,
      requireHashes: true,
      features: [],
      files: [file],
    },
  );
  assert.ok(facts.tags.some((tag) => tag === 'py3-none-any'));
  assert.equal(facts.markers.python_full_version, facts.python);
});

test('no cache is no cache folder', async () => {
  const facts = await observePip(lab.python, lab.environment({ PIP_NO_CACHE_DIR: '1' })).facts;
  assert.equal(facts?.cacheDir, null);
});

test('no Python, and no executable at all', async () => {
  assert.deepEqual(await answersOf('/no/such/python', lab.environment()), nothing);
  assert.deepEqual(await answersOf(null, withChanges(lab.environment(), { PATH: lab.temporary('empty') })), nothing);
  assert.deepEqual(await answersOf(lab.temporary('folder'), lab.environment()), nothing);
});

test('a Python without pip, with a broken pip, and with one from another age', async () => {
  const broken = join(lab.temporary('broken'), 'pip');
  const old = join(lab.temporary('old'), 'pip');
  for (const [folder, init] of [
    [broken, 'raise RuntimeError("broken")'],
    [old, '__version__ = "9.0.1"'],
  ] as const) {
    mkdirSync(folder);
    writeFileSync(join(folder, '__init__.py'), init);
  }
  for (const folder of [broken, old]) {
    assert.deepEqual(await answersOf(lab.python, lab.environment({ PYTHONPATH: join(folder, '..') })), nothing);
  }
  const none = withCommand('python', `#!/bin/sh\nexec ${lab.python} -S -I "$@"\n`);
  assert.deepEqual(await answersOf(null, none), nothing);
});

test('a Python that hangs is killed with its children at the deadline', async () => {
  const note = join(lab.temporary('note'), 'pid');
  const env = withCommand('python', `#!/bin/sh\nsleep 300 &\necho $! > ${note}\nsleep 300\n`);
  assert.deepEqual(await answersOf(null, env, 500), nothing);
  const grandchild = Number(readFileSync(note, 'utf8'));
  await assertGone(grandchild);
});

test('a shim without a Python behind it gives way to the next name', async () => {
  const env = withCommand('python', '#!/bin/sh\necho "python: command not found" >&2\nexit 127\n');
  assert.ok((await answersOf(null, env)).facts !== null);
});

test('noise on stdout and stderr is passed over', async () => {
  const folder = lab.temporary('noise');
  writeFileSync(
    join(folder, 'usercustomize.py'),
    'import sys\nsys.stdout.write("{\\"version\\": 1}\\n@@pip-mirror-select@@ basics {broken\\nno newline at the end")\n' +
      'sys.stdout.flush()\nprint("x" * 100000, file=sys.stderr)\n',
  );
  const env = lab.environment({ PYTHONPATH: folder, PYTHONWARNINGS: 'always' });
  assert.ok((await answersOf(lab.python, env)).facts !== null);
});

test("modules of the job's checkout are not run", async () => {
  const folder = lab.temporary('checkout');
  for (const module of ['json', 'pip', 'platform', 'ssl']) {
    writeFileSync(join(folder, `${module}.py`), 'raise SystemExit("taken over")\n');
  }
  const before = process.cwd();
  process.chdir(folder);
  try {
    assert.ok((await answersOf(lab.python, lab.environment())).facts !== null);
  } finally {
    process.chdir(before);
  }
});

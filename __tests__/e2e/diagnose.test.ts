/** `mode: diagnose`: what hides behind "No matching distribution found" is told by name. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { blocksPip } from '../lab/faults/blocked.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { type ActionResult, runAction } from '../lab/run-action.ts';
import { runPip } from '../lab/run-pip.ts';

let lab: Lab;
let healthy: Mirror;
before(async () => {
  lab = await startLab();
  healthy = await lab.mirror({ host: 'healthy.test' });
});
after(() => lab.close());

function diagnose(used: Mirror, inputs: Record<string, string> = {}): Promise<ActionResult> {
  return runAction({
    env: lab.environment({ PIP_INDEX_URL: used.indexUrl }),
    inputs: { mode: 'diagnose', mirrors: `healthy=${healthy.indexUrl}`, ...inputs },
  });
}

const errors = (run: ActionResult): string =>
  run.commands
    .filter(({ name }) => name === 'error')
    .map(({ properties, message }) => `${properties.title} ${message}`)
    .join('\n');

test('a block by User-Agent is told from a missing package, and a working mirror is named', async () => {
  const blocking = await lab.mirror({ host: 'blocking.test', faults: [blocksPip] });
  const pip = await runPip({
    args: ['download', '-d', lab.temporary('d'), 'six'],
    env: lab.environment({ PIP_INDEX_URL: blocking.indexUrl, PIP_RETRIES: '0' }),
  });
  assert.match(pip.stderr, /No matching distribution found/, 'pip hides the cause');
  const run = await diagnose(blocking);
  assert.equal(run.exitCode, 0, 'the job has failed already');
  assert.deepEqual(run.env, {});
  assert.match(errors(run), /blocking\.test.*pip is blocked/s);
  assert.match(errors(run), /healthy/);
  assert.match(run.summary, /blocking\.test/);
});

test('an expired certificate is told', async () => {
  const expired = await lab.mirror({ host: 'expired.test', certificate: { notAfter: -1 } });
  assert.match(errors(await diagnose(expired)), /certificate has expired/);
});

test('a requirement that only this mirror lacks is told with who has it', async () => {
  const lacking = await lab.mirror({
    host: 'lacking.test',
    projects: lab.projects.filter(({ name }) => name !== 'idna'),
  });
  assert.match(errors(await diagnose(lacking, { packages: 'six\nidna' })), /idna.*healthy/s);
});

test('a slip in a version is no mirror fault', async () => {
  assert.match(errors(await diagnose(healthy, { packages: 'six==99.0' })), /six==99\.0/);
});

test('a mirror that works is said to work', async () => {
  const run = await diagnose(healthy, { packages: 'six' });
  assert.equal(errors(run), '');
  assert.match(run.summary, /works now/);
});

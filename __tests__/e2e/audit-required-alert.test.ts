/** A channel that does not take its alert costs a warning; one that must be told fails the audit, whatever `fail-on` says. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import { runAction } from '../lab/run-action.ts';
import { openReceiver, type Reply } from '../receivers/receiver.ts';
import { wecomService } from '../receivers/services.ts';

/** WeCom's word for a key that it does not know: status 200, as always. */
const REFUSED: Reply = { status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' };

let lab: Lab;
let mirrors: string;
before(async () => {
  lab = await startLab();
  const ending = await lab.mirror({ host: 'ending.test', certificate: { notAfter: 2.5 } });
  const lasting = await lab.mirror({ host: 'lasting.test', certificate: { notAfter: 80 } });
  mirrors = `ending=${ending.indexUrl}\nlasting=${lasting.indexUrl}`;
});
after(() => lab.close());

async function audit(reply: Reply | null, required: string) {
  await using receiver = await openReceiver((request) => reply ?? wecomService(request));
  const result = await runAction({
    env: lab.environment(),
    inputs: {
      mode: 'audit',
      mirrors,
      'fail-on': 'never',
      alerts: `wecom=${receiver.origin}/cgi-bin/webhook/send?key=K${required}`,
    },
  });
  return { result, attempts: receiver.received.length };
}

test('an errcode is a warning by default', async () => {
  const { result, attempts } = await audit(REFUSED, '');
  assert.equal(attempts, 1, 'a key that is wrong stays wrong');
  assert.equal(result.exitCode, 0);
  assert.match(result.stdout, /^::warning .*errcode-93000/m);
});

test('an errcode fails an audit that was asked to', async () => {
  const { result } = await audit(REFUSED, '\nwecom-required=true');
  assert.equal(result.exitCode, 1);
  assert.match(result.stdout, /^::error .*errcode-93000/m);
  assert.notEqual(result.outputs.report, '', 'the report is written all the same');
});

test('an alert that arrived fails nothing', async () => {
  const { result, attempts } = await audit(null, '\nwecom-required=true');
  assert.equal(attempts, 1);
  assert.equal(result.exitCode, 0);
});

test('a word that is neither true nor false is refused before anything is asked', async () => {
  const { result, attempts } = await audit(null, '\nwecom-required=yes');
  assert.equal(attempts, 0);
  assert.equal(result.exitCode, 1);
  assert.match(result.stdout, /wecom-required=yes/);
  assert.doesNotMatch(result.stdout.replace(/^::add-mask::.*$/gm, ''), /key=K/);
});

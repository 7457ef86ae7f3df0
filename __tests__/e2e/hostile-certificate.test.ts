/** What a peer writes into its certificate is harmless wherever it is shown. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import { runAction } from '../lab/run-action.ts';

const HOSTILE =
  'a\n::add-mask::x\n::set-env name=A::b\r\n##[error]<img src=x onerror=1>|`\u202e**![x](http://evil.test)';

let lab: Lab;
before(async () => {
  lab = await startLab();
});
after(() => lab.close());

test('commands, markup, direction marks and 64 KiB names reach no log, summary or report unescaped', async () => {
  const root = { authorities: [{ commonName: HOSTILE, authority: true }] };
  const names = ['bad.test', HOSTILE.replaceAll('\u202e', '')];
  const certificate = { commonName: HOSTILE, organization: HOSTILE + 'x'.repeat(65_536), names, notAfter: 5, ...root };
  const bad = await lab.mirror({ host: 'bad.test', certificate });
  const ended = await lab.mirror({
    host: 'ended.test',
    certificate: { ...certificate, names: ['ended.test'], notAfter: -1 },
  });
  const ran = await runAction({
    env: lab.environment(),
    inputs: { mode: 'audit', 'fail-on': 'never', mirrors: `bad=${bad.indexUrl}\nended=${ended.indexUrl}` },
  });
  const report = await readFile(ran.outputs.report ?? '', 'utf8');
  assert.ok(report.includes('add-mask'), 'the hostile subject was seen');
  assert.deepEqual(
    ran.commands.map(({ name }) => name).filter((name) => /add-mask|set-env/.test(name)),
    [],
  );
  assert.doesNotMatch(ran.stdout, /^\s*(::add-mask::x|::set-env|##\[error\]<img)/m);
  assert.doesNotMatch(ran.stdout + ran.summary, /\u202e/);
  assert.doesNotMatch(ran.summary, /<img src=x|\]\(http:\/\/evil\.test/);
  assert.ok(ran.summary.length < 65_536 && report.length < 100_000, 'names are cut');
});

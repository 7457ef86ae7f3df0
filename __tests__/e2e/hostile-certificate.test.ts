/** What a peer writes into its certificate is harmless wherever it is shown. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import { runAction } from '../lab/run-action.ts';
import { openReceiver } from '../receivers/receiver.ts';

const HOSTILE =
  'a\n::add-mask::x\n::set-env name=A::b\r\n##[error]<img src=x onerror=1>|`\u202e**![x](http://evil.test)';

let lab: Lab;
before(async () => {
  lab = await startLab();
});
after(() => lab.close());

test('commands, markup, direction marks and 64 KiB names reach no log, summary, report or alert unescaped', async () => {
  const root = { authorities: [{ commonName: HOSTILE, authority: true }] };
  const names = ['bad.test', HOSTILE.replaceAll('\u202e', '')];
  const certificate = { commonName: HOSTILE, organization: HOSTILE + 'x'.repeat(65_536), names, notAfter: 5, ...root };
  const bad = await lab.mirror({ host: 'bad.test', certificate });
  const ended = await lab.mirror({
    host: 'ended.test',
    certificate: { ...certificate, names: ['ended.test'], notAfter: -1 },
  });
  const kinds = ['wecom', 'dingtalk', 'feishu', 'slack', 'webhook'] as const;
  const bodies = new Map<string, string>();
  await using receiver = await openReceiver(({ path, body }) => {
    bodies.set(path.slice(1), body);
    return { status: 200, body: '{"errcode":0,"code":0}' };
  });
  const ran = await runAction({
    env: lab.environment(),
    inputs: {
      mode: 'audit',
      'fail-on': 'never',
      mirrors: `bad=${bad.indexUrl}\nended=${ended.indexUrl}`,
      alerts: kinds.map((kind) => `${kind}=${receiver.origin}/${kind}`).join('\n'),
    },
  });
  const report = await readFile(ran.outputs.report ?? '', 'utf8');
  assert.ok(report.includes('add-mask'), 'the hostile subject was seen');
  assert.deepEqual(
    ran.commands.filter(({ name, message }) => name === 'set-env' || (name === 'add-mask' && message === 'x')),
    [],
  );
  assert.doesNotMatch(ran.stdout, /^\s*(::add-mask::x|::set-env|##\[error\]<img)/m);
  assert.doesNotMatch(ran.stdout + ran.summary, /\u202e/);
  assert.doesNotMatch(ran.summary, /<img src=x|\]\(http:\/\/evil\.test/);
  assert.equal(bodies.size, kinds.length, 'every channel was told');
  for (const [kind, body] of bodies) {
    const texts: string[] = [];
    JSON.parse(body, (_, value) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    const text = texts.join('\n');
    assert.match(text, /bad\.test/);
    assert.doesNotMatch(text, /\u202e|[^\\]<img|^::|^##\[/m, body);
    // The webhook's fields are data for a program; the others are shown as Markdown.
    if (kind !== 'webhook') assert.doesNotMatch(text, /<img|\]\(http:\/\/evil\.test/, body);
    assert.ok(body.length < 20_000, 'names are cut');
  }
  assert.ok(ran.summary.length < 65_536 && report.length < 100_000, 'names are cut');
});

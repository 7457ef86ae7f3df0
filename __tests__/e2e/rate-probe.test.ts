/** A job that names no requirements, or only tiny ones among many: a slow link must not win by its short round trip. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import { defaultProjects, project } from '../lab/project.ts';
import { runAction } from '../lab/run-action.ts';

let lab: Lab;

before(async () => {
  const pip = project('pip', [{ version: '26.3', payload: 1_800_000, requiresPython: '>=3.6' }]);
  lab = await startLab({ projects: [...defaultProjects(), pip] });
});
after(() => lab.close());

test('no requirements: the wheel of pip itself tells the rates', async () => {
  const near = await lab.mirror({ name: 'near', host: 'near.test', link: { rttMs: 5, bytesPerSecond: 0.2e6 } });
  const wide = await lab.mirror({ name: 'wide', host: 'wide.test', link: { rttMs: 40, bytesPerSecond: 20e6 } });
  const run = await runAction({
    env: lab.environment(),
    inputs: { mirrors: `near=${near.indexUrl}\nwide=${wide.indexUrl}`, confirm: 'false' },
  });
  assert.equal(run.outputs.mirror, 'wide', run.stdout);
  for (const { requests } of [near, wide]) assert.ok(requests.length <= 6, `${requests.length} requests`);
});

test('a mirror that lacks pip is not refused for it: its rate is unknown, its round trips count', async () => {
  const near = { rttMs: 5, bytesPerSecond: 20e6 };
  const bare = await lab.mirror({ name: 'bare', host: 'bare.test', projects: defaultProjects(), link: near });
  const full = await lab.mirror({ name: 'full', host: 'full.test', link: { rttMs: 80, bytesPerSecond: 20e6 } });
  const run = await runAction({
    env: lab.environment(),
    inputs: { mirrors: `full=${full.indexUrl}\nbare=${bare.indexUrl}`, confirm: 'false' },
  });
  assert.equal(run.outputs.mirror, 'bare', run.stdout);
  assert.deepEqual(
    bare.requests.filter(({ status }) => status === 404).map(({ project }) => project),
    ['pip'],
  );
});

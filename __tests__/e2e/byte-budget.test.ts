/** The promise to mirror operators, in bytes: long index pages must not break it, nor it the check of the requirement. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { POLITENESS } from '../../src/run/politeness.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { defaultProjects, project } from '../lab/project.ts';
import { runAction } from '../lab/run-action.ts';

const COUNT = 12;

let lab: Lab;
let mirrors: Mirror[];

before(async () => {
  const versions = Array.from({ length: 900 }, (_, minor) => ({ version: `1.${minor}`, requiresPython: '>=3.6' }));
  const giant = project('giant', versions);
  lab = await startLab({ projects: [...defaultProjects(), giant] });
  mirrors = await Promise.all(
    Array.from({ length: COUNT }, (_, at) =>
      lab.mirror({ name: `m${at}`, host: `m${at}.test`, link: { rttMs: 10 + 5 * at, bytesPerSecond: 1e6 } }),
    ),
  );
});
after(() => lab.close());

const sent = ({ link }: Mirror): number => link.delivered;

async function run(packages: string) {
  const before = mirrors.map(sent);
  const ran = await runAction({
    env: lab.environment(),
    inputs: {
      mirrors: mirrors.map(({ host, indexUrl }) => `${host}=${indexUrl}`).join('\n'),
      packages,
      confirm: 'false',
    },
  });
  const bytes = mirrors.reduce((sum, mirror, at) => sum + sent(mirror) - (before[at] ?? 0), 0);
  const report = JSON.parse(await readFile(ran.outputs.report ?? '', 'utf8'));
  return { ran, bytes, report };
}

test('a page that is too long to be asked of everybody is asked of the chosen mirror alone', async () => {
  const { ran, bytes, report } = await run('giant==1.7');
  assert.equal(ran.exitCode, 0, ran.stdout);
  assert.ok(bytes <= POLITENESS.bytesInAll, `${bytes} bytes`);
  const chosen = report.mirrors.find(({ name }: { name: string }) => name === ran.outputs.mirror);
  assert.deepEqual(chosen.requirements, { checked: 1, missing: [] });
});

test('what the long page lacks is still found missing', async () => {
  const { ran, bytes } = await run('giant==2.0');
  assert.ok(bytes <= POLITENESS.bytesInAll, `${bytes} bytes`);
  assert.equal(ran.env.PIP_INDEX_URL !== undefined, true, 'what nobody has is no mirror’s fault');
});

/** Twelve jobs start together on one machine: the mirrors are asked once. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { type ActionResult, makeFolders, runAction } from '../lab/run-action.ts';

const JOBS = 12;

let lab: Lab;
const mirrors: Mirror[] = [];
before(async () => {
  lab = await startLab();
  for (const name of ['a', 'b', 'c', 'd']) {
    mirrors.push(await lab.mirror({ name, host: `${name}.test`, link: { rttMs: 10, bytesPerSecond: 20e6 } }));
  }
});
after(() => lab.close());

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** Jobs with folders and variables of their own on one machine; the first one may be killed while it asks the mirrors. */
async function together(killFirst: boolean): Promise<ActionResult[]> {
  for (const mirror of mirrors) mirror.clearLog();
  const env = lab.environment();
  const { toolCache } = makeFolders(lab.temporary('machine'));
  let firstPid = 0;
  const run = (index: number): Promise<ActionResult> =>
    runAction({
      env,
      entry: process.env.TEST_ENTRY ?? 'source',
      folders: { ...makeFolders(lab.temporary('job')), toolCache },
      inputs: {
        mirrors: mirrors.map(({ name, indexUrl }) => `${name}=${indexUrl}`).join('\n'),
        'ca-bundle': lab.rootPem,
      },
      runner: { GITHUB_JOB: `job-${index}`, RUNNER_NAME: `runner-${index}`, RUNNER_ENVIRONMENT: 'self-hosted' },
      timeoutMs: 120_000,
      onStart: (pid) => {
        if (index === 0) firstPid = pid;
      },
    });
  const jobs = [run(0)];
  if (killFirst) {
    // The one to be killed must be the one that has the turn.
    await until(() => globSync('**/*.lock', { cwd: toolCache }).length > 0);
    void until(() => mirrors.some(({ requests }) => requests.length > 0)).then(() => process.kill(firstPid, 'SIGKILL'));
  }
  for (let index = 1; index < JOBS; index++) jobs.push(run(index));
  return Promise.all(jobs);
}

/**
 * How many jobs asked for the page that everybody is asked first, by mirror, fewest first: the mirrors not chosen come
 * first. Another page may be asked for by the same job, to learn a rate.
 */
const probes = (): number[] =>
  mirrors
    .map(({ requests }) => requests.filter(({ kind, project }) => kind === 'page' && project === 'six').length)
    .sort((x, y) => x - y);

it('is one full probe, and one index for all twelve', async () => {
  const jobs = await together(false);
  assert.deepEqual(
    jobs.map(({ exitCode }) => exitCode),
    jobs.map(() => 0),
    jobs.map(({ stdout }) => stdout).join('\n'),
  );
  assert.equal(new Set(jobs.map(({ env }) => env.PIP_INDEX_URL)).size, 1);
  assert.deepEqual(probes().slice(0, 3), [1, 1, 1], 'the mirrors that were not chosen were asked by one job only');
});

it('goes on when the job that has the turn is killed midway', async () => {
  const [killed, ...others] = await together(true);
  assert.equal(killed?.exitCode, null);
  assert.deepEqual(
    others.map(({ exitCode }) => exitCode),
    others.map(() => 0),
  );
  assert.equal(new Set(others.map(({ env }) => env.PIP_INDEX_URL)).size, 1);
  assert.ok(Math.max(...probes().slice(0, 3)) <= 2, 'the killed job and the one that took over');
});

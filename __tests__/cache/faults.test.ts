/** Whatever the cache service does, a step ends by itself, in time and green. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { layEntry } from '../../src/platform/pip-cache/entry.ts';
import { type CacheFault, type CacheService, startCacheService } from '../lab/cache-service.ts';
import { buildWheel } from '../lab/distribution.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { Machines } from './machine.ts';
import { runCacheTask, situationAt, stateAt } from './task.ts';

let lab: Lab;
before(async () => {
  lab = await startLab();
});
after(() => lab.close());

const wheel = buildWheel({ name: 'kept', version: '1.0', payload: 200_000 });
const KEY = 'pip-mirror-select-1-linux-lab-x64-cp312-pip26-_-a.test.0123456789ab-_';
/** Long enough for an answer from this machine, short enough for what never answers. */
const DEADLINE_MS = 2500;

/** A pip cache as pip leaves it after it downloaded one wheel. */
async function filledCache(): Promise<string> {
  const dir = lab.temporary('pip');
  const file = join(dir, 'download');
  writeFileSync(file, wheel.bytes);
  const headers = { 'content-length': String(wheel.bytes.length) };
  await layEntry(dir, 'http-v2', 'https://a.test/kept.whl', { file, size: wheel.bytes.length }, headers);
  return dir;
}

async function withService(protocol: 'v1' | 'v2', use: (service: CacheService) => Promise<void>): Promise<void> {
  const service = await startCacheService(protocol);
  try {
    await use(service);
  } finally {
    await service.close();
  }
}

const anything = /.*/;
const lookups: [CacheFault['how'], RegExp][] = [
  // A busy machine may be late on its own account.
  [429, /none|late/],
  [500, /none|late/],
  [403, /none|late/],
  ['vanish', /none|late/],
  ['hang', /late/],
];
const downloads: [CacheFault['how'], RegExp][] = [
  [500, anything],
  ['truncate', anything],
  ['garbage', anything],
  ['vanish', anything],
  ['hang', anything],
];
const saves: [CacheFault['at'], CacheFault['how'], RegExp][] = [
  ['create', 429, /refused|late/],
  ['create', 403, /refused|late/],
  ['create', 500, /refused|late/],
  ['create', 'hang', /late/],
  ['upload', 500, /refused|late|failed/],
  ['upload', 'hang', /late/],
  ['finish', 500, /refused|late|failed/],
  ['finish', 'hang', /late/],
];

for (const protocol of ['v2', 'v1'] as const) {
  describe(`cache service ${protocol} with a fault`, { concurrency: 3 }, () => {
    for (const [how, expected] of lookups) {
      it(`at look-up: ${how}`, () =>
        withService(protocol, async (service) => {
          service.fault = { at: 'lookup', how };
          const situation = situationAt(lab.temporary('pip'));
          const ran = await runCacheTask(
            { do: 'look', situation, deadlineMs: DEADLINE_MS },
            service,
            lab.environment(),
          );
          assert.equal(ran.exitCode, 0, ran.output);
          assert.match(String(ran.result.answer), expected, ran.output);
        }));
    }

    for (const [how, expected] of downloads) {
      it(`in the download: ${how}`, () =>
        withService(protocol, async (service) => {
          const env = lab.environment();
          const dir = await filledCache();
          const saved = await runCacheTask({ do: 'save', state: stateAt(dir, KEY), deadlineMs: 20_000 }, service, env);
          assert.equal(saved.result.outcome, 'saved', saved.output);
          service.fault = { at: 'download', how };
          const ran = await runCacheTask(
            { do: 'restore', situation: situationAt(dir), deadlineMs: DEADLINE_MS },
            service,
            env,
          );
          assert.equal(ran.exitCode, 0, ran.output);
          const outcome = ran.result.outcome as { hit: boolean; matchedKey: string };
          assert.deepEqual([outcome.hit, outcome.matchedKey], [false, ''], ran.output);
          assert.match(JSON.stringify(ran.result.notices), expected);
        }));
    }

    for (const [at, how, expected] of saves) {
      it(`when saving, at ${at}: ${how}`, () =>
        withService(protocol, async (service) => {
          service.fault = { at, how };
          const dir = await filledCache();
          const task = { do: 'save', state: stateAt(dir, KEY), deadlineMs: DEADLINE_MS } as const;
          const ran = await runCacheTask(task, service, lab.environment());
          assert.equal(ran.exitCode, 0, ran.output);
          assert.match(String(ran.result.outcome), expected, ran.output);
          assert.equal(service.entries.length, 0);
        }));
    }
  });
}

describe('a machine that cannot', () => {
  it('has no tar: a note', () =>
    withService('v2', async (service) => {
      const dir = await filledCache();
      const empty = lab.temporary('no-tools');
      const env = { ...lab.environment(), PATH: empty };
      const ran = await runCacheTask({ do: 'save', state: stateAt(dir, KEY), deadlineMs: 20_000 }, service, env);
      assert.equal(ran.exitCode, 0, ran.output);
      assert.match(String(ran.result.outcome), /failed|refused/);
    }));

  it('has no token: a note', () =>
    withService('v2', async (service) => {
      const dir = await filledCache();
      const bare = { ...service, env: { ...service.env, ACTIONS_RUNTIME_TOKEN: '' } };
      const ran = await runCacheTask(
        { do: 'save', state: stateAt(dir, KEY), deadlineMs: 20_000 },
        bare,
        lab.environment(),
      );
      assert.equal(ran.exitCode, 0, ran.output);
      assert.match(String(ran.result.outcome), /failed|refused/);
    }));

  it('has a store that is a file, a link or a folder of other things', () =>
    withService('v2', async (service) => {
      const dir = lab.temporary('odd');
      mkdirSync(join(dir, 'mirror-select', 'folder~x'), { recursive: true });
      writeFileSync(join(dir, 'mirror-select', 'notes.txt'), 'x');
      const ran = await runCacheTask(
        { do: 'save', state: stateAt(dir, KEY), deadlineMs: 20_000 },
        service,
        lab.environment(),
      );
      assert.equal(ran.result.outcome, 'nothing-to-keep', ran.output);
      assert.deepEqual(readdirSync(join(dir, 'mirror-select')).sort(), ['folder~x', 'notes.txt']);
    }));
});

it('a whole job stays green while the service answers 500 to everything', () =>
  withService('v2', async (service) => {
    const a = await lab.mirror({ name: 'a', host: 'a.test' });
    service.fault = { at: 'lookup', how: 500 };
    const machines = new Machines(lab, service);
    const job = await machines.job({ mirrors: [a], inputs: { 'reuse-minutes': '30' } });
    assert.deepEqual([job.main.exitCode, job.pip.exitCode, job.post.exitCode], [0, 0, 0], job.main.stdout);
    assert.match(job.main.stdout, /did not answer in time/);
  }));

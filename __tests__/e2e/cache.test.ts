/** The cache in short, by real pip and a real cache service over HTTP; `npm run test:cache` has all of it. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { Machines } from '../cache/machine.ts';
import { repack } from '../cache/repack.ts';
import { type CacheService, startCacheService } from '../lab/cache-service.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { makeFolders, runAction } from '../lab/run-action.ts';

let lab: Lab;
let a: Mirror;
let b: Mirror;
let service: CacheService;

before(async () => {
  lab = await startLab();
  a = await lab.mirror({ name: 'a', host: 'a.test' });
  b = await lab.mirror({ name: 'b', host: 'b.test' });
  service = await startCacheService('v2');
});
after(async () => {
  await service.close();
  await lab.close();
});

it('keeps the bytes over a change of mirror, and never installs poisoned ones', async () => {
  const machines = new Machines(lab, service);
  const first = await machines.job({ mirrors: [a] });
  assert.deepEqual([first.pip.exitCode, first.main.outputs['cache-hit']], [0, 'false'], first.pip.stderr);
  assert.ok((first.files.a ?? 0) > 0);

  const moved = await machines.job({ mirrors: [b], inputs: { cache: 'read-only' } });
  assert.deepEqual([moved.pip.exitCode, moved.files], [0, { b: 0 }], moved.main.stdout + moved.pip.stdout);
  assert.equal(moved.main.outputs['cache-matched-key'], first.main.outputs['cache-primary-key']);

  const [entry] = service.entries;
  assert.ok(entry);
  entry.bytes = repack(entry.bytes, lab.temporary('poison'), (store, names) => {
    for (const name of names) writeFileSync(join(store, name), 'evil');
  });
  const poisoned = await machines.job({ mirrors: [b], inputs: { cache: 'read-only' } });
  assert.equal(poisoned.pip.exitCode, 0, poisoned.pip.stdout + poisoned.pip.stderr);
  assert.equal(poisoned.files.b, first.files.a, 'everything is downloaded anew');
});

it('stays green while the cache service answers 500', async () => {
  service.fault = { at: 'lookup', how: 500 };
  const machines = new Machines(lab, service);
  const job = await machines.job({ mirrors: [a] });
  service.fault = null;
  assert.deepEqual([job.pip.exitCode, job.post.exitCode], [0, 0], job.main.stdout + job.post.stdout);
});

it('asks the mirrors once for several jobs that start together on one machine', async () => {
  const env = lab.environment();
  const { toolCache } = makeFolders(lab.temporary('machine'));
  a.clearLog();
  b.clearLog();
  const jobs = await Promise.all(
    Array.from({ length: 4 }, () =>
      runAction({
        env,
        folders: { ...makeFolders(lab.temporary('job')), toolCache },
        inputs: { mirrors: `a=${a.indexUrl}\nb=${b.indexUrl}`, 'ca-bundle': lab.rootPem, confirm: 'false' },
      }),
    ),
  );
  const chosen = new Set(jobs.map((job) => job.env.PIP_INDEX_URL));
  assert.deepEqual([jobs.map((job) => job.exitCode), chosen.size], [[0, 0, 0, 0], 1]);
  const other = chosen.has(a.indexUrl) ? b : a;
  const asked = other.requests.filter(({ kind, project }) => kind === 'page' && project === 'six');
  assert.equal(asked.length, 1, 'only one job asked the other mirror');
});

/** Downloads are kept over runs and over a change of mirror, by real pip and a real cache service over HTTP. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CacheEntry, type CacheService, startCacheService } from '../lab/cache-service.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { project } from '../lab/project.ts';
import { Machines } from './machine.ts';
import { repack } from './repack.ts';

let lab: Lab;
let a: Mirror;
let b: Mirror;

before(async () => {
  lab = await startLab();
  a = await lab.mirror({ name: 'a', host: 'a.test' });
  b = await lab.mirror({ name: 'b', host: 'b.test' });
});
after(() => lab.close());

for (const protocol of ['v2', 'v1'] as const) {
  it(`keeps the bytes over a change of mirror (cache service ${protocol})`, async () => {
    const service = await startCacheService(protocol);
    try {
      const machines = new Machines(lab, service);
      const first = await machines.job({ mirrors: [a] });
      assert.deepEqual([first.pip.exitCode, first.main.outputs['cache-hit']], [0, 'false'], first.pip.stderr);
      assert.ok((first.files.a ?? 0) > 0);
      const { 'cache-primary-key': key, 'cache-dir': dir } = first.main.outputs;
      assert.equal(dir, machines.pipCacheDir);
      assert.deepEqual(
        service.entries.map((entry) => entry.key),
        [key],
      );

      const same = await machines.job({ mirrors: [a] });
      assert.deepEqual([same.pip.exitCode, same.files], [0, { a: 0 }]);
      assert.equal(same.main.outputs['cache-hit'], 'true');
      assert.equal(same.main.outputs['cache-matched-key'], key);
      assert.equal(service.entries.length, 1, 'an unchanged cache is not saved again');

      const moved = await machines.job({ mirrors: [b] });
      assert.deepEqual([moved.pip.exitCode, moved.files], [0, { b: 0 }], moved.pip.stdout);
      assert.equal(moved.main.outputs['cache-hit'], 'false');
      assert.equal(moved.main.outputs['cache-matched-key'], key);
      assert.equal(service.entries.length, 2, 'the new index gets a key of its own');

      const stayed = await machines.job({ mirrors: [b] });
      assert.deepEqual([stayed.files, stayed.main.outputs['cache-hit']], [{ b: 0 }, 'true']);
    } finally {
      await service.close();
    }
  });
}

it('saves again under an exact key once enough is new, and finds that again', async () => {
  const service = await startCacheService('v2');
  const big = project('big', [{ version: '1.0', payload: 3_000_000 }]);
  const c = await lab.mirror({ name: 'c', host: 'c.test', projects: [...lab.projects, big] });
  try {
    const machines = new Machines(lab, service);
    const first = await machines.job({ mirrors: [c] });
    const key = first.main.outputs['cache-primary-key'] ?? '';
    const grown = await machines.job({ mirrors: [c], install: ['lab-app==1.1', 'big==1.0'] });
    assert.deepEqual([grown.main.outputs['cache-hit'], grown.files], ['true', { c: 2 }]);
    assert.equal(service.entries.length, 2);
    assert.ok(service.entries[1]?.key.startsWith(`${key}.r`), service.entries[1]?.key);
    const after = await machines.job({ mirrors: [c], install: ['lab-app==1.1', 'big==1.0'] });
    assert.deepEqual([after.main.outputs['cache-hit'], after.files], ['true', { c: 0 }]);
    assert.equal(service.entries.length, 2);
  } finally {
    await service.close();
  }
});

it('keeps what a mirror makes uncacheable for pip, and says so', async () => {
  const service = await startCacheService('v2');
  const fileHeaders = { etag: null, 'cache-control': null };
  const c = await lab.mirror({ name: 'c', host: 'c.test', fileHeaders });
  const d = await lab.mirror({ name: 'd', host: 'd.test', fileHeaders });
  try {
    const machines = new Machines(lab, service);
    const first = await machines.job({ mirrors: [c] });
    assert.match(first.main.stdout, /pip itself keeps nothing of c/);
    assert.match(first.post.stdout, /Downloads are kept/, first.post.stdout);
    const wheels = (mirror: Mirror): number => mirror.requests.filter(({ kind }) => kind === 'file').length;
    assert.equal(wheels(c), 6, 'three wheels, each once more after the job');
    for (const [mirror, hit] of [
      [c, 'true'],
      [d, 'false'],
    ] as const) {
      const later = await machines.job({ mirrors: [mirror] });
      assert.deepEqual([later.pip.exitCode, later.main.outputs['cache-hit']], [0, hit], later.pip.stderr);
      assert.equal(wheels(mirror), 0, later.pip.stdout);
    }
  } finally {
    await service.close();
  }
});

it('stays with the mirror whose downloads are held, among equals', async () => {
  const service = await startCacheService('v2');
  // Far enough that a busy machine's delays stay within the band of near-ties.
  const link = { rttMs: 150, bytesPerSecond: 50e6 };
  const [c, d] = [
    await lab.mirror({ name: 'c', host: 'c.test', link }),
    await lab.mirror({ name: 'd', host: 'd.test', link }),
  ];
  try {
    const machines = new Machines(lab, service);
    const first = await machines.job({ mirrors: [d] });
    assert.equal(first.main.outputs.mirror, 'd');
    const again = await machines.job({ mirrors: [c, d] });
    assert.equal(again.main.outputs.mirror, 'd', again.main.stdout);
    assert.deepEqual([again.files, again.main.outputs['cache-hit']], [{ c: 0, d: 0 }, 'true']);
  } finally {
    await service.close();
  }
});

it('keeps nothing where the policy says so, and says why', async () => {
  const service = await startCacheService('v2');
  try {
    const machines = new Machines(lab, service);
    const job = await machines.job({ mirrors: [a], runner: { GITHUB_EVENT_NAME: 'pull_request_target' } });
    assert.equal(job.main.outputs['cache-hit'], 'false');
    assert.match(job.main.stdout, /Downloads are not kept/);
    assert.deepEqual(service.requests, []);
    const readOnly = await machines.job({ mirrors: [a], inputs: { cache: 'read-only' } });
    assert.equal(readOnly.main.outputs['cache-hit'], 'false');
    assert.deepEqual(service.entries, []);
  } finally {
    await service.close();
  }
});

it('post saves what main left word of, whatever its inputs say', async () => {
  const service = await startCacheService('v2');
  try {
    const machines = new Machines(lab, service);
    const job = await machines.job({
      mirrors: [a],
      postInputs: { cache: 'off', mode: 'audit', 'cache-suffix': 'other' },
    });
    assert.equal(job.post.exitCode, 0);
    const saved = service.entries.map(({ key }) => key);
    assert.deepEqual(saved, [job.main.outputs['cache-primary-key']], job.post.stdout);
  } finally {
    await service.close();
  }
});

describe('a poisoned store', () => {
  const cases: [string, (store: string, names: string[]) => void][] = [
    [
      'right name, wrong bytes',
      (store, names) => {
        for (const name of names) writeFileSync(join(store, name), 'evil');
      },
    ],
    [
      'bytes of one file under the name of another',
      (store, names) => {
        const [one = '', other = ''] = names.filter((name) => name.endsWith('.file'));
        const bytes = readFileSync(join(store, one));
        writeFileSync(join(store, one), readFileSync(join(store, other)));
        writeFileSync(join(store, other), bytes);
      },
    ],
    [
      'the digest of other bytes, for a project that is installed',
      (store, names) => {
        for (const name of names) renameSync(join(store, name), join(store, name.replace(/~.{8}/, '~00000000')));
      },
    ],
    [
      'metadata that names other dependencies',
      (store, names) => {
        for (const name of names.filter((each) => each.endsWith('.metadata'))) {
          writeFileSync(join(store, name), `${readFileSync(join(store, name))}Requires-Dist: evil\n`);
        }
      },
    ],
  ];
  let service: CacheService;
  let machines: Machines;
  let clean: Buffer;
  before(async () => {
    service = await startCacheService('v2');
    machines = new Machines(lab, service);
    await machines.job({ mirrors: [a] });
    clean = entryOf(service).bytes;
  });
  after(() => service.close());

  for (const [name, poison] of cases) {
    it(`is never installed: ${name}`, async () => {
      const entry = entryOf(service);
      entry.bytes = repack(clean, lab.temporary('poison'), poison);
      // Read-only, else the next case would find what this one saved.
      const job = await machines.job({ mirrors: [b], inputs: { cache: 'read-only' } });
      assert.equal(job.main.outputs['cache-matched-key'], entry.key);
      assert.equal(job.pip.exitCode, 0, job.pip.stdout + job.pip.stderr);
      assert.ok((job.files.b ?? 0) > 0, 'what cannot be proved is downloaded');
      assert.doesNotMatch(job.pip.stdout, /evil/);
    });
  }
});

function entryOf(service: CacheService): CacheEntry {
  const [entry] = service.entries;
  assert.ok(entry);
  return entry;
}

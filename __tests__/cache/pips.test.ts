/**
 * Every pip takes what is laid back, and none installs bytes that the index does not list: the reason why downloads may
 * be kept in a place that others can write. See docs/adr/0060-lay-back-by-digest.md.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gather } from '../../src/apply/wheel-store/gather.ts';
import { layBack } from '../../src/apply/wheel-store/lay-back.ts';
import { pipKeeps } from '../../src/decide/pip-keeps.ts';
import { openPages } from '../../src/observe/pages.ts';
import { readTrust } from '../../src/observe/trust.ts';
import { cachedResponses, checksDigests, layEntry, layoutOf } from '../../src/platform/pip-cache/entry.ts';
import { proxySettings } from '../../src/platform/proxy.ts';
import { buildWheel } from '../lab/distribution.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { project } from '../lab/project.ts';
import { runPip } from '../lab/run-pip.ts';

/** Folder with one folder a pip version, each put on PYTHONPATH. Without it the machine's own pip is tested. */
const folder = process.env.PIPS ?? '';
const versions = folder === '' ? ['own'] : readdirSync(folder).sort();

const good = buildWheel({ name: 'kept', version: '1.0', payload: 50_000 });
const evil = buildWheel({ name: 'kept', version: '1.0', payload: 50_000, files: { 'kept/evil.py': 'x = 1\n' } });

let lab: Lab;
let a: Mirror;
let b: Mirror;
/** Lists its files without digests. */
let bare: Mirror;
/** Named after the headers that their files come with. */
const headed: Mirror[] = [];
before(async () => {
  lab = await startLab();
  const projects = [project('kept', [good])];
  a = await lab.mirror({ name: 'a', host: 'a.test', projects });
  b = await lab.mirror({ name: 'b', host: 'b.test', projects });
  bare = await lab.mirror({ name: 'bare', host: 'bare.test', projects, page: { hashes: false, metadata: false } });
  for (const [name, fileHeaders] of Object.entries({
    neither: { etag: null, 'cache-control': null },
    etag: { 'cache-control': null },
    'max-age': { etag: null },
  })) {
    headed.push(await lab.mirror({ name, host: `${name}.test`, projects, fileHeaders }));
  }
  await lab.resolveHere();
});
after(() => lab.close());

for (const version of versions) {
  describe(`pip ${version}`, () => {
    const machine = () => {
      const cache = lab.temporary('cache');
      const base = lab.environment();
      const env = lab.environment({
        PIP_CACHE_DIR: cache,
        ...(folder === '' ? {} : { PYTHONPATH: [join(folder, version), base.PYTHONPATH].join(delimiter) }),
      });
      const install = async (mirror: Mirror, ...args: string[]) => {
        mirror.clearLog();
        const target = lab.temporary('site');
        const ran = await runPip({
          env: { ...env, PIP_INDEX_URL: mirror.indexUrl },
          args: ['install', '--target', target, ...(args.length > 0 ? args : ['kept==1.0'])],
        });
        const installed = readdirSync(target).includes('kept') ? readdirSync(join(target, 'kept')) : [];
        return { ran, installed, files: mirror.requests.filter(({ kind }) => kind !== 'page').length };
      };
      return { cache, store: join(cache, 'mirror-select'), install };
    };
    const pipVersion = async (): Promise<string> => {
      if (folder !== '') return version;
      const ran = await runPip({ env: lab.environment(), args: ['--version'] });
      return /^pip (\S+)/.exec(ran.stdout)?.[1] ?? '';
    };
    const layFor = async (mirror: Mirror, cache: string, store: string) => {
      const candidate = {
        name: mirror.name,
        indexUrl: mirror.indexUrl,
        credentials: null,
        operator: mirror.name,
        family: mirror.name,
        origin: 'input' as const,
        order: 0,
      };
      const trust = readTrust(null, {}, lab.rootPem);
      const pages = openPages(
        candidate,
        { userAgent: 'pip/lab', trust, proxies: proxySettings(null, {}), timeoutMs: 5000 },
        1,
        () => true,
      );
      try {
        return await layBack({
          storeDir: store,
          pipCacheDir: cache,
          layout: layoutOf(await pipVersion()),
          page: (name) => pages.files(name),
          now: Date.now(),
          signal: AbortSignal.timeout(20_000),
        });
      } finally {
        pages.close();
      }
    };

    it('takes the bytes from another mirror without a download', async () => {
      const { cache, store, install } = machine();
      const first = await install(a);
      assert.equal(first.ran.exitCode, 0, first.ran.stderr);
      const { newBytes } = await gather(cache, store, 0);
      assert.ok(newBytes >= good.bytes.length, 'what pip downloaded is found in its cache');
      for (const name of readdirSync(cache).filter((each) => each.startsWith('http'))) {
        rmSync(join(cache, name), { recursive: true });
      }
      const laid = await layFor(b, cache, store);
      assert.ok(laid.laid > 0);
      const moved = await install(b);
      assert.deepEqual([moved.ran.exitCode, moved.files], [0, 0], moved.ran.stdout + moved.ran.stderr);
      const after = await gather(cache, store, Date.now());
      assert.ok(
        after.kept.some(({ used }) => used),
        'that pip read them is seen',
      );
    });

    it('keeps of a mirror what its headers are known to allow', async () => {
      for (const mirror of headed) {
        const { cache, store, install } = machine();
        const { ran } = await install(mirror);
        assert.equal(ran.exitCode, 0, ran.stderr);
        const { headers = {} } = [...cachedResponses(cache)].find(({ body }) => body.size === good.bytes.length) ?? {};
        const sent = mirror.name === 'neither' ? {} : headers;
        const { kept } = await gather(cache, store, 0);
        assert.equal(
          kept.some(({ name }) => name.includes(good.sha256)),
          mirror.name !== 'neither',
          mirror.name,
        );
        assert.equal(pipKeeps(sent), mirror.name !== 'neither', mirror.name);
      }
    });

    it('is given nothing for an index that lists no digest', async () => {
      const { cache, store, install } = machine();
      await install(a);
      await gather(cache, store, 0);
      const laid = await layFor(bare, cache, store);
      assert.equal(laid.laid, 0);
    });

    it('itself refuses other bytes under a listed digest, or is known not to', async () => {
      const { cache, install } = machine();
      const file = join(cache, 'evil');
      mkdirSync(cache, { recursive: true });
      writeFileSync(file, evil.bytes);
      const url = `${b.origin}/packages/${good.sha256.slice(0, 2)}/${good.sha256.slice(2, 4)}/${good.sha256.slice(4)}/${good.filename}`;
      const headers = { date: new Date().toUTCString(), 'cache-control': 'max-age=600' };
      await layEntry(cache, layoutOf(await pipVersion()), url, { file, size: evil.bytes.length }, headers);
      const { ran, installed } = await install(b);
      const refused = ran.exitCode !== 0 && /DO NOT MATCH THE HASHES/.test(ran.stdout + ran.stderr);
      // A pip without this defence is known by name, and given nothing at all.
      assert.equal(refused, checksDigests(await pipVersion()), ran.stdout + ran.stderr);
      assert.equal(installed.length === 0, refused);
    });
  });
}

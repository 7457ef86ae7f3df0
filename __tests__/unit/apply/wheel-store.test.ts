/** The store believes nothing that was restored: names, bytes and digests are proved before pip is given anything. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { gather } from '../../../src/apply/wheel-store/gather.ts';
import { heldName, readHeldName } from '../../../src/apply/wheel-store/held-file.ts';
import { installedSince } from '../../../src/apply/wheel-store/installed.ts';
import { layBack } from '../../../src/apply/wheel-store/lay-back.ts';
import type { FileLink } from '../../../src/model/observation.ts';
import { entryPath, layEntry } from '../../../src/platform/pip-cache/entry.ts';
import { buildWheel } from '../../lab/distribution.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
after(() => rmSync(folder, { recursive: true }));

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
const wheel = buildWheel({ name: 'kept', version: '1.0', payload: 2000 });
const evil = buildWheel({ name: 'kept', version: '1.0', payload: 2000, files: { 'kept/evil.py': 'x = 1' } });
const URL_OF = 'https://b.test/packages/kept.whl';
const metadata = wheel.metadata ?? Buffer.alloc(0);

/** What the chosen index lists. */
const link = (changes: Partial<FileLink> = {}): FileLink => ({
  filename: wheel.filename,
  url: URL_OF,
  hashes: { sha256: wheel.sha256 },
  requiresPython: null,
  yanked: false,
  metadata: { sha256: sha256(metadata) },
  size: null,
  uploadTime: null,
  ...changes,
});

let stores = 0;
/** A store with these files, laid back for an index that lists `links`; the URLs that pip finds answered. */
async function laid(files: Record<string, Uint8Array>, links: readonly FileLink[] | null = [link()]) {
  stores += 1;
  const pipCacheDir = join(folder, String(stores));
  const storeDir = join(pipCacheDir, 'mirror-select');
  mkdirSync(storeDir, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(storeDir, name), bytes);
  const asked: string[] = [];
  const result = await layBack({
    storeDir,
    pipCacheDir,
    layout: 'http-v2',
    page: async (project) => {
      asked.push(project);
      return links;
    },
    now: Date.now(),
    signal: new AbortController().signal,
  });
  const has = (url: string): boolean => existsSync(entryPath(pipCacheDir, 'http-v2', url));
  return { ...result, asked, file: has(URL_OF), metadata: has(`${URL_OF}.metadata`), storeDir };
}

const name = (digest: string, kind: 'file' | 'metadata' = 'file'): string =>
  heldName({ project: 'kept', sha256: digest, kind });

describe('laying back', () => {
  test('gives pip what the index lists, bytes and metadata', async () => {
    const ran = await laid({ [name(wheel.sha256)]: wheel.bytes, [name(sha256(metadata), 'metadata')]: metadata });
    assert.deepEqual([ran.file, ran.metadata, ran.laid, ran.refused], [true, true, 2, 0]);
  });

  test('right name, wrong bytes: refused, and removed from the store', async () => {
    const ran = await laid({ [name(wheel.sha256)]: evil.bytes });
    assert.deepEqual([ran.file, ran.laid, ran.refused], [false, 0, 1]);
    assert.deepEqual(readdirSync(ran.storeDir), []);
  });

  test('wrong digest, true to its bytes: no page lists it, so it stays where it is', async () => {
    const ran = await laid({ [name(evil.sha256)]: evil.bytes });
    assert.deepEqual([ran.file, ran.laid, ran.refused], [false, 0, 0]);
  });

  test('swapped metadata, or a file as metadata: never where pip reads metadata', async () => {
    const other = Buffer.from('Metadata-Version: 2.1\nName: kept\nRequires-Dist: evil\n');
    assert.equal((await laid({ [name(sha256(metadata), 'metadata')]: other })).metadata, false);
    assert.equal((await laid({ [name(sha256(other), 'metadata')]: other })).metadata, false);
    assert.equal((await laid({ [name(wheel.sha256, 'metadata')]: wheel.bytes })).metadata, false);
    assert.equal((await laid({ [name(sha256(metadata), 'file')]: metadata })).file, false);
  });

  test('an index without digests, or without an answer, gets nothing', async () => {
    const held = { [name(wheel.sha256)]: wheel.bytes };
    assert.equal((await laid(held, [link({ hashes: {} })])).laid, 0);
    assert.equal((await laid(held, [link({ hashes: { md5: wheel.sha256 } })])).laid, 0);
    assert.equal((await laid(held, null)).laid, 0);
  });

  test('what an archive may hold besides is left alone, and asks no page', async () => {
    const ran = await laid({ 'notes.txt': Buffer.from('x'), '..~x.file': Buffer.from('x') });
    assert.deepEqual([ran.held, ran.asked], [0, []]);
    stores += 1;
    const storeDir = join(folder, String(stores), 'mirror-select');
    mkdirSync(storeDir, { recursive: true });
    writeFileSync(join(folder, 'outside'), wheel.bytes);
    symlinkSync(join(folder, 'outside'), join(storeDir, name(wheel.sha256)));
    const { kept } = await gather(join(folder, String(stores)), storeDir, 0);
    assert.deepEqual(kept, [], 'a link out of the store');
  });
});

describe('names in the store', () => {
  test('say whose bytes they are', () => {
    const file = { project: 'a-b', sha256: 'f'.repeat(64), kind: 'file' } as const;
    assert.deepEqual(readHeldName(heldName(file)), file);
  });

  test('are ours or nothing', () => {
    const digest = 'f'.repeat(64);
    for (const foreign of [
      `../a~${digest}.file`,
      `a~${digest}.whl`,
      `A~${digest}.file`,
      `a--b~${digest}.file`,
      'a~f.file',
    ]) {
      assert.equal(readHeldName(foreign), null, foreign);
    }
  });
});

describe('gathering', () => {
  test('takes what pip downloaded in this job under its true digest, and tells what is new', async () => {
    stores += 1;
    const pipCacheDir = join(folder, String(stores));
    const storeDir = join(pipCacheDir, 'mirror-select');
    mkdirSync(storeDir, { recursive: true });
    const download = join(pipCacheDir, 'download');
    writeFileSync(download, wheel.bytes);
    await layEntry(pipCacheDir, 'http-v2', URL_OF, { file: download, size: wheel.bytes.length }, {});
    const first = await gather(pipCacheDir, storeDir, Date.now() - 1000);
    assert.deepEqual(
      first.kept.map((each) => [each.name, each.used]),
      [[name(wheel.sha256), true]],
    );
    assert.equal(first.newBytes, wheel.bytes.length);
    assert.equal((await gather(pipCacheDir, storeDir, Date.now() - 1000)).newBytes, 0, 'held already');
  });
});

test('only what pip installed from an index in this job is fetched again', async () => {
  const site = join(folder, 'work', '.venv', 'lib', 'python3.12', 'site-packages');
  const dist = (what: string, installer: string, files: Record<string, string> = {}): string => {
    const made = join(site, `${what}.dist-info`);
    mkdirSync(made, { recursive: true });
    for (const [file, text] of Object.entries({ INSTALLER: installer, ...files }))
      writeFileSync(join(made, file), text);
    return made;
  };
  const startedAt = Date.now() - 5000;
  dist('Some_Name-1.0', 'pip\n');
  dist('by_uv-1.0', 'uv\n');
  dist('editable-1.0', 'pip\n', { 'direct_url.json': '{}' });
  utimesSync(join(dist('earlier-1.0', 'pip\n'), 'INSTALLER'), 1, 1);
  assert.deepEqual(await installedSince([join(folder, 'work'), join(folder, 'work')], startedAt), [
    { project: 'Some_Name', version: '1.0' },
  ]);
});

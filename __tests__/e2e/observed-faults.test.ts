/** Protects: every fault of a mirror becomes the right fact, nothing throws, and no answer is read without bound. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FileObservation, ProjectObservation } from '../../src/model/observation.ts';
import { FAULT_ROWS } from '../lab/fault-catalogue.ts';
import { gzipBomb } from '../lab/faults/body.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { ending, wheelOf, withSession } from './ask-mirror.ts';

let lab: Lab;
let other: Mirror;
let plain: Mirror;
before(async () => {
  lab = await startLab();
  await lab.resolveHere();
  other = await lab.mirror({ host: 'other.test' });
  plain = await lab.mirror({ host: 'plain.test', scheme: 'http' });
});
after(async () => lab.close());

/** How the page ends, then (where there are files) the file and its metadata. */
const PAGE_ENDINGS: Readonly<Record<string, string>> = {
  'accepts and stays silent': 'timeout in tls',
  'closes at once': 'connection-reset in tls',
  'garbage handshake': 'handshake-failed in tls',
  'plain http on the TLS port': 'handshake-failed in tls',
  'handshake failure alert': 'handshake-failed in tls',
  'closes in the handshake': 'connection-reset in tls',
  'silent in the handshake': 'timeout in tls',
  'garbage instead of HTTP': 'invalid-response in headers',
  'closes in the headers': 'connection-reset in headers',
  'closes without an answer': 'connection-reset in headers',
  'silent after the request': 'timeout in headers',
  'endless headers': 'invalid-response in headers',
  'HTTP/2 only': 'handshake-failed in tls',
  '401': '401',
  '403': '403',
  '429 with Retry-After': '429',
  '503': '503',
  'captive portal': '200 no-links',
  'octet-stream': '200 content-type',
  'no content type': '200 content-type',
  'invalid JSON': '200 json',
  'no links': '200 no-links',
  'empty page': '200 json',
  'truncated page': 'truncated in body',
  'truncated chunked page': 'truncated in body',
  'length too large': 'truncated in body',
  'length too small': '200 json',
  'endless page': 'too-large in body',
  'false gzip': '200 encoding',
  'slow drip': 'timeout in body',
  'answers after a minute': 'timeout in headers',
  'redirect loop': '302 loop',
  'redirect to file:': 'invalid-response in headers',
};

const FILE_ENDINGS: Readonly<Record<string, string>> = {
  healthy: '200 same, 200 same',
  gzip: '200 same, 200 same',
  'HTTP/1.0': '200 same, 200 same',
  'no ranges': '200 same, 200 same',
  'HTML only': '206 same, 200 same',
  'no hashes': '200 other, 200 same',
  'three redirects': '200 same, 200 same',
  'files at another host': '200 same, 200 same',
  'api-version 2.0': '200 same, 200 same',
  'files 403': '403 other, 200 same',
  'files are a block page': '200 other, 200 same',
  'files truncated': 'truncated in body other, 200 same',
  'files corrupt': '200 other, 200 same',
  'files stay silent': 'timeout in headers other, timeout in connect other',
  'files close without an answer': 'connection-reset in headers other, 200 same',
  'files at a dead host': 'connection-refused in connect other, connection-refused in connect other',
  'metadata 404': '200 same, 404 other',
  'metadata corrupt': '200 same, 200 other',
  'doubled path': '404 other, 404 other',
};

const worded = (seen: ProjectObservation | FileObservation): string => {
  const failure = seen.exchanges.at(-1)?.failure;
  return failure ? `${failure.code} in ${failure.phase}` : ending(seen);
};

async function observe(name: string): Promise<string> {
  const row = FAULT_ROWS.find((known) => known.name === name);
  assert.ok(row !== undefined, `the lab knows no fault '${name}'`);
  const mirror = await lab.mirror({ ...row.options(other, plain), host: 'bad.test' });
  // What hangs on purpose hangs for as long as this; what answers has all the time it needs on a busy machine.
  const hangs = /timeout/.test(PAGE_ENDINGS[name] ?? FILE_ENDINGS[name] ?? '');
  const words = await withSession(
    lab,
    mirror.indexUrl,
    async (session) => {
      const page = await session.project('six');
      if (page.page === null || page.page.files.length === 0) {
        return [worded(page), page.defect ?? '', page.redirectLoop ? 'loop' : ''].filter(Boolean).join(' ');
      }
      const link = wheelOf(page);
      const file = await session.file(link, 32_768);
      const metadata = await session.metadata(link);
      const same = (sha256: string | null, wanted: string | undefined) => (sha256 === wanted ? 'same' : 'other');
      return [
        `${worded(file)} ${same(file.sha256, link.hashes.sha256)}`,
        `${worded(metadata)} ${same(metadata.sha256, link.metadata?.sha256)}`,
      ].join(', ');
    },
    { timeoutMs: hangs ? 2000 : 20_000, maxRequests: 20, maxPageBytes: 1 << 20 },
  );
  await mirror.close();
  return words;
}

describe('what a mirror does wrong, as a fact', { concurrency: 6 }, () => {
  for (const [name, expected] of Object.entries({ ...PAGE_ENDINGS, ...FILE_ENDINGS })) {
    test(`${name}: ${expected}`, async () => {
      assert.equal(await observe(name), expected);
    });
  }
});

test('a gzip bomb is stopped at the limit of decoded bytes', async () => {
  const mirror = await lab.mirror({ host: 'bomb.test', faults: [gzipBomb(20_000_000)] });
  const page = await withSession(lab, mirror.indexUrl, (session) => session.project('six'), {
    maxDecodedBytes: 1 << 20,
  });
  assert.equal(worded(page), 'too-large in body');
});

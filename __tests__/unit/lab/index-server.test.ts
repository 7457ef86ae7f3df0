/** The lab's healthy mirror keeps to PEP 503, 658, 691 and 700 and to HTTP's ranges: what clients are measured against. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, LabRequest } from '../../lab/answer.ts';
import { createIndex, negotiate } from '../../lab/index-server.ts';
import { packagePath, project } from '../../lab/project.ts';

const demo = project('Demo.Pkg', [{ version: '2.0', payload: 500, requiresPython: '>=3.8' }], 77);
const [file] = demo.files;
assert.ok(file !== undefined);
const index = createIndex({
  projects: [demo],
  indexPath: '/simple/',
  formats: ['html', 'json'],
  page: { base: '../..', hashes: true, metadata: true, sizes: true, serial: true },
  pageHeaders: { 'x-added': 'yes', etag: null },
  fileHeaders: {},
});

function ask(url: string, headers: LabRequest['headers'] = {}): Answer {
  return index.answer({ method: 'GET', url, headers, ...index.classify(url), count: 1, origin: 'https://x.test' });
}
const textOf = (answer: Answer): string => Buffer.from(answer.body as Uint8Array).toString();

const PIP_ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, text/html; q=0.01';

describe('the healthy mirror', () => {
  it('answers JSON to pip and HTML to a browser', () => {
    assert.equal(negotiate(PIP_ACCEPT, ['html', 'json']), 'application/vnd.pypi.simple.v1+json');
    assert.equal(negotiate(PIP_ACCEPT, ['html']), 'application/vnd.pypi.simple.v1+html');
    assert.equal(negotiate('text/html,*/*;q=0.8', ['html', 'json']), 'text/html');
    assert.equal(negotiate('*/*', ['html', 'json']), 'text/html');
  });

  it('lists a file with digest, size, time, metadata and serial', () => {
    const page = ask('/simple/demo-pkg/', { accept: PIP_ACCEPT });
    const listed = JSON.parse(textOf(page)) as { meta: Record<string, unknown>; files: Record<string, unknown>[] };
    assert.deepEqual(listed.meta, { 'api-version': '1.1', '_last-serial': 77 });
    assert.deepEqual(listed.files[0]?.hashes, { sha256: file.sha256 });
    assert.equal(listed.files[0]?.size, file.bytes.length);
    assert.equal(listed.files[0]?.['requires-python'], '>=3.8');
    assert.equal(page.headers['x-pypi-last-serial'], '77');
    assert.equal(page.headers['x-added'], 'yes');
    assert.equal(page.headers.etag, undefined);
    assert.match(textOf(ask('/simple/demo-pkg/')), /data-requires-python="&gt;=3\.8".*\n(.*\n)*<!--SERIAL 77-->/);
  });

  it('redirects to the normal form of a name', () => {
    for (const url of ['/simple/Demo.Pkg/', '/simple/demo-pkg']) {
      assert.equal(ask(url).status, 301);
      assert.equal(ask(url).headers.location, '/simple/demo-pkg/');
    }
    assert.equal(ask('/simple/other/').status, 404);
  });

  it('serves ranges, conditions and metadata', () => {
    const url = packagePath(file);
    const part = ask(url, { range: 'bytes=10-19' });
    assert.equal(part.status, 206);
    assert.equal(part.headers['content-range'], `bytes 10-19/${file.bytes.length}`);
    assert.deepEqual(part.body, file.bytes.subarray(10, 20));
    assert.equal(ask(url, { range: 'bytes=-5' }).status, 206);
    assert.equal(ask(url, { range: 'bytes=999999-' }).status, 416);
    assert.equal(ask(url, { range: 'bytes=0-1,4-5' }).status, 200);
    assert.equal(ask(url, { range: 'bytes=0-1', 'if-range': '"old"' }).status, 200);
    assert.equal(ask(url, { 'if-none-match': ask(url).headers.etag ?? '' }).status, 304);
    assert.deepEqual(ask(`${url}.metadata`).body, file.metadata);
    assert.equal(ask(`/wrong${url}`).status, 404);
  });
});

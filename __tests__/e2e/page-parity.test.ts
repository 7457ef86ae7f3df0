/** Protects: an index page is read as the machine's own pip reads it, for pages that real servers and bad ones send. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FileLink } from '../../src/model/observation.ts';
import { parseIndexPage } from '../../src/observe/index-page.ts';
import { askOracle } from './network-oracle.ts';

const HTML = 'text/html; charset=utf-8';
const JSON_API = 'application/vnd.pypi.simple.v1+json';
const PAGE_URL = 'https://mirror.test/pypi/simple/demo/';

interface Case {
  readonly body: string | Buffer;
  readonly type: string;
  readonly url: string;
}

/** Older pips know less of a link: what the machine's own does not tell is not compared. */
type Link = Partial<Pick<FileLink, 'filename' | 'url' | 'hashes' | 'requiresPython' | 'yanked' | 'metadata'>>;
/** The links, or a word for why there are none. */
type Seen = string | Link[];

const html = (body: string | Buffer, type = HTML): Case => ({ body, type, url: PAGE_URL });
const api = (data: unknown, type = JSON_API): Case => ({
  body: typeof data === 'string' || Buffer.isBuffer(data) ? data : JSON.stringify(data),
  type,
  url: PAGE_URL,
});
const file = (more: object): Case =>
  api({ files: [{ filename: 'd-1.whl', url: 'd-1-py3-none-any.whl', hashes: {}, ...more }] });

const W = 'demo-1.0-py3-none-any.whl';
const TABLE: readonly Case[] = [
  html(`<!DOCTYPE html><html><body><a href="${W}#sha256=AbC">${W}</a><br/></body></html>`),
  html(`<a href='../../packages/aa/${W}#md5=1&sha256=2'>x</a><A HREF=${W}>y</A>`),
  html(`<a href="${W}" data-requires-python="&gt;=3.8,&#60;4" data-yanked>x</a>`),
  html(`<a href="${W}" data-yanked="because &quot;so&quot;">x</a><a href="${W}" data-yanked="">x</a>`),
  html(`<a href="${W}" data-dist-info-metadata="sha256=AA">x</a><a href="${W}" data-core-metadata="true">y</a>`),
  html(`<a href="${W}" data-core-metadata="sha256=1" data-dist-info-metadata="sha256=2">x</a>`),
  html(`<a href="${W}" data-core-metadata="crc=1">x</a><a href="${W}" data-core-metadata="junk">x</a>`),
  html(`<a href="${W}" data-core-metadata="">x</a><a href="${W}" data-core-metadata>x</a>`),
  html(`<a href="${W}" data-core-metadata data-dist-info-metadata="sha256=3">x</a>`),
  html(`<base href="https://files.test/p/"><base href="https://other.test/"><a href="${W}">x</a>`),
  html(`<base target="_top"><base href="/abs/"><a href="https://files.test/${W}">x</a>`),
  html(`<base href=""><a href="${W}">x</a>`),
  html(`<a href="first.whl" href="${W}">x</a>`),
  html(`<a>no address</a><a href>none</a><a href="">empty</a><a href="#top">top</a>`),
  html(
    `<a href="/login?next=/">Log in</a><a href="${W}.asc">sig</a><a href="d-1.exe">old</a><a href="d-1.egg">egg</a>`,
  ),
  html(
    `<a href="d-1.tar.gz">s</a><a href="d-1.zip">z</a><a href="d-1.tar.bz2">b</a><a href="D-1.ZIP">Z</a><a href="d-1.tgz/">t</a>`,
  ),
  html(`<!-- <a href="${W}">hidden</a> --><a href="${W}">x</a><!-- never closed <a href="z.whl">`),
  html(`<script>var a = '<a href="z.whl">';</script><a href="${W}">x</a><style><a href="y.whl"></style>`),
  html(`<script src="x"/><a href="${W}">x</a>`),
  html(`<script><a href="${W}">lost`),
  html(`<a href="${W}">x</a><a href="unfinished.whl`),
  html(`<a href="${W}">x</a><a title="unclosed href=z.whl>z</a><a href=y.whl>y</a>`),
  html(`<a href="${W}"data-yanked="x">glued</a><a\nhref = "${W}"\n>spread</a><a/href="${W}"/>slashes</a>`),
  html(`< a href="no.whl">no tag</a><a href="${W}">x</a><3<a href="${W}">y</a>`),
  html(`<?xml version="1.0"?><!DOCTYPE html [x]><a href="${W}">x</a></a></ a></>`),
  html(`<![CDATA[ <a href="z.whl"> ]]><a href="${W}">x</a>`),
  html(`<abbr href="z.whl">x</abbr><area href="z.whl"><a:b href="z.whl"><a href="${W}">x</a>`),
  html(`<a href="torch-2.0+cu118-cp311.whl">raw plus</a><a href="torch-2.0%2Bcu118-cp311.whl">quoted plus</a>`),
  html(
    `<a href="with space-1.whl">s</a><a href="with%20space-1.whl">q</a><a href="at@x-1.whl">@</a><a href="up%2fx-1.whl">/</a>`,
  ),
  html(
    `<a href="(a)!*'-1.whl">marks</a><a href="ä-1.whl">utf8</a><a href="%E4-1.whl">no utf8</a><a href="100%-1.whl">%</a>`,
  ),
  html(`<a href="${W}?token=a%2Bb&amp;x=1#sha256=9">query</a><a href="${W}#egg=demo&sha256=8">egg</a>`),
  html(
    `<a href="//cdn.test/${W}">scheme</a><a href="HTTP://cdn.test/${W}">upper</a><a href="ftp://cdn.test/${W}">ftp</a>`,
  ),
  html(`<a href="file:///tmp/${W}">file</a><a href="javascript:void(0)">js</a><a href="mailto:a@b.whl">mail</a>`),
  html(`<a href="../demo/./x/../${W}">dots</a><a href="../../../../../${W}">above</a>`),
  html(Buffer.from(`<a href="\xe4.whl">latin</a>`, 'latin1'), 'text/html; charset=iso-8859-1'),
  html(Buffer.from(`<a href="\xe4.whl">latin</a>`, 'latin1'), 'text/html; charset=latin-1'),
  html(Buffer.from(`<a href="\xe4.whl">latin</a>`, 'latin1'), 'text/html'),
  html(Buffer.from(`<a href="${W}">\xff\xfe</a>`, 'latin1')),
  html(`<a href="${W}">x</a>`, 'text/html; charset=no-such'),
  html(`<a href="${W}">x</a>`, 'text/html;charset="UTF8"'),
  html(Buffer.from('<a href="x-1.whl">ä</a>'), 'text/html; charset=us-ascii'),
  html(`\ufeff<a href="${W}">x</a>`),
  html(`<a href="${W}">x</a>`, 'TEXT/HTML'),
  html(`<a href="${W}">x</a>`, 'application/vnd.pypi.simple.v1+html'),
  html(`<a href="${W}">x</a>`, 'application/vnd.pypi.simple.latest+html'),
  html(`<a href="${W}">x</a>`, 'application/xhtml+xml'),
  html(`<a href="${W}">x</a>`, 'application/octet-stream'),
  html(`<a href="${W}">x</a>`, ''),
  html(''),
  api({ meta: { 'api-version': '9.0' }, name: 'demo', files: [] }),
  api({ name: 'demo' }),
  api({ files: null }),
  api({ files: {} }),
  api({ files: [null] }),
  api({ files: ['x'] }),
  api({ files: [{}] }),
  api({ files: [{ url: null }] }),
  api([]),
  api('null'),
  api('"text"'),
  api('{"files": ['),
  api('<html>portal</html>'),
  api(''),
  api(`\ufeff${JSON.stringify({ files: [{ url: W, hashes: {} }] })}`),
  api(Buffer.from(JSON.stringify({ files: [{ url: W, hashes: {} }] }), 'utf16le')),
  api(Buffer.from('{"files": [{"url": "\xe4.whl"}]}', 'latin1')),
  api('{"files": [{"url": "a-1.whl"}], "files": [{"url": "b-1.whl"}]}'),
  api('{"files": [{"url": "a\n-1.whl"}]}'),
  api({ files: [{ url: W }] }, `${JSON_API}; charset=utf-8`),
  file({ hashes: { sha256: 'ABC', blake2b: 'x' } }),
  file({ url: `${W}#sha256=fff`, hashes: { sha256: 'ABC', md5: '1' } }),
  file({ hashes: null }),
  file({ 'requires-python': '>=3.8' }),
  file({ 'requires-python': '' }),
  file({ 'requires-python': null }),
  file({ yanked: true }),
  file({ yanked: false }),
  file({ yanked: '' }),
  file({ yanked: 'reason' }),
  file({ 'core-metadata': { sha256: 'AB' } }),
  file({ 'core-metadata': false, 'dist-info-metadata': { sha256: 'AB' } }),
  file({ 'core-metadata': null, 'dist-info-metadata': { sha256: 'AB' } }),
  file({ 'dist-info-metadata': true }),
  file({ 'core-metadata': {} }),
  file({ 'core-metadata': 'sha256=1' }),
  file({ url: 'https://files.test/a b+c.whl' }),
  file({ url: '' }),
  file({ url: 7 }),
];

function ours({ body, type, url }: Case): Seen {
  const { page, defect } = parseIndexPage(Buffer.from(body as string), type, url, {});
  if (page === null) return defect === 'content-type' ? defect : 'stops';
  return page.files.map(({ filename, url, hashes, requiresPython, yanked, metadata }) => ({
    filename,
    url,
    hashes,
    requiresPython,
    yanked,
    metadata,
  }));
}

async function pips(cases: readonly Case[]): Promise<Seen[]> {
  const encoded = cases.map(({ body, type, url }) => ({
    body: Buffer.from(body as string).toString('base64'),
    type,
    url,
  }));
  const answers = await askOracle<Seen>('pages', encoded);
  return answers.map((seen) => (typeof seen === 'string' ? (seen.split(':', 1)[0] ?? '') : seen.map(known)));
}

/** pip also keeps digests that it cannot check, their spelling, and dots in a path until urllib3 takes them out. */
function known(link: Link): Link {
  const { metadata, hashes, url } = link;
  return {
    ...link,
    ...(url === undefined ? {} : { url: new URL(url).href }),
    ...(hashes === undefined ? {} : { hashes: checkable(hashes) }),
    ...(metadata === undefined || metadata === null ? {} : { metadata: checkable(metadata) }),
  };
}

function checkable(hashes: Readonly<Record<string, unknown>>): Record<string, string> {
  const names = ['sha512', 'sha384', 'sha256', 'sha224', 'sha1', 'md5'];
  const pairs = Object.entries(hashes).filter(([name]) => names.includes(name));
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value).toLowerCase()]));
}

async function compare(cases: readonly Case[]): Promise<void> {
  const answers = await pips(cases);
  cases.forEach((page, at) => {
    const expected = answers[at] ?? 'no answer';
    const seen = ours(page);
    const asked = typeof expected === 'string' ? [] : Object.keys(expected[0] ?? {});
    const comparable =
      typeof seen === 'string'
        ? seen
        : seen.map((link) => Object.fromEntries(Object.entries(link).filter(([name]) => asked.includes(name))));
    assert.deepEqual(comparable, expected, `case ${at}: ${page.type}: ${String(page.body)}`);
  });
}

test('pages of the table are read as pip reads them', async () => {
  await compare(TABLE);
});

const pieces = fc.constantFrom(
  ...['<a ', '<a href=', '<A\n', 'href="', "href='", 'href = ', '">', "'>", '>', '/>', '</a>', '<base href="', '<br>'],
  ...['data-yanked', 'data-yanked="', 'data-requires-python="&gt;=3', 'data-core-metadata="sha256=', '<!doctype html>'],
  ...['x-1.whl', 'x-1.tar.gz', '../y-2.whl', '#sha256=ab', '&amp;', '&#43;', '&lt', ' ', '\n', '/', '=', '"', "'", '<'],
  ...[
    '+',
    '%2B',
    '%zz',
    'ä',
    '(',
    '~',
    '?q=1',
    'https://f.test/',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<p class=x>',
  ],
);

test('pages put together at random are read as pip reads them', async () => {
  const cases = fc
    .sample(fc.array(pieces, { minLength: 1, maxLength: 30 }), { numRuns: 3000, seed: 20261122 })
    .map((parts) => html(parts.join('')));
  await compare(cases);
});

test('JSON pages put together at random are read as pip reads them', async () => {
  const value = fc.oneof(
    fc.constantFrom(null, true, false, '', 'x', 0, 1, 'sha256=aa'),
    fc.constant({ sha256: 'AA' }),
    fc.constant({}),
    fc.constant([]),
  );
  const entry = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record(
        {
          url: fc.oneof(
            { weight: 20, arbitrary: fc.constantFrom(W, `../${W}#md5=a`, 'https://f.test/x-1.zip', 'y.txt') },
            { weight: 1, arbitrary: fc.constantFrom(null, '', 7, true, { sha256: 'AA' }, ['x']) },
          ),
          hashes: fc.oneof(
            { weight: 9, arbitrary: fc.constantFrom({}, { sha256: 'a' }, null) },
            { weight: 1, arbitrary: value },
          ),
          yanked: value,
          'core-metadata': value,
          'dist-info-metadata': value,
          'requires-python': fc.constantFrom(null, '', '>=3'),
        },
        { requiredKeys: ['url'] },
      ),
    },
    { weight: 1, arbitrary: value },
  );
  const cases = fc
    .sample(fc.record({ files: fc.array(entry, { maxLength: 4 }) }), { numRuns: 1000, seed: 20261122 })
    .map((data) => api(data));
  await compare(cases);
});

/** The summary says first what happened and who has to act; it stays small and harmless. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Outcome } from '../../../src/model/outcome.ts';
import { LANGUAGES } from '../../../src/model/plan.ts';
import { maxSummaryBytes, renderNotices, renderSummary } from '../../../src/report/summary.ts';
import { everyNotice } from './every-notice.ts';
import { hostileOutcome } from './hostile-outcome.ts';
import {
  badCertificate,
  candidate,
  certificate,
  decision,
  healthy,
  host,
  now,
  outcome,
  refused,
  silent,
} from './outcome-builder.ts';

const three = [
  healthy('aliyun', 182),
  healthy('pypi', 51),
  badCertificate('tuna', ['expired', 'untrusted-issuer'], -3.2),
];

/** The cells of the table row of one mirror. */
function rowOf(text: string, mirror: string): readonly string[] {
  const line =
    text.split('\n').find((row) => row.startsWith(`| <b>${mirror}</b> |`)) ?? assert.fail(`no row for ${mirror}`);
  return line.split(' | ');
}

test('the summary opens with the decision and its reason', () => {
  const [title, , why] = renderSummary(outcome(three)).split('\n');
  assert.equal(title, '## ✅ pip installs from <b>aliyun</b>');
  assert.match(why ?? '', /^It is the fastest: 900 ms expected .* 1\.3 s for <b>pypi<\/b>/);
});

test('a row tells the certificate by icon and word, days left, issuer, protocol, latency and speed', () => {
  const fast = { throughput: { bytesPerSecond: 11_400_000, bytes: 262_144 } };
  const cells = rowOf(renderSummary(outcome([healthy('aliyun', 182, fast)])), 'aliyun').join(' | ');
  for (const part of [
    /✅ valid/,
    /Let&#39;s&nbsp;Encrypt&nbsp;R11&nbsp;·&nbsp;TLSv1.3/,
    /182&nbsp;days/,
    /25&nbsp;ms/,
    /11\.4&nbsp;MB\/s/,
    /chosen/,
  ]) {
    assert.match(cells, part);
  }
});

test('a refused mirror tells why in words, every fault, what to do and who does it', () => {
  const cells = rowOf(renderSummary(outcome(three)), 'tuna').join(' | ');
  assert.match(cells, /❌ certificate has expired/);
  assert.match(cells, /❌ expired, unknown issuer/);
  assert.match(cells, /<b>The mirror’s operator<\/b>: Renew it/);
  assert.match(cells, /ended&nbsp;3&nbsp;days&nbsp;ago/);
});

test('the mirror’s own words on a refusal are quoted, for the mail to its operator', () => {
  const blocked = refused('waf', ['blocked-user-agent'], { detail: 'blocked, code 61a2 id 8f0e' });
  assert.match(renderSummary(outcome([...three, blocked])), /“blocked&#44; code 61a2 id 8f0e”/);
});

test('a host of the files that is worse than the index is shown, and its end counts', () => {
  const split = healthy('split', 60, { hosts: [host('files.example.org', certificate(2.4))] });
  const cells = rowOf(renderSummary(outcome([split])), 'split').join(' | ');
  assert.match(cells, /✅ valid.*⚠️ <code>files.example.org<\/code>: ends soon, 2 days/);
  assert.match(cells, /\| 2&nbsp;days \|/);
});

test('of two certificates that both end soon, a host’s nearer end is shown', () => {
  const split = healthy('split', 6, { hosts: [host('files.example.org', certificate(2.4))] });
  assert.match(renderSummary(outcome([split])), /<code>files.example.org<\/code>: ends soon, 2 days/);
});

test('a host no worse than the index is not listed again', () => {
  const same = healthy('same', 60, { hosts: [host('files.example.org', certificate(60))] });
  assert.doesNotMatch(renderSummary(outcome([same])), /files\.example\.org/);
});

test('in an audit the most urgent come first and nothing is said of exports', () => {
  const text = renderSummary(
    outcome([healthy('fine', 60), healthy('soon', 2), silent('gone'), badCertificate('dead', ['expired'], -1)], {
      inputs: { mode: 'audit' },
    }),
  );
  const order = ['dead', 'gone', 'soon', 'fine'].map((name) => text.indexOf(`| <b>${name}</b> |`));
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
  assert.match(text, /^## ❌ 3 of 4 mirrors need attention/);
  assert.doesNotMatch(text, /Exported/);
});

test('a tolerated certificate cannot be missed', () => {
  const tuna = candidate('tuna');
  const text = renderSummary(
    outcome([{ ...badCertificate('tuna', ['expired'], -0.4), usable: true, reasons: [] }], {
      decision: decision(tuna, { why: { code: 'expired-tolerated', until: now + 6e8, witness: 'uv.lock' } }),
      notices: everyNotice.filter((notice) => notice.code === 'expired-tolerated'),
    }),
  );
  assert.match(text, /^## ⚠️ .* without checking its expired certificate/);
  assert.match(text, /^> \[!CAUTION\]$/m);
  assert.match(text, /⚠️ <b>chosen<\/b>, but not checked by pip/);
});

test('with forty mirrors the healthy ones are folded, the broken ones stay in sight', () => {
  const forty = Array.from({ length: 40 }, (_, i) =>
    i % 10 === 3 ? badCertificate(`bad-${i}`, ['hostname-mismatch']) : healthy(`good-${i}`),
  );
  const text = renderSummary(outcome(forty));
  const [inSight = '', folded = ''] = text.split('<details>');
  assert.equal(inSight.match(/^\| <b>bad-/gm)?.length, 4);
  assert.match(inSight, /^\| <b>good-0<\/b> \| ✅ <b>chosen/m);
  assert.match(folded, /^<summary>31 more mirrors in good order<\/summary>/);
  assert.equal(text.match(/^\| <b>/gm)?.length, 40);
});

test('what was exported and what may bypass it is listed, without credentials', () => {
  const text = renderSummary(
    outcome(three, {
      variables: { PIP_INDEX_URL: 'https://me:secret@index.example.org/simple/' },
      notices: [
        { code: 'bypass-pip-conf', level: 'warning', facts: { file: '/etc/pip.conf', setting: 'extra-index-url' } },
        {
          code: 'inherited-kept',
          level: 'notice',
          facts: { variable: 'PIP_TRUSTED_HOST', value: 'https://u:secret@h/' },
        },
      ],
    }),
  );
  const [, exported = '', bypass = ''] = /### Exported(.*?)### What may bypass(.*)/s.exec(text) ?? [];
  assert.match(exported, /PIP&#95;INDEX&#95;URL.*index\.example\.org/);
  assert.match(bypass, /pip\.conf.*PIP&#95;TRUSTED&#95;HOST/s);
  assert.doesNotMatch(text, /secret/);
});

test('wrong inputs are a page of their own, a line each', () => {
  const text = renderNotices(
    everyNotice.filter((notice) => notice.code === 'input-problems'),
    'en',
  );
  assert.match(text, /^## ❌ 2 inputs are wrong/);
  assert.match(text, /^- ❌? ?.*<code>fact-input<\/code>.*Did you mean <code>fact-near<\/code>\?$/m);
  assert.match(text, /^- .*<code>fact-other<\/code>/m);
});

test('a thousand mirrors fit into 64 KiB, the most urgent of them', () => {
  const audit = Array.from({ length: 1000 }, (_, i) =>
    i % 3 === 0 ? badCertificate(`bad-${i}`, ['expired'], -1 - (i % 7)) : healthy(`good-${i}`, i + 8),
  );
  for (const language of LANGUAGES) {
    const text = renderSummary(outcome(audit, { inputs: { mode: 'audit', language } }));
    wellFormed(text);
    assert.match(text, language === 'en' ? /\d+ rows left out/ : /省略了 \d+ 行/);
    assert.ok((text.match(/^\| <b>bad-/gm)?.length ?? 0) >= 40);
  }
});

test('whatever peers and users write, the page is well-formed and at most 64 KiB', () => {
  fc.assert(
    fc.property(hostileOutcome, (run) => wellFormed(renderSummary(run))),
    { numRuns: 60 },
  );
});

test('every notice can be shown in both languages', () => {
  for (const language of LANGUAGES) {
    wellFormed(renderSummary(outcome(three, { inputs: { language }, notices: everyNotice })));
    wellFormed(renderNotices(everyNotice, language));
  }
});

test('a run that saw nothing is told as well', () => {
  const nothing: Outcome = { ...outcome([]), pip: null };
  assert.match(renderSummary(nothing), /^## ❌ None of 0 mirrors can be used/);
  wellFormed(renderSummary(nothing));
});

/** Bytes, table rows of equal length, closed tags and fences, nothing but our own markup. */
function wellFormed(text: string): void {
  assert.ok(Buffer.byteLength(text) <= maxSummaryBytes, `${Buffer.byteLength(text)} bytes`);
  assert.equal(text, text.toWellFormed());
  assert.equal(text.match(/^```/gm)?.length ?? 0, text.includes('```mermaid') ? 2 : 0);
  for (const tag of ['details', 'summary', 'small', 'code', 'b', 'i']) {
    assert.equal(
      text.match(new RegExp(`<${tag}>`, 'g'))?.length,
      text.match(new RegExp(`</${tag}>`, 'g'))?.length,
      tag,
    );
  }
  assert.deepEqual(text.match(/<(?!\/?(?:details|summary|small|code|b|i|br)>)/g), null);
  assert.doesNotMatch(text, /undefined|NaN|\[object/);
  let columns = 0;
  for (const line of text.split('\n')) {
    const bars = line.match(/\|/g)?.length ?? 0;
    if (columns === 0) columns = bars;
    assert.equal(bars, line === '' || columns === 0 ? 0 : columns, line);
    if (line === '') columns = 0;
  }
}

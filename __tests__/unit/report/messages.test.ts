/** Every code has words and a remedy in both languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Why } from '../../../src/model/decision.ts';
import { LANGUAGES } from '../../../src/model/plan.ts';
import type { Reason } from '../../../src/model/verdict.ts';
import { reasons } from '../../../src/report/messages/en/reasons.ts';
import { reasonOf, textOf, whyOf } from '../../../src/report/messages.ts';
import { plain } from '../../../src/report/prose.ts';
import { everyNotice, factsToTell } from './every-notice.ts';
import { candidate, decision } from './outcome-builder.ts';

const everyReason: readonly string[] = [
  ...Object.keys(reasons).filter((key) => !/^http-(4xx|5xx|other)$/.test(key)),
  'http-418',
  'http-503',
  'http-302',
];

test('every reason has words, a remedy and somebody who acts, in both languages', () => {
  for (const language of LANGUAGES) {
    for (const reason of everyReason) {
      const { words, remedy, actor } = reasonOf(reason as Reason, language);
      assert.ok(plain(words).length > 2, `${reason}: words in ${language}`);
      assert.match(plain(remedy), /[.。]$/, `${reason}: remedy in ${language}`);
      assert.ok(actor.length > 0);
    }
  }
});

test('a status that has no words of its own is shown with its number', () => {
  assert.equal(plain(reasonOf('http-418', 'en').words), 'request refused (418)');
  assert.equal(plain(reasonOf('http-503', 'zh-CN').words), '服务器出错（503）');
});

test('a reason of the file host says so and gives the inner reason its words', () => {
  const { words } = reasonOf('file-host-certificate-expired', 'en');
  assert.equal(plain(words), 'the host of its files: certificate has expired');
  assert.match(plain(reasonOf('file-host-http-503', 'en').words), /server error \(503\)/);
});

test('an unknown reason is quoted, escaped, and never fails', () => {
  for (const reason of ['file-host-::error::x', 'constructor', 'file-host-file-host-toString', 'http-', '']) {
    assert.doesNotMatch(plain(reasonOf(reason as Reason, 'en').words), /^::|undefined|native code/);
  }
});

test('every notice tells all its facts in both languages', () => {
  for (const language of LANGUAGES) {
    for (const notice of everyNotice) {
      const { title, text, remedy } = textOf(notice, language);
      const all = plain([...title, ...text, ...(remedy ?? [])], 5000);
      for (const fact of factsToTell(notice))
        assert.ok(all.includes(fact), `${notice.code} in ${language} lacks ${fact}: ${all}`);
      assert.doesNotMatch(all, /undefined|NaN|\[object|\$\{/, `${notice.code} in ${language}`);
    }
  }
});

test('every notice has its own page of help', () => {
  const pages = everyNotice.map((notice) => textOf(notice, 'en').docs);
  assert.equal(new Set(pages).size, new Set(everyNotice.map((notice) => notice.code)).size);
});

test('Chinese texts are Chinese, with full-width marks between Chinese words', () => {
  const texts = [
    ...everyNotice.flatMap((notice) => {
      const { title, text, remedy } = textOf(notice, 'zh-CN');
      return [[notice.code, [title, text, remedy ?? []].map((prose) => plain(prose)).join('\n')] as const];
    }),
    ...everyReason.flatMap((reason) => {
      const { words, remedy } = reasonOf(reason as Reason, 'zh-CN');
      return [words, remedy].map((prose) => [reason, plain(prose)] as const);
    }),
  ];
  for (const [code, text] of texts) {
    assert.match(text, /\p{Script=Han}/u, `${code}: ${text}`);
    assert.doesNotMatch(text, /\p{Script=Han}[,;:?!(]|[,;:?!)]\p{Script=Han}/u, `${code}: ${text}`);
  }
});

const whys: readonly Why[] = [
  { code: 'fastest', expectedMs: 1200, nextName: 'pypi', nextMs: 1800 },
  { code: 'fastest', expectedMs: 1200, nextName: null, nextMs: null },
  { code: 'tie', bandPercent: 10, by: 'cache', others: ['pypi', 'bfsu'] },
  { code: 'only-usable' },
  { code: 'first-usable' },
  { code: 'expired-tolerated', until: Date.UTC(2026, 10, 29), witness: 'uv.lock' },
  { code: 'kept', usable: 0 },
  { code: 'offline' },
];

test('every reason of a decision is a sentence in both languages', () => {
  for (const why of whys) {
    for (const language of LANGUAGES) {
      const sentence = plain(whyOf(decision(candidate('tuna'), { why }), language));
      assert.match(sentence, /[.。]$/, sentence);
      assert.doesNotMatch(sentence, /undefined|NaN/);
    }
  }
});

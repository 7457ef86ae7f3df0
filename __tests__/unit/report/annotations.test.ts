/** Annotations fit what a forge shows: few, short, one line, most urgent first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Notice } from '../../../src/model/notice.ts';
import { LANGUAGES } from '../../../src/model/plan.ts';
import { annotationsOf, annotationsOfNotices } from '../../../src/report/annotations.ts';
import { everyNotice } from './every-notice.ts';
import { hostileOutcome } from './hostile-outcome.ts';
import { runnerCommand } from './hostile-text.ts';

const expiring = (daysLeft: number): Notice => ({
  code: 'certificate-expiring',
  level: 'warning',
  facts: { mirror: `m${daysLeft}`, host: 'h', daysLeft },
});

test('at most ten of a level, the soonest end first, the tenth counts the rest', () => {
  const notices = Array.from({ length: 25 }, (_, i) => expiring(25 - i));
  const annotations = annotationsOfNotices(notices, 'en');
  assert.equal(annotations.length, 10);
  assert.equal(annotations[0]?.message, 'h: 24 hours left.\nIts operator has to renew it.');
  assert.equal(annotations[9]?.message, '16 more like these: see the job summary.');
});

test('exactly ten are shown whole', () => {
  const annotations = annotationsOfNotices(
    Array.from({ length: 10 }, (_, i) => expiring(i)),
    'en',
  );
  assert.equal(annotations.length, 10);
  assert.match(annotations[9]?.title ?? '', /m9/);
});

test('a trusted host without checks comes before anything that is merely odd', () => {
  const [first] = annotationsOfNotices(everyNotice, 'en');
  const risky = everyNotice.filter((notice) => notice.code !== 'input-problems');
  assert.match(first?.title ?? '', /wrong inputs/);
  assert.match(annotationsOfNotices(risky, 'en')[0]?.title ?? '', /is trusted without a check/);
});

test('errors come first, and what is only information makes no annotation', () => {
  const notices: readonly Notice[] = [
    { code: 'summary-unavailable', level: 'info', facts: {} },
    { code: 'pip-missing', level: 'notice', facts: { python: null } },
    { code: 'none-usable', level: 'error', facts: { asked: 3 } },
  ];
  assert.deepEqual(
    annotationsOfNotices(notices, 'en').map((annotation) => annotation.level),
    ['error', 'notice'],
  );
});

test('all wrong inputs are named in one annotation', () => {
  for (const language of LANGUAGES) {
    const [only] = annotationsOfNotices(everyNotice.slice(0, 1), language);
    for (const fact of ['fact-input', 'fact-value', 'fact-near', 'fact-other']) assert.ok(only?.message.includes(fact));
  }
});

test('with hostile facts no annotation is too long, broken, or a command', () => {
  fc.assert(
    fc.property(hostileOutcome, (run) => {
      for (const { title, message } of annotationsOf(run)) {
        assert.ok(message.length <= 4096 && title.length <= 400);
        assert.equal(message, message.toWellFormed());
        assert.doesNotMatch(title, /\n/);
        for (const line of [title, ...message.split('\n')]) assert.equal(runnerCommand(line), null, line);
      }
    }),
    { numRuns: 40 },
  );
});

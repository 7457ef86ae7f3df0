/** Runs in which every field that a peer or a user can write is hostile. */
import fc from 'fast-check';
import type { Outcome } from '../../../src/model/outcome.ts';
import { LANGUAGES, MODES } from '../../../src/model/plan.ts';
import type { Reason, Verdict } from '../../../src/model/verdict.ts';
import { everyNotice } from './every-notice.ts';
import { hostileText } from './hostile-text.ts';
import { candidate, certificate, decision, healthy, host, outcome, pip, refused } from './outcome-builder.ts';

const days = fc.double({ min: -4000, max: 20_000, noNaN: true });

const hostileVerdict: fc.Arbitrary<Verdict> = fc
  .record({
    texts: fc.array(hostileText, { minLength: 7, maxLength: 7 }),
    days,
    usable: fc.boolean(),
    unasked: fc.boolean(),
  })
  .map(({ texts, days, usable, unasked }) => {
    const [name = '', issuer = '', subject = '', protocol = '', detail = '', where = '', missing = ''] = texts;
    const own = certificate(days, undefined, { issuer, subject, protocol, names: texts, key: detail });
    const changes: Partial<Verdict> = {
      candidate: candidate(name),
      detail,
      certificate: own,
      hosts: [host(where, certificate(days - 5, ['revoked'], { issuer })), host(name, own, 'index')],
      requirements: { checked: 3, missing: [missing] },
      unasked,
    };
    return usable
      ? healthy(name, days, changes)
      : refused(name, [`file-host-${where}`, where as Reason, 'http-403'], changes);
  });

export const hostileOutcome: fc.Arbitrary<Outcome> = fc
  .record({
    verdicts: fc.array(hostileVerdict, { maxLength: 30 }),
    texts: fc.array(hostileText, { minLength: 4, maxLength: 4 }),
    language: fc.constantFrom(...LANGUAGES),
    mode: fc.constantFrom(...MODES),
  })
  .map(({ verdicts, texts, language, mode }) => {
    const [a = '', b = '', c = '', d = ''] = texts;
    const made = outcome(verdicts, { inputs: { language, mode }, pip: { ...pip, version: a, python: b } });
    return {
      ...made,
      trust: { ...made.trust, path: c },
      decision:
        made.decision &&
        decision(made.decision.mirror, { why: { code: 'tie', bandPercent: 9, by: 'order', others: texts } }),
      variables: { PIP_INDEX_URL: d, [a]: b },
      notices: everyNotice.map(
        (notice) => ({ ...notice, facts: spoil(notice.facts, texts) }) as Outcome['notices'][number],
      ),
    };
  });

/** The same shape with every free string replaced; words of a closed set stay. */
function spoil(value: unknown, texts: readonly string[]): unknown {
  if (typeof value === 'string') return value.includes('fact') ? texts[value.length % texts.length] : value;
  if (Array.isArray(value)) return value.map((item) => spoil(item, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoil(item, texts)]));
}

/** The log says all that the summary says, and no line of it is a command of a runner. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { displayWidth } from '../../../src/report/escape.ts';
import { logOf } from '../../../src/report/log.ts';
import { hostileOutcome } from './hostile-outcome.ts';
import { runnerCommand } from './hostile-text.ts';
import { badCertificate, healthy, outcome, refused, silent } from './outcome-builder.ts';

test('one line a mirror, columns under each other, the reason in words', () => {
  const [mirrors] = logOf(outcome([healthy('aliyun', 182), badCertificate('tuna', ['expired'], -3), silent('gone')]));
  assert.equal(mirrors?.title, 'Mirrors (3)');
  assert.deepEqual(mirrors?.lines, [
    '[=>]  aliyun  valid    182 days          TLSv1.3  25 ms  -  chosen',
    '[no]  tuna    expired  ended 3 days ago  TLSv1.3  25 ms  -  certificate has expired',
    '[no]  gone    -        -                 -        -      -  no answer in time',
  ]);
});

test('columns stay under each other with Chinese words', () => {
  const [mirrors] = logOf(
    outcome([healthy('阿里云', 182), badCertificate('tuna', ['expired'], -3)], { inputs: { language: 'zh-CN' } }),
  );
  const starts = mirrors?.lines.map((line) => displayWidth(line.slice(0, line.indexOf('TLSv1.3'))));
  assert.equal(new Set(starts).size, 1, mirrors?.lines.join('\n'));
});

test('decision and exports follow, without credentials', () => {
  const groups = logOf(
    outcome([healthy('aliyun')], { variables: { PIP_INDEX_URL: 'https://me:secret@index.example.org/simple/' } }),
  );
  const text = groups.flatMap((group) => group.lines).join('\n');
  assert.match(text, /^pip installs from aliyun\nIt is the only one that pip would install from\.$/m);
  assert.match(text, /^PIP_INDEX_URL=https:\/\/\*\*\*@index\.example\.org\/simple\/$/m);
  assert.doesNotMatch(text, /secret/);
});

test('the log says by whose eyes the mirrors were judged', () => {
  const text = logOf(outcome([healthy('aliyun')]))
    .flatMap((group) => group.lines)
    .join('\n');
  assert.match(text, /^pip 26\.1\.2, Python 3\.12\.4\ntrusts the system’s certificates \(\/etc\/ssl\/certs\)$/m);
});

test('the mirror’s own words are quoted in the log', () => {
  const [mirrors] = logOf(outcome([refused('waf', ['http-403'], { detail: 'code 61a2' })]));
  assert.match(mirrors?.lines[0] ?? '', /access denied \(403\): "code 61a2"$/);
});

test('no line of any run is a command of the runner, and each is one line', () => {
  fc.assert(
    fc.property(hostileOutcome, (run) => {
      for (const line of logOf(run).flatMap((group) => [group.title, ...group.lines])) {
        assert.equal(runnerCommand(line), null, line);
        assert.doesNotMatch(line, /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
      }
    }),
    { numRuns: 40 },
  );
});

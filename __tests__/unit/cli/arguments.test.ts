/** The command line takes the action's inputs under their own names, and names every wrong word at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../../../package.json' with { type: 'json' };
import { type Arguments, readArguments } from '../../../src/cli/arguments.ts';
import { VERSION } from '../../../src/cli/version.ts';
import { INPUT_NAMES } from '../../../src/plan/input-defaults.ts';
import { cliTextsOf } from '../../../src/report/cli-texts.ts';

function read(...words: string[]): Arguments {
  const result = readArguments(words);
  assert.ok(result.ok, JSON.stringify(result));
  return result.arguments;
}

function problems(...words: string[]): [string, string, string | null][] {
  const result = readArguments(words);
  assert.ok(!result.ok, 'expected a problem');
  return result.problems.map(({ word, kind, nearest }) => [word, kind, nearest]);
}

test('options are inputs; lists grow, single values are replaced', () => {
  const { inputs } = read('--mirrors', 'tuna', '--mirrors=aliyun', '--timeout', '3', '--timeout=4');
  assert.deepEqual([inputs.mirrors, inputs.timeout], ['tuna\naliyun', '4']);
});

test('flags may be negated, given a value, or stand alone', () => {
  const { inputs } = read('--require-hashes', '--no-confirm', '--issue=false');
  assert.deepEqual([inputs['require-hashes'], inputs.confirm, inputs.issue], ['true', 'false', 'false']);
});

test('at a desk nothing is cached or reused unless asked for', () => {
  assert.deepEqual([read().inputs.cache, read().inputs['reuse-minutes']], ['off', '0']);
  assert.equal(read('--cache', 'auto').inputs.cache, 'auto');
});

test('a mode may stand alone, and what follows -- is left as it is', () => {
  assert.equal(read('audit').inputs.mode, 'audit');
  assert.deepEqual(read('--', 'pip', 'install', '--', '-r', 'x').command, ['pip', 'install', '--', '-r', 'x']);
});

test('every wrong word is told, with what was most likely meant', () => {
  assert.deepEqual(problems('--mirors', 'adit', '--shell', 'bsh', '--timeout'), [
    ['--mirors', 'unknown', '--mirrors'],
    ['adit', 'unknown', 'audit'],
    ['bsh', 'unknown', 'bash'],
    ['--timeout', 'needs-value', null],
  ]);
});

test('what cannot go together is refused', () => {
  assert.deepEqual(problems('--json', '--shell', 'bash')[0]?.slice(0, 2), ['--json', 'conflict']);
  assert.deepEqual(problems('--json', '--', 'pip')[0]?.slice(0, 2), ['--', 'conflict']);
  assert.deepEqual(problems('audit', '--', 'pip')[0]?.slice(0, 2), ['--', 'conflict']);
  assert.deepEqual(problems('--')[0]?.slice(0, 2), ['--', 'no-command']);
});

test('the usage names every input in both languages, within 110 columns', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const { usage } = cliTextsOf(language);
    for (const name of INPUT_NAMES) {
      if (name !== 'mode') assert.match(usage, new RegExp(`--(no-)?${name}\\b`), `${language}: ${name}`);
    }
    for (const line of usage.split('\n')) assert.ok(line.length <= 110, line);
  }
});

test('the version is the package’s', () => {
  assert.equal(VERSION, manifest.version);
});

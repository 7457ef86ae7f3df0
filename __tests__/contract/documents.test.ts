/** Pages that make promises are held to the code that keeps them. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { ADR_FOLDER, adrIndex, decisionFiles } from '../../scripts/adr-list.ts';
import { VERSION } from '../../src/cli/version.ts';
import { rankMirrors } from '../../src/decide/rank.ts';
import { NEUTRAL_USER_AGENT } from '../../src/observe/request-headers.ts';
import { POLITENESS } from '../../src/run/politeness.ts';
import { healthy } from '../unit/report/outcome-builder.ts';
import { linkTargets, readFromRoot } from './markdown-files.ts';
import { readAction } from './read-action.ts';

test('operators are promised exactly what the code keeps to', () => {
  const page = readFromRoot('docs/for-mirror-operators.md');
  const promised = [...page.matchAll(/^\| `(\w+)`: [^|]*\| ([^|]*) \|$/gm)].map(([, key = '', value = '']) => [
    key,
    value,
  ]);
  const kept = Object.entries(POLITENESS).map(([key, value]) => [key, amount(key, value)]);
  assert.deepEqual(promised, kept);
  assert.ok(page.includes(NEUTRAL_USER_AGENT));
});

function amount(key: string, value: number): string {
  if (!/bytes/i.test(key)) return String(value);
  return value >= 1 << 20 ? `${value / (1 << 20)} MiB` : `${value / 1024} KiB`;
}

test('the worked example of the cost model comes out as the program reckons', () => {
  const page = readFromRoot('docs/how-it-decides.md');
  const cost = { requests: 122, bytes: 60_000_000 };
  const rows = [...page.matchAll(/^\| ([^|]+) \| (\d+) ms \| (\d+) MB\/s \|.*\| \**([\d.]+) s\** \|$/gm)];
  const shown = new Map(rows.map(([, name = '', , , seconds]) => [name, Number(seconds)]));
  const verdicts = rows.map(([, name = '', latency, rate], order) => ({
    ...healthy(name),
    candidate: { ...healthy(name).candidate, order, operator: name, family: name },
    timing: { dnsMs: 0, connectMs: 0, tlsMs: 0, firstByteMs: Number(latency) },
    throughput: { bytesPerSecond: Number(rate) * 1e6, bytes: 1 },
  }));
  const { ranked } = rankMirrors(verdicts, cost, null);
  assert.deepEqual(
    ranked.map((entry) => entry.verdict.candidate.name),
    ['far, fat', 'pypi', 'near, thin'],
  );
  assert.deepEqual(
    ranked.map(({ tied }) => tied),
    [true, true, false],
  );
  for (const { verdict, expectedMs } of ranked) {
    assert.equal(Math.round((expectedMs ?? 0) / 100) / 10, shown.get(verdict.candidate.name));
  }
});

test('the READMEs show the benchmark’s own figures', () => {
  const cells = (page: string, begin: string): readonly string[] => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${begin} |`)) ?? '';
    return row.split('|').map((cell) => cell.trim());
  };
  const measured = readFromRoot('docs/performance.md');
  const peers = ['shell recipe', 'chsrc', '… to export, pip confirmed'].map((name) => cells(measured, name));
  const rows = { 'median time to choose': 2, 'median bytes to choose': 4, 'median share of the best speed': 6 };
  for (const [begin, column] of Object.entries(rows)) {
    const shown = cells(readFromRoot('README.md'), begin).slice(4, 7);
    assert.deepEqual(
      shown,
      peers.map((peer) => peer[column]),
      begin,
    );
    for (const figure of shown) assert.ok(readFromRoot('README.zh-CN.md').includes(`| ${figure} |`), figure);
  }
});

test('every row of the threat model names a proof', () => {
  const rows = readFromRoot('docs/threat-model.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| Who') && !line.startsWith('| ---'));
  assert.ok(rows.length > 10);
  for (const row of rows) {
    const proof = row.split('|').at(-2) ?? '';
    assert.ok(
      linkTargets(proof).some((target) => /\.test\.ts$|release\.yml$/.test(target)),
      row,
    );
  }
});

test('the index of decisions is complete, and each fits on a page: npm run docs:adr', () => {
  assert.equal(readFromRoot('docs/adr/README.md'), adrIndex());
  const numbers = decisionFiles().map((file) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1] ?? file);
  assert.deepEqual(numbers, [...new Set(numbers)]);
  for (const file of decisionFiles()) {
    const text = readFileSync(join(ADR_FOLDER, file), 'utf8');
    assert.match(text, new RegExp(`^# 0*${Number(file.slice(0, 4))}\\b`), file);
    assert.ok(text.split('\n').length <= 60, `${file} is longer than a page`);
  }
});

test('the Marketplace takes name, description and branding', () => {
  const action = parse(readFromRoot('action.yml')) as { branding?: { icon?: string; color?: string } };
  assert.ok(readAction(readFromRoot('action.yml')).description.length < 125);
  const colours = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];
  assert.ok(colours.includes(action.branding?.color ?? ''));
  assert.match(action.branding?.icon ?? '', /^[a-z]+(-[a-z]+)*$/);
});

test('the version is the same wherever it stands', () => {
  const read = (file: string) => JSON.parse(readFromRoot(file)) as { version: string; packages?: { '': object } };
  const { version } = read('package.json');
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.equal(VERSION, version);
  assert.equal(read('package-lock.json').version, version);
  assert.deepEqual(read('package-lock.json').packages?.[''], { ...read('package-lock.json').packages?.[''], version });
  assert.match(readFromRoot('CHANGELOG.md'), new RegExp(`^## (Unreleased|${version.replaceAll('.', '\\.')})$`, 'm'));
});

test('the pictures of the READMEs are small', () => {
  for (const scheme of ['light', 'dark']) {
    const { size } = statSync(new URL(`../../docs/images/summary-${scheme}.png`, import.meta.url));
    assert.ok(size < 200_000, scheme);
  }
});

/**
 * The certificate verdict is pip's verdict: the machine's own pip against every case and every way to name a bundle.
 * `npm run parity` does the same with many pips. A child is forked for each case, which Windows cannot.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { rulesOf } from '../../src/observe/trust-rules.ts';
import { cleanEnvironment, machinePython } from '../lab/environment.ts';
import { type ParityBench, startBench } from '../parity/bench.ts';
import { compareCases, compareTrust, type Row } from '../parity/compare.ts';
import { askCase } from '../parity/our-verdict.ts';
import type { RealPip } from '../parity/real-pip.ts';

const skip = process.platform === 'win32' ? 'needs fork()' : false;

let folder: string;
let bench: ParityBench;
let pip: RealPip;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parity-'));
  bench = await startBench(folder);
  pip = { label: 'as installed', python: machinePython(), env: cleanEnvironment(join(folder, 'home')) };
});
after(async () => {
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

const disagreements = (rows: readonly Row[]) =>
  rows
    .filter(({ agreed }) => !agreed)
    .map(({ id, pipAccepts, said }) => `${id}: pip ${pipAccepts ? 'accepts' : 'refuses'}, we say ${said}`);

describe('the machine’s own pip', { skip }, () => {
  test('accepts and refuses the very servers that we accept and refuse', async () => {
    const rows = await compareCases(pip, bench.cases);
    assert.ok(rows.length >= 200, `${rows.length} cases`);
    assert.ok(rows.some(({ pipAccepts }) => pipAccepts) && rows.some(({ pipAccepts }) => !pipAccepts));
    assert.deepEqual(disagreements(rows), []);
  });
  test('trusts whom we say that it trusts, by every setting', async () => {
    const rows = await compareTrust(pip, bench.trust);
    assert.ok(rows.some(({ pipAccepts }) => pipAccepts) && rows.some(({ pipAccepts }) => !pipAccepts));
    assert.deepEqual(disagreements(rows), []);
  });
});

test('every fault of every case is named, under the newest pip’s rules', async () => {
  const wrong: string[] = [];
  for (const one of bench.cases) {
    const trust = {
      source: 'file',
      path: one.bundle,
      anchors: [await readFile(one.bundle, 'utf8')],
      rules: rulesOf(null),
      clientCertificate: one.clientCertificate === null ? null : await readFile(one.clientCertificate, 'utf8'),
      problem: null,
    } as const;
    const { certificate } = await askCase(one, trust);
    const found = certificate?.faults.join() ?? 'no verdict';
    if (found !== one.case.faults.join()) wrong.push(`${one.id}: ${found} where ${one.case.faults.join()} holds`);
    if (certificate?.disagreement && !one.id.startsWith('intermediate of the unknown root'))
      wrong.push(`${one.id}: OpenSSL disagrees`);
  }
  assert.deepEqual(wrong, []);
});

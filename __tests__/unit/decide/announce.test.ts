/** Once each: what a team is told while a clock moves over a certificate's last days and past its renewal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announce } from '../../../src/decide/announce.ts';
import { sightingsOf } from '../../../src/decide/sightings.ts';
import type { AnnouncedByHost, Announcement, Probe } from '../../../src/model/audit.ts';
import type { CertificateFault, CertificateVerdict } from '../../../src/model/verdict.ts';
import { probe } from '../report/outcome-builder.ts';

const DAY = 86_400_000;
const END = Date.UTC(2026, 5, 30, 12);
const WARN = [7, 3, 1];

interface Leaf {
  readonly print: string;
  readonly notAfter: number;
  readonly lifetimeDays?: number;
  readonly faults?: readonly CertificateFault[];
}

function certificate(leaf: Leaf, now: number): CertificateVerdict {
  const { print, notAfter } = leaf;
  const notBefore = notAfter - (leaf.lifetimeDays ?? 90) * DAY;
  const faults: CertificateFault[] = [...(notAfter <= now ? (['expired'] as const) : []), ...(leaf.faults ?? [])];
  const issuer = 'CN=Lab CA';
  const entry = { subject: `CN=${print}`, issuer, notBefore, serialNumber: '01', faults };
  return {
    status: faults[0] ?? 'valid',
    faults,
    subject: `CN=${print}`,
    issuer,
    names: ['mirror.test'],
    notBefore,
    notAfter,
    daysLeft: (notAfter - now) / DAY,
    fingerprint256: print,
    key: 'EC P-256',
    protocol: 'TLSv1.3',
    chain: [
      { ...entry, notAfter, fingerprint256: print },
      { ...entry, notAfter: END + 3650 * DAY, fingerprint256: 'ca', faults: [] },
    ],
    disagreement: false,
    onlyExpired: faults.length === 1 && faults[0] === 'expired',
  };
}

const seenNode = (leaf: Leaf | null, now: number, address = '127.0.0.1'): Probe =>
  probe({ address, certificate: leaf === null ? null : certificate(leaf, now) });

/** A channel with a memory: each call is one audit. */
function channel(before: AnnouncedByHost = {}) {
  let told = before;
  return (leaves: Leaf | null | readonly (Leaf | null)[], now: number): readonly Announcement[] => {
    const probes = [leaves].flat().map((leaf, index) => seenNode(leaf, now, `127.0.0.${index + 1}`));
    const telling = announce(sightingsOf(probes, now), told, WARN, now);
    // The state goes through JSON between two runs.
    told = JSON.parse(JSON.stringify(telling.told));
    return telling.announcements;
  };
}

const short = (list: readonly Announcement[]) => list.map(({ kind, threshold }) => `${kind}${threshold ?? ''}`);

const OLD: Leaf = { print: 'old', notAfter: END };
const NEW: Leaf = { print: 'new', notAfter: END + 90 * DAY };

test('a clock moved over the last days tells each threshold, each day of the lapse and the renewal once', () => {
  const audit = channel();
  const heard: string[] = [];
  const moments: readonly [number, Leaf][] = [
    [10, OLD],
    [7, OLD],
    [5, OLD],
    [3, OLD],
    [2, OLD],
    [1, OLD],
    [0.2, OLD],
    [0, OLD],
    [-1, OLD],
    [-1.5, NEW],
    [-30, NEW],
  ];
  for (const [daysLeft, leaf] of moments) {
    for (const again of [0, 1]) {
      // A second run in the same hour has nothing to add.
      const said = short(audit(leaf, END - daysLeft * DAY + again * 60_000));
      heard.push(...said.map((word) => `${daysLeft}/${again} ${word}`));
    }
  }
  assert.deepEqual(heard, [
    '7/0 expiring7',
    '3/0 expiring3',
    '1/0 expiring1',
    '0/0 expired',
    '-1/0 expired',
    '-1.5/0 healed',
  ]);
});

test('thresholds that passed between two audits are told as one, the most urgent', () => {
  assert.deepEqual(short(channel()(OLD, END - 0.5 * DAY)), ['expiring1']);
});

test('a lost state costs one repeated alert and no more', () => {
  const audit = channel();
  audit(OLD, END - 2.5 * DAY);
  const forgetful = channel();
  assert.deepEqual(short(forgetful(OLD, END - 2.4 * DAY)), ['expiring3']);
  assert.deepEqual(short(forgetful(OLD, END - 2.3 * DAY)), []);
});

test('a renewal that nobody was warned about is no news', () => {
  const audit = channel();
  audit(OLD, END - 20 * DAY);
  assert.deepEqual(short(audit(NEW, END - 19 * DAY)), []);
});

test('a mirror that flaps between old and new certificate is declared renewed once', () => {
  const audit = channel();
  const heard = [OLD, NEW, OLD, NEW, OLD, NEW].map((leaf, hour) =>
    short(audit(leaf, END - 5 * DAY + hour * 3_600_000)),
  );
  assert.deepEqual(heard, [['expiring7'], ['healed'], [], [], [], []]);
});

test('one stale node behind a name is told with its address, and the name is healed only when all nodes are', () => {
  const audit = channel();
  const [stale, ...rest] = audit([NEW, OLD], END - 2 * DAY);
  assert.equal(stale?.kind, 'expiring');
  assert.deepEqual(stale?.addresses, ['127.0.0.2']);
  assert.deepEqual(rest, []);
  assert.deepEqual(short(audit([NEW, OLD], END - 1.9 * DAY)), []);
  assert.deepEqual(short(audit([NEW, NEW], END - 1.8 * DAY)), ['healed']);
});

test('a fault is told once for a certificate; another fault, or the same after it was mended, is told again', () => {
  const audit = channel();
  const broken = (...faults: CertificateFault[]): Leaf => ({ ...NEW, faults });
  const states = [
    broken('incomplete-chain'),
    broken('incomplete-chain'),
    broken('incomplete-chain', 'weak'),
    NEW,
    NEW,
    broken('incomplete-chain'),
  ];
  const heard = states.map((leaf, hour) => short(audit(leaf, END + hour * 3_600_000)));
  assert.deepEqual(heard, [['refused'], [], ['refused'], ['healed'], [], ['refused']]);
});

test('a host that cannot be reached is neither trouble nor health', () => {
  const audit = channel();
  audit(OLD, END - 2 * DAY);
  assert.deepEqual(short(audit(null, END - 1.5 * DAY)), []);
  assert.deepEqual(short(audit(OLD, END - 1.4 * DAY)), []);
  assert.deepEqual(short(audit(NEW, END - 1.3 * DAY)), ['healed']);
});

test('the most urgent comes first', () => {
  const now = END - 2 * DAY;
  const at = (host: string, leaf: Leaf): Probe => ({ ...seenNode(leaf, now), host });
  const probes = [
    at('three.test', OLD),
    at('fault.test', { ...NEW, print: 'f', faults: ['self-signed'] }),
    at('gone.test', { print: 'x', notAfter: now - DAY }),
    at('one.test', { print: 'y', notAfter: now + DAY }),
  ];
  const { announcements } = announce(sightingsOf(probes, now), {}, WARN, now);
  assert.deepEqual(
    announcements.map(({ host }) => host),
    ['gone.test', 'fault.test', 'one.test', 'three.test'],
  );
});

test('an intermediate that ends first is the certificate that is announced, and its renewal heals', () => {
  const now = END - 2 * DAY;
  const leaf = certificate(NEW, now);
  const chain = leaf.chain.map((entry, index) => (index === 1 ? { ...entry, notBefore: 0, notAfter: END } : entry));
  const seen = { ...seenNode(NEW, now), certificate: { ...leaf, chain, daysLeft: 2 } };
  const first = announce(sightingsOf([seen], now), {}, WARN, now);
  assert.deepEqual(
    first.announcements.map(({ kind, fingerprint256, notAfter }) => [kind, fingerprint256, notAfter]),
    [['expiring', 'ca', END]],
  );
  const later = announce(sightingsOf([seenNode(NEW, now)], now), first.told, WARN, now);
  assert.deepEqual(short(later.announcements), ['healed']);
});

test('what is remembered stays small: healthy hosts and long-gone certificates take no room', () => {
  const healthy = announce(sightingsOf([seenNode(NEW, END)], END), {}, WARN, END);
  assert.deepEqual(healthy.told, {});
  const gone = announce(new Map(), { 'x:1': [{ ...memory('x'), notAfter: END }] }, WARN, END + 31 * DAY);
  assert.deepEqual(gone.told, {});
  const many = Array.from({ length: 50 }, (_, index) => ({ ...memory(`m${index}`), notAfter: END + index }));
  const kept = announce(sightingsOf([seenNode(NEW, END)], END), { 'mirror.test:443': many }, WARN, END);
  assert.equal(kept.told['mirror.test:443']?.length, 16);
});

test('a certificate of six days is not in its last seven days all its life', () => {
  const audit = channel();
  const weekly: Leaf = { print: 'six', notAfter: END, lifetimeDays: 6 };
  assert.deepEqual(short(audit(weekly, END - 5 * DAY)), []);
  assert.deepEqual(short(audit(weekly, END - 1.9 * DAY)), ['expiring7']);
});

function memory(fingerprint256: string) {
  return { fingerprint256, notAfter: 0, threshold: null, lapsedOn: null, faults: [], healed: false };
}

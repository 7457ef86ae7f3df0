/** What is worth telling, each thing once: thresholds, lapses, other faults, and the end of the trouble. */
import { daysUntil, reachedThreshold } from '../judge/lifetime.ts';
import type { Announced, AnnouncedByHost, Announcement, AnnouncementKind } from '../model/audit.ts';
import type { Sighting } from './sightings.ts';

const DAY_MS = 86_400_000;

/** Certificates that ended so long ago, and are not seen any more, are forgotten. */
const FORGET_MS = 30 * DAY_MS;

/** Memories kept of one host: a name with many stale nodes must not fill the state. */
const MOST_PER_HOST = 16;

const URGENCY: readonly AnnouncementKind[] = ['expired', 'refused', 'expiring', 'healed'];

/** What to tell, most urgent first, and what will then have been told. */
export interface Telling {
  readonly announcements: readonly Announcement[];
  readonly told: AnnouncedByHost;
}

/**
 * Compares what was seen with what was told before.
 *
 * - A threshold is told once for a certificate; of several that passed since the last audit only the smallest.
 * - A lapse is told once a day (UTC), any other fault once for a certificate and set of faults.
 * - The end of the trouble is told once, when no address shows a troubled certificate any more. A mirror that flaps
 *   between its old and new certificate while a CDN rolls out is not told again and again.
 * - A host that showed no certificate this time keeps its memory: silence is neither trouble nor health.
 *
 * `seen` is by 'host:port' (see `sightingsOf`), `now` epoch milliseconds, `warnDays` descending.
 */
export function announce(
  seen: ReadonlyMap<string, readonly Sighting[]>,
  before: AnnouncedByHost,
  warnDays: readonly number[],
  now: number,
): Telling {
  const announcements: Announcement[] = [];
  const told: Record<string, readonly Announced[]> = {};
  for (const [key, memories] of Object.entries(before)) {
    const kept = memories.filter((memory) => memory.notAfter + FORGET_MS > now);
    if (!seen.has(key) && kept.length > 0) told[key] = kept;
  }
  for (const [key, sightings] of seen) {
    const host = announceHost(sightings, before[key] ?? [], warnDays, now);
    announcements.push(...host.announcements);
    if (host.memories.length > 0) told[key] = host.memories;
  }
  return { announcements: announcements.toSorted(byUrgency), told };
}

/** Most urgent first: the kind, then the days left. */
function byUrgency(a: Announcement, b: Announcement): number {
  return URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0);
}

interface HostTelling {
  readonly announcements: readonly Announcement[];
  readonly memories: readonly Announced[];
}

function announceHost(
  sightings: readonly Sighting[],
  before: readonly Announced[],
  warnDays: readonly number[],
  now: number,
): HostTelling {
  const memories = new Map(before.map((memory) => [memory.fingerprint256, memory]));
  const announcements: Announcement[] = [];
  let troubled = false;
  for (const sighting of sightings) {
    const { fingerprint256 } = sighting.ending;
    const trouble = troubleOf(sighting, warnDays);
    if (trouble === null) continue;
    troubled = true;
    const memory = memories.get(fingerprint256) ?? nothingTold(sighting);
    const next = tell(trouble, memory, now);
    memories.set(fingerprint256, next ?? memory);
    if (next !== null) announcements.push(announcementOf(trouble.kind, sighting, trouble.threshold));
  }
  const [healthy] = sightings;
  if (!troubled && healthy !== undefined) announcements.push(...heal(healthy, sightings, memories));
  return { announcements, memories: keepOf(memories, sightings, now) };
}

interface Trouble {
  readonly kind: 'expired' | 'refused' | 'expiring';
  readonly threshold: number | null;
  readonly faults: string;
}

function troubleOf({ certificate, ending }: Sighting, warnDays: readonly number[]): Trouble | null {
  const faults = certificate.faults.join(',');
  if (certificate.faults.includes('expired')) return { kind: 'expired', threshold: null, faults };
  if (faults !== '') return { kind: 'refused', threshold: null, faults };
  const lifetime = daysUntil(ending.notAfter, ending.notBefore);
  const threshold = reachedThreshold(certificate.daysLeft, lifetime, warnDays);
  return threshold === null ? null : { kind: 'expiring', threshold, faults };
}

/** The memory after telling of `trouble`; null when it has been told already. */
function tell(trouble: Trouble, memory: Announced, now: number): Announced | null {
  const { kind, threshold, faults } = trouble;
  if (kind === 'expired') {
    const today = new Date(now).toISOString().slice(0, 10);
    return memory.lapsedOn === today ? null : { ...memory, lapsedOn: today, healed: false };
  }
  if (kind === 'refused') {
    const known = memory.faults.includes(faults);
    return known ? null : { ...memory, faults: [...memory.faults, faults], healed: false };
  }
  const news = threshold !== null && (memory.threshold === null || threshold < memory.threshold);
  return news ? { ...memory, threshold, healed: false } : null;
}

/** Declares the troubles of one host over; empty when there were none, or when that was told before. */
function heal(
  healthy: Sighting,
  sightings: readonly Sighting[],
  memories: Map<string, Announced>,
): readonly Announcement[] {
  const open = [...memories.values()].filter((memory) => !memory.healed);
  if (open.length === 0) return [];
  const seen = new Set(sightings.map((sighting) => sighting.ending.fingerprint256));
  // A flap back to a certificate whose arrival was told: nothing new, unless that certificate itself was mended.
  const toldBefore =
    sightings.every((sighting) => memories.get(sighting.ending.fingerprint256)?.healed === true) &&
    !open.some((memory) => seen.has(memory.fingerprint256));
  for (const memory of open) {
    // What broke and was mended may break again: only thresholds of a replaced certificate stay told.
    const mended = seen.has(memory.fingerprint256) ? { threshold: null, lapsedOn: null, faults: [] } : {};
    memories.set(memory.fingerprint256, { ...memory, ...mended, healed: true });
  }
  for (const sighting of sightings) {
    const { fingerprint256 } = sighting.ending;
    memories.set(fingerprint256, { ...(memories.get(fingerprint256) ?? nothingTold(sighting)), healed: true });
  }
  return toldBefore ? [] : [announcementOf('healed', healthy, null)];
}

function keepOf(
  memories: ReadonlyMap<string, Announced>,
  sightings: readonly Sighting[],
  now: number,
): readonly Announced[] {
  const seen = new Set(sightings.map((sighting) => sighting.ending.fingerprint256));
  return [...memories.values()]
    .filter((memory) => seen.has(memory.fingerprint256) || memory.notAfter + FORGET_MS > now)
    .toSorted((a, b) => b.notAfter - a.notAfter)
    .slice(0, MOST_PER_HOST);
}

function nothingTold({ ending }: Sighting): Announced {
  const { fingerprint256, notAfter } = ending;
  return {
    fingerprint256,
    notAfter: finite(notAfter) ?? 0,
    threshold: null,
    lapsedOn: null,
    faults: [],
    healed: false,
  };
}

function announcementOf(kind: AnnouncementKind, sighting: Sighting, threshold: number | null): Announcement {
  const { host, port, mirrors, addresses, certificate, ending } = sighting;
  return {
    kind,
    host,
    port,
    mirrors,
    addresses,
    threshold,
    daysLeft: finite(certificate.daysLeft),
    notAfter: finite(ending.notAfter),
    fingerprint256: ending.fingerprint256,
    subject: certificate.subject,
    issuer: certificate.issuer,
    faults: certificate.faults,
  };
}

/** A failed handshake and plain http have no dates. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

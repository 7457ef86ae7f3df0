/** The certificates of an audit, each once for every host that showed it, with the addresses where it was seen. */
import type { Probe } from '../model/audit.ts';
import type { CertificateVerdict, ChainEntry } from '../model/verdict.ts';

const DAY_MS = 86_400_000;

/** One certificate at one host. */
export interface Sighting {
  readonly host: string;
  readonly port: number;
  readonly mirrors: readonly string[];
  /** Where it was seen, when the host showed another certificate elsewhere; else empty. */
  readonly addresses: readonly string[];
  readonly certificate: CertificateVerdict;
  /** The member of the chain that ends soonest. */
  readonly ending: { readonly fingerprint256: string; readonly notBefore: number; readonly notAfter: number };
}

/** 'host:port' of a probe or sighting; IPv6 literals in brackets. */
export function hostKey(place: { readonly host: string; readonly port: number }): string {
  return `${place.host.includes(':') ? `[${place.host}]` : place.host}:${place.port}`;
}

/** All sightings by `hostKey`, in the order of the probes. Hosts that could not be reached are missing. */
export function sightingsOf(probes: readonly Probe[], now: number): Map<string, Sighting[]> {
  const found = new Map<string, Map<string, { probes: Probe[]; certificate: CertificateVerdict }>>();
  for (const probe of probes) {
    if (probe.certificate === null) continue;
    const key = hostKey(probe);
    const atHost = found.get(key) ?? new Map();
    found.set(key, atHost);
    // The same leaf may be served with another chain by one stale node: that is another sighting.
    const { fingerprint256, faults } = probe.certificate;
    const id = [fingerprint256, endingOf(probe.certificate, now).fingerprint256, ...faults].join(' ');
    const same = atHost.get(id);
    if (same === undefined) atHost.set(id, { probes: [probe], certificate: probe.certificate });
    else same.probes.push(probe);
  }
  return new Map([...found].map(([key, atHost]) => [key, sightingsAtHost([...atHost.values()], now)]));
}

function sightingsAtHost(
  groups: readonly { probes: Probe[]; certificate: CertificateVerdict }[],
  now: number,
): Sighting[] {
  return groups.flatMap(({ probes, certificate }) => {
    const [first] = probes;
    if (first === undefined) return [];
    const addresses = groups.length === 1 ? [] : probes.flatMap((probe) => probe.address ?? []);
    return [
      {
        host: first.host,
        port: first.port,
        mirrors: [...new Set(probes.map((probe) => probe.mirror))],
        addresses: [...new Set(addresses)],
        certificate,
        ending: endingOf(certificate, now),
      },
    ];
  });
}

/** The chain member whose end is the one that the verdict counts (`daysLeft`). */
function endingOf(certificate: CertificateVerdict, now: number): Sighting['ending'] {
  const end = now + certificate.daysLeft * DAY_MS;
  const distance = (entry: ChainEntry) => Math.abs(entry.notAfter - end);
  const [first, ...others] = certificate.chain;
  if (first === undefined) return certificate;
  return others.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best), first);
}

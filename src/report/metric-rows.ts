/** What the metrics of an audit say, one row each. Those of blackbox_exporter have its names, labels and help texts. */
import type { Probe } from '../model/audit.ts';
import type { Outcome } from '../model/outcome.ts';
import type { CertificateVerdict, ChainEntry, Verdict } from '../model/verdict.ts';
import { addressHash } from './address-hash.ts';

export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** One metric: how it is told of a probe or of a mirror; none where the fact is not known. */
export interface Metric<Of> {
  readonly name: string;
  readonly help: string;
  readonly samples: (of: Of) => readonly Sample[];
}

function gauge(value: number | null): readonly Sample[] {
  return value === null || !Number.isFinite(value) ? [] : [{ labels: {}, value }];
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

export const PROBE_METRICS: readonly Metric<Probe>[] = [
  {
    name: 'probe_success',
    help: 'Displays whether or not the probe was a success',
    samples: ({ reasons }) => gauge(reasons.length === 0 ? 1 : 0),
  },
  {
    name: 'probe_duration_seconds',
    help: 'Returns how long the probe took to complete in seconds',
    samples: ({ durationMs }) => gauge(durationMs / 1000),
  },
  {
    name: 'probe_dns_lookup_time_seconds',
    help: 'Returns the time taken for probe dns lookup in seconds',
    samples: ({ timing }) => gauge(seconds(timing?.dnsMs ?? null)),
  },
  {
    name: 'probe_ip_protocol',
    help: 'Specifies whether probe ip protocol is IP4 or IP6',
    samples: ({ family }) => gauge(family),
  },
  {
    name: 'probe_ip_addr_hash',
    help: "Specifies the hash of IP address. It's useful to detect if the IP address changes.",
    samples: ({ address }) => gauge(address === null ? null : addressHash(address)),
  },
  {
    name: 'probe_http_duration_seconds',
    help: 'Duration of http request by phase, summed over all redirects',
    samples: phasesOf,
  },
  {
    name: 'probe_http_status_code',
    help: 'Response HTTP status code',
    samples: ({ http, asked }) => gauge(asked ? (http?.status ?? 0) : null),
  },
  {
    name: 'probe_http_ssl',
    help: 'Indicates if SSL was used for the final redirect',
    samples: ({ http }) => gauge(http === null ? null : http.secure ? 1 : 0),
  },
  {
    name: 'probe_http_redirects',
    help: 'The number of redirects',
    samples: ({ http }) => gauge(http?.redirects ?? null),
  },
  {
    name: 'probe_http_version',
    help: 'Returns the version of HTTP of the probe response',
    samples: ({ http }) => gauge(http?.version == null ? null : Number(http.version)),
  },
  {
    name: 'probe_http_content_length',
    help: 'Length of http content response',
    // As the exporter says it: -1 where the header says nothing.
    samples: ({ http }) => gauge(http === null ? null : (http.contentLength ?? -1)),
  },
  {
    name: 'probe_http_uncompressed_body_length',
    help: 'Length of uncompressed response body',
    samples: ({ http }) => gauge(http?.bodyBytes ?? null),
  },
  {
    name: 'probe_http_last_modified_timestamp_seconds',
    help: 'Returns the Last-Modified HTTP response header in unixtime',
    samples: ({ http }) => gauge(seconds(http?.lastModified ?? null)),
  },
  {
    name: 'probe_ssl_earliest_cert_expiry',
    help: 'Returns last SSL chain expiry in unixtime',
    samples: ({ certificate }) => gauge(seconds(earliestEnd(sentChain(certificate)))),
  },
  {
    name: 'probe_ssl_last_chain_expiry_timestamp_seconds',
    help: 'Returns last SSL chain expiry in timestamp',
    // Only of a chain that pip accepts; the exporter's -62135596800 for "none" is left out.
    samples: ({ certificate }) =>
      gauge(certificate?.faults.length === 0 ? seconds(earliestEnd(certificate.chain)) : null),
  },
  {
    name: 'probe_ssl_last_chain_info',
    help: 'Contains SSL leaf certificate information',
    samples: ({ certificate }) => leafInfo(certificate),
  },
  {
    name: 'probe_tls_version_info',
    help: 'Returns the TLS version used or NaN when unknown',
    samples: ({ certificate }) => named('version', certificate?.protocol?.replace(/^TLSv/, 'TLS ') ?? null),
  },
  {
    name: 'probe_tls_cipher_info',
    help: 'Returns the TLS cipher negotiated during handshake',
    samples: ({ cipher }) => named('cipher', cipher),
  },
  {
    name: 'pip_mirror_certificate_fault',
    help: 'Faults for which pip refuses the certificate, one series for each',
    samples: ({ certificate }) => (certificate?.faults ?? []).map((fault) => ({ labels: { fault }, value: 1 })),
  },
  {
    name: 'pip_mirror_certificate_not_after_timestamp_seconds',
    help: 'End of each certificate of the chain that pip builds, by its depth (0 is the leaf)',
    samples: ({ certificate }) =>
      (certificate?.chain ?? []).map(({ subject, notAfter }, depth) => ({
        labels: { depth: String(depth), subject },
        value: notAfter / 1000,
      })),
  },
];

export const MIRROR_METRICS: readonly Metric<Verdict>[] = [
  {
    name: 'pip_mirror_usable',
    help: 'Whether pip would install from the mirror',
    samples: ({ usable }) => gauge(usable ? 1 : 0),
  },
  {
    name: 'pip_mirror_reason',
    help: 'Why pip would not install from the mirror, one series for each reason',
    samples: ({ reasons }) => reasons.map((reason) => ({ labels: { reason }, value: 1 })),
  },
  {
    name: 'pip_mirror_serial_behind',
    help: "Serials by which the mirror's index page is behind the newest one",
    samples: ({ freshness }) => gauge(freshness?.behind ?? null),
  },
];

export const AUDIT_TIME: Metric<Outcome> = {
  name: 'pip_mirror_audit_timestamp_seconds',
  help: 'When the audit began',
  samples: ({ startedAt }) => gauge(startedAt / 1000),
};

function named(label: string, text: string | null): readonly Sample[] {
  return text === null || text === '' ? [] : [{ labels: { [label]: text }, value: 1 }];
}

function phasesOf({ timing, http, asked }: Probe): readonly Sample[] {
  if (!asked) return [];
  const phases: readonly (readonly [string, number | null])[] = [
    ['resolve', timing?.dnsMs ?? null],
    ['connect', timing?.connectMs ?? null],
    ['tls', timing?.tlsMs ?? null],
    ['processing', http === null ? null : (timing?.firstByteMs ?? null)],
    ['transfer', http?.bodyMs ?? null],
  ];
  return phases.map(([phase, ms]) => ({ labels: { phase }, value: (ms ?? 0) / 1000 }));
}

/** What the server sent, as far as the path shows it: without the root, which pip has itself. */
function sentChain(certificate: CertificateVerdict | null): readonly ChainEntry[] {
  const chain = certificate?.chain ?? [];
  return chain.filter(({ subject, issuer }, depth) => depth === 0 || subject !== issuer);
}

function earliestEnd(chain: readonly ChainEntry[]): number | null {
  return chain.length === 0 ? null : Math.min(...chain.map(({ notAfter }) => notAfter));
}

function leafInfo(certificate: CertificateVerdict | null): readonly Sample[] {
  const [leaf] = certificate?.chain ?? [];
  if (certificate === null || leaf === undefined) return [];
  const labels = {
    fingerprint_sha256: leaf.fingerprint256,
    subject: leaf.subject,
    issuer: leaf.issuer,
    subjectalternative: certificate.names.filter((name) => !isAddress(name)).join(','),
    // Go prints the number's bytes: no leading zero byte.
    serialnumber: leaf.serialNumber.replace(/^(00)+(?=.)/, ''),
  };
  return [{ labels, value: 1 }];
}

function isAddress(name: string): boolean {
  return name.includes(':') || /^\d+(\.\d+){3}$/.test(name);
}

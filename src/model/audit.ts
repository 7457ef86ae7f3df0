/** What an audit adds to the run: each address of each host apart, and what is announced of it. */
import type { Timing } from './observation.ts';
import type { CertificateFault, CertificateVerdict, Reason } from './verdict.ts';

/** One address of one host on pip's way, asked by itself. Strings from the peer are hostile text. */
export interface Probe {
  /** Name of the candidate on whose way the host lies. */
  readonly mirror: string;
  /** URL asked at this host, without credentials. */
  readonly url: string;
  /** Lower case, no brackets. */
  readonly host: string;
  readonly port: number;
  readonly role: 'index' | 'file' | 'redirect';
  /** null where the name did not resolve, or where a proxy resolved it. */
  readonly address: string | null;
  readonly family: 4 | 6 | null;
  /** null where none was seen. */
  readonly certificate: CertificateVerdict | null;
  /** Why pip would not get its answer here, worst first; empty when it would. */
  readonly reasons: readonly Reason[];
  /** IANA cipher-suite name. */
  readonly cipher: string | null;
  readonly timing: Timing | null;
  /** Whether the index page was asked for here; else only the handshake was made. */
  readonly asked: boolean;
  /** null where no answer came or none was asked for. */
  readonly http: HttpFacts | null;
  readonly durationMs: number;
}

/** The last answer on the way from one URL. */
export interface HttpFacts {
  readonly status: number;
  /** '1.0' or '1.1'; null where unknown. */
  readonly version: string | null;
  readonly redirects: number;
  /** Whether the last answer came over https. */
  readonly secure: boolean;
  /** As the header said; null where it said nothing, and for an encoded body. */
  readonly contentLength: number | null;
  /** null for an encoded body. */
  readonly bodyBytes: number | null;
  /** From the first body byte to the last one, milliseconds. */
  readonly bodyMs: number;
  /** Epoch milliseconds; null without the header. */
  readonly lastModified: number | null;
}

export type AnnouncementKind = 'expired' | 'refused' | 'expiring' | 'healed';

/** One thing to be told once, of one certificate at one host. Strings from the peer are hostile text. */
export interface Announcement {
  readonly kind: AnnouncementKind;
  readonly host: string;
  readonly port: number;
  /** Names of the candidates on whose way the host lies. */
  readonly mirrors: readonly string[];
  /** Where the certificate was seen, when the host showed another one elsewhere; else empty. */
  readonly addresses: readonly string[];
  /** Days, the entry of warn-days that was reached; null where none was. */
  readonly threshold: number | null;
  /** Until the soonest end in the chain; negative once it has passed; null where no certificate was shown. */
  readonly daysLeft: number | null;
  /** Epoch milliseconds: that end. */
  readonly notAfter: number | null;
  /** Of the certificate that ends soonest; empty where none was shown. */
  readonly fingerprint256: string;
  readonly subject: string;
  readonly issuer: string;
  readonly faults: readonly CertificateFault[];
}

/** What was announced of one certificate. */
export interface Announced {
  readonly fingerprint256: string;
  /** Epoch milliseconds. */
  readonly notAfter: number;
  /** The smallest threshold announced; null: none yet. */
  readonly threshold: number | null;
  /** Day (UTC, 'YYYY-MM-DD') of the last lapse message. */
  readonly lapsedOn: string | null;
  /** The sets of faults announced, each joined by ','. */
  readonly faults: readonly string[];
  /** Its trouble was declared over, or it is the certificate that ended another one's trouble. */
  readonly healed: boolean;
}

/** What one channel was told, by 'host:port'. */
export type AnnouncedByHost = Readonly<Record<string, readonly Announced[]>>;

/** How a mirror stood in one audit; 'absent': it was not asked. */
export type MirrorState = 'valid' | 'expiring' | 'refused' | 'unreachable' | 'absent';

/** The last audits, oldest first. Kept as JSON beside the status page and in the audit's state. */
export interface AuditHistory {
  readonly schema: 1;
  /** Epoch milliseconds of each audit. */
  readonly times: readonly number[];
  /** By mirror name: a letter for each audit (see `report/history.ts`). */
  readonly mirrors: Readonly<Record<string, string>>;
}

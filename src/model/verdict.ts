/** What the facts mean under this job's trust, clock and policy. Words are the contract's. */
import type { Candidate } from './candidate.ts';
import type { Timing } from './observation.ts';

export type CertificateFault =
  | 'expired'
  | 'not-yet-valid'
  | 'hostname-mismatch'
  | 'self-signed'
  | 'untrusted-issuer'
  | 'incomplete-chain'
  | 'revoked'
  | 'weak'
  | 'invalid'
  | 'handshake-failed'
  | 'none';

export type CertificateStatus = CertificateFault | 'valid' | 'expiring';

export interface ChainEntry {
  readonly subject: string;
  readonly issuer: string;
  /** Epoch milliseconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly serialNumber: string;
  readonly fingerprint256: string;
  /** Faults of this very certificate, e.g. an expired intermediate. */
  readonly faults: readonly CertificateFault[];
}

/** Strings in here come from the peer: treat as hostile text. */
export interface CertificateVerdict {
  /** The worst of `faults`, or valid | expiring. */
  readonly status: CertificateStatus;
  /** Every fault that holds, worst first. */
  readonly faults: readonly CertificateFault[];
  readonly subject: string;
  readonly issuer: string;
  /** Subject alternative names: DNS names and IP addresses. */
  readonly names: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
  /** Days until the soonest end in the whole chain; negative once it has passed. */
  readonly daysLeft: number;
  readonly fingerprint256: string;
  /** 'EC P-256', 'RSA 2048' … */
  readonly key: string;
  readonly protocol: string | null;
  readonly chain: readonly ChainEntry[];
  /** OpenSSL and our own walk disagreed; the stricter one counts. */
  readonly disagreement: boolean;
  /** The leaf has no fault but its own end, at the moment before it ended: what allow-expired needs. */
  readonly onlyExpired: boolean;
}

export type Reason =
  | `certificate-${CertificateFault}`
  | 'dns-failure'
  | 'connection-refused'
  | 'connection-reset'
  | 'timeout'
  | `http-${number}`
  | 'blocked-user-agent'
  | 'not-an-index'
  | 'invalid-response'
  | 'truncated'
  | 'redirect-loop'
  | 'insecure-redirect'
  | 'insecure-file-link'
  | 'file-unavailable'
  | `file-host-${string}`
  | 'metadata-missing'
  | 'hash-mismatch'
  | 'stale'
  | 'missing-requirement'
  | 'auth-required'
  | 'plain-http'
  | 'not-allowed'
  | 'pip-refused';

export interface HostVerdict {
  readonly host: string;
  readonly port: number;
  readonly role: 'index' | 'file' | 'redirect';
  /** Set in an audit, which asks each address of a name apart; null where a proxy resolved the name. */
  readonly address?: string | null;
  readonly certificate: CertificateVerdict | null;
}

export interface RequirementsVerdict {
  readonly checked: number;
  /** Requirement specifiers that the mirror cannot satisfy. */
  readonly missing: readonly string[];
}

export interface Verdict {
  readonly candidate: Candidate;
  /** pip would install from it under this policy. */
  readonly usable: boolean;
  /** Why not, worst first; empty when usable. */
  readonly reasons: readonly Reason[];
  /** A mirror's own words on a refusal: block code, request id, proxy text. Hostile text; null where none. */
  readonly detail: string | null;
  /** Of the index host; null where none was seen. */
  readonly certificate: CertificateVerdict | null;
  readonly hosts: readonly HostVerdict[];
  readonly timing: Timing | null;
  /** What one request costs, milliseconds; the first answer's time where it is not given. */
  readonly latencyMs?: number | null;
  readonly throughput: { readonly bytesPerSecond: number; readonly bytes: number } | null;
  /** Bytes a second that the rate may be in truth, where only the first range tells of it; absent once measured. */
  readonly mostBytesPerSecond?: number;
  /** Its pages name the sha256 of files: what earlier runs kept need not be downloaded from it. */
  readonly listsDigests?: boolean;
  /** Serials behind the reference; null where neither serial nor upload time is known. */
  readonly freshness: { readonly serial: number | null; readonly behind: number | null } | null;
  readonly requirements: RequirementsVerdict | null;
  /** Asking stopped because nothing more could change the decision. */
  readonly unasked: boolean;
}

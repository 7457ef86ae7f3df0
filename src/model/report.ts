/** The JSON report (`report` output): public, versioned by `schema`. Dates are ISO 8601 in UTC. */
import type { Mode, Policy } from './plan.ts';
import type { TrustSource } from './trust.ts';
import type { CertificateFault, CertificateStatus, Reason, RequirementsVerdict } from './verdict.ts';

export interface ReportCertificate {
  readonly status: CertificateStatus;
  readonly faults: readonly CertificateFault[];
  readonly subject: string;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly notBefore: string;
  readonly notAfter: string;
  readonly daysLeft: number;
  readonly fingerprint256: string;
  readonly key: string;
  readonly protocol: string | null;
  readonly chain: readonly {
    readonly subject: string;
    readonly notAfter: string;
    readonly faults: readonly CertificateFault[];
  }[];
}

export interface ReportMirror {
  readonly name: string;
  readonly indexUrl: string;
  readonly operator: string;
  readonly usable: boolean;
  readonly reasons: readonly Reason[];
  readonly detail: string | null;
  readonly certificate: ReportCertificate | null;
  readonly hosts: readonly {
    readonly host: string;
    readonly role: 'index' | 'file' | 'redirect';
    /** Audits only, where each address of a name has its own entry; null where none is known. */
    readonly address?: string | null;
    readonly certificate: ReportCertificate | null;
  }[];
  readonly timing: {
    readonly dnsMs: number | null;
    readonly connectMs: number | null;
    readonly tlsMs: number | null;
    readonly firstByteMs: number | null;
  } | null;
  readonly throughput: { readonly bytesPerSecond: number; readonly bytes: number } | null;
  readonly freshness: { readonly serial: number | null; readonly behind: number | null } | null;
  readonly requirements: RequirementsVerdict | null;
  readonly rank: number | null;
  readonly unasked: boolean;
}

export interface Report {
  readonly schema: 1;
  readonly mode: Mode;
  readonly policy: Policy;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly pip: {
    readonly version: string;
    readonly python: string;
    readonly trust: TrustSource;
    readonly trustPath: string;
  } | null;
  readonly mirrors: readonly ReportMirror[];
  readonly decision: {
    readonly mirror: string;
    readonly indexUrl: string;
    readonly extraIndexUrls: readonly string[];
    readonly trustedHosts: readonly string[];
    readonly why: string;
    readonly confirmedByPip: boolean;
    readonly reused: boolean;
  } | null;
}

/** How the job's pip decides whom it trusts. */

export type TrustSource = 'truststore' | 'certifi' | 'file';

/** Verification rules that differ between pips; the values are Python's, never Node's. */
export interface TrustRules {
  /** When a subject common name may stand for the host name. */
  readonly commonName: 'never' | 'without-dns-names' | 'without-any-name';
  /** Whose idea of a matching name: 'pyp*.example.org' and '*.org' match in urllib3's only. */
  readonly names: 'openssl' | 'urllib3' | 'python';
  /** `VERIFY_X509_STRICT` (urllib3 2 on Python 3.13+ without truststore). */
  readonly strict: boolean;
  /** `VERIFY_X509_PARTIAL_CHAIN`: an intermediate or leaf in the store is an anchor. */
  readonly partialChain: boolean;
  /** pip 24.2–26.0 cannot open an https URL whose host is an IP address. */
  readonly ipLiterals: 'checked' | 'unsupported';
  /** Whether 'http/1.1' is offered by ALPN (urllib3 1.26 and later). */
  readonly alpn: boolean;
  /** OpenSSL cipher string with security level. */
  readonly ciphers: string;
}

/** Anchors and rules in force for this job. */
export interface Trust {
  readonly source: TrustSource;
  /** Where the anchors come from: a file, a directory, or a word for the system store. */
  readonly path: string;
  /** PEM certificates. */
  readonly anchors: readonly string[];
  readonly rules: TrustRules;
  /** PEM of client certificate and key that pip presents, or null. */
  readonly clientCertificate: string | null;
  /** Set where pip itself would stop: e.g. PIP_CERT names no file. */
  readonly problem: string | null;
}

/** What the job's own pip says of itself; asked once, in one child process. */

/** pip's settings in force, from configuration files and environment, without command-line options. */
export interface PipConfig {
  readonly indexUrl: string | null;
  readonly extraIndexUrls: readonly string[];
  readonly trustedHosts: readonly string[];
  readonly findLinks: readonly string[];
  readonly noIndex: boolean;
  readonly cert: string | null;
  readonly clientCert: string | null;
  readonly proxy: string | null;
  readonly requireHashes: boolean;
  /** `use-feature` and `use-deprecated` words, e.g. 'legacy-certs'. */
  readonly features: readonly string[];
  /** Configuration files that set something, in pip's order. */
  readonly files: readonly string[];
}

/** PEP 508 environment markers of the interpreter. */
export type MarkerEnvironment = Readonly<Record<string, string>>;

/** What is known early (about 150 ms): enough for trust, proxies and everything but the requests themselves. */
export interface PipBasics {
  /** PEP 440, e.g. '26.1.2'. */
  readonly version: string;
  /** '3.12.4'. */
  readonly python: string;
  /** Absolute path of the interpreter. */
  readonly executable: string;
  /** As `ssl.OPENSSL_VERSION`. */
  readonly openssl: string;
  /** `certifi.where()` of that pip. */
  readonly certifiPath: string;
  /** Whether this pip verifies with truststore (24.2+ on Python 3.10+, no legacy-certs). */
  readonly truststore: boolean;
  /** Vendored urllib3, e.g. '1.26.18': its name matching differs from 2.x. */
  readonly urllib3: string;
  /** OpenSSL's default paths as Python sees them (`ssl.get_default_verify_paths`). */
  readonly opensslCafile: string;
  readonly opensslCapath: string;
  /** Cipher suites of a plain `ssl.SSLContext`, OpenSSL's names; absent or [] where unknown. */
  readonly ciphers?: readonly string[];
  readonly config: PipConfig;
}

export interface PipFacts extends PipBasics {
  /** pip's own `User-Agent`, whole. */
  readonly userAgent: string;
  /** null when pip's cache is disabled. */
  readonly cacheDir: string | null;
  /** PEP 425 tags that this interpreter accepts, best first. */
  readonly tags: readonly string[];
  readonly markers: MarkerEnvironment;
}

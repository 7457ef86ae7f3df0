/** Who a mirror is: its names, its index and the people behind it. */

/** Basic credentials of an index URL, as the user wrote them (percent-decoded). */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Set where they come from netrc: installers read that file themselves, so no variable needs them. */
  readonly origin?: 'netrc';
}

/** One index that may be chosen, or that the job keeps beside the chosen one. */
export interface Candidate {
  /** Catalogue name, the name the user gave, or the host: unique within one plan. */
  readonly name: string;
  /** PEP 503 root in normal form: lower-case host, no default port, no credentials, trailing slash. */
  readonly indexUrl: string;
  /** Sent to the index URL's own host and scheme only; null where the URL had none. */
  readonly credentials: Credentials | null;
  /** Who runs it; mirrors of one operator fail together. */
  readonly operator: string;
  /** Where its content comes from; mirrors of one family lack the same files. */
  readonly family: string;
  readonly origin: 'catalogue' | 'input';
  /** Position in the user's list (0 is first): the last tie-break. */
  readonly order: number;
}

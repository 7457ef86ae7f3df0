/** What earlier runs left for this one, as far as it is known before a mirror is chosen. */
export interface HeldDownloads {
  /** The candidate that they came from; null where it is none of this job's. */
  readonly indexUrl: string | null;
  /**
   * They were kept by a job with the very same requirements, so they are all that this one installs. An index that
   * lists the digests of its files need not send them, whichever index they came from.
   */
  readonly everything: boolean;
}

export const NOTHING_HELD: HeldDownloads = { indexUrl: null, everything: false };

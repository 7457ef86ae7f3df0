/** Notices of the kept downloads. */

/** Why the kept downloads were not read or not written, as far as that was asked for. */
export type CacheReason =
  /** The `cache` input says so. */
  | 'asked'
  /** pip is missing, or its own cache is turned off. */
  | 'pip-without-cache'
  /** This pip does not check digests: it is given nothing. */
  | 'pip-unchecked'
  | 'privileged-event'
  | 'release'
  | 'tag'
  /** A self-hosted runner whose pip cache outlives the job. */
  | 'dir-persists'
  /** ACTIONS_CACHE_MODE. */
  | 'platform'
  | 'no-service'
  /** The service did not answer within our deadline. */
  | 'late'
  /** Something on this machine: no tar, no token … */
  | 'failed';

/** Why nothing was saved after the job. */
export type UnsavedReason =
  | 'nothing-to-keep'
  /** What is kept under the key is as good. */
  | 'unchanged'
  /** Another job saved the key first, or the token may only read: the service does not say which. */
  | 'refused'
  | 'late'
  | 'failed';

export interface CacheNoticeFacts {
  readonly 'cache-skipped': { readonly reason: CacheReason; readonly detail: string };
  /** Files of earlier runs that pip need not download; `bytes` is their sum. */
  readonly 'cache-laid-back': { readonly mirror: string; readonly files: number; readonly bytes: number };
  /** Kept files whose bytes were not what their names say: never laid, and removed. */
  readonly 'cache-refused': { readonly files: number };
  /** The key with what it is made of; `matched` is '' where nothing was found. */
  readonly 'cache-key': {
    readonly key: string;
    readonly ingredients: readonly { readonly name: string; readonly value: string }[];
    readonly matched: string;
  };
  readonly 'cache-saved': { readonly key: string; readonly files: number; readonly bytes: number };
  readonly 'cache-unsaved': { readonly reason: UnsavedReason; readonly detail: string };
  /** The mirror's headers make pip keep nothing of it. */
  readonly 'cache-headers': { readonly mirror: string };
}

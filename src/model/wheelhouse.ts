/** A folder of wheels as it was found, without opinion; names and texts in it come from strangers. */
import type { CoreMetadata } from './core-metadata.ts';

/** Why an archive cannot be read to its end. */
export type ArchiveDefect =
  | 'unreadable'
  | 'empty'
  | 'not-a-zip'
  | 'truncated'
  | 'damaged'
  | 'checksum'
  | 'encrypted'
  | 'unsafe-path'
  | 'double-entry'
  | 'headers-differ'
  | 'oversized';

/** Where RECORD and the archive disagree. */
export type RecordDefect = 'no-record' | 'unreadable-record' | 'hash' | 'size' | 'unlisted' | 'absent';

export interface RecordMismatch {
  readonly defect: RecordDefect;
  /** Path inside the wheel. */
  readonly path: string;
}

/** What is inside one wheel. */
export interface WheelContents {
  readonly defect: ArchiveDefect | null;
  /** The entry at fault, or the reader's words; '' where there is nothing to say. */
  readonly detail: string;
  /** null where the wheel has no (readable) METADATA. */
  readonly metadata: CoreMetadata | null;
  /** Name of the folder that holds METADATA, e.g. 'demo-1.0.dist-info'; null where there is none, or several. */
  readonly distInfo: string | null;
  /** At most 20. */
  readonly record: readonly RecordMismatch[];
}

export interface WheelhouseFile {
  readonly filename: string;
  readonly bytes: number;
  /** Lower-case hex of the whole file; null where it could not be read. */
  readonly sha256: string | null;
  /** null for anything but a '.whl'. */
  readonly wheel: WheelContents | null;
}

export interface WheelhouseFacts {
  /** Absolute path. */
  readonly folder: string;
  /** Set where there is nothing to read. */
  readonly problem: 'absent' | 'not-a-folder' | null;
  /** Regular files by name, without our own SHA256SUMS and manifest.json. */
  readonly files: readonly WheelhouseFile[];
  /** What SHA256SUMS in the folder says, by file name; empty where there is none. */
  readonly sums: ReadonlyMap<string, string>;
}

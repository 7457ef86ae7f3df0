/** What the job will install, as far as its own files say. */

/** A place in one of the job's files; line 0 where the format has no lines of its own (lock files, inputs). */
export interface SourceLine {
  /** Relative to the workspace, with '/'; 'packages' for the input. */
  readonly file: string;
  readonly line: number;
}

/** One thing to install from an index. */
export interface Requirement {
  /** PEP 503 normalised name. */
  readonly project: string;
  /** As shown to people, e.g. 'torch==2.8.0': no marker, no hashes, no credentials. */
  readonly raw: string;
  /** PEP 440 specifier set with the constraints that apply; '' for any version. */
  readonly specifier: string;
  /** PEP 503 normalised, sorted. */
  readonly extras: readonly string[];
  /** PEP 508 marker as written; it holds for this interpreter, or there is none to ask. */
  readonly marker: string | null;
  /** Lower-case hex digests by algorithm; pip takes no other file. */
  readonly hashes: Readonly<Record<string, readonly string[]>>;
  /** Set by `--pre`. */
  readonly prereleases: boolean;
  /** Narrowed by `--only-binary` and `--no-binary`. */
  readonly formats: 'any' | 'wheel' | 'sdist';
  readonly source: SourceLine;
}

/** Something to install that does not come from the chosen index, and why. */
export interface UncheckedRequirement {
  /** PEP 503 normalised name; null where only the package itself could tell. */
  readonly project: string | null;
  /** At most 200 characters, without credentials. */
  readonly raw: string;
  readonly why: 'url' | 'vcs' | 'path' | 'other-index';
  readonly source: SourceLine;
}

/** What a lock file says of one file, or of one version where it names no files. */
export interface LockedFile {
  /** As the lock file writes it. */
  readonly version: string;
  readonly filename: string | null;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes; null where the lock file does not say. */
  readonly size: number | null;
  /** Epoch milliseconds; null where the lock file does not say. */
  readonly uploadTime: number | null;
}

/** Locked files by PEP 503 normalised project name. */
export type LockedHashes = ReadonlyMap<string, readonly LockedFile[]>;

/** A setting in the job's own files that leads an installer past the exported variables. */
export type BypassCode =
  | 'requirements-index-url'
  | 'requirements-extra-index-url'
  | 'requirements-no-index'
  | 'requirements-find-links'
  | 'requirements-trusted-host'
  | 'uv-index'
  | 'uv-index-url'
  | 'uv-extra-index-url'
  | 'uv-find-links'
  | 'uv-lock-index'
  | 'poetry-source'
  | 'poetry-lock-source'
  | 'pdm-source'
  | 'pdm-lock-urls'
  | 'pipfile-source'
  | 'pylock-index';

export interface Bypass {
  readonly code: BypassCode;
  readonly file: string;
  readonly line: number;
  /** The URL, host or path as written, at most 200 characters, without credentials. */
  readonly value: string;
}

/** A file or line that could not be read. */
export interface RequirementProblem {
  readonly code:
    | 'unreadable'
    | 'too-large'
    | 'too-many-files'
    | 'not-text'
    | 'syntax'
    | 'invalid-requirement'
    | 'unknown-option'
    | 'remote-file'
    | 'outside-workspace'
    | 'recursive'
    | 'unset-variable';
  readonly file: string;
  readonly line: number;
  /** The text at fault, at most 200 characters, without credentials. */
  readonly detail: string;
}

export interface JobRequirements {
  /** Those whose markers hold for this interpreter, without repetition, in the order found. */
  readonly requirements: readonly Requirement[];
  readonly unchecked: readonly UncheckedRequirement[];
  /** What constraints files say; already part of the requirements that they apply to. */
  readonly constraints: readonly Requirement[];
  readonly hashes: LockedHashes;
  readonly bypasses: readonly Bypass[];
  readonly problems: readonly RequirementProblem[];
  /** Matched files, relative to the workspace with '/', sorted; without those that they include. */
  readonly files: readonly string[];
}

/** PEP 503 normal form of a project or extra name. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

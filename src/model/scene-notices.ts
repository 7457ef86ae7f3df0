import type { RequirementProblem } from './requirement.ts';
import type { ArchiveDefect } from './wheelhouse.ts';

/** Notices of the scenes beside the public mirrors: other installers, PyTorch, internal indexes, wheelhouses. */
export interface SceneNoticeFacts {
  readonly 'inherited-replaced': { readonly variable: string; readonly value: string };
  /** What no variable can tell an installer; `value` is the index, file or folder that it will not use. */
  readonly 'installer-limit': {
    readonly installer: string;
    readonly what: 'extra-index' | 'fallback' | 'trusted-host' | 'offline';
    readonly value: string;
  };
  /** `--frozen` takes the URLs in the file, `--locked` fails where the index differs, and a new lock names the mirror. */
  readonly 'uv-lock': { readonly file: string };
  /** uv trusts the `ca-bundle` alone from here on: hosts with public certificates are refused. */
  readonly 'uv-roots-replaced': { readonly caBundle: string };
  /** uv cannot trust one default port alone: every port of the host is. */
  readonly 'uv-insecure-wider': { readonly host: string };
  readonly 'poetry-plugin': { readonly plugin: string };

  /** The index that was chosen, and how to use it. */
  readonly 'pytorch-index': { readonly url: string; readonly platform: string };
  /** Only a flat page is usable: it goes with --find-links, and the output stays empty. */
  readonly 'pytorch-flat': { readonly url: string; readonly platform: string };
  readonly 'pytorch-none': { readonly platform: string; readonly asked: number };
  /** `policy: internal` contacts no public host, and PyTorch's indexes are public. */
  readonly 'pytorch-internal': { readonly platform: string };
  readonly 'pytorch-macos': { readonly platform: string };
  readonly 'pytorch-tag-gone': {
    readonly platform: string;
    readonly torch: string;
    readonly last: string;
    readonly nearest: string;
  };
  readonly 'pytorch-tag-early': {
    readonly platform: string;
    readonly torch: string;
    readonly first: string;
    readonly nearest: string;
  };
  readonly 'pytorch-tag-unknown': { readonly platform: string; readonly nearest: string };
  /** The table knows nothing against it, yet the index lists no such wheel for this interpreter. */
  readonly 'pytorch-no-wheel': { readonly platform: string; readonly torch: string };
  readonly 'pytorch-label': { readonly project: string; readonly version: string; readonly platform: string };
  readonly 'pytorch-companion': {
    readonly torch: string;
    readonly project: string;
    readonly version: string;
    readonly belongs: string;
  };
  readonly 'pytorch-mixed': { readonly platform: string; readonly other: string; readonly host: string };

  /** No index of the decision has them: pip would find no version. */
  readonly 'requirements-missing': { readonly mirror: string; readonly requirements: readonly string[] };
  /** Files or lines of the job's requirements that say nothing to this program; the rest of them counts. */
  readonly 'requirements-unread': { readonly problems: readonly RequirementProblem[] };
  /** `policy: internal`: a name that the index lacks is asked of a public one. The host was not contacted. */
  readonly 'forwards-to-public': { readonly mirror: string; readonly project: string; readonly host: string };
  readonly 'links-to-public': { readonly mirror: string; readonly host: string };
  /** It has a public name: it mirrors a public index, and may mix it with the private one. */
  readonly 'serves-public': { readonly mirror: string; readonly project: string };

  readonly 'wheelhouse-folder': { readonly folder: string; readonly problem: 'absent' | 'not-a-folder' | 'empty' };
  /** A file that is not sound, or not for this interpreter. */
  readonly 'wheelhouse-file': { readonly file: string; readonly fault: WheelhouseFault; readonly detail: string };
  readonly 'wheelhouse-missing': {
    readonly requirement: string;
    readonly requiredBy: string;
    readonly cause: WheelhouseLack;
    /** What is there instead. */
    readonly found: string;
  };
  /** A source archive is built on this machine, with whatever that asks for. */
  readonly 'wheelhouse-built': { readonly file: string };
  readonly 'wheelhouse-complete': { readonly folder: string; readonly files: number; readonly projects: number };
  readonly 'wheelhouse-refused': { readonly detail: string };

  readonly 'download-filled': {
    readonly folder: string;
    readonly mirror: string;
    readonly files: number;
    readonly bytes: number;
  };
  /** `source`: the file of the job whose requirements were asked for. */
  readonly 'download-failed': { readonly source: string; readonly detail: string };
  readonly 'download-nothing': Readonly<Record<never, never>>;
  readonly 'download-needs-pip': Readonly<Record<never, never>>;
}

export type WheelhouseFault =
  | ArchiveDefect
  | 'name'
  | 'no-metadata'
  | 'metadata-differs'
  | 'record'
  | 'sums'
  | 'lock-hash'
  /** Sound, but for another interpreter or machine: worth saying, no fault of the file. */
  | 'platform';

export type WheelhouseLack =
  | 'absent'
  /** Only versions that no wish allows. */
  | 'version'
  /** Only wheels for other interpreters or machines. */
  | 'platform'
  | 'python'
  | 'hash'
  /** pip would take a file that is faulty. */
  | 'faulty'
  /** From an address or a repository: no wheelhouse can hold it. */
  | 'outside';

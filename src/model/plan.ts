/** What the user asked for and where the step runs: everything later stages need, read once at the edge. */
import type { Candidate } from './candidate.ts';

export const MODES = ['select', 'audit', 'download', 'diagnose'] as const;
export type Mode = (typeof MODES)[number];

export const POLICIES = ['verified', 'allow-expired', 'internal', 'offline'] as const;
export type Policy = (typeof POLICIES)[number];

export const INSTALLERS = ['pip', 'uv', 'pdm', 'pipenv', 'poetry'] as const;
export type Installer = (typeof INSTALLERS)[number];

export const CACHE_MODES = ['auto', 'read-write', 'read-only', 'off'] as const;
export type CacheMode = (typeof CACHE_MODES)[number];

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

export const FAIL_ON = ['expired', 'expiring', 'never'] as const;
export const ON_NONE = ['fail', 'keep'] as const;

/** A host that the user accepts without certificate checks or over http. */
export interface TrustedHost {
  readonly host: string;
  /** null: every port. */
  readonly port: number | null;
}

/** One alert channel as configured; `url` and `secret` are masked before anything is written. */
export interface AlertTarget {
  readonly channel: 'wecom' | 'dingtalk' | 'feishu' | 'slack' | 'webhook';
  readonly url: string;
  readonly secret: string | null;
  /** An alert that does not arrive fails the audit. */
  readonly required: boolean;
}

/** The step's inputs, parsed; one field for each input of action.yml. */
export interface Inputs {
  readonly mode: Mode;
  readonly policy: Policy;
  readonly mirrors: readonly Candidate[];
  /** Glob patterns, relative to the workspace. */
  readonly requirements: readonly string[];
  /** Requirement specifiers (PEP 508). */
  readonly packages: readonly string[];
  readonly fallback: 'auto' | 'none' | Candidate;
  readonly extraIndexes: readonly Candidate[];
  readonly trustedHosts: readonly TrustedHost[];
  readonly expiredGraceDays: number;
  readonly requireHashes: boolean;
  /** Absolute path of a PEM file. */
  readonly caBundle: string | null;
  readonly installers: readonly Installer[];
  /** PyTorch compute platform, e.g. 'cpu' or 'cu128'. */
  readonly pytorch: string | null;
  /** Absolute path of a folder. */
  readonly wheelhouse: string | null;
  /** Interpreter as given; null: the first of python, python3, py on PATH. */
  readonly python: string | null;
  readonly confirm: boolean;
  readonly timeoutMs: number;
  readonly onNone: (typeof ON_NONE)[number];
  readonly reuseMinutes: number;
  /** Descending. */
  readonly warnDays: readonly number[];
  readonly cache: CacheMode;
  readonly cacheSuffix: string;
  readonly failOn: (typeof FAIL_ON)[number];
  readonly reportFile: string | null;
  readonly metricsFile: string | null;
  readonly alerts: readonly AlertTarget[];
  readonly issue: boolean;
  readonly githubToken: string;
  readonly language: Language;
}

/** Where the step runs: GitHub's runner, another forge's, or a desk. */
export interface RunnerFacts {
  readonly forge: 'github' | 'ghes' | 'gitea' | 'forgejo' | 'act' | 'none';
  readonly hosted: boolean;
  readonly os: 'linux' | 'macos' | 'windows';
  /** Distribution and version where known, e.g. 'ubuntu-24.04'. */
  readonly osVersion: string;
  readonly arch: string;
  readonly event: string;
  readonly ref: string;
  readonly runId: string;
  /** Absolute. */
  readonly workspace: string;
  readonly temp: string;
  readonly toolCache: string | null;
}

/** What to ask, of whom, under which rules. */
export interface Plan {
  readonly inputs: Inputs;
  readonly runner: RunnerFacts;
  /** Candidates in the user's order, after retired hosts and the policy were applied. */
  readonly candidates: readonly Candidate[];
}

/** The whole run as data: all that reports, annotations, outputs and alerts are made from. */
import type { Probe } from './audit.ts';
import type { Decision, Ranked, Variables } from './decision.ts';
import type { Notice } from './notice.ts';
import type { PipFacts } from './pip-facts.ts';
import type { Plan } from './plan.ts';
import type { Trust } from './trust.ts';
import type { Verdict } from './verdict.ts';

export interface CacheOutcome {
  readonly hit: boolean;
  readonly primaryKey: string;
  readonly matchedKey: string;
  readonly dir: string;
}

export interface Outcome {
  readonly plan: Plan;
  readonly pip: PipFacts | null;
  readonly trust: Trust;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** In the order given; audit sorts by urgency when it shows them. */
  readonly verdicts: readonly Verdict[];
  /** Indexes beside the choice: `extra-index-urls` and a named `fallback`; judged like mirrors, never chosen. */
  readonly beside: readonly Verdict[];
  /** Usable mirrors only, best first. */
  readonly ranking: readonly Ranked[];
  /** null: none was usable, or nothing was to be decided (audit). */
  readonly decision: Decision | null;
  /** What was exported to later steps, without secrets. */
  readonly variables: Variables;
  readonly cache: CacheOutcome | null;
  /** Wheel index for the `pytorch` input; absent where none was asked for or none is usable. */
  readonly pytorchIndexUrl?: string;
  readonly notices: readonly Notice[];
  /** Each address of each host, asked by itself; absent outside audits. */
  readonly probes?: readonly Probe[];
}

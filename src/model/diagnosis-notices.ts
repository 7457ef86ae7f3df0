/** Notices of `mode: diagnose`: why the job's install failed, as far as the mirror in use tells. */
import type { Reason } from './verdict.ts';

export interface DiagnosisNoticeFacts {
  /** `better` is a candidate that pip would install from now; null where none was found. */
  readonly 'diagnosed-fault': { readonly mirror: string; readonly reason: Reason; readonly better: string | null };
  /** Requirements as written that the mirror in use does not have; `elsewhere` is a mirror that has them, or null. */
  readonly 'diagnosed-missing': {
    readonly mirror: string;
    readonly requirements: string;
    readonly elsewhere: string | null;
  };
  readonly 'diagnosed-healthy': { readonly mirror: string; readonly checked: number };
  readonly 'diagnosed-no-index': { readonly variable: string };
}

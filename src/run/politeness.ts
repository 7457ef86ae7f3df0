/** What mirror operators are promised; docs/for-mirror-operators.md says the same to them. */
export const POLITENESS = {
  /** Bytes of one answer that are read at most. */
  bytesPerRequest: 512 * 1024,
  /** Bytes of all answers of all mirrors together. */
  bytesInAll: 4 * 1024 * 1024,
  /** Bytes of them that the survey may use; the rest is for measuring the best few. */
  surveyBytes: 2.5 * 1024 * 1024,
  /** Bytes of the file that a candidate is asked for, at most; fewer where there are many. */
  gateBytes: 64 * 1024,
  /** Requests of survey and measurement. */
  requestsPerMirror: 6,
  /** Index pages of the job's own requirements, asked only of the mirror that is about to be chosen. */
  requirementPages: 8,
  /** More of them, where a private index of the job has projects of the same names. */
  sharedNames: 10,
} as const;

/** Enough to see that it is a wheel. */
const LEAST_GATE_BYTES = 4 * 1024;

/** Room for any page that is not of a giant. */
const LEAST_PAGE_BYTES = 8 * 1024;

/** Bytes of the job's first index page that each of so many candidates is asked for. */
export function pageBytesFor(candidates: number): number {
  const share = Math.floor(POLITENESS.surveyBytes / Math.max(1, candidates) - gateBytesFor(candidates));
  return Math.min(POLITENESS.bytesPerRequest, Math.max(LEAST_PAGE_BYTES, share));
}

/** Bytes of the file that each of so many candidates is asked for. */
export function gateBytesFor(candidates: number): number {
  const share = Math.floor(POLITENESS.surveyBytes / 2 / Math.max(1, candidates));
  return Math.min(POLITENESS.gateBytes, Math.max(LEAST_GATE_BYTES, share));
}

/** A wrong word on the command line. */
export interface ArgumentProblem {
  /** The word at fault, as given. */
  readonly word: string;
  readonly kind: 'unknown' | 'needs-value' | 'takes-no-value' | 'conflict' | 'no-command';
  /** What is allowed, or what it conflicts with; '' where nothing is to be said. */
  readonly allowed: string;
  readonly nearest: string | null;
}

/** A wrong input: what was given, what is allowed and what was most likely meant. */

export type InputProblemCode =
  | 'unknown-word'
  | 'unknown-mirror'
  | 'retired-mirror'
  | 'public-mirror'
  | 'not-a-boolean'
  | 'not-a-number'
  | 'out-of-range'
  | 'url-whitespace'
  | 'url-no-scheme'
  | 'url-scheme'
  | 'url-malformed'
  | 'url-query'
  | 'duplicate-name'
  | 'not-a-host'
  | 'not-a-requirement'
  | 'no-such-file'
  | 'not-pem'
  | 'control-character'
  | 'missing'
  | 'conflict';

export interface InputProblem {
  /** Name of the input as in action.yml. */
  readonly input: string;
  /** The value as given, credentials removed; hostile text. */
  readonly value: string;
  readonly code: InputProblemCode;
  /** What is allowed: words, a range, or a form. */
  readonly allowed: string;
  /** The nearest right value; null where none is near. */
  readonly nearest: string | null;
}

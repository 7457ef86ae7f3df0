/** Reads single inputs and collects every problem, so that a user sees all of them at once. */
import { hideCredentialsOfBroken } from '../model/credentials.ts';
import type { InputProblem } from '../model/notice.ts';
import { INPUT_DEFAULTS, type InputName } from './input-defaults.ts';
import { nearestWord } from './nearest-word.ts';

export interface InputReader {
  /** Trimmed text; '' where the input is not given. */
  text(name: InputName): string;
  /** Non-empty lines, trimmed, without `#` comments. */
  lines(name: InputName): string[];
  /** Words separated by white space or commas. */
  words(name: InputName): string[];
  oneOf<T extends string>(name: InputName, allowed: readonly T[]): T;
  severalOf<T extends string>(name: InputName, allowed: readonly T[]): T[];
  boolean(name: InputName): boolean;
  number(name: InputName, min: number, max: number): number;
  problem(
    input: string,
    value: string,
    kind: InputProblem['kind'],
    allowed: string,
    nearest?: string | null,
  ): undefined;
  readonly problems: readonly InputProblem[];
}

/** `given` is an input's text as the runner hands it over; undefined where it hands none over. */
export function createInputReader(given: (name: InputName) => string | undefined): InputReader {
  const problems: InputProblem[] = [];
  const raw = (name: InputName): string => given(name) ?? INPUT_DEFAULTS[name];
  // One word cannot be empty: an expression that came out empty means the default.
  const word = (name: InputName): string => raw(name).trim() || INPUT_DEFAULTS[name];

  const reader: InputReader = {
    problems,
    text: (name) => raw(name).trim(),
    lines: (name) =>
      raw(name)
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#')),
    words: (name) =>
      raw(name)
        .split(/[\s,]+/)
        .filter((part) => part !== ''),
    oneOf(name, allowed) {
      const value = word(name);
      const exact = allowed.find((known) => known === value);
      if (exact !== undefined) return exact;
      reader.problem(name, value, 'unknown-word', allowed.join(', '), nearestWord(value, allowed));
      return allowed[0] as (typeof allowed)[number];
    },
    severalOf(name, allowed) {
      const found: (typeof allowed)[number][] = [];
      for (const value of reader.words(name)) {
        const exact = allowed.find((known) => known === value);
        if (exact === undefined) {
          reader.problem(name, value, 'unknown-word', allowed.join(', '), nearestWord(value, allowed));
        } else if (!found.includes(exact)) {
          found.push(exact);
        }
      }
      return found;
    },
    boolean(name) {
      const value = word(name);
      if (/^(true|True|TRUE)$/.test(value)) return true;
      if (/^(false|False|FALSE)$/.test(value)) return false;
      const nearest = /^(yes|on|1|y)$/i.test(value) ? 'true' : /^(no|off|0|n)$/i.test(value) ? 'false' : null;
      reader.problem(name, value, 'unknown-word', 'true, false', nearest ?? nearestWord(value, ['true', 'false']));
      return false;
    },
    number(name, min, max) {
      const value = word(name);
      const number = Number(value);
      if (!/^[+-]?\d+(\.\d+)?$/.test(value)) {
        const digits = /-?\d+(\.\d+)?/.exec(value)?.[0] ?? null;
        const inRange = digits !== null && Number(digits) >= min && Number(digits) <= max;
        reader.problem(name, value, 'not-a-number', `${min}–${max}`, inRange ? digits : null);
        return min;
      }
      if (number < min || number > max) {
        reader.problem(
          name,
          value,
          'out-of-range',
          `${min}–${max}`,
          String(number < min ? Math.max(min, -number) : max),
        );
        return min;
      }
      return number;
    },
    problem(input, value, kind, allowed, nearest = null) {
      const shown = nearest === null ? null : hideCredentialsOfBroken(nearest);
      problems.push({ input, value: hideCredentialsOfBroken(value), kind, allowed, nearest: shown });
      return undefined;
    },
  };
  return reader;
}

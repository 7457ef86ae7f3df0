/** The command line: the action's inputs as options, and a few of its own. */
import type { ArgumentProblem } from '../model/argument-problem.ts';
import { MODES, type Mode } from '../model/plan.ts';
import { INPUT_DEFAULTS, INPUT_NAMES, type InputName } from '../plan/input-defaults.ts';
import { nearestWord } from '../plan/nearest-word.ts';
import { SHELLS, type Shell } from './shell.ts';

export interface Arguments {
  /** As the runner would hand them over; absent: the default. */
  readonly inputs: Readonly<Partial<Record<InputName, string>>>;
  readonly json: boolean;
  readonly shell: Shell | null;
  /** What follows `--`: a command and its arguments; null without. */
  readonly command: readonly string[] | null;
  readonly show: 'help' | 'version' | null;
}

export type ArgumentsRead =
  | { readonly ok: true; readonly arguments: Arguments }
  | { readonly ok: false; readonly problems: readonly ArgumentProblem[] };

/** Inputs that are lists: the option may be repeated, each a line. */
const REPEATABLE: ReadonlySet<InputName> = new Set([
  'mirrors',
  'requirements',
  'packages',
  'extra-index-urls',
  'trusted-hosts',
  'installers',
  'warn-days',
  'alerts',
]);

/** At a desk there is no runner to keep a cache or a decision for, unless one asks for it. */
const DESK_DEFAULTS: Partial<Record<InputName, string>> = { cache: 'off', 'reuse-minutes': '0' };

const FLAGS: ReadonlySet<InputName> = new Set(
  INPUT_NAMES.filter((name) => INPUT_DEFAULTS[name] === 'true' || INPUT_DEFAULTS[name] === 'false'),
);
const OWN = ['json', 'shell', 'help', 'version'] as const;

/** Reads what follows the program's name; never throws. */
export function readArguments(words: readonly string[]): ArgumentsRead {
  const problems: ArgumentProblem[] = [];
  const inputs: Partial<Record<InputName, string>> = { ...DESK_DEFAULTS };
  const own: { json: boolean; shell: Shell | null; show: Arguments['show'] } = { json: false, shell: null, show: null };
  const problem = (word: string, kind: ArgumentProblem['kind'], allowed = '', nearest: string | null = null): void => {
    problems.push({ word, kind, allowed, nearest });
  };
  const set = (name: InputName, value: string): void => {
    const before = REPEATABLE.has(name) && name in given ? `${inputs[name]}\n` : '';
    inputs[name] = `${before}${value}`;
    given[name] = true;
  };
  const given: Partial<Record<InputName, true>> = {};

  const end = words.indexOf('--');
  const command = end === -1 ? null : words.slice(end + 1);
  const waiting = [...(end === -1 ? words : words.slice(0, end))];
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    if (word === '-h') word = '--help';
    if (!word.startsWith('--')) {
      if (isMode(word)) set('mode', word);
      else problem(word, 'unknown', MODES.join(', '), nearestWord(word, MODES));
      continue;
    }
    const equals = word.indexOf('=');
    const option = equals === -1 ? word.slice(2) : word.slice(2, equals);
    const written = equals === -1 ? undefined : word.slice(equals + 1);
    const value = (): string | undefined => {
      const next = written ?? waiting.shift();
      if (next === undefined) problem(`--${option}`, 'needs-value');
      return next;
    };
    const negated = option.startsWith('no-') ? option.slice(3) : '';
    if (option === 'json' || option === 'help' || option === 'version') {
      if (written !== undefined) problem(word, 'takes-no-value');
      if (option === 'json') own.json = true;
      else own.show = option;
    } else if (option === 'shell') {
      const shell = value();
      const known = SHELLS.find((name) => name === shell);
      if (known !== undefined) own.shell = known;
      else if (shell !== undefined) problem(shell, 'unknown', SHELLS.join(', '), nearestWord(shell, SHELLS));
    } else if (isFlag(option)) {
      set(option, written ?? 'true');
    } else if (isFlag(negated)) {
      if (written === undefined) set(negated, 'false');
      else problem(word, 'takes-no-value');
    } else if (isInput(option)) {
      const text = value();
      if (text !== undefined) set(option, text);
    } else {
      const nearest = nearestWord(option, [...INPUT_NAMES, ...OWN]);
      problem(`--${option}`, 'unknown', '', nearest === null ? null : `--${nearest}`);
    }
  }
  if (command?.length === 0) problem('--', 'no-command');
  if (own.json && own.shell !== null) problem('--json', 'conflict', '--shell');
  if (command !== null && (own.json || own.shell !== null)) problem('--', 'conflict', own.json ? '--json' : '--shell');
  const mode = inputs.mode ?? 'select';
  if (command !== null && mode !== 'select') problem('--', 'conflict', `--mode ${mode}`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, arguments: { inputs, ...own, command } };
}

function isMode(word: string): word is Mode {
  return (MODES as readonly string[]).includes(word);
}

function isInput(name: string): name is InputName {
  return (INPUT_NAMES as readonly string[]).includes(name);
}

function isFlag(name: string): name is InputName {
  return isInput(name) && FLAGS.has(name);
}

/** The lines of a requirements file as pip joins, strips and expands them (PEP 508 lines and pip's options). */

export interface RequirementLine {
  /** Of the first joined line, from 1. */
  readonly line: number;
  /** Without options, `${NAME}` replaced; '' on a line of options only. */
  readonly requirement: string;
  /** The same as written: what may be shown, for variables can hold secrets. */
  readonly written: string;
  readonly options: readonly LineOption[];
}

export interface LineOption {
  /** Long name without dashes, e.g. 'index-url'; null where pip has no such option. */
  readonly name: string | null;
  readonly value: string;
  /** The value with variables as written; the whole word where the option takes no value. */
  readonly written: string;
}

const WITH_VALUE = [
  'index-url',
  'pypi-url',
  'extra-index-url',
  'constraint',
  'requirement',
  'editable',
  'find-links',
  'no-binary',
  'only-binary',
  'trusted-host',
  'use-feature',
  'hash',
  'config-settings',
  'config-setting',
  'all-releases',
  'only-final',
  'global-option',
  'install-option',
];
const FLAGS = ['no-index', 'prefer-binary', 'require-hashes', 'no-require-hashes', 'pre'];
const SHORT: Readonly<Record<string, string>> = {
  i: 'index-url',
  c: 'constraint',
  r: 'requirement',
  e: 'editable',
  f: 'find-links',
  C: 'config-settings',
};

const COMMENT_LINE = /^\s*#/;
/** Where Python's `splitlines` splits. */
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** @param env where `${NAME}` is looked up. */
export function readRequirementLines(text: string, env: NodeJS.ProcessEnv): readonly RequirementLine[] {
  const lines: RequirementLine[] = [];
  for (const { line, text: joined } of joinLines(text.split(LINE_END))) {
    const written = withoutComment(joined).trim();
    if (written === '') continue;
    lines.push({ line, ...splitLine(written, env) });
  }
  return lines;
}

/** A backslash joins the next line, except on a line that is all comment: it ends what was open. */
function joinLines(lines: readonly string[]): readonly { line: number; text: string }[] {
  const joined: { line: number; text: string }[] = [];
  let open: string[] = [];
  let first = 0;
  lines.forEach((text, index) => {
    const comment = COMMENT_LINE.test(text);
    if (open.length === 0) first = index + 1;
    if (text.endsWith('\\') && !comment) {
      open.push(text.replace(/^\\+|\\+$/g, ''));
      return;
    }
    joined.push({ line: first, text: [...open, comment ? ` ${text}` : text].join('') });
    open = [];
  });
  if (open.length > 0) joined.push({ line: first, text: open.join('') });
  return joined;
}

/** From the first '#' that begins the line or follows white space. */
function withoutComment(text: string): string {
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    if (at === 0 || /\s/.test(text[at - 1] ?? '')) return text.slice(0, at);
  }
  return text;
}

/** Markers keep their quotes: only what follows the first word with a dash is split as a shell would. */
function splitLine(written: string, env: NodeJS.ProcessEnv): Omit<RequirementLine, 'line'> {
  const words = written.split(' ');
  const firstOption = words.findIndex((word) => word.startsWith('-'));
  const own = (firstOption === -1 ? words : words.slice(0, firstOption)).join(' ').trim();
  const rest = firstOption === -1 ? '' : words.slice(firstOption).join(' ');
  return { requirement: expand(own, env), written: own, options: readOptions(splitShell(rest), env) };
}

function readOptions(words: readonly string[], env: NodeJS.ProcessEnv): readonly LineOption[] {
  const options: LineOption[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const { name, attached } = readOption(word);
    const takesValue = name !== null && WITH_VALUE.includes(name);
    const written = takesValue ? (attached ?? words[++i] ?? '') : word;
    options.push({
      name: name === 'pypi-url' ? 'index-url' : name,
      value: takesValue ? expand(written, env) : '',
      written,
    });
  }
  return options;
}

function readOption(word: string): { name: string | null; attached: string | null } {
  if (word.startsWith('--')) {
    const [given = '', ...rest] = word.slice(2).split('=');
    const attached = word.includes('=') ? rest.join('=') : null;
    const known = [...WITH_VALUE, ...FLAGS];
    // pip's option parser takes any unambiguous beginning.
    const possible = known.includes(given) ? [given] : known.filter((name) => given !== '' && name.startsWith(given));
    return { name: possible.length === 1 ? (possible[0] ?? null) : null, attached };
  }
  const name = word.startsWith('-') ? SHORT[word[1] ?? ''] : undefined;
  return { name: name ?? null, attached: name !== undefined && word.length > 2 ? word.slice(2) : null };
}

/** Only `${UPPER_CASE}` is replaced, and only where the variable has a value. */
function expand(text: string, env: NodeJS.ProcessEnv): string {
  return text.replace(/\$\{([A-Z0-9_]+)\}/g, (whole, name: string) => env[name] || whole);
}

/** Words as a POSIX shell splits them: quotes group, a backslash escapes; an open quote runs to the end. */
function splitShell(text: string): readonly string[] {
  const words: string[] = [];
  const word = /\s*((?:"(?:\\.|[^"\\])*"?|'[^']*'?|\\.|[^\s"'\\])+)/gs;
  for (const [, raw = ''] of text.matchAll(word)) {
    words.push(
      raw.replace(
        /"((?:\\.|[^"\\])*)"?|'([^']*)'?|\\(.)/gs,
        (_all, double?: string, single?: string, escaped?: string) =>
          double !== undefined ? double.replace(/\\(["\\])/g, '$1') : (single ?? escaped ?? ''),
      ),
    );
  }
  return words;
}

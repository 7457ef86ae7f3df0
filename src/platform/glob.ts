/** Glob patterns over paths with '/', matched in time that no pattern can blow up. */

/** A folder or file name in parts: one character each, or '*'. */
type NamePart = '*' | ((char: string) => boolean);

/** '**', a name as it is, or one with wildcards. */
type PathPart = string | readonly NamePart[];

/** Braces multiply: more alternatives than this are a mistake. */
const MAX_ALTERNATIVES = 256;

/** Knows `**` (any folders), `*`, `?`, `[…]`, `[!…]` and `{a,b}`; `*` matches a leading dot, nothing matches '/'. */
export function compileGlob(glob: string, ignoreCase: boolean): (path: string) => boolean {
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const alternatives = expandBraces(fold(glob)).map((alternative) => alternative.split('/').map(pathPart));
  return (path) => {
    const folded = fold(path);
    // Most paths fail by their last name: look at that before cutting them up.
    const last = folded.slice(folded.lastIndexOf('/') + 1);
    const near = alternatives.filter((parts) => {
      const final = parts.at(-1) ?? '**';
      return isAnyFolders(final) || matchName(final, last);
    });
    const names = near.length === 0 ? [] : folded.split('/');
    return near.some((parts) => matchSequence(parts, names, isAnyFolders, matchName));
  };
}

function expandBraces(glob: string): readonly string[] {
  let open: readonly string[] = [glob];
  const done: string[] = [];
  while (open.length > 0 && open.length + done.length <= MAX_ALTERNATIVES) {
    const next: string[] = [];
    for (const text of open) {
      // The innermost braces first, so that nested ones come out right.
      const match = /^(.*)\{([^{}]*)\}(.*)$/s.exec(text);
      if (match === null) done.push(text);
      else next.push(...(match[2] ?? '').split(',').map((choice) => `${match[1]}${choice}${match[3]}`));
    }
    open = next;
  }
  return [...done, ...open].slice(0, MAX_ALTERNATIVES);
}

function pathPart(segment: string): PathPart {
  if (segment === '**' || !/[*?[]/.test(segment)) return segment;
  const parts: NamePart[] = [];
  for (let i = 0; i < segment.length; i++) {
    const char = segment[i] ?? '';
    const closing = char === '[' ? segment.indexOf(']', i + 2) : -1;
    if (char === '*') parts.push('*');
    else if (char === '?') parts.push(() => true);
    else if (closing !== -1) {
      parts.push(characterSet(segment.slice(i + 1, closing)));
      i = closing;
    } else parts.push((other) => other === char);
  }
  return parts;
}

function characterSet(text: string): (char: string) => boolean {
  const negated = /^[!^]/.test(text);
  const ranges = [...(negated ? text.slice(1) : text).matchAll(/(.)-(.)|(.)/gs)];
  const within = (char: string) =>
    ranges.some(([, from = '', to = '', single]) =>
      single === undefined ? from <= char && char <= to : single === char,
    );
  return (char) => within(char) !== negated;
}

function isAnyFolders(part: PathPart): boolean {
  return part === '**';
}

function matchName(part: PathPart, name: string): boolean {
  if (typeof part === 'string') return part === name;
  return matchSequence(
    part,
    [...name],
    (one) => one === '*',
    (one, char) => one !== '*' && one(char),
  );
}

/** Wildcards take as little as they can; only the last one is ever taken back, so the time is at most the product. */
function matchSequence<P, I>(
  parts: readonly P[],
  items: readonly I[],
  isWildcard: (part: P) => boolean,
  matches: (part: P, item: I) => boolean,
): boolean {
  let part = 0;
  let item = 0;
  let wildcard = -1;
  let taken = 0;
  while (item < items.length) {
    const current = parts[part];
    if (current !== undefined && isWildcard(current)) {
      wildcard = part++;
      taken = item;
    } else if (current !== undefined && matches(current, items[item] as I)) {
      part++;
      item++;
    } else if (wildcard !== -1) {
      part = wildcard + 1;
      item = ++taken;
    } else return false;
  }
  return parts.slice(part).every(isWildcard);
}

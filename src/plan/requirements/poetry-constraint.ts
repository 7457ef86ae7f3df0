/** Poetry's own version constraints in PEP 440: '^1.2', '~1.2', '1.2.*', '1.2'. */
import { parseVersion } from '../../model/version.ts';

const MAX_LENGTH = 1_000;

/** @returns '' for any version and for alternatives ('||'), which PEP 440 cannot say; null for no constraint. */
export function toSpecifier(constraint: string): string | null {
  if (constraint.length > MAX_LENGTH) return null;
  if (constraint.includes('|')) return '';
  const parts = constraint
    .split(/\s*,\s*|(?<=[\w*])\s+(?=[\^~<>=!])/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(partSpecifier);
  return parts.some((part) => part === null) ? null : parts.filter((part) => part !== '').join(',');
}

function partSpecifier(part: string): string | null {
  if (part === '*') return '';
  const [, operator = '', text = ''] = /^(\^|~=|~|===|==|!=|<=|>=|<|>|=)?\s*(.*)$/.exec(part) ?? [];
  if (operator === '^') return range(text, (release) => Math.max(0, firstNonZero(release)));
  if (operator === '~') return range(text, (release) => Math.min(1, release.length - 1));
  const word = operator === '' || operator === '=' ? '==' : operator;
  return parseVersion(text.replace(/\.\*$/, '')) === null ? null : `${word}${text}`;
}

/** From the version up to the next one at the place that `bumped` names. */
function range(text: string, bumped: (release: readonly bigint[]) => number): string | null {
  const version = parseVersion(text.replace(/\.\*$/, ''));
  if (version === null) return null;
  const release = version.release.map(BigInt);
  const place = bumped(release);
  const end = [...release.slice(0, place), (release[place] ?? 0n) + 1n];
  return `>=${text.replace(/\.\*$/, '')},<${version.epoch > 0 ? `${version.epoch}!` : ''}${end.join('.')}`;
}

/** '^0.2' may not reach 0.3; '^0' and '^0.0' stand for all that begins so. */
function firstNonZero(release: readonly bigint[]): number {
  const place = release.findIndex((part) => part !== 0n);
  return place === -1 ? release.length - 1 : place;
}

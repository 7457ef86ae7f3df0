/** PEP 508 environment markers: parsing, and judging them for one interpreter. */
import { normalizeName } from './requirement.ts';
import { parseSpecifiers, satisfies } from './specifier.ts';
import { parseVersion } from './version.ts';

interface Operand {
  readonly variable: boolean;
  readonly text: string;
}

export type Marker =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Marker[] }
  | { readonly kind: 'comparison'; readonly left: Operand; readonly operator: string; readonly right: Operand };

/** Values by marker name, of sets as words with spaces between them; a name that is missing is unknown. */
export type MarkerValues = Readonly<Record<string, string>>;

const VARIABLES: ReadonlySet<string> = new Set([
  'python_version',
  'python_full_version',
  'os_name',
  'sys_platform',
  'platform_release',
  'platform_system',
  'platform_version',
  'platform_machine',
  'platform_python_implementation',
  'implementation_name',
  'implementation_version',
  'extra',
  'extras',
  'dependency_groups',
]);

const OLD_NAMES: Readonly<Record<string, string>> = {
  python_implementation: 'platform_python_implementation',
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.version': 'platform_version',
  'platform.machine': 'platform_machine',
  'platform.python_implementation': 'platform_python_implementation',
};

const COMPARED_AS_VERSIONS: ReadonlySet<string> = new Set([
  'python_version',
  'python_full_version',
  'implementation_version',
  'platform_release',
]);

/** Deeper nesting than this is an attack on the stack, not a marker. */
const MAX_DEPTH = 50;

const TOKEN = /[ \t]*(?:([()])|(===|==|~=|!=|<=|>=|<|>)|('[^']*'|"[^"]*")|([A-Za-z_][\w.]*))[ \t]*/y;

/** @returns null where `text` is no marker. */
export function parseMarker(text: string): Marker | null {
  const tokens = tokenize(text);
  if (tokens === null) return null;
  const cursor: Cursor = { tokens, position: 0, depth: 0 };
  const marker = parseOr(cursor);
  return cursor.position === tokens.length ? marker : null;
}

/** @returns null where the answer hangs on a value that is unknown. */
export function evaluateMarker(marker: Marker, values: MarkerValues): boolean | null {
  if (marker.kind === 'comparison') return evaluateComparison(marker.left, marker.operator, marker.right, values);
  const decisive = marker.kind === 'or';
  let unknown = false;
  for (const part of marker.parts) {
    const value = evaluateMarker(part, values);
    if (value === decisive) return decisive;
    unknown ||= value === null;
  }
  return unknown ? null : !decisive;
}

interface Cursor {
  readonly tokens: readonly string[];
  position: number;
  depth: number;
}

function tokenize(text: string): readonly string[] | null {
  const tokens: string[] = [];
  let position = 0;
  while (position < text.length) {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    if (match === null) return null;
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
    position = TOKEN.lastIndex;
  }
  return tokens;
}

function parseOr(cursor: Cursor): Marker | null {
  return parseChain(cursor, 'or', (inner) => parseChain(inner, 'and', parseAtom));
}

function parseChain(cursor: Cursor, word: 'and' | 'or', parsePart: (cursor: Cursor) => Marker | null): Marker | null {
  const parts: Marker[] = [];
  do {
    const part = parsePart(cursor);
    if (part === null) return null;
    parts.push(part);
  } while (take(cursor, word));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: word, parts };
}

function parseAtom(cursor: Cursor): Marker | null {
  if (!take(cursor, '(')) return parseComparison(cursor);
  if (++cursor.depth > MAX_DEPTH) return null;
  const inner = parseOr(cursor);
  cursor.depth--;
  return take(cursor, ')') ? inner : null;
}

function parseComparison(cursor: Cursor): Marker | null {
  const left = parseOperand(cursor);
  const operator = parseOperator(cursor);
  const right = parseOperand(cursor);
  if (left === null || operator === null || right === null) return null;
  return { kind: 'comparison', left, operator, right };
}

function parseOperand(cursor: Cursor): Operand | null {
  const token = cursor.tokens[cursor.position++];
  if (token === undefined) return null;
  if (token.startsWith("'") || token.startsWith('"')) return { variable: false, text: token.slice(1, -1) };
  const name = Object.hasOwn(OLD_NAMES, token) ? OLD_NAMES[token] : token;
  return name !== undefined && VARIABLES.has(name) ? { variable: true, text: name } : null;
}

function parseOperator(cursor: Cursor): string | null {
  if (take(cursor, 'in')) return 'in';
  if (take(cursor, 'not')) return take(cursor, 'in') ? 'not in' : null;
  const token = cursor.tokens[cursor.position++];
  return token !== undefined && /^[=~!<>]+$/.test(token) ? token : null;
}

function take(cursor: Cursor, token: string): boolean {
  if (cursor.tokens[cursor.position] !== token) return false;
  cursor.position++;
  return true;
}

function evaluateComparison(left: Operand, operator: string, right: Operand, values: MarkerValues): boolean | null {
  const key = left.variable ? left.text : right.variable ? right.text : '';
  const leftValue = operandValue(left, values);
  const rightValue = operandValue(right, values);
  if (leftValue === null || rightValue === null) return null;
  if (key === 'extra') return compareTexts(normalizeName(leftValue), operator, normalizeName(rightValue));
  if (key === 'extras' || key === 'dependency_groups') {
    const within = rightValue.split(' ').map(normalizeName).includes(normalizeName(leftValue));
    return operator === 'in' ? within : operator === 'not in' ? !within : null;
  }
  if (COMPARED_AS_VERSIONS.has(key)) {
    const specifiers = parseSpecifiers(`${operator}${rightValue}`);
    const version = parseVersion(leftValue);
    if (specifiers?.length === 1) return version !== null && satisfies(version, specifiers, Number.POSITIVE_INFINITY);
  }
  return compareTexts(leftValue, operator, rightValue);
}

function operandValue(operand: Operand, values: MarkerValues): string | null {
  if (!operand.variable) return operand.text;
  return Object.hasOwn(values, operand.text) ? (values[operand.text] ?? null) : null;
}

/** Texts have no order: '<=' holds only for equal ones. '~=' on texts is undefined, pip stops there. */
function compareTexts(left: string, operator: string, right: string): boolean | null {
  switch (operator) {
    case 'in':
      return right.includes(left);
    case 'not in':
      return !right.includes(left);
    case '==':
    case '<=':
    case '>=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
    case '>':
      return false;
    default:
      return null;
  }
}

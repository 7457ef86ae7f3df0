/** Versions, specifiers, markers and requirements mean what they mean to the machine's own pip. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { evaluateMarker, parseMarker } from '../../src/model/markers.ts';
import { parseDependency } from '../../src/model/pep508.ts';
import { parseSpecifiers, pipMajorOf, satisfies } from '../../src/model/specifier.ts';
import { compareVersions, formatVersion, parseVersion } from '../../src/model/version.ts';
import { askPip } from './pip-oracle.ts';

const SEED = Number(process.env.SEED ?? 20261122);

/** Any spelling of a PEP 440 version, small numbers so that near neighbours meet. */
const number = fc.oneof(
  { weight: 6, arbitrary: fc.nat(3).map(String) },
  fc.constantFrom('10', '007', '20230101123456789012'),
);
const release = fc.array(number, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
const separator = fc.constantFrom('', '.', '-', '_');
const suffix = (words: readonly string[]) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    fc
      .tuple(separator, fc.constantFrom(...words), separator, fc.constantFrom('', '0', '1', '12'))
      .map((parts) => parts.join('')),
  );
const local = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('+cpu', '+cu128', '+1', '+1.a', '+A_01-b', '+10'),
);
const publicVersion = fc
  .tuple(
    fc.constantFrom('', '', '', 'v', '1!', '0!'),
    release,
    suffix(['a', 'b', 'c', 'rc', 'alpha', 'Beta', 'pre', 'preview', 'RC']),
    fc.oneof(suffix(['post', 'rev', 'r', 'POST']), fc.constantFrom('-1', '-0')),
    suffix(['dev', 'DEV']),
  )
  .map((parts) => parts.join(''));
const version = fc.tuple(publicVersion, local).map((parts) => parts.join(''));
const noVersion = fc.constantFrom(
  '',
  '1.',
  '.1',
  '1..2',
  'a',
  '1.0-x',
  '1.0+',
  '1.0+_a',
  '1!',
  '1.0.foo',
  '1 .0',
  '1.0.*',
  '1.0a1b2',
  '-1',
  '１.0',
  '1.0 2',
);

const operator = fc.constantFrom('==', '!=', '<=', '>=', '<', '>', '===');
const specifier = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(operator, fc.constantFrom('', ' '), version).map((parts) => parts.join('')) },
  fc.tuple(fc.constantFrom('==', '!='), release).map(([word, text]) => `${word}${normalForm(text)}.*`),
  // Older pips cut these two at the dots as written: only the normal form means the same to all of them.
  publicVersion.map((text) => `~=${normalForm(text)}`),
  fc.constantFrom('', '=1', '=>1', '1.0', '~=1', '>=1.*', '==1.*.*', '<', '== ', '!1', '==1.0+', '>=1+cpu'),
);
const specifiers = fc.array(specifier, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(','));

describe('PEP 440 beside the real packaging', () => {
  let major = 0;
  before(async () => {
    major = pipMajorOf((await askPip<{ version: string }>('about', [])).version);
  });

  it('reads the same texts as versions, and gives them the same normal form', async () => {
    const texts = fc.sample(fc.oneof({ weight: 8, arbitrary: version }, noVersion), { numRuns: 1000, seed: SEED });
    const expected = await askPip<(string | null)[]>('normal', texts);
    for (const [index, text] of texts.entries()) {
      const parsed = parseVersion(text);
      assert.equal(parsed === null ? null : formatVersion(parsed), expected[index], JSON.stringify(text));
    }
  });

  it('puts versions in the same order', async () => {
    const pairs = fc.sample(fc.tuple(version, version), { numRuns: 1500, seed: SEED });
    const expected = await askPip<number[]>('compare', pairs);
    for (const [index, [left, right]] of pairs.entries()) {
      const [a, b] = [parseVersion(left), parseVersion(right)];
      assert.ok(a !== null && b !== null, `${left} ${right}`);
      assert.equal(Math.sign(compareVersions(a, b)), expected[index], `${left} ${right}`);
    }
  });

  it('finds the same versions within the same specifiers', async () => {
    const cases = fc.sample(
      fc.record({ specifier: specifiers, versions: fc.array(version, { minLength: 6, maxLength: 12 }) }),
      { numRuns: 800, seed: SEED },
    );
    const expected = await askPip<(string[] | null)[]>('specify', cases);
    for (const [index, { specifier: text, versions }] of cases.entries()) {
      const parsed = parseSpecifiers(text);
      if (isLegacy(text, major)) continue;
      const isWithin = (candidate: string) => {
        const parsedCandidate = parseVersion(candidate);
        return parsed !== null && parsedCandidate !== null && satisfies(parsedCandidate, parsed, major);
      };
      const compared = (candidate: string) => major >= 26 || !isCutShort(candidate, text);
      assert.deepEqual(
        parsed === null ? null : versions.filter(isWithin).filter(compared),
        expected[index]?.filter(compared) ?? null,
        `${text} ${versions}`,
      );
    }
  });
});

/** pips before 24.1 also take texts that PEP 440 does not know, each as a specifier of its own kind. */
function isLegacy(text: string, major: number): boolean {
  return major < 25 && parseSpecifiers(text) === null;
}

/** Before pip 26, 2.post1 was not within '==2.0.*', though 2.0.post1 was. */
function isCutShort(candidate: string, text: string): boolean {
  const parsed = parseVersion(candidate);
  if (parsed === null || (parsed.pre ?? parsed.post ?? parsed.dev) === null) return false;
  const prefixes = (parseSpecifiers(text) ?? []).filter(({ operator, wildcard }) => wildcard || operator === '~=');
  return prefixes.some(({ version: prefix }) => (prefix?.release.length ?? 0) > parsed.release.length);
}

const VERSION_VARIABLES = ['python_version', 'python_full_version', 'implementation_version'];
const TEXT_VARIABLES = [
  'os_name',
  'sys_platform',
  'platform_machine',
  'implementation_name',
  'extra',
  'os.name',
  'python_implementation',
];
const VERSIONS = ['3', '3.12', '3.9', '3.12.4', '3.13', '2.7'];
const TEXTS = ['linux', 'win32', 'posix', 'x86_64', 'cpython', 'CPython', '', 'some-extra', "it's"];
const ENVIRONMENT = {
  python_version: '3.12',
  python_full_version: '3.12.4',
  os_name: 'posix',
  sys_platform: 'linux',
  platform_machine: 'x86_64',
  implementation_name: 'cpython',
  implementation_version: '3.12.4',
  platform_system: 'Linux',
  platform_release: '6.8.0',
  platform_version: '#1',
  platform_python_implementation: 'CPython',
  extra: 'some-extra',
};
const quote = (text: string) => (text.includes("'") ? `"${text}"` : `'${text}'`);
const compareVersionMarkers = fc
  .tuple(
    fc.constantFrom(...VERSION_VARIABLES),
    fc.constantFrom('==', '!=', '<=', '>=', '<', '>'),
    fc.constantFrom(...VERSIONS).map(quote),
    fc.boolean(),
  )
  .map(([left, word, right, turned]) => (turned ? `${right} ${word} ${left}` : `${left} ${word} ${right}`));
const compareTextMarkers = fc
  .tuple(
    fc.constantFrom(...TEXT_VARIABLES),
    fc.constantFrom('==', '!=', 'in', 'not in'),
    fc.constantFrom(...TEXTS).map(quote),
    fc.boolean(),
  )
  .map(([left, word, right, turned]) => (turned ? `${right} ${word} ${left}` : `${left} ${word} ${right}`));
const comparison = fc.oneof(
  compareVersionMarkers,
  compareTextMarkers,
  fc.constantFrom(
    "python_version ~= '3.9'",
    "python_version === '3.12'",
    "python_version == '3.*'",
    "python_version in '3.11, 3.12'",
  ),
);
const { marker } = fc.letrec<{ marker: string }>((tie) => ({
  marker: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    comparison,
    fc.tuple(tie('marker'), fc.constantFrom('and', 'or'), tie('marker')).map((parts) => parts.join(' ')),
    tie('marker').map((inner) => `(${inner})`),
  ),
}));
const noMarker = fc.constantFrom(
  '',
  'python_version',
  "python_version > '3' and",
  "nope == '1'",
  "python_version >> '3'",
  "(os_name == 'posix'",
  "os_name == 'posix')",
  "os_name 'posix'",
  "os_name == 'posix' xor os_name == 'a'",
  "os_name == posix'",
);

describe('PEP 508 beside the real packaging', () => {
  it('gives markers the same answer', async () => {
    const texts = fc.sample(fc.oneof({ weight: 9, arbitrary: marker }, noMarker), { numRuns: 1000, seed: SEED });
    const expected = await askPip<(boolean | null)[]>(
      'marker',
      texts.map((text) => ({ marker: text, environment: ENVIRONMENT })),
    );
    for (const [index, text] of texts.entries()) {
      const parsed = parseMarker(text);
      const value = parsed === null ? null : evaluateMarker(parsed, ENVIRONMENT);
      assert.equal(value, expected[index], text);
    }
  });

  it('takes the same requirements apart in the same way', async () => {
    const name = fc.constantFrom('a', 'Name', 'some_name', 'x.y-z', 'A1', '-a', 'a-', '_a', 'a b');
    const extras = fc.constantFrom('', '[]', '[x]', '[x,Y_z]', ' [ x , y ] ', '[x', '[x;y]', '[,]', '[x,]');
    const rest = fc.oneof(
      // Before pip 24.1 '===' took the comma and the parenthesis behind it, too.
      specifiers.filter((text) => !/===.*,/.test(text)),
      specifiers.filter((text) => text !== '' && !text.includes('===')).map((text) => ` (${text})`),
      fc.constantFrom(' @ https://h.example/a.whl', '@ git+https://h.example/a.git@b', ' @ https://h.example/a b', ''),
    );
    const tail = fc.oneof(
      fc.constant(''),
      marker.map((text) => ` ; ${text}`),
      fc.constantFrom(';', '; nope', ' ;os_name=="posix"'),
    );
    const texts = fc
      .sample(fc.tuple(name, extras, rest, tail), { numRuns: 1000, seed: SEED })
      .map((parts) => parts.join(''));
    const expected = await askPip<
      ({ name: string; extras: string[]; specifier: string[]; url: string | null; marker: boolean } | null)[]
    >('requirement', texts);
    const major = pipMajorOf((await askPip<{ version: string }>('about', [])).version);
    for (const [index, text] of texts.entries()) {
      const parsed = parseDependency(text);
      const theirs = expected[index] ?? null;
      // Older pips take specifiers that PEP 440 does not know, and no comma at the end.
      if (major < 25 && (parsed === null || /,\s*(;|\)|$)/.test(text))) continue;
      if (parsed === null || theirs === null) {
        assert.equal(parsed === null, theirs === null, `${text} ${JSON.stringify(theirs)}`);
        continue;
      }
      assert.deepEqual(
        [parsed.name, parsed.extras, parsed.url, parsed.marker !== null],
        [theirs.name, theirs.extras, theirs.url, theirs.marker],
        text,
      );
      assert.deepEqual(normal(parsed.specifier.split(',')), normal(theirs.specifier), text);
    }
  });
});

function normalForm(text: string): string {
  const parsed = parseVersion(text);
  return parsed === null ? text : formatVersion(parsed);
}

function normal(parts: readonly string[]): readonly string[] {
  return [...new Set(parts.map((part) => part.replace(/\s+/g, '')))].filter((part) => part !== '').sort();
}

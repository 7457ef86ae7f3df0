/** Candidates from what users write: catalogue names, URLs, `name=URL`. */
import type { Candidate } from '../model/candidate.ts';
import { parseIndexUrl, type UrlProblem } from '../model/index-url.ts';
import type { InputProblem } from '../model/notice.ts';
import type { Policy } from '../model/plan.ts';
import { CATALOGUE, type CatalogueEntry, findInCatalogue, findRetired, recogniseIndex } from './catalogue.ts';
import type { InputReader } from './input-reader.ts';
import { nearestWord } from './nearest-word.ts';

const URL_FORM = 'https://host/path/simple/';

const URL_PROBLEMS: Readonly<Record<UrlProblem, InputProblem['kind']>> = {
  whitespace: 'white-space',
  'no-scheme': 'not-a-url',
  scheme: 'wrong-scheme',
  malformed: 'not-a-url',
  query: 'malformed',
};

function fromCatalogue(entry: CatalogueEntry, order: number): Candidate {
  return {
    name: entry.name,
    indexUrl: entry.indexUrl,
    credentials: null,
    operator: entry.operator,
    family: entry.family,
    origin: 'catalogue',
    order,
  };
}

/** What the user most likely meant by a broken URL; never with credentials in it. */
function mendUrl(text: string, problem: UrlProblem): string | null {
  const bare = text.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/@]*@/i, '$1');
  switch (problem) {
    case 'whitespace':
      return bare.replace(/\s+/g, '');
    case 'no-scheme':
      return `https://${bare.replace(/^[a-z]*:?\/*/i, (start) => (start.includes(':') ? '' : start))}`;
    case 'scheme':
      return bare.replace(/^[a-z0-9+.-]*:\/\//i, 'https://');
    case 'query':
      return bare.replace(/[?#].*$/, '');
    case 'malformed':
      return null;
  }
}

/** Reads one line of an input that names mirrors; undefined when it is wrong (the problem is recorded). */
export function readCandidate(
  reader: InputReader,
  input: string,
  line: string,
  order: number,
  policy: Policy,
): Candidate | undefined {
  const named = /^([A-Za-z0-9][A-Za-z0-9._-]*)=(.*)$/s.exec(line);
  const text = named?.[2] ?? line;

  if (named === null && /^[A-Za-z0-9._-]+$/.test(line)) {
    const known = findInCatalogue(line.toLowerCase());
    if (known === undefined) {
      const names = CATALOGUE.map((row) => row.name);
      return reader.problem(input, line, 'unknown-word', `${names.join(', ')}, ${URL_FORM}`, nearestWord(line, names));
    }
    if (policy === 'internal') return reader.problem(input, line, 'public', URL_FORM);
    return fromCatalogue(known, order);
  }

  const parsed = parseIndexUrl(text);
  if (typeof parsed === 'string') {
    return reader.problem(input, line, URL_PROBLEMS[parsed], URL_FORM, mendUrl(text, parsed));
  }
  const url = new URL(parsed.url);
  const retired = findRetired(url);
  if (retired !== undefined) {
    const replacement = findInCatalogue(retired.replacement)?.indexUrl ?? retired.replacement;
    return reader.problem(input, line, 'retired', replacement, retired.replacement);
  }
  const known = recogniseIndex(parsed.url);
  if (known !== undefined && policy === 'internal') return reader.problem(input, line, 'public', URL_FORM);
  return {
    name: named?.[1] ?? known?.name ?? url.host,
    indexUrl: parsed.url,
    credentials: parsed.credentials,
    operator: known?.operator ?? url.hostname,
    family: known?.family ?? url.hostname,
    origin: known === undefined ? 'input' : 'catalogue',
    order,
  };
}

/**
 * The candidates in the user's order, each index once. `pypi` joins any list that names a public mirror, because it
 * is the one that a hosted runner reaches best; a list of the user's own URLs stays as it is.
 */
export function readCandidates(reader: InputReader, policy: Policy): Candidate[] {
  const lines = reader.lines('mirrors');
  if (lines.length === 0) {
    if (policy === 'internal') {
      reader.problem('mirrors', '', 'missing', URL_FORM);
      return [];
    }
    return CATALOGUE.filter((row) => row.byDefault).map(fromCatalogue);
  }
  const found: Candidate[] = [];
  for (const line of lines) {
    const candidate = readCandidate(reader, 'mirrors', line, found.length, policy);
    if (candidate === undefined || found.some((other) => other.indexUrl === candidate.indexUrl)) continue;
    const double = found.find((other) => other.name === candidate.name);
    if (double === undefined) found.push(candidate);
    else if (line.startsWith(`${candidate.name}=`)) reader.problem('mirrors', line, 'duplicate', 'name=URL');
    else
      found.push({ ...candidate, name: `${candidate.name}${new URL(candidate.indexUrl).pathname.replace(/\/$/, '')}` });
  }
  const pypi = findInCatalogue('pypi');
  const namesPublicMirror = found.some((candidate) => candidate.origin === 'catalogue');
  if (namesPublicMirror && pypi !== undefined && !found.some((candidate) => candidate.indexUrl === pypi.indexUrl)) {
    found.push(fromCatalogue(pypi, found.length));
  }
  return found;
}

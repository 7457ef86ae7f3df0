/** The step's outputs: the decision in the forms in which later steps use it. */
import type { Candidate, Credentials } from '../model/candidate.ts';
import { withoutCredentials } from '../model/credentials.ts';
import { withCredentials } from '../model/index-url.ts';
import type { Outcome } from '../model/outcome.ts';
import type { OutputName } from '../model/outputs.ts';
import type { Verdict } from '../model/verdict.ts';
import { shellWord } from './escape.ts';
import { certificatesOf, soonestEnd } from './rows.ts';

/** Variables that mean the same inside a container; paths of this machine do not. */
const forContainers = [
  'PIP_INDEX_URL',
  'PIP_EXTRA_INDEX_URL',
  'PIP_TRUSTED_HOST',
  'PIP_REQUIRE_HASHES',
  'UV_DEFAULT_INDEX',
  'UV_INSECURE_HOST',
  'PDM_PYPI_URL',
  'PIPENV_PYPI_MIRROR',
  'POETRY_PYPI_MIRROR_URL',
] as const;

/**
 * All outputs of action.yml; '' where one does not apply. `reportPath` is where the JSON report was written.
 * `index-url`, `extra-index-url` and `pip-args` carry the credentials of an index that has some, because pip needs
 * them there: mask them before writing. `docker-build-args` never does: build arguments stay in the image.
 */
export function outputsOf(outcome: Outcome, reportPath = ''): Readonly<Record<OutputName, string>> {
  const { verdicts, decision, cache, plan } = outcome;
  const laid = layoutOf(outcome);
  return {
    mirror: decision === null || decision.why.code === 'kept' ? '' : decision.mirror.name,
    'index-url': laid.indexUrl,
    'extra-index-url': laid.extraIndexUrls.join(' '),
    'trusted-host': laid.trustedHosts.join(' '),
    'pip-args': pipArguments(outcome, laid),
    'docker-build-args': buildArguments(outcome),
    'pytorch-index-url': outcome.pytorchIndexUrl ?? '',
    usable: String(verdicts.filter((verdict) => verdict.usable).length),
    expiring: String(verdicts.filter((verdict) => isExpiring(verdict, plan.inputs.warnDays)).length),
    'min-days-left': minDaysLeft(verdicts),
    report: reportPath,
    'cache-hit': cache?.hit === true ? 'true' : 'false',
    'cache-primary-key': cache?.primaryKey ?? '',
    'cache-matched-key': cache?.matchedKey ?? '',
    'cache-dir': cache?.dir ?? '',
  };
}

interface Layout {
  readonly indexUrl: string;
  readonly extraIndexUrls: readonly string[];
  readonly trustedHosts: readonly string[];
}

/** As exported to pip, which fixes the order of the indexes; from the decision alone where pip's variables are not. */
function layoutOf({ decision, variables }: Outcome): Layout {
  if (decision === null || decision.why.code === 'kept' || decision.why.code === 'offline') {
    return { indexUrl: '', extraIndexUrls: [], trustedHosts: [] };
  }
  const { mirror, fallback, extraIndexes, trustedHosts } = decision;
  const known = [mirror, ...extraIndexes, ...(fallback === null ? [] : [fallback])];
  const [indexUrl, extra] = [variables.PIP_INDEX_URL, words(variables.PIP_EXTRA_INDEX_URL)];
  if (indexUrl !== undefined) {
    return {
      indexUrl: usableUrl(indexUrl, known),
      extraIndexUrls: extra.map((url) => usableUrl(url, known)),
      trustedHosts: words(variables.PIP_TRUSTED_HOST),
    };
  }
  // pip takes equal files from the last index: the chosen mirror comes last where there is a fallback.
  const order = fallback === null ? [mirror, ...extraIndexes] : [fallback, ...extraIndexes, mirror];
  const [first = '', ...others] = order.map((one) => withCredentials(one.indexUrl, one.credentials));
  return { indexUrl: first, extraIndexUrls: others, trustedHosts };
}

function words(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

/** The exported URL, with the credentials of the candidate whose index it is. */
function usableUrl(url: string, known: readonly Candidate[]): string {
  const credentials = credentialsFor(url, known);
  return credentials === null ? url : withCredentials(url, credentials);
}

function credentialsFor(url: string, known: readonly Candidate[]): Credentials | null {
  const bare = normalUrl(url);
  return known.find((candidate) => normalUrl(candidate.indexUrl) === bare)?.credentials ?? null;
}

function normalUrl(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  url.username = '';
  url.password = '';
  return url.href.replace(/\/+$/, '');
}

function pipArguments({ decision, variables }: Outcome, laid: Layout): string {
  if (decision === null || decision.why.code === 'kept') return '';
  const options: string[] = [];
  const add = (option: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') options.push(option, shellWord(value));
  };
  add('--index-url', laid.indexUrl);
  for (const url of laid.extraIndexUrls) add('--extra-index-url', url);
  for (const host of laid.trustedHosts) add('--trusted-host', host);
  if (isOn(variables.PIP_NO_INDEX)) options.push('--no-index');
  add('--find-links', variables.PIP_FIND_LINKS);
  add('--cert', variables.PIP_CERT);
  if (isOn(variables.PIP_REQUIRE_HASHES)) options.push('--require-hashes');
  return options.join(' ');
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && /^(1|true|yes|on|y|t)$/i.test(value);
}

function buildArguments({ variables }: Outcome): string {
  return forContainers
    .flatMap((name) => {
      const value = variables[name];
      return value === undefined || value === ''
        ? []
        : ['--build-arg', shellWord(`${name}=${withoutCredentials(value)}`)];
    })
    .join(' ');
}

/** Within the largest of `warnDays`, or worse: any host on pip's way whose certificate pip refuses. Plain http is neither. */
function isExpiring(verdict: Verdict, warnDays: readonly number[]): boolean {
  const soon = Math.max(0, ...warnDays);
  return certificatesOf(verdict).some(
    ({ status, daysLeft }) => status !== 'none' && (status !== 'valid' || daysLeft <= soon),
  );
}

/** Whole days, rounded down: negative exactly when a certificate has ended; '' where none was seen. */
function minDaysLeft(verdicts: readonly Verdict[]): string {
  const days = verdicts.map(soonestEnd).filter((left) => left !== null);
  return days.length === 0 ? '' : String(Math.floor(Math.min(...days)));
}

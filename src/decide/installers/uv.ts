/**
 * uv reads no PIP_ variable and no pip.conf. It has one default index, asks the others before it, takes a project from
 * the first index that has it, and stops where an index cannot be reached: only verified indexes may stand there.
 */
import type { Candidate } from '../../model/candidate.ts';
import { hideCredentials } from '../../model/credentials.ts';
import type { Notice } from '../../model/notice.ts';
import type { InstallerRequest, InstallerRow, Laid } from './installer.ts';
import { filesNamed, indexWithCredentials, isTrusted, limit, offlineWheelhouse, replacing } from './parts.ts';

export const uv: InstallerRow = {
  name: 'uv',
  lay(request) {
    const locks = filesNamed(request.files, 'uv.lock').map(
      (file): Notice => ({ code: 'uv-lock', level: 'warning', facts: { file } }),
    );
    const wheelhouse = offlineWheelhouse(request);
    return wheelhouse === null ? online(request, locks) : offline(request, wheelhouse, locks);
  },
};

function offline(request: InstallerRequest, wheelhouse: string, notices: readonly Notice[]): Laid {
  // UV_FIND_LINKS is split at commas, and uv knows no way to quote one.
  const split = wheelhouse.includes(',') ? [limit('uv', 'offline', wheelhouse)] : [];
  return replacing(request.inherited, { UV_OFFLINE: '1', UV_FIND_LINKS: wheelhouse }, [...split, ...notices]);
}

function online(request: InstallerRequest, locks: readonly Notice[]): Laid {
  const { decision, inherited, inputs } = request;
  const variables: Record<string, string> = {};
  const notices: Notice[] = [...locks];
  const first = keptIndexes(request, notices);

  if (decision.fallback === null) {
    variables.UV_DEFAULT_INDEX = indexWithCredentials(decision.mirror);
  } else {
    variables.UV_DEFAULT_INDEX = indexWithCredentials(decision.fallback);
    first.push(indexWithCredentials(decision.mirror));
    // Two copies of one public index may be merged; beside a private index that would invite a name of the public one.
    if (first.length === 1) variables.UV_INDEX_STRATEGY = 'unsafe-best-match';
    else notices.push(limit('uv', 'fallback', decision.fallback.indexUrl));
  }
  if (first.length > 0) variables.UV_INDEX = first.join(' ');

  const insecure = insecureHosts(request, notices);
  if (insecure.length > 0) variables.UV_INSECURE_HOST = insecure.join(' ');
  if (inputs.caBundle !== null) {
    variables.SSL_CERT_FILE = inputs.caBundle;
    notices.push({ code: 'uv-roots-replaced', level: 'warning', facts: { caBundle: inputs.caBundle } });
  }
  return replacing(withoutKept(inherited), variables, notices);
}

/** Indexes that go before the default one: the job's own and those of `extra-index-urls`, each once. */
function keptIndexes({ decision, inherited }: InstallerRequest, notices: Notice[]): string[] {
  const kept: string[] = [];
  for (const variable of ['UV_INDEX', 'UV_EXTRA_INDEX_URL']) {
    for (const url of (inherited[variable] ?? '').split(/\s+/)) {
      if (url === '' || kept.includes(url)) continue;
      kept.push(url);
      notices.push({
        code: 'inherited-kept',
        level: 'notice',
        facts: { variable, value: hideCredentials(url) },
      });
    }
  }
  for (const index of decision.extraIndexes) {
    const url = indexWithCredentials(index);
    if (!kept.some((other) => sameIndex(other, url))) kept.push(url);
  }
  return kept;
}

function sameIndex(a: string, b: string): boolean {
  const plain = (url: string): string => url.replace(/^[^=/]*=(?=https?:)/, '').replace(/\/+$/, '');
  return plain(a) === plain(b);
}

/** What was merged into the new value is not replaced. */
function withoutKept(inherited: InstallerRequest['inherited']): InstallerRequest['inherited'] {
  return { ...inherited, UV_INDEX: undefined, UV_INSECURE_HOST: undefined };
}

/**
 * uv compares the port as it is written in the URL: 'host:443' never matches 'https://host/'. The narrowest entry that
 * works for a default port is 'https://host', which covers every port of that host. Plain http needs no entry at all.
 */
function insecureHosts({ decision, inherited }: InstallerRequest, notices: Notice[]): string[] {
  const entries = (inherited.UV_INSECURE_HOST ?? '').split(/\s+/).filter((word) => word !== '');
  const indexes: (Candidate | null)[] = [decision.mirror, decision.fallback, ...decision.extraIndexes];
  for (const trusted of decision.trustedHosts) {
    const itsIndexes = indexes.filter((index) => index !== null && isTrusted(index.indexUrl, [trusted]));
    const onlyHttp = itsIndexes.length > 0 && itsIndexes.every((index) => index?.indexUrl.startsWith('http:'));
    if (onlyHttp) continue;
    const host = trusted.toLowerCase();
    const entry = host.endsWith(':443') ? `https://${host.slice(0, -':443'.length)}` : host;
    if (entry !== host) notices.push({ code: 'uv-insecure-wider', level: 'warning', facts: { host } });
    if (!entries.includes(entry)) entries.push(entry);
  }
  return entries;
}

/** The decision → pip's variables, laid as pip reads them. */

import type { Decision, Variables } from '../model/decision.ts';
import { withCredentials } from '../model/index-url.ts';
import type { PipConfig } from '../model/pip-facts.ts';
import type { Inputs } from '../model/plan.ts';

/** pip's list settings that the job has already, by variable or by configuration file. */
export interface Inherited {
  readonly extraIndexUrls: readonly string[];
  readonly trustedHosts: readonly string[];
}

/** What is in force now: pip's own word where there is a pip, else the variables, which it splits at white space. */
export function readInherited(
  env: Readonly<Record<string, string | undefined>>,
  config: PipConfig | null = null,
): Inherited {
  const words = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter((word) => word !== '');
  return {
    extraIndexUrls: config?.extraIndexUrls ?? words(env.PIP_EXTRA_INDEX_URL),
    trustedHosts: config?.trustedHosts ?? words(env.PIP_TRUSTED_HOST),
  };
}

/**
 * pip's variables with credentials in them (mask first). An empty string is not written: pip ignores an empty variable,
 * and a configuration file's value would stand instead.
 */
export function pipVariables(decision: Decision, inputs: Inputs, inherited: Inherited): Variables {
  const urlOf = (index: { indexUrl: string; credentials: Decision['mirror']['credentials'] }): string =>
    withCredentials(index.indexUrl, index.credentials);
  const chosen = urlOf(decision.mirror);
  // pip takes equal files from the last index, so with a fallback the chosen mirror comes last.
  const first = decision.fallback === null ? chosen : urlOf(decision.fallback);
  const last = decision.fallback === null ? [] : [chosen];
  const kept = inputs.policy === 'internal' ? [] : inherited.extraIndexUrls;
  const extra = unique([...kept, ...decision.extraIndexes.map(urlOf), ...last]).filter(
    (url) => url !== first || last.includes(url),
  );
  const trusted = unique([...inherited.trustedHosts, ...decision.trustedHosts]);
  const variables: Record<string, string> = { PIP_INDEX_URL: first };
  if (extra.length > 0) variables.PIP_EXTRA_INDEX_URL = extra.join(' ');
  // The job's other indexes do not come along: the chosen one stands in their place, and pip reads it once. An empty
  // value would bring those of a pip.conf back.
  else if (inherited.extraIndexUrls.length > 0) variables.PIP_EXTRA_INDEX_URL = first;
  if (decision.trustedHosts.length > 0) variables.PIP_TRUSTED_HOST = trusted.join(' ');
  if (inputs.caBundle !== null) variables.PIP_CERT = inputs.caBundle;
  if (inputs.requireHashes) variables.PIP_REQUIRE_HASHES = '1';
  return variables;
}

/** Each once, at its last place: the last index wins with pip. */
function unique(words: readonly string[]): string[] {
  return words.filter((word, index) => words.lastIndexOf(word) === index);
}

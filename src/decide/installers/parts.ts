/** What several installers' variables are made of. */
import type { Candidate } from '../../model/candidate.ts';
import { hideCredentials } from '../../model/credentials.ts';
import type { Variables } from '../../model/decision.ts';
import { withCredentials } from '../../model/index-url.ts';
import type { Notice } from '../../model/notice.ts';
import type { Installer } from '../../model/plan.ts';
import type { Environment, InstallerRequest, Laid } from './installer.ts';

/** What an installer cannot be told by a variable. */
export type InstallerLimit = 'extra-index' | 'fallback' | 'trusted-host' | 'offline';

/** The index with its credentials, as an installer's variable holds it. */
export function indexWithCredentials(candidate: Candidate): string {
  return withCredentials(candidate.indexUrl, candidate.credentials);
}

/** Whether `trustedHosts` covers this URL, as pip reads them: a host without port covers every port. */
export function isTrusted(url: string, trustedHosts: readonly string[]): boolean {
  const { hostname, port, protocol } = new URL(url);
  const effectivePort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return trustedHosts.some((entry) => {
    const lower = entry.toLowerCase();
    return lower === hostname || lower === `${hostname}:${effectivePort}`;
  });
}

export function limit(installer: Installer, what: InstallerLimit, value: string): Notice {
  return { code: 'installer-limit', level: 'warning', facts: { installer, what, value } };
}

/** The checked folder of wheels that the job stays with; null when an index was chosen. */
export function offlineWheelhouse({ inputs }: InstallerRequest): string | null {
  return inputs.policy === 'offline' ? inputs.wheelhouse : null;
}

/** Notices for the second indexes of a decision, where an installer has no variable for them. */
export function withoutSecondIndexes(installer: Installer, { decision }: InstallerRequest): Notice[] {
  const notices = decision.extraIndexes.map((index) => limit(installer, 'extra-index', index.indexUrl));
  if (decision.fallback !== null) notices.push(limit(installer, 'fallback', decision.fallback.indexUrl));
  return notices;
}

/** The files of that name: 'uv.lock' is found in every folder. */
export function filesNamed(files: readonly string[], name: string): string[] {
  return files.filter((file) => file === name || file.endsWith(`/${name}`));
}

/** `variables`, with a notice for each value of the job that they take the place of. */
export function replacing(inherited: Environment, variables: Variables, notices: readonly Notice[]): Laid {
  const replaced = Object.entries(variables).flatMap(([variable, value]): Notice[] => {
    const before = inherited[variable];
    if (before === undefined || before === '' || before === value) return [];
    return [{ code: 'inherited-replaced', level: 'notice', facts: { variable, value: hideCredentials(before) } }];
  });
  return { variables, notices: [...replaced, ...notices] };
}

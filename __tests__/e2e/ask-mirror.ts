/** Asks a lab mirror as the action does, with the lab's root as the only anchor. */
import type { Candidate } from '../../src/model/candidate.ts';
import type { FileLink, ProjectObservation } from '../../src/model/observation.ts';
import type { Trust } from '../../src/model/trust.ts';
import { type Asking, type MirrorSession, openSession } from '../../src/observe/session.ts';
import { rulesOf } from '../../src/observe/trust-rules.ts';
import { proxySettings } from '../../src/platform/proxy.ts';
import type { Lab } from '../lab/lab.ts';

export const USER_AGENT = 'pip/25.3 {"ci":null}';

export const candidateAt = (indexUrl: string, more: Partial<Candidate> = {}): Candidate => ({
  name: 'asked',
  indexUrl,
  credentials: null,
  operator: 'lab',
  family: 'lab',
  origin: 'input',
  order: 0,
  ...more,
});

export const labTrust = (lab: Lab): Trust => ({
  source: 'file',
  path: lab.rootPem,
  anchors: [lab.authorities.root.pem],
  rules: rulesOf(null),
  clientCertificate: null,
  problem: null,
});

export const asking = (lab: Lab, more: Partial<Asking> = {}): Asking => ({
  userAgent: USER_AGENT,
  trust: labTrust(lab),
  proxies: proxySettings(null, {}),
  timeoutMs: 10_000,
  ...more,
});

/** Opens a session, hands it on, and closes it whatever happens. */
export async function withSession<T>(
  lab: Lab,
  indexUrl: string,
  use: (session: MirrorSession) => Promise<T>,
  more: Partial<Asking> = {},
  candidate: Partial<Candidate> = {},
): Promise<T> {
  const session = openSession(candidateAt(indexUrl, candidate), asking(lab, more));
  try {
    return await use(session);
  } finally {
    session.close();
  }
}

/** The newest wheel of a page. */
export function wheelOf(seen: ProjectObservation): FileLink {
  const link = seen.page?.files.findLast((file) => file.filename.endsWith('.whl'));
  if (link === undefined) throw new Error(`no wheel on the page: ${ending(seen)}`);
  return link;
}

/** How an exchange or a chain of them ended, in a word: a failure's code, or the status. */
export const ending = (seen: { readonly exchanges: ProjectObservation['exchanges'] }): string => {
  const last = seen.exchanges.at(-1);
  return last?.failure?.code ?? String(last?.status);
};

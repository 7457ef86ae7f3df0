/** A judged wheelhouse → the decision to stay offline, and what there is to say of it. */
import type { WheelhouseVerdict } from '../judge/wheelhouse.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Decision } from '../model/decision.ts';
import type { Notice } from '../model/notice.ts';
import type { WheelhouseFacts } from '../model/wheelhouse.ts';

/** The wheelhouse stands where a mirror stands otherwise. */
export function offlineDecision(folder: string, confirmedByPip: boolean): Decision {
  const mirror: Candidate = {
    name: 'wheelhouse',
    indexUrl: folder,
    credentials: null,
    operator: 'wheelhouse',
    family: 'wheelhouse',
    origin: 'input',
    order: 0,
  };
  return {
    mirror,
    extraIndexes: [],
    fallback: null,
    trustedHosts: [],
    why: { code: 'offline' },
    confirmedByPip,
    reused: false,
  };
}

/** What is missing comes first, then what is broken, then what is worth knowing. */
export function wheelhouseNotices(facts: WheelhouseFacts, verdict: WheelhouseVerdict): Notice[] {
  const problem = facts.problem ?? (facts.files.length === 0 ? 'empty' : null);
  if (problem !== null)
    return [{ code: 'wheelhouse-folder', level: 'error', facts: { folder: facts.folder, problem } }];
  const notices: Notice[] = verdict.missing.map((facts) => ({ code: 'wheelhouse-missing', level: 'error', facts }));
  for (const { filename, fault, detail } of verdict.faulty) {
    const level = fault === 'platform' ? 'info' : verdict.needed.includes(filename) ? 'error' : 'warning';
    notices.push({ code: 'wheelhouse-file', level, facts: { file: filename, fault, detail } });
  }
  for (const file of verdict.built) notices.push({ code: 'wheelhouse-built', level: 'warning', facts: { file } });
  if (verdict.usable) {
    const { folder, files } = facts;
    const complete = { folder, files: files.length, projects: verdict.checked };
    notices.push({ code: 'wheelhouse-complete', level: 'info', facts: complete });
  }
  return notices;
}

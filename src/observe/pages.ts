/** Many index pages of the one mirror that was chosen: over a few connections, each in turn, as pip itself will ask. */
import type { Candidate } from '../model/candidate.ts';
import type { FileLink } from '../model/observation.ts';
import { type Asking, openSession } from './session.ts';

export interface Pages {
  /** Files of a project; null where its page could not be had. Never rejects. */
  files(project: string): Promise<readonly FileLink[] | null>;
  close(): void;
}

/** Redirects count as requests, and each project may have some. */
const REQUESTS_PER_CONNECTION = 192;

/** `connections` are opened when the first page is asked for. The caller must `close()`. */
export function openPages(candidate: Candidate, asking: Asking, connections: number): Pages {
  const sessions: ReturnType<typeof openSession>[] = [];
  let turn = 0;
  return {
    async files(project) {
      const at = turn++ % connections;
      sessions[at] ??= openSession(candidate, { ...asking, maxRequests: REQUESTS_PER_CONNECTION });
      return (await sessions[at].project(project)).page?.files ?? null;
    },
    close() {
      for (const session of sessions) session.close();
    },
  };
}

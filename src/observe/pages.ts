/** Many index pages of the one mirror that was chosen: over a few connections, each in turn, as pip itself will ask. */
import type { Candidate } from '../model/candidate.ts';
import type { Exchange, FileLink } from '../model/observation.ts';
import { type Asking, openSession } from './session.ts';

export interface Pages {
  /** Files of a project; null where its page could not be had, or came over a connection that is not accepted. Never rejects. */
  files(project: string): Promise<readonly FileLink[] | null>;
  close(): void;
}

/** Redirects count as requests, and each project may have some. */
const REQUESTS_PER_CONNECTION = 192;

/**
 * `connections` are opened when the first page is asked for. A session ends no handshake for a certificate's sake, so
 * `accepts` is asked of every hop. The caller must `close()`.
 */
export function openPages(
  candidate: Candidate,
  asking: Asking,
  connections: number,
  accepts: (hop: Exchange) => boolean,
): Pages {
  const sessions: ReturnType<typeof openSession>[] = [];
  let turn = 0;
  return {
    async files(project) {
      const at = turn++ % connections;
      sessions[at] ??= openSession(candidate, { ...asking, maxRequests: REQUESTS_PER_CONNECTION });
      const { page, exchanges } = await sessions[at].project(project);
      return page !== null && exchanges.every(accepts) ? page.files : null;
    },
    close() {
      for (const session of sessions) session.close();
    },
  };
}

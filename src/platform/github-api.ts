/**
 * Issues of one repository over the REST API that GitHub, GitHub Enterprise Server, Gitea and Forgejo share.
 * Differences: Gitea pages with `limit` (GitHub with `per_page`), knows no `sort` and no `author_association`.
 */
import type { WebAnswer, WebClient } from './web-request.ts';

export interface Forge {
  /** GITHUB_API_URL: 'https://api.github.com', 'https://ghes.example/api/v3', 'https://gitea.example/api/v1'. */
  readonly apiUrl: string;
  /** 'owner/name'. */
  readonly repository: string;
  readonly token: string;
}

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Written by a bot or by somebody who may write here: strangers must not be able to plant our marks. */
  readonly trusted: boolean;
}

/** 'http-403', 'timeout', 'invalid-answer' …; never a message of the forge. */
export interface ApiFailure {
  readonly failure: string;
}

export interface IssuesApi {
  /** Open issues, those changed last first where the forge can sort, at most 2000. */
  readonly listOpen: () => Promise<readonly Issue[] | ApiFailure>;
  readonly open: (title: string, body: string) => Promise<ApiFailure | null>;
  readonly update: (number: number, title: string, body: string) => Promise<ApiFailure | null>;
  /** Adds a comment, then closes. */
  readonly close: (number: number, comment: string) => Promise<ApiFailure | null>;
}

const PER_PAGE = 100;
const MOST_PAGES = 20;
const TIMEOUT_MS = 10_000;
const MOST_WAIT_MS = 20_000;
/** A page of a hundred long issues. */
const MOST_BYTES = 16 * 1024 * 1024;

const WRITERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

export function issuesApi(client: WebClient, { apiUrl, repository, token }: Forge): IssuesApi {
  const base = `${apiUrl.replace(/\/+$/, '')}/repos/${repository}/issues`;
  const headers = { accept: 'application/vnd.github+json', authorization: `Bearer ${token}` };

  const ask = async (method: 'GET' | 'POST' | 'PATCH', url: string, body: object | null): Promise<Asked> => {
    const text = body === null ? null : JSON.stringify(body);
    for (let attempt = 1; ; attempt++) {
      const answer = await client.ask({ method, url, headers, body: text }, TIMEOUT_MS, MOST_BYTES);
      if ('failure' in answer) return { failure: answer.failure };
      const { status } = answer;
      if (status >= 200 && status < 300) return parse(answer);
      const waitMs = Number(answer.headers['retry-after'] ?? (status === 503 ? 2 : Number.NaN)) * 1000;
      // Refused before anything was written, so that a second try cannot write twice.
      const again = attempt === 1 && [403, 429, 503].includes(status) && waitMs >= 0 && waitMs <= MOST_WAIT_MS;
      if (!again) return { failure: `http-${status}` };
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  };

  const write = async (method: 'POST' | 'PATCH', url: string, body: object): Promise<ApiFailure | null> => {
    const answer = await ask(method, url, body);
    return 'failure' in answer ? answer : null;
  };

  return {
    listOpen: async () => {
      const issues: Issue[] = [];
      for (let page = 1; page <= MOST_PAGES; page++) {
        const query = `state=open&type=issues&sort=updated&direction=desc&per_page=${PER_PAGE}&limit=${PER_PAGE}&page=${page}`;
        const answer = await ask('GET', `${base}?${query}`, null);
        if ('failure' in answer) return answer;
        if (!Array.isArray(answer.value)) return { failure: 'invalid-answer' };
        issues.push(...answer.value.flatMap(issueOf));
        if (!answer.more) break;
      }
      return issues;
    },
    open: (title, body) => write('POST', base, { title, body }),
    update: (number, title, body) => write('PATCH', `${base}/${number}`, { title, body }),
    close: async (number, comment) =>
      (await write('POST', `${base}/${number}/comments`, { body: comment })) ??
      write('PATCH', `${base}/${number}`, { state: 'closed' }),
  };
}

type Asked = { readonly value: unknown; readonly more: boolean } | ApiFailure;

/** `more`: another page follows. The length of a page says nothing, a Gitea may be set to shorter ones. */
function parse({ body, headers }: WebAnswer): Asked {
  try {
    return { value: JSON.parse(body), more: /rel="?next"?/.test(headers.link ?? '') };
  } catch {
    return { failure: 'invalid-answer' };
  }
}

/** Pull requests come with the issues; they are left out. */
function issueOf(value: unknown): Issue[] {
  if (typeof value !== 'object' || value === null) return [];
  const { number, title, body, user, author_association: role, pull_request: pull } = value as Record<string, unknown>;
  if (typeof number !== 'number' || (pull !== undefined && pull !== null)) return [];
  const bot = typeof user === 'object' && user !== null && 'type' in user && user.type === 'Bot';
  const trusted = bot || role === undefined || (typeof role === 'string' && WRITERS.has(role));
  return [{ number, title: String(title ?? ''), body: String(body ?? ''), trusted }];
}

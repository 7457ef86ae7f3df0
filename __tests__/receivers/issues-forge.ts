/** Issues of one repository over HTTP, as GitHub and as Gitea serve them: pages, marks of authors, and refusals. */
import type { Received, Reply } from './receiver.ts';

export interface ForgeIssue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly comments: string[];
  readonly author: 'bot' | 'stranger';
  readonly pull: boolean;
}

export interface ForgeKind {
  readonly name: string;
  /** Path before '/repos'. */
  readonly base: string;
  /** Longest page, whatever is asked for. */
  readonly page: number;
  /** Whether issues say who their author is to the repository. */
  readonly associations: boolean;
}

export const FORGES: readonly ForgeKind[] = [
  { name: 'GitHub', base: '', page: 100, associations: true },
  { name: 'GitHub Enterprise Server', base: '/api/v3', page: 100, associations: true },
  { name: 'Gitea', base: '/api/v1', page: 50, associations: false },
];

export class IssuesForge {
  readonly issues: ForgeIssue[] = [];
  readonly kind: ForgeKind;
  readonly token: string;

  constructor(kind: ForgeKind, token: string) {
    this.kind = kind;
    this.token = token;
  }

  add(title: string, body: string, author: ForgeIssue['author'] = 'bot', pull = false): ForgeIssue {
    const issue: ForgeIssue = {
      number: this.issues.length + 1,
      title,
      body,
      state: 'open',
      comments: [],
      author,
      pull,
    };
    this.issues.push(issue);
    return issue;
  }

  get open(): ForgeIssue[] {
    return this.issues.filter(({ state, pull }) => state === 'open' && !pull);
  }

  answer(request: Received): Reply {
    if (request.headers.authorization !== `Bearer ${this.token}`) return json(401, { message: 'Bad credentials' });
    const prefix = `${this.kind.base}/repos/octo-org/octo-repo/issues`;
    if (!request.path.startsWith(prefix)) return json(404, { message: 'Not Found' });
    const [, number, comments] = /^\/(\d+)(\/comments)?$/.exec(request.path.slice(prefix.length)) ?? [];
    const body = request.body === '' ? {} : JSON.parse(request.body);
    if (number === undefined) return request.method === 'POST' ? this.#create(body) : this.#list(request);
    const issue = this.issues.find((other) => other.number === Number(number));
    if (issue === undefined) return json(404, { message: 'Not Found' });
    if (comments !== undefined && request.method === 'POST') {
      issue.comments.push(String(body.body));
      return json(201, {});
    }
    if (request.method !== 'PATCH') return json(405, {});
    Object.assign(issue, body);
    return json(200, this.#shown(issue));
  }

  #create(body: { title?: unknown; body?: unknown }): Reply {
    if (typeof body.title !== 'string' || body.title === '' || String(body.body).length > 65_536) {
      return json(422, { message: 'Validation Failed' });
    }
    return json(201, this.#shown(this.add(body.title, String(body.body))));
  }

  #list({ query }: Received): Reply {
    const wanted = Number(query.get(this.kind.associations ? 'per_page' : 'limit') ?? 30);
    const size = Math.min(wanted, this.kind.page);
    const page = Number(query.get('page') ?? 1);
    const all = this.issues.filter(({ state }) => state === query.get('state')).toReversed();
    const more = all.length > page * size;
    const headers = more
      ? { link: `<https://forge.test/next?page=${page + 1}>; rel="next", <x>; rel="last"` }
      : undefined;
    return json(
      200,
      all.slice((page - 1) * size, page * size).map((issue) => this.#shown(issue)),
      headers,
    );
  }

  #shown({ number, title, body, state, author, pull }: ForgeIssue): object {
    const association = author === 'bot' ? 'NONE' : 'FIRST_TIME_CONTRIBUTOR';
    return {
      number,
      title,
      body,
      state,
      user: { login: author, ...(this.kind.associations ? { type: author === 'bot' ? 'Bot' : 'User' } : {}) },
      ...(this.kind.associations ? { author_association: association } : {}),
      ...(pull ? { pull_request: {} } : this.kind.associations ? {} : { pull_request: null }),
    };
  }
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

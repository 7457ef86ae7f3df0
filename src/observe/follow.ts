/** Redirects as pip (requests) follows them: hop by hop, at most 30, each hop an exchange of its own. */
import type { Exchange, ExchangeRole, Failure } from '../model/observation.ts';
import type { Answer } from '../platform/http-exchange.ts';
import { redirectTarget, withoutSecrets } from './redirect-target.ts';

const MAX_REDIRECTS = 30;

/** A way that is longer than this and than the budget is taken for endless. */
const TELLING_REDIRECTS = 4;

export interface Hop {
  readonly exchange: Exchange;
  readonly answer: Answer | null;
  /** The budget had no request left for it. */
  readonly unsent: boolean;
}

/** Asks one URL once. `sameOrigin` is false once the way has left the origin that credentials belong to. */
export type AskOnce = (url: string, role: ExchangeRole, sameOrigin: boolean) => Promise<Hop>;

export interface Followed {
  readonly exchanges: readonly Exchange[];
  /** Where the last answer came from. */
  readonly url: string;
  readonly last: Hop;
  readonly redirectLoop: boolean;
}

/** Follows redirects from `url` to the last answer. Never throws; what stops the way is the last exchange's failure. */
export async function follow(url: string, role: ExchangeRole, ask: AskOnce): Promise<Followed> {
  const exchanges: Exchange[] = [];
  const seen = new Set<string>();
  const origin = new URL(url).origin;
  let current = withoutSecrets(new URL(url));
  let sameOrigin = true;
  let before: Hop | null = null;
  for (;;) {
    seen.add(current);
    const hop = await ask(current, exchanges.length === 0 ? role : 'redirect', sameOrigin);
    if (hop.unsent && before !== null && exchanges.length > TELLING_REDIRECTS) {
      return { exchanges, url: current, last: before, redirectLoop: true };
    }
    const target = redirectTarget(hop.exchange.status, hop.exchange.headers.location, current);
    if (target === null || hop.exchange.failure !== null) {
      exchanges.push(hop.exchange);
      return { exchanges, url: current, last: hop, redirectLoop: false };
    }
    if (target.url === null) {
      const failed = broken(hop, { code: 'invalid-response', phase: 'headers', detail: target.detail });
      exchanges.push(failed.exchange);
      return { exchanges, url: current, last: failed, redirectLoop: false };
    }
    exchanges.push(hop.exchange);
    if (seen.has(target.url) || exchanges.length > MAX_REDIRECTS) {
      return { exchanges, url: current, last: hop, redirectLoop: true };
    }
    before = hop;
    current = target.url;
    sameOrigin &&= new URL(current).origin === origin;
  }
}

function broken(hop: Hop, failure: Failure): Hop {
  return { ...hop, exchange: { ...hop.exchange, failure } };
}

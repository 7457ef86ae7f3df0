/** What came back on the way to a page or a file, as the observation of it. Pure. */
import { createHash } from 'node:crypto';
import type { Exchange, FileLink, FileObservation, ProjectObservation } from '../model/observation.ts';
import { decodeBody } from '../platform/content-encoding.ts';
import type { Followed } from './follow.ts';
import { parseIndexPage } from './index-page.ts';

const EXCERPT_BYTES = 2048;

/** The page at the end of the way, or why there is none. At most `maxDecodedBytes` are made of its body. */
export function readPage(project: string, followed: Followed, maxDecodedBytes: number): ProjectObservation {
  const { exchanges, last, redirectLoop } = followed;
  const none = { project, exchanges, page: null, defect: null, redirectLoop };
  const body = last.answer?.body ?? Buffer.alloc(0);
  const { status, headers, failure } = last.exchange;
  const decoded = decodeBody(body, headers['content-encoding'], maxDecodedBytes);
  const excerpt = (decoded.body ?? body).subarray(0, EXCERPT_BYTES).toString('utf8');
  if (!isSuccess(status) || failure !== null) return { ...none, excerpt };
  if (last.answer?.complete === false) {
    const tooLarge = { code: 'too-large', phase: 'body', detail: `more than ${body.length} bytes` } as const;
    return { ...none, excerpt: '', exchanges: endingWith(exchanges, tooLarge) };
  }
  if (decoded.failure?.code === 'too-large') {
    return { ...none, excerpt: '', exchanges: endingWith(exchanges, decoded.failure) };
  }
  if (decoded.failure !== null) {
    return { ...none, excerpt, defect: decoded.failure.code === 'truncated' ? 'truncated' : 'encoding' };
  }
  const { page, defect } = parseIndexPage(decoded.body, headers['content-type'] ?? '', followed.url, headers);
  return { ...none, page, defect, excerpt: defect === null ? '' : excerpt };
}

/** pip reads whatever comes with such a status as a page. */
export function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** The file or metadata at the end of the way; its digest only where all of it came. */
export function readFile(link: FileLink, { exchanges, last, redirectLoop }: Followed): FileObservation {
  const body = last.answer?.body ?? Buffer.alloc(0);
  const whole = last.answer?.complete === true && isWhole(last.exchange, body.length);
  return {
    link,
    exchanges,
    sha256: whole ? createHash('sha256').update(body).digest('hex') : null,
    excerpt: body.subarray(0, EXCERPT_BYTES).toString('latin1'),
    redirectLoop,
  };
}

function endingWith(exchanges: readonly Exchange[], failure: Exchange['failure']): readonly Exchange[] {
  return exchanges.map((exchange, at) => (at === exchanges.length - 1 ? { ...exchange, failure } : exchange));
}

/** A complete 200, or a 206 whose Content-Range says that it is everything. */
function isWhole(exchange: Exchange, bytes: number): boolean {
  if (exchange.failure !== null) return false;
  if (exchange.status === 200) return true;
  const range = /^bytes 0-(\d+)\/(\d+)$/.exec(exchange.headers['content-range'] ?? '');
  return exchange.status === 206 && range !== null && Number(range[2]) === bytes && Number(range[1]) + 1 === bytes;
}

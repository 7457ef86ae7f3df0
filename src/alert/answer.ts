/** The chat services' own error forms: HTTP 200 with a code other than 0 in the body. */
import type { ChannelAnswer, Delivery } from './channel.ts';

/** What a service documents about its codes. */
export interface AnswerCodes {
  /** Field of the body that holds the code. */
  readonly field: 'errcode' | 'code';
  readonly busy: readonly number[];
  readonly limited: readonly number[];
}

/** A body with a code decides; without one the HTTP status does. */
export function codedDelivery(answer: ChannelAnswer, codes: AnswerCodes): Delivery {
  const code = codeOf(answer.body, codes.field);
  if (code === 0 && answer.status < 300) return { state: 'delivered' };
  if (code === null || code === 0) {
    // A 200 that is not the service's own form is a proxy's page or a wrong URL: not delivered.
    return answer.status < 300 ? { state: 'refused', code: 'no-answer-code' } : httpDelivery(answer);
  }
  const name = `${codes.field}-${code}`;
  if (codes.busy.includes(code)) return { state: 'busy', code: name, afterMs: retryAfterMs(answer) };
  if (codes.limited.includes(code)) return { state: 'limited', code: name };
  return { state: 'refused', code: name };
}

/** Honest status codes: 2xx, 429 and 5xx with `Retry-After`, and the rest. */
export function httpDelivery(answer: ChannelAnswer): Delivery {
  const { status } = answer;
  if (status >= 200 && status < 300) return { state: 'delivered' };
  const code = `http-${status}`;
  const again = status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501);
  return again ? { state: 'busy', code, afterMs: retryAfterMs(answer) } : { state: 'refused', code };
}

/** `Retry-After` in seconds; a date is not used by any of the services. */
function retryAfterMs(answer: ChannelAnswer): number | null {
  const text = answer.headers['retry-after'] ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null;
}

function codeOf(body: string, field: string): number | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const code = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>)[field] : null;
    return Number.isSafeInteger(code) ? (code as number) : null;
  } catch {
    return null;
  }
}

/** A status code instead of an answer. */
import { text } from '../answer.ts';
import type { Fault } from '../fault.ts';

export const status = (code: number, body = '', headers: Readonly<Record<string, string>> = {}): Fault => ({
  name: `status ${code}`,
  answer: () => {
    const answer = text(code, body === '' ? `${code}\n` : body);
    return { ...answer, headers: { ...answer.headers, ...headers } };
  },
});

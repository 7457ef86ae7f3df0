/** Who may come in: credentials and limits. */
import { text } from '../answer.ts';
import type { Fault } from '../fault.ts';

/** Basic credentials or 401; `silently` answers 404 as some repository managers do. */
export const wantsCredentials = (username: string, password: string, silently = false): Fault => ({
  name: 'wants credentials',
  answer: (request, next) => {
    const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    if (request.headers.authorization === expected) return next();
    if (silently) return text(404, '404 Not Found\n');
    const answer = text(401, '401 Unauthorized\n');
    return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Basic realm="lab"' } };
  },
});

/** 429 with Retry-After once `requests` were answered. */
export const rateLimit = (requests: number, retryAfterSeconds = 60): Fault => ({
  name: `rate limit after ${requests}`,
  answer: (request, next) => {
    if (request.count <= requests) return next();
    const answer = text(429, 'Too Many Requests\n');
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) } };
  },
});

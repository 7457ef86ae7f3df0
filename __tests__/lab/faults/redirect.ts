/** Redirects: to another host, to http, round in a circle, or without end. */
import { text } from '../answer.ts';
import type { Fault } from '../fault.ts';

const goto = (location: string, code: number) => ({ ...text(code, ''), headers: { location } });

/** To the same path at another origin ('https://other.test:8443'). */
export const redirectTo = (origin: string, code = 302): Fault => ({
  name: `redirect to ${origin}`,
  answer: (request) => goto(`${origin}${request.url}`, code),
});

/** To the very same URL. */
export const redirectLoop: Fault = { name: 'redirect loop', answer: (request) => goto(request.url, 302) };

/** Each time to a URL not seen before. */
export const redirectForever: Fault = {
  name: 'endless redirects',
  answer: (request) => goto(`${request.url.replace(/\?.*$/, '')}?hop=${request.count}`, 302),
};

/** Through `hops` redirects to the right answer. */
export const redirectHops = (hops: number): Fault => ({
  name: `${hops} redirects`,
  answer: (request, next) => {
    const hop = Number(/\?hop=(\d+)$/.exec(request.url)?.[1] ?? 0);
    return hop < hops ? goto(`${request.url.replace(/\?.*$/, '')}?hop=${hop + 1}`, 302) : next();
  },
});

/** A Location that is none of http and https. */
export const redirectToFile: Fault = { name: 'redirect to file:', answer: () => goto('file:///etc/hostname', 302) };

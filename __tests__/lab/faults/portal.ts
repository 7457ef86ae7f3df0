/** A captive portal: every page is a log-in page, and pip takes it for an empty index. */
import { text } from '../answer.ts';
import type { Fault } from '../fault.ts';

const PAGE =
  '<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body><form action="/login">Please sign in.</form></body></html>\n';

export const captivePortal: Fault = {
  name: 'captive portal',
  answer: () => text(200, PAGE, 'text/html; charset=utf-8'),
};

/** The other kind: it sends everybody elsewhere. */
export const portalRedirect = (to: string): Fault => ({
  name: 'portal redirect',
  answer: () => ({ ...text(302, ''), headers: { location: to } }),
});

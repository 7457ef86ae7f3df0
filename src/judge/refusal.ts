/** A mirror's own words on a refusal: what its operator needs to find the block. */
import type { Headers } from '../model/observation.ts';

const REQUEST_ID_HEADERS = [
  'x-request-id',
  'x-amz-request-id',
  'x-oss-request-id',
  'x-nws-log-uuid',
  'cf-ray',
  'x-sjtug-mirror-id',
];

/** Block code and request id from a refusal's headers and first bytes; null where it gives none. */
export function refusalDetail(headers: Headers, excerpt: string): string | null {
  const parts: string[] = [];
  // TUNA and BFSU print an eight-digit block code and a 32-digit request id.
  const code = /(?<![0-9a-z])([0-9a-f]{8})(?![0-9a-z])/i.exec(excerpt)?.[1];
  const id = /(?<![0-9a-z])([0-9a-f]{32})(?![0-9a-z])/i.exec(excerpt)?.[1];
  if (code !== undefined) parts.push(`code ${code}`);
  if (id !== undefined) parts.push(`request ${id}`);
  for (const name of REQUEST_ID_HEADERS) {
    const value = headers[name];
    if (value !== undefined && parts.length < 3) parts.push(`${name}: ${value.slice(0, 100)}`);
  }
  const retryAfter = headers['retry-after'];
  if (retryAfter !== undefined) parts.push(`retry-after: ${retryAfter.slice(0, 40)}`);
  return parts.length === 0 ? null : parts.join(', ');
}

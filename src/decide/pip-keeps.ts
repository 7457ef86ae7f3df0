/** Whether pip's own HTTP cache keeps an answer, by the rules of the CacheControl that every pip brings along. */

/** `headers` by lower-case name, of a 200 or 206 to a file. Without a date nothing but an `ETag` counts. */
export function pipKeeps(headers: Readonly<Record<string, string>>): boolean {
  const control = (headers['cache-control'] ?? '').toLowerCase();
  if (/(^|[\s,])no-store\b/.test(control) || (headers.vary ?? '').includes('*')) return false;
  if (headers.etag !== undefined) return true;
  if (headers.date === undefined) return false;
  return Number(/(?:^|[\s,])max-age=(\d+)/.exec(control)?.[1] ?? 0) > 0 || (headers.expires ?? '') !== '';
}

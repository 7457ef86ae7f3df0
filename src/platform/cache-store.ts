/**
 * The forge's cache service. The only file that knows @actions/cache: it is heavy (0.16 s to load), so it is loaded
 * where it is used; it swallows service errors, retries for up to half a minute and cannot be cancelled, so every call
 * has a deadline of ours. What is still under way then is left to end with the process.
 */

export type StoreAnswer =
  | { readonly outcome: 'found'; readonly key: string }
  /** Nothing there, or the service refused: it does not say which. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'late' }
  /** Something that is missing on this machine: tar, a token … */
  | { readonly outcome: 'failed'; readonly detail: string };

/** Whether the runner names a cache service; no request is made. */
export function hasCacheService(env: Readonly<Record<string, string | undefined>>): boolean {
  return (env.ACTIONS_RESULTS_URL ?? '') !== '' || (env.ACTIONS_CACHE_URL ?? '') !== '';
}

/** As the client tells the protocols apart. */
function isNewService(): boolean {
  return (process.env.ACTIONS_CACHE_SERVICE_V2 ?? '') !== '';
}

/** Begins to load the client, where it will be of use. */
export function loadCacheClient(env: Readonly<Record<string, string | undefined>>): void {
  if (hasCacheService(env)) import('@actions/cache').catch(() => {});
}

/** The newest entry that a key, or a prefix, names; nothing is downloaded. Never rejects. */
export async function lookUp(dir: string, keys: readonly string[], deadlineMs: number): Promise<StoreAnswer> {
  return restoreWith(dir, keys, deadlineMs, true);
}

/** Unpacks the newest entry that a key, or a prefix, names into `dir`. Keys are asked in order. Never rejects. */
export async function restore(dir: string, keys: readonly string[], deadlineMs: number): Promise<StoreAnswer> {
  return restoreWith(dir, keys, deadlineMs, false);
}

/** Saves `dir` under a key that is new. Never rejects. */
export async function save(dir: string, key: string, deadlineMs: number): Promise<StoreAnswer> {
  return within(deadlineMs, async () => {
    const cache = await import('@actions/cache');
    const id = await cache.saveCache([dir], key);
    // By the older protocol the client's answer is the same when the upload failed.
    const isSaved =
      id !== -1 && (isNewService() || (await cache.restoreCache([dir], key, [], { lookupOnly: true })) === key);
    return isSaved ? { outcome: 'found', key } : { outcome: 'none' };
  });
}

async function restoreWith(
  dir: string,
  [primary = '', ...others]: readonly string[],
  deadlineMs: number,
  lookupOnly: boolean,
): Promise<StoreAnswer> {
  return within(deadlineMs, async () => {
    const cache = await import('@actions/cache');
    const key = await cache.restoreCache([dir], primary, others, { lookupOnly, timeoutInMs: deadlineMs });
    return key === undefined ? { outcome: 'none' } : { outcome: 'found', key };
  });
}

async function within(deadlineMs: number, ask: () => Promise<StoreAnswer>): Promise<StoreAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<StoreAnswer>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'late' }), deadlineMs);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    return { outcome: 'failed', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Restores or saves one folder with the toolkit's cache client, as actions/cache does. Its task is in the environment. */
import { restoreCache, saveCache } from '@actions/cache';

interface Task {
  readonly what: 'restore' | 'save';
  readonly dir: string;
  readonly keys: readonly string[];
  /** The key that was restored; '' for none. */
  readonly matched: string;
}

const { what, dir, keys, matched } = JSON.parse(process.env.BY_KEY ?? '') as Task;
const [primary = '', ...others] = keys;
if (what === 'restore') console.log(`MATCHED ${(await restoreCache([dir], primary, others)) ?? ''}`);
else if (matched !== primary) await saveCache([dir], primary);

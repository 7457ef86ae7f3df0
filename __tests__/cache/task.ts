/** What a child process is to do with the cache, and what it answers. */
import { join } from 'node:path';
import type { CacheSituation } from '../../src/apply/held.ts';
import type { SavedState } from '../../src/apply/saved-state.ts';
import type { CacheService } from '../lab/cache-service.ts';
import type { Environment } from '../lab/environment.ts';
import { runProcess } from '../lab/run-process.ts';

export type CacheTask =
  | { readonly do: 'look' | 'restore'; readonly situation: CacheSituation; readonly deadlineMs: number }
  | { readonly do: 'save'; readonly state: SavedState; readonly deadlineMs: number; readonly maxBytes?: number };

export const situationAt = (pipCacheDir: string): CacheSituation => ({
  plan: { mode: 'read-write' },
  job: { os: 'linux', osVersion: 'lab', arch: 'x64', pythonTag: 'cp312', pipVersion: '26.1', suffix: '' },
  pipCacheDir,
  storeDir: join(pipCacheDir, 'mirror-select'),
});

export const stateAt = (pipCacheDir: string, key: string): SavedState => ({
  pipCacheDir,
  storeDir: join(pipCacheDir, 'mirror-select'),
  primaryKey: key,
  matchedKey: '',
  exact: false,
  startedAt: 0,
  language: 'en',
  fetchAgain: null,
});

export interface Answered {
  readonly result: Record<string, unknown>;
  readonly exitCode: number | null;
  readonly output: string;
}

/** Runs the task against a service, in a process of its own. */
export async function runCacheTask(task: CacheTask, service: CacheService | null, env: Environment): Promise<Answered> {
  const temp = env.TMPDIR ?? '';
  const ran = await runProcess(process.execPath, [join(import.meta.dirname, 'child.ts')], {
    env: {
      ...env,
      ...service?.env,
      RUNNER_TEMP: temp,
      GITHUB_WORKSPACE: temp,
      GITHUB_SERVER_URL: 'https://github.com',
      CACHE_TASK: JSON.stringify(task),
    },
    cwd: temp,
  });
  const output = ran.stdout + ran.stderr;
  const line = /^RESULT (.*)$/m.exec(output)?.[1];
  return { result: line === undefined ? {} : JSON.parse(line), exitCode: ran.exitCode, output };
}

/** Keeps an audit's memory in the forge's cache between two runs of one workflow. Its loss costs a repeated alert. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type AuditMemory, readMemory } from '../alert/audit-memory.ts';
import type { CacheMode, RunnerFacts } from '../model/plan.ts';
import { hasCacheService, restore, save } from '../platform/cache-store.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const DEADLINE_MS = 10_000;
const FILE = 'memory.json';
/**
 * The cache tells entries apart by the very words of their path, too. A runner's temporary folder has another name on
 * each runner of a machine, so the memory lies below the home folder, which has a word of its own.
 */
const BELOW_HOME = ['.cache', 'pip-mirror-select'];

export interface AuditStore {
  /** null when nothing was kept, or nothing readable. */
  readonly load: () => Promise<AuditMemory | null>;
  /** Resolves to why it was not kept; null when it was. */
  readonly save: (memory: AuditMemory) => Promise<string | null>;
}

/** `workflow` and job name one audit: two audits of a repository do not share what they told. */
export function openAuditStore(runner: RunnerFacts, cache: CacheMode, env: Environment, now: number): AuditStore {
  const identity = createHash('sha256')
    .update(`${env.GITHUB_WORKFLOW ?? ''}\n${env.GITHUB_JOB ?? ''}`)
    .digest('hex');
  const name = `audit-memory-${identity.slice(0, 16)}`;
  const dir = join(homedir(), ...BELOW_HOME, name);
  const named = ['~', ...BELOW_HOME, name].join('/');
  const prefix = `pip-mirror-select-audit-1-${identity.slice(0, 16)}-`;
  const available = cache !== 'off' && hasCacheService(env);
  return {
    load: async () => {
      if (!available) return null;
      await rm(dir, { recursive: true, force: true });
      const answer = await restore(named, [`${prefix}${runner.runId}-${now}`, prefix], DEADLINE_MS);
      return answer.outcome === 'found' ? readMemoryFile(join(dir, FILE)) : null;
    },
    save: async (memory) => {
      if (!available || cache === 'read-only') return cache === 'auto' ? 'no cache service' : `cache: ${cache}`;
      try {
        await mkdir(dir, { recursive: true });
        await writeFile(join(dir, FILE), JSON.stringify(memory));
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
      const answer = await save(named, `${prefix}${runner.runId}-${now}`, DEADLINE_MS);
      await rm(dir, { recursive: true, force: true });
      return answer.outcome === 'found' ? null : answer.outcome === 'failed' ? answer.detail : answer.outcome;
    },
  };
}

async function readMemoryFile(path: string): Promise<AuditMemory | null> {
  try {
    return readMemory(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps an audit's memory in the forge's cache between two runs of one workflow. Its loss costs a repeated alert. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditMemory, readMemory } from '../alert/audit-memory.ts';
import type { CacheMode, RunnerFacts } from '../model/plan.ts';
import { hasCacheService, restore, save } from '../platform/cache-store.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const DEADLINE_MS = 10_000;
const FILE = 'memory.json';

export interface AuditStore {
  /** null when nothing was kept, or nothing readable. */
  readonly load: () => Promise<AuditMemory | null>;
  /** Resolves to why it was not kept; null when it was. */
  readonly save: (memory: AuditMemory) => Promise<string | null>;
}

/** `workflow` and job name one audit: two audits of a repository do not share what they told. */
export function openAuditStore(runner: RunnerFacts, cache: CacheMode, env: Environment, now: number): AuditStore {
  const dir = join(runner.temp, 'pip-mirror-select', 'audit-memory');
  const identity = createHash('sha256')
    .update(`${env.GITHUB_WORKFLOW ?? ''}\n${env.GITHUB_JOB ?? ''}`)
    .digest('hex');
  const prefix = `pip-mirror-select-audit-1-${identity.slice(0, 16)}-`;
  const available = cache !== 'off' && hasCacheService(env);
  return {
    load: async () => {
      if (!available) return null;
      await rm(dir, { recursive: true, force: true });
      const answer = await restore(dir, [`${prefix}${runner.runId}-${now}`, prefix], DEADLINE_MS);
      return answer.outcome === 'found' ? readMemoryFile(join(dir, FILE)) : null;
    },
    save: async (memory) => {
      if (!available || cache === 'read-only') return cache === 'auto' ? 'no cache service' : `cache: ${cache}`;
      await mkdir(dir, { recursive: true });
      await writeFile(join(dir, FILE), JSON.stringify(memory));
      const answer = await save(dir, `${prefix}${runner.runId}-${now}`, DEADLINE_MS);
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

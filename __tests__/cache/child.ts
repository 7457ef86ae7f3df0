/** Restores or saves once, with deadlines of the caller, and ends as a step ends. Reads its task from the environment. */
import { lookUpHeld } from '../../src/apply/held.ts';
import { restoreCache } from '../../src/apply/restore-cache.ts';
import { saveCache } from '../../src/apply/save-cache.ts';
import { runStep } from '../../src/run/step.ts';
import type { CacheTask } from './task.ts';

const task = JSON.parse(process.env.CACHE_TASK ?? '') as CacheTask;

async function run(): Promise<unknown> {
  if (task.do === 'save') {
    return saveCache(task.state, Date.now(), process.env, {
      maxBytes: task.maxBytes ?? 1e9,
      deadlineMs: task.deadlineMs,
    });
  }
  const held = await lookUpHeld(task.situation, task.deadlineMs);
  if (task.do === 'look') return held;
  return restoreCache({
    situation: task.situation,
    held,
    mirror: { name: 'a', indexUrl: 'https://a.test/simple/' },
    requirements: '',
    page: async () => null,
    now: Date.now(),
    language: 'en',
    fileHeaders: null,
    installs: null,
    deadlines: { restoreMs: task.deadlineMs, pagesMs: task.deadlineMs },
  });
}

await runStep(
  async () => {
    console.log(`RESULT ${JSON.stringify(await run())}`);
    return 0;
  },
  (error) => console.log('BROKEN', error),
);

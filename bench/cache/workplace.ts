/** Jobs on fresh machines that share nothing but a cache service. */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheService } from '../../__tests__/lab/cache-service.ts';
import type { Environment } from '../../__tests__/lab/environment.ts';
import type { Lab } from '../../__tests__/lab/lab.ts';
import type { Mirror } from '../../__tests__/lab/mirror.ts';
import type { Project } from '../../__tests__/lab/project.ts';
import { makeFolders, type RunnerFolders, runAction } from '../../__tests__/lab/run-action.ts';
import { runPip } from '../../__tests__/lab/run-pip.ts';
import { runProcess } from '../../__tests__/lab/run-process.ts';
import type { Habit } from './habits.ts';

export interface JobFigures {
  /** Bodies that the mirrors sent. */
  readonly bytes: number;
  readonly ms: number;
}

const LONGEST_MS = 180_000;

export class Workplace {
  readonly #lab: Lab;
  readonly #mirrors: readonly Mirror[];
  readonly #entry: string;
  readonly #requirements: string;
  readonly #pipCacheDir: string;
  readonly #env: Environment;
  readonly #folders: RunnerFolders;

  constructor(
    lab: Lab,
    service: CacheService,
    mirrors: readonly Mirror[],
    entry: string,
    projects: readonly Project[],
  ) {
    const home = lab.temporary('machine');
    this.#lab = lab;
    this.#mirrors = mirrors;
    this.#entry = entry;
    this.#requirements = projects.map(({ name }) => `${name}==1.0\n`).join('');
    this.#pipCacheDir = join(home, 'pip-cache');
    this.#env = lab.environment({ HOME: home, PIP_CACHE_DIR: this.#pipCacheDir, ...service.env });
    this.#folders = makeFolders(home);
  }

  /** One job, whose pip is expected to install from `wanted`. */
  async job(habit: Habit, wanted: string): Promise<JobFigures> {
    rmSync(this.#pipCacheDir, { recursive: true, force: true });
    writeFileSync(join(this.#folders.workspace, 'requirements.txt'), this.#requirements);
    for (const mirror of this.#mirrors) mirror.clearLog();
    const started = performance.now();
    const main = await runAction({
      env: this.#env,
      folders: this.#folders,
      entry: this.#entry,
      inputs: {
        mirrors: this.#mirrors.map(({ name, indexUrl }) => `${name}=${indexUrl}`).join('\n'),
        'ca-bundle': this.#lab.rootPem,
        'reuse-minutes': '0',
        cache: habit.ours ? 'read-write' : 'off',
      },
    });
    if (main.outputs.mirror !== wanted) throw new Error(`${main.outputs.mirror} was chosen: ${main.stdout}`);
    const matched = await this.#byKey(habit, 'restore', '');
    const pip = await runPip({
      env: main.later,
      args: ['install', '--target', this.#lab.temporary('site'), '-r', 'requirements.txt'],
      cwd: this.#folders.workspace,
      timeoutMs: LONGEST_MS,
    });
    if (pip.exitCode !== 0) throw new Error(pip.stdout + pip.stderr);
    await this.#byKey(habit, 'save', matched);
    const post = await main.post();
    const ms = performance.now() - started;
    if (post.exitCode !== 0) throw new Error(post.stdout + post.stderr);
    const requests = this.#mirrors.flatMap((mirror) => mirror.requests);
    return { bytes: requests.reduce((sum, { bytesSent }) => sum + bytesSent, 0), ms };
  }

  /** Restores or saves as actions/cache and setup-python do: what matches the key exactly is not saved again. */
  async #byKey({ keys }: Habit, what: 'restore' | 'save', matched: string): Promise<string> {
    if (keys === null) return '';
    const hash = createHash('sha256').update(this.#requirements).digest('hex');
    const ran = await runProcess(process.execPath, [join(import.meta.dirname, 'by-key.ts')], {
      env: {
        ...this.#env,
        RUNNER_TEMP: this.#folders.temp,
        GITHUB_WORKSPACE: this.#folders.workspace,
        GITHUB_SERVER_URL: 'https://github.com',
        BY_KEY: JSON.stringify({ what, matched, dir: this.#pipCacheDir, keys: keys({ requirements: hash }) }),
      },
      cwd: this.#folders.workspace,
      timeoutMs: LONGEST_MS,
    });
    if (ran.exitCode !== 0) throw new Error(ran.stdout + ran.stderr);
    return /^MATCHED (.*)$/m.exec(ran.stdout)?.[1] ?? '';
  }
}

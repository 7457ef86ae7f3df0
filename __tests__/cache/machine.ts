/** One job after another on fresh machines that share nothing but a cache service: the action, real pip, the post step. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheService } from '../lab/cache-service.ts';
import type { Environment } from '../lab/environment.ts';
import type { Lab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { type ActionResult, makeFolders, runAction } from '../lab/run-action.ts';
import { runPip } from '../lab/run-pip.ts';
import type { Ran } from '../lab/run-process.ts';

export interface Job {
  readonly main: ActionResult;
  readonly pip: Ran;
  readonly post: ActionResult;
  /** Files and metadata that pip downloaded of each mirror, by its name. */
  readonly files: Readonly<Record<string, number>>;
}

export interface JobOptions {
  readonly mirrors: readonly Mirror[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly runner?: Readonly<Record<string, string | undefined>>;
  /** Interpreter environment of another pip: PYTHONPATH is put before the lab's hooks. */
  readonly install?: readonly string[];
  /** Between main and pip, e.g. to look at pip's cache. */
  readonly between?: (pipCacheDir: string) => void;
  readonly timeoutMs?: number;
  /** Inputs that post sees instead, as the runner hands a nested composite action those of another step. */
  readonly postInputs?: Readonly<Record<string, string>>;
}

/** Runs jobs whose pip cache lies at the same path, empty at the start of each: the service keeps entries by path. */
export class Machines {
  readonly env: Environment;
  readonly pipCacheDir: string;
  readonly #lab: Lab;
  readonly #service: CacheService | null;
  readonly #folders: ReturnType<typeof makeFolders>;

  constructor(lab: Lab, service: CacheService | null, changes: Readonly<Record<string, string | undefined>> = {}) {
    this.#lab = lab;
    this.#service = service;
    const home = lab.temporary('machine');
    this.pipCacheDir = join(home, 'pip-cache');
    this.env = lab.environment({ HOME: home, PIP_CACHE_DIR: this.pipCacheDir, ...service?.env, ...changes });
    this.#folders = makeFolders(home);
  }

  async job(options: JobOptions): Promise<Job> {
    rmSync(this.pipCacheDir, { recursive: true, force: true });
    return this.jobOnSameDisk(options);
  }

  async jobOnSameDisk(options: JobOptions): Promise<Job> {
    for (const mirror of options.mirrors) mirror.clearLog();
    writeFileSync(join(this.#folders.workspace, 'requirements.txt'), 'lab-app==1.1\n');
    const main = await runAction({
      env: this.env,
      folders: this.#folders,
      inputs: {
        mirrors: options.mirrors.map(({ name, indexUrl }) => `${name}=${indexUrl}`).join('\n'),
        'ca-bundle': this.#lab.rootPem,
        confirm: 'false',
        'reuse-minutes': '0',
        ...options.inputs,
      },
      entry: process.env.TEST_ENTRY ?? 'source',
      ...(options.runner === undefined ? {} : { runner: options.runner }),
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    });
    assert.equal(main.exitCode, 0, main.stdout + main.stderr);
    options.between?.(this.pipCacheDir);
    for (const mirror of options.mirrors) mirror.clearLog();
    const pip = await runPip({
      env: main.later,
      args: [
        'install',
        '--target',
        mkdtempSync(join(this.#folders.workspace, 'site-')),
        ...(options.install ?? ['lab-app==1.1']),
      ],
    });
    const files = Object.fromEntries(
      options.mirrors.map(({ name, requests }) => [name, requests.filter(({ kind }) => kind !== 'page').length]),
    );
    const post = await main.post(options.postInputs === undefined ? {} : { inputs: options.postInputs });
    return { main, pip, post, files };
  }

  get service(): CacheService {
    assert.ok(this.#service);
    return this.#service;
  }
}

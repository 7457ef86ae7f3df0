/**
 * One decision for many jobs. It is kept in two places: in the runner's tool cache, for the jobs of this machine, and
 * in the forge's cache under the run's id, for the jobs of this run on other machines of the same network.
 *
 *   const shared = openShared({ … });                  // no side effect
 *   const stored = await shared.find();                // StoredDecision | null, see below
 *   … the caller checks it with one quick gate; when it fails:
 *   const other = await shared.find(stored);           // anything but that one
 *   await shared.store(decision);                      // StoredDecision
 *   await shared.close();                              // always: others may be waiting
 *
 * `find` waits at most two seconds for another job of this machine that is deciding, and one second for the service.
 * When it resolves to null, this job holds the turn (or nobody could tell): it decides, and stores what it decided.
 * Nothing here rejects; whatever goes wrong means that this job decides for itself.
 */
import path from 'node:path';
import { decisionKey, isFresh, type StoredDecision } from '../decide/reuse.ts';
import { restore, save } from '../platform/cache-store.ts';
import { listFiles, makeFolder, readSmall, replaceFile } from '../platform/stored-files.ts';
import { type Turn, takeTurn } from '../platform/turn.ts';
import { decodeDecision, encodeDecision } from './stored-decision.ts';

export interface SharedAsking {
  /** 0: never share. */
  readonly reuseMinutes: number;
  /** Before it settles this job could not decide anyway: the wait for others is counted from then on. */
  readonly ready: Promise<unknown>;
  /** Absolute; null where the runner has none. */
  readonly toolCache: string | null;
  readonly temp: string;
  readonly runId: string;
  /** `inputsDigest` and `networkIdentity`. */
  readonly inputs: string;
  readonly network: string;
  /** Whether the forge's cache may be read and written by this job. */
  readonly service: { readonly read: boolean; readonly write: boolean };
}

export interface SharedDecision {
  find(rejected?: StoredDecision): Promise<StoredDecision | null>;
  store(decision: StoredDecision): Promise<void>;
  close(): Promise<void>;
}

const WAIT_MS = 2000;
const LOOK_EVERY_MS = 25;
const SERVICE_FIND_MS = 1000;
const SERVICE_SAVE_MS = 3000;

export function openShared(asking: SharedAsking): SharedDecision {
  return new Shared(asking);
}

class Shared implements SharedDecision {
  private readonly asking: SharedAsking;
  private readonly key: string;
  /** Where this machine's decisions lie; null: nowhere. */
  private readonly folder: string | null;
  private readonly name: string;
  private turn: Turn | null = null;
  private serviceAsked = false;

  constructor(asking: SharedAsking) {
    const { toolCache, runId, inputs, network } = asking;
    this.asking = asking;
    this.key = decisionKey(runId, inputs, network);
    this.folder = toolCache === null ? null : path.join(toolCache, 'pip-mirror-select', 'decisions');
    this.name = `${inputs.slice(0, 16)}-${network.slice(0, 16)}.json`;
  }

  async find(rejected?: StoredDecision): Promise<StoredDecision | null> {
    if (this.asking.reuseMinutes <= 0) return null;
    const local = await this.onThisMachine(rejected).catch(() => null);
    if (local !== null || this.serviceAsked) return local;
    this.serviceAsked = true;
    const remote = await this.inThisRun().catch(() => null);
    if (remote === null || isSame(remote, rejected)) return null;
    await this.keepHere(remote);
    return remote;
  }

  async store(decision: StoredDecision): Promise<void> {
    if (this.asking.reuseMinutes <= 0) return;
    await this.keepHere(decision);
    if (!this.asking.service.write || this.asking.runId === '') return;
    // One upload a run: what others of this run have stored in the meantime stays.
    await replaceFile(this.serviceFolder(), 'decision.json', encodeDecision(decision)).catch(() => {});
    await save(this.serviceFolder(), this.key, SERVICE_SAVE_MS);
  }

  async close(): Promise<void> {
    const turn = this.turn;
    this.turn = null;
    await turn?.release().catch(() => {});
  }

  /** A fresh decision of this machine; null once this job has the turn, or has waited long enough. */
  private async onThisMachine(rejected: StoredDecision | undefined): Promise<StoredDecision | null> {
    if (this.folder === null) return null;
    await makeFolder(this.folder);
    const lock = path.join(this.folder, `${this.name}.lock`);
    let until = Number.POSITIVE_INFINITY;
    void this.asking.ready.then(() => {
      until = performance.now() + WAIT_MS;
    });
    for (;;) {
      const stored = await this.readHere(rejected);
      if (stored !== null) return stored;
      this.turn ??= await takeTurn(lock);
      if (this.turn !== null) {
        // The one before may have stored and gone between the two looks.
        const late = await this.readHere(rejected);
        if (late !== null) await this.close();
        return late;
      }
      if (performance.now() >= until) return null;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  private async readHere(rejected: StoredDecision | undefined): Promise<StoredDecision | null> {
    if (this.folder === null) return null;
    return this.usable(await readSmall(path.join(this.folder, this.name)), rejected);
  }

  private usable(text: string, rejected: StoredDecision | undefined): StoredDecision | null {
    const stored = decodeDecision(text);
    if (stored === null || isSame(stored, rejected)) return null;
    return isFresh(stored, Date.now(), this.asking.reuseMinutes) ? stored : null;
  }

  private async inThisRun(): Promise<StoredDecision | null> {
    if (!this.asking.service.read || this.asking.runId === '') return null;
    const answer = await restore(this.serviceFolder(), [this.key], SERVICE_FIND_MS);
    if (answer.outcome !== 'found') return null;
    const [file] = (await listFiles(this.serviceFolder())).filter(({ name }) => name === 'decision.json');
    return file === undefined ? null : this.usable(await readSmall(file.file), undefined);
  }

  private async keepHere(decision: StoredDecision): Promise<void> {
    if (this.folder !== null) {
      await replaceFile(this.folder, this.name, encodeDecision(decision)).catch(() => {});
    }
    await this.close();
  }

  /** The same path in every job: the service keeps entries by path. */
  private serviceFolder(): string {
    return path.join(this.asking.temp, 'pip-mirror-select', 'decision');
  }
}

function isSame(stored: StoredDecision, rejected: StoredDecision | undefined): boolean {
  return rejected !== undefined && stored.decidedAt === rejected.decidedAt && stored.indexUrl === rejected.indexUrl;
}

/**
 * One decision for many jobs. It is kept in two places: in the runner's tool cache, for the jobs of this machine, and
 * in the forge's cache under the run's id, for the jobs of this run on other machines of the same network.
 *
 *   const shared = openShared({ … });                  // no side effect
 *   const here = await shared.onThisMachine();         // FoundDecision | null; waits for a job that is deciding
 *   await shared.begin();                              // null above: this job decides, and is ready to ask mirrors
 *   const there = await shared.inThisRun();            // FoundDecision | null; at most one second
 *   … the caller checks what it found with one quick gate; when that fails:
 *   const other = await shared.onThisMachine(here.stored); // anything but that one
 *   await shared.announce(decision);                   // chosen, not yet confirmed by pip
 *   await shared.store(decision);                      // StoredDecision
 *   await shared.close();                              // always: others may be waiting
 *
 * When `onThisMachine` resolves to null, this job has the turn, or waited long enough for the one that has it: two
 * seconds from the moment when that one began to ask mirrors; preparing takes each job its time. The end of a job that
 * has the turn is noticed, and the next one takes over; one that shows no sign of life for two seconds is waited for no
 * longer. What was announced and is not final yet is handed out when the wait is over: asking pip again costs less
 * than asking all mirrors. Nothing here rejects; whatever goes wrong means that this job decides for itself.
 */
import path from 'node:path';
import { type DecisionPlace, decisionKey, isFresh, type StoredDecision } from '../decide/reuse.ts';
import { restore, save } from '../platform/cache-store.ts';
import { makeFolder, readSmall, replaceFile } from '../platform/stored-files.ts';
import { signsOf, type Turn, takeTurn } from '../platform/turn.ts';
import { decodeDecision, encodeDecision } from './stored-decision.ts';

export interface SharedAsking {
  /** 0: never share. */
  readonly reuseMinutes: number;
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

export interface FoundDecision {
  readonly stored: StoredDecision;
  readonly place: DecisionPlace;
}

export interface SharedDecision {
  onThisMachine(rejected?: StoredDecision): Promise<FoundDecision | null>;
  begin(): Promise<void>;
  inThisRun(): Promise<FoundDecision | null>;
  /** For the other jobs of this machine, while this one, which has the turn, still asks its pip. */
  announce(decision: StoredDecision): Promise<void>;
  store(decision: StoredDecision): Promise<void>;
  /** For the other jobs of this machine only. */
  keep(decision: StoredDecision): Promise<void>;
  close(): Promise<void>;
}

/** Two seconds. Looks are counted, not time: on a busy machine the other job gets no farther than this one either. */
const LOOKS = 80;
const LOOK_EVERY_MS = 25;
/** For a job that never gets ready. */
const LONGEST_WAIT_MS = 10_000;
/** For a job that was stopped: many signs missed, also on a busy machine. */
const LONGEST_SILENCE_MS = 2000;
const FILE = 'decision.json';
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

  constructor(asking: SharedAsking) {
    const { toolCache, runId, inputs, network } = asking;
    this.asking = asking;
    this.key = decisionKey(runId, inputs, network);
    this.folder = toolCache === null ? null : path.join(toolCache, 'pip-mirror-select', 'decisions');
    this.name = `${inputs.slice(0, 16)}-${network.slice(0, 16)}.json`;
  }

  async onThisMachine(rejected?: StoredDecision): Promise<FoundDecision | null> {
    if (this.asking.reuseMinutes <= 0) return null;
    const stored = await this.wait(rejected).catch(() => null);
    return stored === null ? null : { stored, place: 'machine' };
  }

  async begin(): Promise<void> {
    await this.turn?.begin().catch(() => {});
  }

  async inThisRun(): Promise<FoundDecision | null> {
    const { reuseMinutes, service, runId } = this.asking;
    if (reuseMinutes <= 0 || !service.read || runId === '') return null;
    const answer = await restore(this.serviceFolder(), [this.key], SERVICE_FIND_MS);
    if (answer.outcome !== 'found') return null;
    const stored = this.usable(await readSmall(path.join(this.serviceFolder(), FILE)), undefined);
    return stored === null ? null : { stored, place: 'run' };
  }

  async announce(decision: StoredDecision): Promise<void> {
    // Without the turn somebody else may have left a final one.
    if (this.turn !== null) await this.leave(decision);
  }

  async store(decision: StoredDecision): Promise<void> {
    if (this.asking.reuseMinutes <= 0) return;
    await this.keep(decision);
    if (!this.asking.service.write || this.asking.runId === '') return;
    // One upload a run: what others of this run have stored in the meantime stays.
    await replaceFile(this.serviceFolder(), FILE, encodeDecision(decision)).catch(() => {});
    await save(this.serviceFolder(), this.key, SERVICE_SAVE_MS);
  }

  async close(): Promise<void> {
    const turn = this.turn;
    this.turn = null;
    await turn?.release().catch(() => {});
  }

  private async wait(rejected: StoredDecision | undefined): Promise<StoredDecision | null> {
    if (this.folder === null) return null;
    await makeFolder(this.folder);
    const lock = path.join(this.folder, `${this.name}.lock`);
    const until = performance.now() + LONGEST_WAIT_MS;
    let stored: StoredDecision | null = null;
    for (let looks = 0; looks < LOOKS && performance.now() < until; ) {
      this.turn ??= await takeTurn(lock);
      // Looked for after the turn was taken: the one before may have stored and gone in between.
      stored = await this.readHere(rejected);
      if (stored?.final) await this.close();
      // With the turn taken, what is not final was left by a job that is gone.
      if (stored?.final || this.turn !== null) return stored;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      const { begun, silentMs } = await signsOf(lock);
      if (silentMs > LONGEST_SILENCE_MS) break;
      looks += begun ? 1 : 0;
    }
    return stored;
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

  async keep(decision: StoredDecision): Promise<void> {
    await this.leave(decision);
    await this.close();
  }

  private async leave(decision: StoredDecision): Promise<void> {
    if (this.folder === null) return;
    await replaceFile(this.folder, this.name, encodeDecision(decision)).catch(() => {});
  }

  /** The same path in every job: the service keeps entries by path. */
  private serviceFolder(): string {
    return path.join(this.asking.temp, 'pip-mirror-select', 'decision');
  }
}

function isSame(stored: StoredDecision, rejected: StoredDecision | undefined): boolean {
  return rejected !== undefined && stored.decidedAt === rejected.decidedAt && stored.indexUrl === rejected.indexUrl;
}

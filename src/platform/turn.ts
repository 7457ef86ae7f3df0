/**
 * One job at a time on this machine, among processes that share a folder and maybe nothing else. A lock file names its
 * owner, who shows every 200 ms that it lives. When its process is gone the next one takes over; where process numbers
 * say nothing (another container), when it stops showing.
 */
import { randomBytes } from 'node:crypto';
import { appendFile, open, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';

export interface Turn {
  /** Tells those who wait that preparing is over (`signsOf`). */
  begin(): Promise<void>;
  release(): Promise<void>;
}

const SIGN_EVERY_MS = 200;
/** Several signs missed: also a busy owner gives some. */
const SILENT_AFTER_MS = 1000;
/** Longer than any decision takes: its number may be another process's by now. */
const LOST_AFTER_MS = 10_000;

const BEGUN = ' begun';

export interface TurnSigns {
  /** The owner has begun what the others wait for (`Turn.begin`). */
  readonly begun: boolean;
  /** Since its last sign of life, milliseconds; 0 where nobody has the turn. */
  readonly silentMs: number;
}

export async function signsOf(file: string): Promise<TurnSigns> {
  const [text, mtimeMs] = await Promise.all([readFile(file, 'utf8').catch(() => ''), signedAt(file)]);
  return { begun: text.endsWith(BEGUN), silentMs: mtimeMs === null ? 0 : Date.now() - mtimeMs };
}

/** Takes the turn if it is free, or if its owner is dead. null: somebody else has it. Rejects where the folder cannot be written. */
export async function takeTurn(file: string): Promise<Turn | null> {
  const token = `${randomBytes(12).toString('hex')} ${process.pid} ${hostname()}`;
  if (await create(file, token)) return hold(file, token);
  const dead = await deadOwner(file);
  return dead !== null && (await inherit(file, dead, token)) ? hold(file, token) : null;
}

/**
 * Puts `token` in the place of a dead owner's. Of those that see it dead one becomes its heir, and only the heir touches
 * the file: moved away and back, it would be missing for a moment, and somebody else would take the turn, too.
 */
async function inherit(file: string, dead: string, token: string): Promise<boolean> {
  const heir = `${file}.${dead.slice(0, 24) || 'nobody'}`;
  if (!(await create(heir, token))) {
    // An heir that died at once leaves the turn to the next look.
    if ((await signsOf(heir)).silentMs > LOST_AFTER_MS) await rm(heir, { force: true });
    return false;
  }
  try {
    // Seen dead, and in the meantime inherited by somebody else.
    if ((await deadOwner(file)) !== dead) return false;
    const draft = `${heir}.new`;
    await writeFile(draft, token, { mode: 0o600 });
    await rename(draft, file);
    return true;
  } finally {
    await rm(heir, { force: true });
  }
}

async function create(file: string, token: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(token);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function hold(file: string, token: string): Turn {
  const timer = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, SIGN_EVERY_MS);
  timer.unref();
  const isOwner = async (): Promise<boolean> => (await readFile(file, 'utf8').catch(() => '')).startsWith(token);
  return {
    async begin() {
      if (await isOwner()) await appendFile(file, BEGUN);
    },
    async release() {
      clearInterval(timer);
      if (await isOwner()) await rm(file, { force: true });
    },
  };
}

/** What the file says of an owner that is dead; null where it lives, or nobody has the turn. */
async function deadOwner(file: string): Promise<string | null> {
  const mtimeMs = await signedAt(file);
  if (mtimeMs === null) return null;
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const silentMs = Date.now() - mtimeMs;
  const [, pid, host] = text.split(' ');
  const isDead = host === hostname() ? silentMs > LOST_AFTER_MS || !isRunning(Number(pid)) : silentMs > SILENT_AFTER_MS;
  return isDead ? text : null;
}

async function signedAt(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 asks and does nothing.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

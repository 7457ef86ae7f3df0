/**
 * One job at a time on this machine, among processes that share a folder and maybe nothing else. A lock file names its
 * owner, who shows every 200 ms that it lives. When its process is gone the next one takes over; where process numbers
 * say nothing (another container), when it stops showing.
 */
import { randomBytes } from 'node:crypto';
import { appendFile, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
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
  for (let attempt = 0; attempt < 2; attempt++) {
    if (await create(file, token)) return hold(file, token);
    if (!(await isDead(file))) return null;
    // Only one of those that see it dead gets to move it away.
    const grave = `${file}.${token.slice(0, 24)}`;
    if (!(await moved(file, grave))) return null;
    if (!(await isDead(grave))) {
      // Somebody was faster, and this is the new owner's: back with it.
      await moved(grave, file);
      return null;
    }
    await rm(grave, { force: true });
  }
  return null;
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

async function isDead(file: string): Promise<boolean> {
  const mtimeMs = await signedAt(file);
  // Given back, which is not dying: whoever takes it next must not be moved away.
  if (mtimeMs === null) return false;
  const silentMs = Date.now() - mtimeMs;
  const [, pid, host] = (await readFile(file, 'utf8').catch(() => '')).split(' ');
  if (host === hostname()) return silentMs > LOST_AFTER_MS || !isRunning(Number(pid));
  return silentMs > SILENT_AFTER_MS;
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

async function moved(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    () => false,
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

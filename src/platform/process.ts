/** Child processes: started without a shell, bounded in time and output, never throwing. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface ProcessOptions {
  /** The whole environment of the child; nothing is inherited. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** After this many milliseconds the child and its children are killed. */
  readonly timeoutMs: number;
  /** Kills the child as a time-out does. */
  readonly signal?: AbortSignal;
  /** Called for each complete line of standard output, as it comes. */
  readonly onLine?: (line: string) => void;
  /** Bytes kept of each stream; what comes after is dropped. Default 4 MiB. */
  readonly maxBytes?: number;
}

export interface ProcessResult {
  /** Exit code; null when it was killed or never started. */
  readonly code: number | null;
  /** False when the executable could not be started. */
  readonly started: boolean;
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command to its end or its deadline. Resolves always; a command that does not exist is `started: false`. */
export function runProcess(command: string, args: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  return new Promise((resolve) => {
    const out = new Collector(options.maxBytes ?? 4 << 20, options.onLine);
    const err = new Collector(options.maxBytes ?? 4 << 20);
    let child: ChildProcess;
    try {
      child = spawn(command, args, {
        env: options.env as NodeJS.ProcessEnv,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
        // An own group, so that the deadline reaches grandchildren too.
        detached: process.platform !== 'win32',
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      });
    } catch {
      resolve({ code: null, started: false, timedOut: false, stdout: '', stderr: '' });
      return;
    }
    let settled = false;
    const settle = (code: number | null, started: boolean, timedOut: boolean): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onDeadline);
      out.end();
      err.end();
      resolve({ code, started, timedOut, stdout: out.text(), stderr: err.text() });
    };
    const onDeadline = (): void => {
      killTree(child);
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.unref();
      settle(null, true, true);
    };
    const timer = setTimeout(onDeadline, options.timeoutMs);
    if (options.signal?.aborted) onDeadline();
    else options.signal?.addEventListener('abort', onDeadline, { once: true });
    child.stdout?.on('data', (chunk: Buffer) => out.add(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.add(chunk));
    child.on('error', () => settle(null, false, false));
    // 'close' waits for both streams, which a grandchild may hold open: give it a moment after the exit.
    child.on('exit', (code) => {
      const linger = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        settle(code, true, false);
      }, 200);
      child.on('close', () => {
        clearTimeout(linger);
        settle(code, true, false);
      });
    });
  });
}

function killTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    if (process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
    else
      spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on(
        'error',
        () => {},
      );
  } catch {
    child.kill('SIGKILL');
  }
}

class Collector {
  private readonly chunks: Buffer[] = [];
  private bytes = 0;
  private rest = '';
  private readonly maxBytes: number;
  private readonly onLine: ((line: string) => void) | undefined;

  constructor(maxBytes: number, onLine?: (line: string) => void) {
    this.maxBytes = maxBytes;
    this.onLine = onLine;
  }

  add(chunk: Buffer): void {
    if (this.bytes >= this.maxBytes) return;
    const kept = chunk.subarray(0, this.maxBytes - this.bytes);
    this.bytes += kept.length;
    this.chunks.push(kept);
    if (this.onLine === undefined) return;
    // latin1 keeps bytes apart from characters; a caller that wants more than ASCII reads `stdout`.
    const lines = (this.rest + kept.toString('latin1')).split(/\r?\n/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.onLine(line);
  }

  end(): void {
    if (this.rest !== '') this.onLine?.(this.rest);
    this.rest = '';
  }

  text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}

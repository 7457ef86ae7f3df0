/** The last word: the job's own pip fetches one small file through the very variables that would be exported. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Variables } from '../model/decision.ts';
import { runProcess } from '../platform/process.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Confirmation {
  readonly confirmed: boolean;
  /** pip's last words when it refused: hostile text. */
  readonly detail: string;
}

/** Settings that would let pip succeed without the mirror, or fail for reasons of its own. */
export const IN_PIPS_WAY: readonly string[] = [
  'PIP_FIND_LINKS',
  'PIP_NO_INDEX',
  'PIP_CONSTRAINT',
  'PIP_REQUIREMENT',
  'PIP_REQUIRE_HASHES',
  'PIP_NO_BINARY',
  'PIP_QUIET',
  'PIP_VERBOSE',
  'PIP_LOG',
  'PIP_PLATFORM',
  'PIP_PYTHON_VERSION',
  'PIP_TARGET',
  'PIP_DEST',
];

export interface Question {
  /** Interpreter whose pip is asked. */
  readonly executable: string;
  /** `project==version` of a small file that the mirror lists. */
  readonly specifier: string;
  readonly variables: Variables;
  readonly env: Environment;
  readonly temp: string;
  readonly timeoutMs: number;
  /** Ends the question when its answer is not needed any more. */
  readonly signal?: AbortSignal;
}

/** Never throws; a pip that does not answer within `timeoutMs` refuses. */
export async function confirmWithPip(question: Question): Promise<Confirmation> {
  const folder = await mkdtemp(join(question.temp, 'pip-confirm-'));
  const env: Record<string, string | undefined> = { ...question.env, ...question.variables };
  for (const name of IN_PIPS_WAY) delete env[name];
  try {
    const seconds = Math.max(1, Math.ceil(question.timeoutMs / 1000));
    const result = await runProcess(
      question.executable,
      [
        ...['-m', 'pip', 'download', '--disable-pip-version-check', '--no-input', '--no-cache-dir', '--no-deps'],
        ...['--progress-bar', 'off', '--retries', '0', '--timeout', String(seconds), '--dest', folder],
        question.specifier,
      ],
      {
        env,
        timeoutMs: question.timeoutMs,
        maxBytes: 65_536,
        ...(question.signal === undefined ? {} : { signal: question.signal }),
      },
    );
    if (result.code === 0) return { confirmed: true, detail: '' };
    return { confirmed: false, detail: result.timedOut ? 'pip did not end in time' : lastWords(result.stderr) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lastWords(stderr: string): string {
  const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /^(ERROR|error|WARNING|\s*╰─>)/.test(line));
  return (telling.length > 0 ? telling : lines).slice(-2).join(' ').slice(0, 600);
}

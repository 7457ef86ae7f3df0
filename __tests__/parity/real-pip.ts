/** Their side of the table: real pips, each case in a process of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ServedCase } from './case-server.ts';

const DRIVER = fileURLToPath(new URL('pip_driver.py', import.meta.url));

/** An interpreter and the pip that it runs. */
export interface RealPip {
  /** Column of the table, e.g. '26.3 on 3.13'. */
  readonly label: string;
  readonly python: string;
  /** The whole environment, without the case's own variables. */
  readonly env: Readonly<Record<string, string>>;
}

export interface PipAnswer {
  readonly id: string;
  readonly code: number;
  /** A wheel was downloaded. */
  readonly got: boolean;
  readonly output: string;
}

export interface Asked {
  readonly id: string;
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs that pip once for each; rejects when the driver itself fails. */
export function runPip(pip: RealPip, asked: readonly Asked[]): Promise<PipAnswer[]> {
  return new Promise((settle, reject) => {
    const child = spawn(pip.python, [DRIVER], { env: { ...pip.env }, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      errors += data;
    });
    child.once('error', reject);
    child.once('close', () => {
      const answers = out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as PipAnswer);
      if (answers.length === asked.length) settle(answers);
      else reject(new Error(`${pip.label}: ${answers.length} of ${asked.length} answers. ${errors.slice(-2000)}`));
    });
    child.stdin.end(JSON.stringify(asked));
  });
}

/** What pip is asked in a case. */
export function questionOf(one: ServedCase): Asked {
  return {
    id: one.id,
    url: one.indexUrl,
    env: {
      PIP_CERT: one.bundle,
      ...(one.clientCertificate === null ? {} : { PIP_CLIENT_CERT: one.clientCertificate }),
    },
  };
}

/** An environment of nothing but what a child needs. */
export function bareEnvironment(home: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: home, LANG: 'C.UTF-8', PIP_CONFIG_FILE: '/dev/null', PIP_NO_INPUT: '1' };
}

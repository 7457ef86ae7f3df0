/** uv beside pip: what it says of the same cases. It is shown, not compared: its trust is its own. */
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT, type ServedCase } from './case-server.ts';
import { bareEnvironment } from './real-pip.ts';

const run = promisify(execFile);

export interface RealUv {
  readonly version: string;
  readonly path: string;
}

/** The newest uv from PyPI, by the machine's own pip; null where there is none for this platform. */
export async function installUv(folder: string): Promise<RealUv | null> {
  const target = join(folder, 'uv');
  try {
    await run('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--no-cache-dir', '--target', target, 'uv']);
    const path = join(target, 'bin', 'uv');
    const { stdout } = await run(path, ['--version'], { env: bareEnvironment(folder) });
    return { version: stdout.trim().split(' ')[1] ?? '', path };
  } catch {
    return null;
  }
}

/** By case id: whether uv fetched the wheel. Names below .test are left out: uv has no hook for them. */
export async function runUv(
  uv: RealUv,
  cases: readonly ServedCase[],
  folder: string,
): Promise<ReadonlyMap<string, boolean>> {
  const answers = new Map<string, boolean>();
  for (const one of cases.filter(({ host }) => !host.endsWith('.test'))) {
    const target = await mkdtemp(join(folder, 'uv-target-'));
    const env = {
      ...bareEnvironment(folder),
      SSL_CERT_FILE: one.bundle,
      UV_HTTP_TIMEOUT: '8',
      UV_HTTP_RETRIES: '0',
      UV_NO_CONFIG: '1',
      ...(one.clientCertificate === null ? {} : { SSL_CLIENT_CERT: one.clientCertificate }),
    };
    const options = [
      '--no-cache',
      '--no-deps',
      '--quiet',
      '--target',
      target,
      '--index-url',
      one.indexUrl,
      '--python',
      'python3',
    ];
    const accepted = await run(uv.path, ['pip', 'install', ...options, PROJECT], { env }).then(
      () => true,
      () => false,
    );
    answers.set(one.id, accepted);
  }
  return answers;
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes what an archive holds, as somebody with write access to the cache could. */
export function repack(bytes: Buffer, folder: string, change: (store: string, names: string[]) => void): Buffer {
  // The toolkit packs the folder as it lies from the workspace.
  const work = join(folder, 'runner', 'work');
  mkdirSync(work, { recursive: true });
  const [old, packed] = [join(folder, 'old'), join(folder, 'packed')];
  writeFileSync(old, bytes);
  // Without zstd on the machine the toolkit packs with gzip.
  const program = bytes.readUInt32LE(0) === 0xfd2fb528 ? 'zstd' : 'gzip';
  execFileSync('tar', ['--use-compress-program', program, '-xf', old, '-P', '-C', work]);
  const store = join(folder, 'pip-cache', 'mirror-select');
  change(store, readdirSync(store).sort());
  execFileSync('tar', [
    '--posix',
    '--use-compress-program',
    program,
    '-cf',
    packed,
    '-P',
    '-C',
    work,
    '../../pip-cache/mirror-select',
  ]);
  return readFileSync(packed);
}

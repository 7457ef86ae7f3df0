/** The bundle against real index servers: devpi-server and pypiserver from PyPI, Debian's nginx. */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'test-servers-'));
try {
  const dist = join(folder, 'dist');
  execFileSync(process.execPath, [join(root, 'scripts', 'build.ts'), dist], { cwd: root, stdio: 'inherit' });
  const wanted = process.argv.slice(2);
  const all = globSync('__tests__/servers/*.test.ts', { cwd: root }).sort();
  const files = all.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  const args = ['--test', '--test-timeout=300000', '--test-concurrency=1', ...files];
  const env = { ...process.env, TEST_ENTRY: dist };
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

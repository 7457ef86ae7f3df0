/** Builds dist/ from src/: tsc emits JavaScript, ncc bundles it once for all entries. Same sources, same bytes. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(root, 'dist'));
const build = join(root, 'build');
const shared = join(out, 'shared');

/** What each entry's index.js calls of the shared bundle. */
const ENTRIES = { main: 'startMain', post: 'startPost', cli: 'startCli' };

function run(script: string, ...args: string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' });
}

rmSync(build, { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
run('typescript/bin/tsc', '--project', 'tsconfig.build.json');
writeFileSync(join(build, 'package.json'), '{"type":"module"}\n');
mkdirSync(shared, { recursive: true });
const options = ['--out', shared, '--license', 'licenses.txt', '--quiet'];
run('@vercel/ncc/dist/ncc/cli.js', 'build', join(build, 'src', 'bundle.js'), ...options);
for (const [entry, start] of Object.entries(ENTRIES)) {
  const file = join(out, entry, 'index.js');
  mkdirSync(join(out, entry));
  const shebang = entry === 'cli' ? '#!/usr/bin/env node\n' : '';
  writeFileSync(file, `${shebang}import { ${start} } from '../shared/index.js';\n\nawait ${start}();\n`);
  if (entry === 'cli') chmodSync(file, 0o755);
}
writeFileSync(join(out, 'package.json'), '{"type":"module"}\n');
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));

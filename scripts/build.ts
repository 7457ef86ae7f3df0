/** Builds dist/ from src/: tsc emits JavaScript, ncc bundles each entry. Same sources, same bytes. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(root, 'dist'));
const emitted = join(root, 'build', 'src');

function run(script: string, ...args: string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' });
}

rmSync(join(root, 'build'), { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
run('typescript/bin/tsc', '--project', 'tsconfig.build.json');
writeFileSync(join(root, 'build', 'package.json'), '{"type":"module"}\n');
for (const entry of ['main', 'post', 'cli']) {
  const target = join(out, entry);
  mkdirSync(target, { recursive: true });
  run(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    join(emitted, `${entry}.js`),
    '--out',
    target,
    '--license',
    'licenses.txt',
    '--quiet',
  );
}
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));

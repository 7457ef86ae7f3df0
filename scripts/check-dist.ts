/** Proves that dist/ is the build of src/: builds anew beside it and compares every byte and every file name. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const fresh = mkdtempSync(join(tmpdir(), 'dist-'));

function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), readFileSync(path)];
    }),
  );
}

try {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.ts'), fresh], { cwd: root, stdio: 'inherit' });
  const committed = filesOf(join(root, 'dist'));
  const built = filesOf(fresh);
  const differing = [...new Set([...committed.keys(), ...built.keys()])].filter(
    (name) => built.get(name)?.equals(committed.get(name) ?? Buffer.alloc(0)) !== true,
  );
  if (differing.length > 0) {
    console.error(`dist/ is not the build of src/: ${differing.join(', ')}. Run \`npm run build\` and commit dist/.`);
    process.exitCode = 1;
  } else {
    console.log(`dist/ is the build of src/ (${built.size} files).`);
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

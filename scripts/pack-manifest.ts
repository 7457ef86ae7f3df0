/**
 * Before and after `npm pack`: dist/ has everything bundled, so the published manifest names no dependency, and no
 * Node for the scripts of this repository either.
 */
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SUPPORTED_NODE } from '../src/cli/supported-node.ts';

const ROOT = resolve(import.meta.dirname, '..');
const MANIFEST = join(ROOT, 'package.json');
const KEPT = join(ROOT, 'build', 'package.json.kept');

const [when] = process.argv.slice(2);
if (when === 'before') {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  copyFileSync(MANIFEST, KEPT);
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, unknown>;
  const ours = ['private', 'scripts', 'dependencies', 'devDependencies', 'optionalDependencies'];
  const published = Object.fromEntries(Object.entries(manifest).filter(([key]) => !ours.includes(key)));
  writeFileSync(MANIFEST, `${JSON.stringify({ ...published, engines: { node: SUPPORTED_NODE } }, null, 2)}\n`);
} else {
  renameSync(KEPT, MANIFEST);
}

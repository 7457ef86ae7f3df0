/**
 * Programs that some checks compare us with: found on PATH, else fetched once into ~/.cache/pip-mirror-select.
 * Only `npm run test:…` and `npm run bench:…` scripts need them; `npm test` needs none.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pip-mirror-select', 'outside-tools');

/** A Go command at a pinned version. */
interface GoTool {
  readonly module: string;
  readonly version: string;
  /** Folder of its main package in the module; the module itself without. */
  readonly command?: string;
}

/** A registry that does not answer is one that is not there. */
const FETCH_MS = 300_000;

const GO_TOOLS = {
  blackbox_exporter: { module: 'github.com/prometheus/blackbox_exporter', version: 'v0.27.0' },
  actionlint: { module: 'github.com/rhysd/actionlint', version: 'v1.7.12', command: 'cmd/actionlint' },
  act: { module: 'github.com/nektos/act', version: 'v0.2.89' },
} as const satisfies Record<string, GoTool>;

export type GoToolName = keyof typeof GO_TOOLS;

/** Absolute path of the program. Throws, saying how to install it, where it can be neither found nor built. */
export async function goTool(name: GoToolName): Promise<string> {
  const tool: GoTool = GO_TOOLS[name];
  const path = join(CACHE, `${name}-${tool.version}`);
  if (existsSync(path)) return path;
  const found = onPath(name);
  if (found !== null) return found;
  console.log(`building ${name} ${tool.version} …`);
  const folder = await mkdtemp(join(tmpdir(), 'outside-tool-'));
  try {
    // A module of our own: `go install module@version` would ask the proxy for more than it needs.
    await writeFile(join(folder, 'go.mod'), `module tools\n\ngo 1.24\n\nrequire ${tool.module} ${tool.version}\n`);
    await mkdir(CACHE, { recursive: true });
    const command = tool.command === undefined ? tool.module : `${tool.module}/${tool.command}`;
    const args = ['build', '-mod=mod', '-buildvcs=false', '-o', join(folder, 'tool'), command];
    await run('go', args, { cwd: folder, maxBuffer: 1 << 26, timeout: FETCH_MS });
    await install(join(folder, 'tool'), path);
    return path;
  } catch (error) {
    throw new Error(`${name} is needed: put it on PATH, or install Go (${String(error)})`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Programs out of Debian packages, which need not be installed. */
const DEBIAN_TOOLS = {
  promtool: { packages: ['prometheus'], file: 'usr/bin/promtool' },
  nginx: { packages: ['nginx'], file: 'usr/sbin/nginx' },
  fish: { packages: ['fish', 'libpcre2-32-0'], file: 'usr/bin/fish' },
  zsh: { packages: ['zsh'], file: 'bin/zsh' },
} as const;

export type DebianToolName = keyof typeof DEBIAN_TOOLS;

export interface DebianTool {
  readonly path: string;
  /** Folders of libraries that were unpacked beside it, for LD_LIBRARY_PATH; '' where none are needed. */
  readonly libraries: string;
}

/** The program from PATH, else unpacked. Throws, saying what is needed, where it can be had neither way. */
export async function debianTool(name: DebianToolName): Promise<DebianTool> {
  const found = onPath(name) ?? onPath(name, ['/usr/sbin', '/sbin']);
  if (found !== null) return { path: found, libraries: '' };
  const { packages, file } = DEBIAN_TOOLS[name];
  const unpacked = join(CACHE, `debian-${name}`);
  if (!existsSync(unpacked)) await unpack(name, packages, unpacked);
  const folder = join(unpacked, 'usr', 'lib');
  const triplets = existsSync(folder) ? (await readdir(folder)).filter((entry) => entry.includes('-linux-')) : [];
  return { path: join(unpacked, file), libraries: triplets.map((triplet) => join(folder, triplet)).join(delimiter) };
}

async function unpack(name: string, packages: readonly string[], target: string): Promise<void> {
  console.log(`fetching ${name} …`);
  const folder = await mkdtemp(join(tmpdir(), 'outside-tool-'));
  const out = join(folder, 'unpacked');
  try {
    await mkdir(CACHE, { recursive: true });
    await run('apt-get', ['download', ...packages], { cwd: folder, timeout: FETCH_MS });
    const archives = (await readdir(folder)).filter((file) => file.endsWith('.deb'));
    for (const archive of archives) await run('dpkg', ['-x', archive, out], { cwd: folder });
    await cp(out, `${target}.${process.pid}`, { recursive: true, verbatimSymlinks: true });
    await rename(`${target}.${process.pid}`, target);
  } catch (error) {
    throw new Error(`${name} is needed: put it on PATH (${String(error)})`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** promtool, from PATH or out of Debian's package. */
export async function promtool(): Promise<string> {
  return (await debianTool('promtool')).path;
}

/** Two scripts at once must not run half a file. */
async function install(from: string, to: string): Promise<void> {
  await copyFile(from, `${to}.${process.pid}`);
  await rename(`${to}.${process.pid}`, to);
}

function onPath(name: string, folders = (process.env.PATH ?? '').split(delimiter)): string | null {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

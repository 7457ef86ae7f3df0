/**
 * Programs that some checks compare us with: found on PATH, else fetched once into ~/.cache/pip-mirror-select.
 * Only `npm run test:…` and `npm run bench:…` scripts need them; `npm test` needs none.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pip-mirror-select', 'outside-tools');

/** A Go command at a pinned version. */
interface GoTool {
  readonly module: string;
  readonly version: string;
}

const GO_TOOLS = {
  blackbox_exporter: { module: 'github.com/prometheus/blackbox_exporter', version: 'v0.27.0' },
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
    const args = ['build', '-mod=mod', '-buildvcs=false', '-o', join(folder, 'tool'), tool.module];
    await run('go', args, { cwd: folder, maxBuffer: 1 << 26 });
    await install(join(folder, 'tool'), path);
    return path;
  } catch (error) {
    throw new Error(`${name} is needed: put it on PATH, or install Go (${String(error)})`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** promtool, from PATH or out of Debian's package, which need not be installed. */
export async function promtool(): Promise<string> {
  const path = join(CACHE, 'promtool');
  if (existsSync(path)) return path;
  const found = onPath('promtool');
  if (found !== null) return found;
  console.log('fetching promtool …');
  const folder = await mkdtemp(join(tmpdir(), 'outside-tool-'));
  try {
    await mkdir(CACHE, { recursive: true });
    await run('apt-get', ['download', 'prometheus'], { cwd: folder });
    const archive = (await readdir(folder)).find((file) => file.endsWith('.deb'));
    await run('dpkg', ['-x', archive ?? '', 'unpacked'], { cwd: folder });
    await install(join(folder, 'unpacked', 'usr', 'bin', 'promtool'), path);
    return path;
  } catch (error) {
    throw new Error(`promtool is needed: put it on PATH (${String(error)})`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Two scripts at once must not run half a file. */
async function install(from: string, to: string): Promise<void> {
  await copyFile(from, `${to}.${process.pid}`);
  await rename(`${to}.${process.pid}`, to);
}

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

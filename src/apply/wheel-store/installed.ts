/** What this job's pip installed, read from what it leaves beside each package. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readSmall } from '../../platform/stored-files.ts';

export interface Installed {
  /** As in the folder's name: `project==version` is a specifier for pip. */
  readonly project: string;
  readonly version: string;
}

/** `.tox/py312/lib/python3.12/site-packages` is as deep as environments usually lie. */
const DEEPEST = 5;
const MOST_FOLDERS = 20_000;
const FOREIGN = new Set(['.git', '.hg', '.svn', 'node_modules', '__pycache__']);

/** Packages from an index that appeared below these folders since `startedAt` (epoch milliseconds), each once. */
export async function installedSince(folders: readonly string[], startedAt: number): Promise<Installed[]> {
  const found = new Map<string, Installed>();
  const open = [...new Set(folders)].map((folder) => ({ folder, depth: 0 }));
  for (let looked = 0; looked < MOST_FOLDERS; looked++) {
    const next = open.shift();
    if (next === undefined) break;
    const entries = await readdir(next.folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((each) => each.isDirectory())) {
      const inner = path.join(next.folder, entry.name);
      const [, project, version] = /^([A-Za-z0-9_.]+)-([^-]+)\.dist-info$/.exec(entry.name) ?? [];
      if (project === undefined || version === undefined) {
        if (next.depth < DEEPEST && !FOREIGN.has(entry.name)) open.push({ folder: inner, depth: next.depth + 1 });
      } else if (await isFromIndex(inner, startedAt)) found.set(`${project}==${version}`, { project, version });
    }
  }
  return [...found.values()];
}

async function isFromIndex(folder: string, startedAt: number): Promise<boolean> {
  const installer = path.join(folder, 'INSTALLER');
  const writtenAt = await stat(installer).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  if (writtenAt < startedAt || (await readSmall(installer)).trim() !== 'pip') return false;
  // PEP 610: from a path, a URL or a checkout.
  return (await readSmall(path.join(folder, 'direct_url.json'))) === '';
}

/**
 * For a mirror whose headers make pip keep nothing: after the job its pip is asked once more for what was installed, so
 * that later jobs need not download it. pip checks the digests that the index lists, and brings no source archives, whose
 * metadata would have to be built.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { linkOrCopy } from '../../platform/pip-cache/entry.ts';
import { runProcess } from '../../platform/process.ts';
import { bringIn, listFiles, makeFolder, sha256Of } from '../../platform/stored-files.ts';
import { IN_PIPS_WAY } from '../confirm.ts';
import { bodyProject } from './archive-project.ts';
import { heldName } from './held-file.ts';
import { type Installed, installedSince } from './installed.ts';
import { listStore } from './lay-back.ts';

export interface FetchAgainAsking {
  /** Interpreter whose pip installed. */
  readonly executable: string;
  readonly workspace: string;
  readonly storeDir: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** As later steps have it: with the chosen index. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly deadlineMs: number;
}

/** A project without a wheel for this interpreter ends the whole run: without it, once more. */
const MOST_RUNS = 5;

const SITE_FOLDERS =
  'import site,sysconfig;print("\\n".join([sysconfig.get_path("purelib"),sysconfig.get_path("platlib"),site.getusersitepackages()]))';

/** Names in the store of what came; whatever goes wrong, there is less. */
export async function fetchAgain(asking: FetchAgainAsking): Promise<readonly string[]> {
  const { executable, workspace, storeDir, env } = asking;
  const until = Date.now() + asking.deadlineMs;
  await makeFolder(storeDir);
  const scratch = await mkdtemp(path.join(path.dirname(storeDir), 'mirror-select-'));
  try {
    // Not from the checkout, whose modules would come before Python's own.
    const sites = await runProcess(executable, ['-c', SITE_FOLDERS], { env, cwd: scratch, timeoutMs: 5000 });
    const folders = sites.stdout.split(/\r?\n/).filter(Boolean);
    const held = await heldVersions(storeDir);
    const installed = await installedSince([...folders, workspace], asking.startedAt);
    let wanted = installed.filter((each) => !held.has(keyOf(each)));
    for (let runs = 0; runs < MOST_RUNS && wanted.length > 0; runs++) {
      const lacking = await download(wanted, scratch, asking, until - Date.now());
      if (lacking === null) break;
      wanted = wanted.filter((each) => keyOf(each) !== lacking);
    }
    return await keepAll(scratch, storeDir);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** null: done, or nothing to be done about it; else the one of `wanted` that has no wheel. */
async function download(
  wanted: readonly Installed[],
  dest: string,
  { executable, env }: FetchAgainAsking,
  timeoutMs: number,
): Promise<string | null> {
  if (timeoutMs <= 0) return null;
  const plain: Record<string, string | undefined> = { ...env };
  for (const name of IN_PIPS_WAY) delete plain[name];
  const ran = await runProcess(
    executable,
    [
      ...['-m', 'pip', 'download', '--disable-pip-version-check', '--no-input', '--no-deps', '--progress-bar', 'off'],
      ...['--only-binary', ':all:', '--dest', dest],
      ...wanted.map(({ project, version }) => `${project}==${version}`),
    ],
    { env: plain, cwd: dest, timeoutMs },
  );
  if (ran.code === 0) return null;
  const [, project = '', version = ''] = /No matching distribution found for (\S+?)==(\S+)/.exec(ran.stderr) ?? [];
  return wanted.map(keyOf).find((key) => key === keyOf({ project, version })) ?? null;
}

async function keepAll(folder: string, storeDir: string): Promise<string[]> {
  const names: string[] = [];
  for (const { file, size } of await listFiles(folder)) {
    const known = await bodyProject({ file, offset: 0, size });
    if (known === null) continue;
    const name = heldName({ project: known.project, kind: known.kind, sha256: await sha256Of(file) });
    await bringIn(storeDir, name, (draft) => linkOrCopy(file, draft));
    names.push(name);
  }
  return names;
}

async function heldVersions(storeDir: string): Promise<Set<string>> {
  const held = new Set<string>();
  for (const { file, size, kind } of await listStore(storeDir)) {
    const known = kind === 'file' ? await bodyProject({ file, offset: 0, size }).catch(() => null) : null;
    if (known?.version != null) held.add(keyOf({ project: known.project, version: known.version }));
  }
  return held;
}

function keyOf({ project, version }: Installed): string {
  return `${project.toLowerCase().replace(/[-_.]+/g, '-')}==${version}`;
}

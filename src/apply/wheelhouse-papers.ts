/** What goes with a filled wheelhouse: SHA256SUMS for `sha256sum -c`, manifest.json for programs. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PipFacts } from '../model/pip-facts.ts';
import type { WheelhouseFile } from '../model/wheelhouse.ts';
import { MANIFEST_FILE, SUMS_FILE } from '../observe/wheelhouse.ts';

export interface Target {
  readonly python: string;
  readonly pip: string;
  /** PIP_PLATFORM, PIP_PYTHON_VERSION …; absent where the interpreter's own were used. */
  readonly platform?: string;
  readonly pythonVersion?: string;
  readonly implementation?: string;
  readonly abi?: string;
}

export interface Manifest {
  readonly schema: 1;
  /** ISO 8601 in UTC. */
  readonly filledAt: string;
  /** Where the last run's files came from, without credentials. */
  readonly mirror: string;
  readonly indexUrl: string;
  /** Every interpreter and platform that was asked for, also by earlier runs into this folder. */
  readonly targets: readonly Target[];
  readonly requirements: readonly string[];
  readonly files: readonly { readonly filename: string; readonly bytes: number; readonly sha256: string }[];
}

/** What pip was asked for: the interpreter, or what the job's PIP_ variables name instead. */
export function targetOf(pip: PipFacts, env: Readonly<Record<string, string | undefined>>): Target {
  const named = {
    platform: env.PIP_PLATFORM,
    pythonVersion: env.PIP_PYTHON_VERSION,
    implementation: env.PIP_IMPLEMENTATION,
    abi: env.PIP_ABI,
  };
  const given = Object.entries(named).filter((entry) => entry[1] !== undefined && entry[1] !== '');
  return { python: pip.python, pip: pip.version, ...Object.fromEntries(given) };
}

/** True where pip was asked for another platform than this interpreter's: its tags then say nothing of the files. */
export function isForeign(target: Target): boolean {
  return Object.keys(target).length > 2;
}

/** Writes both; targets and requirements of earlier runs into the same folder stay. */
export async function writePapers(
  folder: string,
  files: readonly WheelhouseFile[],
  facts: Omit<Manifest, 'schema' | 'files' | 'targets'> & { readonly target: Target },
): Promise<void> {
  const listed = files.flatMap(({ filename, bytes, sha256 }) => (sha256 === null ? [] : [{ filename, bytes, sha256 }]));
  await writeFile(join(folder, SUMS_FILE), listed.map(({ sha256, filename }) => `${sha256}  ${filename}\n`).join(''));
  const earlier = await readManifest(join(folder, MANIFEST_FILE));
  const { target, filledAt, mirror, indexUrl } = facts;
  const manifest: Manifest = {
    schema: 1,
    filledAt,
    mirror,
    indexUrl,
    targets: unlike(earlier?.targets ?? [], target),
    requirements: [...new Set([...(earlier?.requirements ?? []), ...facts.requirements])].sort(),
    files: listed,
  };
  await writeFile(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
}

function unlike(earlier: readonly Target[], target: Target): Target[] {
  const same = (other: Target): boolean => JSON.stringify(other) === JSON.stringify(target);
  return [...earlier.filter((other) => !same(other)), target];
}

async function readManifest(path: string): Promise<Manifest | null> {
  try {
    const value = JSON.parse(await readFile(path, 'utf8')) as Partial<Manifest>;
    return value.schema === 1 && Array.isArray(value.targets) && Array.isArray(value.requirements)
      ? (value as Manifest)
      : null;
  } catch {
    return null;
  }
}

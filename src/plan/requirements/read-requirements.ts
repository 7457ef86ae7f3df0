/** What the job will install, from its requirement files, lock files and the `packages` input. */
import { basename } from 'node:path';
import type { PipFacts } from '../../model/pip-facts.ts';
import type { JobRequirements } from '../../model/requirement.ts';
import { matchFiles } from '../../platform/files.ts';
import { type Collection, createCollection } from './collection.ts';
import { type FileSource, openFileSource } from './file-source.ts';
import { readPdmLock } from './pdm-lock.ts';
import { readPipfile, readPipfileLock } from './pipfile.ts';
import { readPoetryLock } from './poetry-lock.ts';
import { readPylock } from './pylock.ts';
import { readPyproject, readUvToml } from './pyproject.ts';
import { readRequirementsFile } from './requirements-file.ts';
import { readSetupCfg } from './setup-cfg.ts';
import { readUvLock } from './uv-lock.ts';

export interface RequirementInputs {
  /** Glob patterns, relative to the workspace. */
  readonly patterns: readonly string[];
  /** PEP 508 specifiers. */
  readonly packages: readonly string[];
  /** Absolute path. */
  readonly workspace: string;
  /** Where `${NAME}` in requirements files is looked up. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Never throws: what cannot be read or understood is in `problems`. `pip` null: markers rule nothing out. */
export async function readRequirements(
  inputs: RequirementInputs,
  pip: Pick<PipFacts, 'markers'> | null,
): Promise<JobRequirements> {
  const collection = createCollection(pip?.markers ?? null);
  inputs.packages.forEach((text, index) => {
    collection.want(text, { file: 'packages', line: index + 1 });
  });
  const { files, truncated } = await matchFiles(inputs.patterns, inputs.workspace);
  if (truncated) collection.addProblem('too-many-files', { file: '.', line: 0 }, String(files.length));
  const source = await openFileSource(inputs.workspace, inputs.env ?? {});
  for (const file of files) await readFile(file, source, collection);
  return collection.result(files);
}

/** Other files may match, too (they are part of the cache key): what has no reader here is not read. */
async function readFile(file: string, files: FileSource, collection: Collection): Promise<void> {
  const path = files.pathOf(file);
  const name = basename(file);
  if (/\.(txt|in|pip)$/i.test(name) || /(^|\/)requirements[^./]*(\/[^./]+)?$/i.test(file)) {
    return readRequirementsFile(path, /^constraints/i.test(name), files, collection);
  }
  const reader = DOCUMENTS.find(([pattern]) => pattern.test(name))?.[1];
  if (reader === undefined) return;
  const text = await files.read(path, collection);
  if (text !== null) await reader(text, path, files, collection);
  if (name === 'pyproject.toml' || name === 'uv.lock') await readUvSettings(path, files, collection);
}

type DocumentReader = (text: string, path: string, files: FileSource, collection: Collection) => Promise<void> | void;

const DOCUMENTS: readonly (readonly [RegExp, DocumentReader])[] = [
  [/^pyproject\.toml$/, readPyproject],
  [/^uv\.lock$/, (text, path, files, collection) => readUvLock(text, files.nameOf(path), collection)],
  [/^poetry\.lock$/, (text, path, files, collection) => readPoetryLock(text, files.nameOf(path), collection)],
  [/^pdm\.lock$/, (text, path, files, collection) => readPdmLock(text, files.nameOf(path), collection)],
  [/^Pipfile\.lock$/, (text, path, files, collection) => readPipfileLock(text, files.nameOf(path), collection)],
  [/^Pipfile$/, (text, path, files, collection) => readPipfile(text, files.nameOf(path), collection)],
  [/^pylock(\..+)?\.toml$/, (text, path, files, collection) => readPylock(text, files.nameOf(path), collection)],
  [/^setup\.cfg$/, readSetupCfg],
];

/** uv.toml beside a project overrides [tool.uv]; nobody lists it among the requirements. */
async function readUvSettings(path: string, files: FileSource, collection: Collection): Promise<void> {
  const settings = files.besides(path, 'uv.toml');
  if (!files.isFirst(settings)) return;
  const text = await files.readOptional(settings, collection);
  if (text !== null) await readUvToml(text, files.nameOf(settings), collection);
}

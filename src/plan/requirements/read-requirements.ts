/** What the job will install, from its requirement files, lock files and the `packages` input. */
import { basename } from 'node:path';
import type { PipFacts } from '../../model/pip-facts.ts';
import type { JobRequirements } from '../../model/requirement.ts';
import { matchFiles } from '../../platform/files.ts';
import { type Collection, createCollection } from './collection.ts';
import { type FileSource, openFileSource } from './file-source.ts';
import { readRequirementsFile } from './requirements-file.ts';

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

async function readFile(file: string, files: FileSource, collection: Collection): Promise<void> {
  const name = basename(file);
  const path = files.pathOf(file);
  if (/\.(txt|in|pip)$/i.test(name)) {
    await readRequirementsFile(path, /^constraints/i.test(name), files, collection);
  }
}

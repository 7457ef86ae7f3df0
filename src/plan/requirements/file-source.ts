/** The job's files, read within bounds: how many, how large, and each failure a named problem. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { besides, readText } from '../../platform/files.ts';
import type { Collection } from './collection.ts';

export interface FileSource {
  readonly env: NodeJS.ProcessEnv;
  /** The text; null where it could not be read, which is then in the collection's problems. */
  read(path: string, collection: Collection): Promise<string | null>;
  /** The text of a file that may or may not be there: no problem where it is not. */
  readOptional(path: string, collection: Collection): Promise<string | null>;
  /** True the first time that it is asked of `path`. */
  isFirst(path: string): boolean;
  /** As shown: relative to the workspace with '/'. */
  nameOf(path: string): string;
  /** The absolute path of what `nameOf` or a pattern gave. */
  pathOf(name: string): string;
  besides(path: string, name: string): string;
}

export interface FileLimits {
  /** Bytes a file. */
  readonly bytes: number;
  readonly files: number;
}

const LIMITS: FileLimits = { bytes: 8 * 1024 * 1024, files: 500 };

export async function openFileSource(
  workspace: string,
  env: NodeJS.ProcessEnv,
  limits: FileLimits = LIMITS,
): Promise<FileSource> {
  const root = await realpath(workspace).catch(() => workspace);
  let left = limits.files;
  const asked = new Set<string>();
  const nameOf = (path: string) => {
    const name = relative(root, path);
    return (name.startsWith('..') || isAbsolute(name) ? path : name).replaceAll(sep, '/');
  };
  const read = async (path: string, collection: Collection, optional: boolean) => {
    const source = { file: nameOf(path), line: 0 };
    if (left <= 0) {
      if (left-- === 0) collection.addProblem('too-many-files', source, String(limits.files));
      return null;
    }
    const content = await readText(path, limits.bytes);
    if ('text' in content) {
      left--;
      return content.text;
    }
    if (!(optional && content.failure === 'unreadable')) collection.addProblem(content.failure, source, source.file);
    return null;
  };
  return {
    env,
    read: (path, collection) => read(path, collection, false),
    readOptional: (path, collection) => read(path, collection, true),
    isFirst: (path) => asked.size < asked.add(path).size,
    nameOf,
    pathOf: (name) => resolve(root, name),
    besides,
  };
}

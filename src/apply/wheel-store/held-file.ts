/**
 * Names in the store: `<project>~<sha256>.<kind>`. The name is all there is to know of a file, so there is no list that
 * could disagree with the files; the time of the last use is the file's own.
 */

import { normalizeName } from '../../model/requirement.ts';

/** `file`: a wheel or source archive. `metadata`: a wheel's PEP 658 metadata. */
export type HeldKind = 'file' | 'metadata';

export interface HeldFile {
  /** PEP 503 normalised name: whose index page to ask. */
  readonly project: string;
  /** Lower-case hex; what the bytes must have, not what they were seen to have. */
  readonly sha256: string;
  readonly kind: HeldKind;
}

const NAME = /^([a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?)~([0-9a-f]{64})\.(file|metadata)$/;

export function heldName(file: HeldFile): string {
  return `${file.project}~${file.sha256}.${file.kind}`;
}

/** null for a name that the store does not give: whatever else an archive may hold is left alone. */
export function readHeldName(name: string): HeldFile | null {
  const [, project, sha256, kind] = NAME.exec(name) ?? [];
  if (project === undefined || sha256 === undefined || project.includes('--')) return null;
  return { project, sha256, kind: kind === 'metadata' ? 'metadata' : 'file' };
}

/** PEP 503; null for what is no project name. */
export function projectName(text: string): string | null {
  const name = normalizeName(text);
  return /^[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?$/.test(name) ? name : null;
}

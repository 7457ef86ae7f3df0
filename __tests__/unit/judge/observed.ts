/** Facts for the tables of the judges: mirrors with index pages, as short as they can be said. */
import { DEFAULT_PROBE } from '../../../src/judge/requirements.ts';
import type { Candidate } from '../../../src/model/candidate.ts';
import type { FileLink, IndexPage, Observation } from '../../../src/model/observation.ts';
import type { LockedFile, LockedHashes, Requirement } from '../../../src/model/requirement.ts';

export function link(filename: string, more: Partial<FileLink> = {}): FileLink {
  return {
    filename,
    url: `https://files.example/${filename}`,
    hashes: {},
    requiresPython: null,
    yanked: false,
    metadata: null,
    size: null,
    uploadTime: null,
    ...more,
  };
}

export function page(files: readonly (FileLink | string)[], serial: number | null = null): IndexPage {
  return { format: 'json', serial, files: files.map((file) => (typeof file === 'string' ? link(file) : file)) };
}

/** Files by name with their sha256. */
export function hashed(digests: Record<string, string>): IndexPage {
  return page(Object.entries(digests).map(([filename, sha256]) => link(filename, { hashes: { sha256 } })));
}

export function mirror(name: string, pages: Record<string, IndexPage>, more: Partial<Candidate> = {}): Observation {
  return {
    candidate: {
      name,
      indexUrl: name === 'pypi' ? 'https://pypi.org/simple/' : `https://${name}.example/simple/`,
      credentials: null,
      operator: name,
      family: name,
      origin: 'input',
      order: 0,
      ...more,
    },
    projects: Object.entries(pages).map(([project, seen]) => ({
      project,
      exchanges: [],
      page: seen,
      defect: null,
      excerpt: '',
      redirectLoop: false,
    })),
    file: null,
    metadata: null,
    neutral: null,
    throughput: [],
    requests: 0,
    bytes: 0,
    unasked: false,
  };
}

export function want(text: string, more: Partial<Requirement> = {}): Requirement {
  const [, project = '', specifier = ''] = /^([\w-]+)(.*)$/.exec(text) ?? [];
  return { ...DEFAULT_PROBE, project, specifier, raw: text, ...more };
}

export function locks(...files: readonly (Partial<LockedFile> & { readonly project: string })[]): LockedHashes {
  const byProject = new Map<string, LockedFile[]>();
  for (const { project, ...file } of files) {
    const list = byProject.get(project) ?? [];
    list.push({ version: '1', filename: null, sha256: '', size: null, uploadTime: null, ...file });
    byProject.set(project, list);
  }
  return byProject;
}

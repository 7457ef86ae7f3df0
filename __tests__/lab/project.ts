/** What a mirror carries: projects with their files, and the pages that list them. */
import { createHash } from 'node:crypto';
import { buildWheel, type Distribution, type DistributionSpec, normalise } from './distribution.ts';

export interface Project {
  /** PEP 503 normalised. */
  readonly name: string;
  readonly serial: number;
  readonly files: readonly Distribution[];
}

/** A project from files, or from descriptions of wheels of it. */
export function project(
  name: string,
  files: readonly (Distribution | Omit<DistributionSpec, 'name'>)[],
  serial = 1000,
): Project {
  const built = files.map((file) => ('bytes' in file ? file : buildWheel({ name, ...file })));
  return { name: normalise(name), serial, files: built };
}

const PIECES = {
  iniconfig: 4_000,
  sampleproject: 4_000,
  six: 11_000,
  idna: 66_000,
  packaging: 66_000,
  certifi: 150_000,
  'lab-app': 1_000,
  'lab-core': 40_000,
  'lab-text': 90_000,
};

/** Small projects under names that real jobs use, and `lab-app`, which needs two others. */
export const defaultProjects = (): Project[] =>
  Object.entries(PIECES).map(([name, size], index) =>
    project(
      name,
      ['1.0', '1.1'].map((version) => ({
        version,
        payload: size,
        requiresPython: '>=3.6',
        ...(name === 'lab-app' ? { requires: ['lab-core', 'lab-text>=1.0'] } : {}),
      })),
      1000 + index,
    ),
  );

/** How a page spells its links and what it tells of them; PyPI's habits by default. */
export interface PageStyle {
  /** Before '/packages/…': relative to the page, or another origin. */
  readonly base: string;
  readonly hashes: boolean;
  /** Advertise PEP 658 metadata. */
  readonly metadata: boolean;
  /** PEP 700 fields in JSON. */
  readonly sizes: boolean;
  readonly serial: boolean;
}

/** Path below the mirror's root; like PyPI's, it begins with the digest. */
export const packagePath = (file: Distribution): string =>
  `/packages/${file.sha256.slice(0, 2)}/${file.sha256.slice(2, 4)}/${file.sha256.slice(4)}/${file.filename}`;

export const hexSha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** PEP 503 page of one project. */
export function htmlPage(of: Project, style: PageStyle): string {
  const links = of.files.map((file) => {
    const attributes = [`href="${style.base}${packagePath(file)}${style.hashes ? `#sha256=${file.sha256}` : ''}"`];
    if (file.requiresPython !== null) attributes.push(`data-requires-python="${escapeHtml(file.requiresPython)}"`);
    if (style.metadata && file.metadata !== null) {
      const digest = `sha256=${hexSha256(file.metadata)}`;
      attributes.push(`data-dist-info-metadata="${digest}"`, `data-core-metadata="${digest}"`);
    }
    if (file.yanked) attributes.push('data-yanked=""');
    return `    <a ${attributes.join(' ')}>${file.filename}</a><br />`;
  });
  return [
    '<!DOCTYPE html>',
    '<html>',
    '  <head>',
    '    <meta name="pypi:repository-version" content="1.3">',
    `    <title>Links for ${of.name}</title>`,
    '  </head>',
    '  <body>',
    `    <h1>Links for ${of.name}</h1>`,
    ...links,
    '  </body>',
    '</html>',
    ...(style.serial ? [`<!--SERIAL ${of.serial}-->`] : []),
    '',
  ].join('\n');
}

/** PEP 691 page of one project. */
export function jsonPage(of: Project, style: PageStyle): string {
  const files = of.files.map((file) => {
    const digest = file.metadata === null ? null : { sha256: hexSha256(file.metadata) };
    return {
      filename: file.filename,
      url: `${style.base}${packagePath(file)}`,
      hashes: style.hashes ? { sha256: file.sha256 } : {},
      ...(file.requiresPython === null ? {} : { 'requires-python': file.requiresPython }),
      yanked: file.yanked,
      ...(style.metadata && digest !== null ? { 'core-metadata': digest, 'data-dist-info-metadata': digest } : {}),
      ...(style.sizes ? { size: file.bytes.length, 'upload-time': new Date(file.uploadTime).toISOString() } : {}),
    };
  });
  const meta = { 'api-version': '1.1', ...(style.serial ? { '_last-serial': of.serial } : {}) };
  return JSON.stringify({ meta, name: of.name, versions: [...new Set(of.files.map((file) => file.version))], files });
}

/** The root page, in either format. */
export function rootPage(projects: readonly Project[], json: boolean): string {
  if (json) return JSON.stringify({ meta: { 'api-version': '1.1' }, projects: projects.map(({ name }) => ({ name })) });
  const links = projects.map(({ name }) => `    <a href="${name}/">${name}</a><br />`);
  return ['<!DOCTYPE html>', '<html>', '  <body>', ...links, '  </body>', '</html>', ''].join('\n');
}

/** Real wheels and source archives, built in memory: small by default, of any size where asked. */
import { createCipheriv, createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zip } from './zip.ts';

/** One file of a project, as a mirror lists and serves it. */
export interface Distribution {
  readonly filename: string;
  readonly version: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** PEP 658 metadata; null for source archives. */
  readonly metadata: Buffer | null;
  readonly requiresPython: string | null;
  readonly yanked: boolean;
  /** Epoch milliseconds. */
  readonly uploadTime: number;
}

export interface DistributionSpec {
  readonly name: string;
  readonly version?: string;
  /** Wheel tags, default 'py3-none-any'. */
  readonly tags?: string;
  /** Bytes of incompressible payload inside. */
  readonly payload?: number;
  readonly requires?: readonly string[];
  /** Names of extras that `requires` has markers for. */
  readonly extras?: readonly string[];
  readonly requiresPython?: string;
  readonly yanked?: boolean;
  readonly uploadTime?: Date;
  /** More files inside, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

export const normalise = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');
const moduleName = (name: string): string => normalise(name).replaceAll('-', '_');
const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** Bytes that do not compress, the same for the same seed. */
export function payload(size: number, seed: string): Buffer {
  const cipher = createCipheriv('aes-128-ctr', sha256(Buffer.from(seed)).subarray(0, 16), Buffer.alloc(16));
  return cipher.update(Buffer.alloc(size));
}

function metadataOf(spec: DistributionSpec, version: string): Buffer {
  const lines = [
    'Metadata-Version: 2.1',
    `Name: ${spec.name}`,
    `Version: ${version}`,
    `Summary: ${spec.name} of the lab`,
  ];
  if (spec.requiresPython !== undefined) lines.push(`Requires-Python: ${spec.requiresPython}`);
  for (const extra of spec.extras ?? []) lines.push(`Provides-Extra: ${extra}`);
  for (const requirement of spec.requires ?? []) lines.push(`Requires-Dist: ${requirement}`);
  return Buffer.from(`${lines.join('\n')}\n`);
}

function listed(
  spec: DistributionSpec,
  version: string,
): Pick<Distribution, 'version' | 'requiresPython' | 'yanked' | 'uploadTime'> {
  return {
    version,
    requiresPython: spec.requiresPython ?? null,
    yanked: spec.yanked ?? false,
    uploadTime: (spec.uploadTime ?? new Date('2026-01-02T03:04:05Z')).getTime(),
  };
}

function contents(spec: DistributionSpec, version: string): Map<string, Buffer> {
  const module = moduleName(spec.name);
  const files = new Map<string, Buffer>([[`${module}/__init__.py`, Buffer.from(`__version__ = "${version}"\n`)]]);
  if (spec.payload !== undefined) files.set(`${module}/payload.bin`, payload(spec.payload, `${module} ${version}`));
  for (const [path, data] of Object.entries(spec.files ?? {})) files.set(path, Buffer.from(data));
  return files;
}

/** A wheel with METADATA, WHEEL and a right RECORD. */
export function buildWheel(spec: DistributionSpec): Distribution {
  const version = spec.version ?? '1.0';
  const tags = spec.tags ?? 'py3-none-any';
  const stem = `${moduleName(spec.name)}-${version}`;
  const info = `${stem}.dist-info`;
  const metadata = metadataOf(spec, version);
  const files = contents(spec, version);
  files.set(`${info}/METADATA`, metadata);
  const pure = tags.endsWith('-any');
  files.set(
    `${info}/WHEEL`,
    Buffer.from(`Wheel-Version: 1.0\nGenerator: lab\nRoot-Is-Purelib: ${pure}\nTag: ${tags}\n`),
  );
  const record = [...files].map(
    ([path, data]) => `${path},sha256=${sha256(data).toString('base64url')},${data.length}`,
  );
  files.set(`${info}/RECORD`, Buffer.from(`${[...record, `${info}/RECORD,,`].join('\n')}\n`));
  const bytes = zip([...files].map(([name, data]) => ({ name, data })));
  return {
    ...listed(spec, version),
    filename: `${stem}-${tags}.whl`,
    bytes,
    sha256: sha256(bytes).toString('hex'),
    metadata,
  };
}

function tarEntry(name: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0, 100, 'utf8');
  head.write('0000644\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('00000000000\0', 136);
  head.write('        0', 148);
  head.write('ustar\x0000', 257);
  head.write(
    `${head
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return Buffer.concat([head, data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
}

/** A source archive with a pyproject that names setuptools. */
export function buildSdist(spec: DistributionSpec): Distribution {
  const version = spec.version ?? '1.0';
  const stem = `${moduleName(spec.name)}-${version}`;
  const project = `[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n\n[project]\nname = "${spec.name}"\nversion = "${version}"\n`;
  const files = contents(spec, version);
  files.set('PKG-INFO', metadataOf(spec, version));
  files.set('pyproject.toml', Buffer.from(project));
  const entries = [...files].map(([name, data]) => tarEntry(`${stem}/${name}`, data));
  const bytes = gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));
  return {
    ...listed(spec, version),
    filename: `${stem}.tar.gz`,
    bytes,
    sha256: sha256(bytes).toString('hex'),
    metadata: null,
  };
}

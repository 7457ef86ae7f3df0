/** Whose file a body is, read from the body itself: pip's cache entries name neither project nor file. */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { type HeldKind, projectName } from './held-file.ts';

export interface Body {
  readonly file: string;
  readonly offset: number;
  readonly size: number;
}

export interface BodyProject {
  /** PEP 503 normalised. */
  readonly project: string;
  readonly kind: HeldKind;
  /** As a wheel's folder names it; null for what is no wheel. */
  readonly version: string | null;
}

/** More is no directory of a wheel. */
const LARGEST_DIRECTORY = 16 << 20;
/** How far into an unpacked source archive its PKG-INFO is looked for. */
const DEEPEST_PKG_INFO = 8 << 20;
const LARGEST_METADATA = 4 << 20;

/** Project and kind of a wheel, a source archive (zip, tar.gz) or a metadata file; null for anything else. */
export async function bodyProject(body: Body): Promise<BodyProject | null> {
  const handle = await open(body.file, 'r');
  try {
    const start = await bytesAt(handle, body, 0, 18);
    const kind = start.toString('latin1');
    if (kind.startsWith('PK\x03\x04')) {
      const folder = await zipFolder(handle, body);
      const dash = folder?.lastIndexOf('-') ?? -1;
      return folder === null || dash < 1 ? null : named(folder.slice(0, dash), 'file', folder.slice(dash + 1));
    }
    if (kind.startsWith('\x1f\x8b')) return named(await tarProject(body), 'file');
    if (!kind.startsWith('Metadata-Version: ') || body.size > LARGEST_METADATA) return null;
    return named(nameField((await bytesAt(handle, body, 0, body.size)).toString('utf8')), 'metadata');
  } finally {
    await handle.close();
  }
}

function named(name: string | null, kind: HeldKind, version: string | null = null): BodyProject | null {
  const project = name === null ? null : projectName(name);
  return project === null ? null : { project, kind, version };
}

async function bytesAt(handle: FileHandle, body: Body, offset: number, length: number): Promise<Buffer> {
  const wanted = Math.max(0, Math.min(length, body.size - offset));
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, body.offset + offset);
  return buffer.subarray(0, bytesRead);
}

/** The folder `<name>-<version>.dist-info/METADATA` or `<name>-<version>/PKG-INFO`, from the central directory. */
async function zipFolder(handle: FileHandle, body: Body): Promise<string | null> {
  const tail = await bytesAt(handle, body, Math.max(0, body.size - 65557), 65557);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > tail.length) return null;
  const [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (length > LARGEST_DIRECTORY) return null;
  for (const name of directoryNames(await bytesAt(handle, body, offset, length))) {
    const folder = /^([^/]+)(?:\.dist-info\/METADATA|\/PKG-INFO)$/.exec(name)?.[1];
    if (folder !== undefined) return folder;
  }
  return null;
}

function* directoryNames(directory: Buffer): Generator<string> {
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    yield directory.toString('utf8', at + 46, at + 46 + name);
    at += 46 + name + extra + comment;
  }
}

/** The `Name` of `<name>-<version>/PKG-INFO` in a tar.gz. */
async function tarProject(body: Body): Promise<string | null> {
  const packed = createReadStream(body.file, { start: body.offset, end: body.offset + body.size - 1 });
  const plain = packed.pipe(createGunzip());
  let bytes = Buffer.alloc(0);
  try {
    for await (const chunk of plain) {
      bytes = Buffer.concat([bytes, chunk as Buffer]);
      const found = findPkgInfo(bytes);
      if (found !== undefined) return found;
      if (bytes.length > DEEPEST_PKG_INFO) return null;
    }
  } catch {
    // A damaged or foreign archive names nobody.
  } finally {
    packed.destroy();
    plain.destroy();
  }
  return null;
}

/** undefined: not in these bytes yet. */
function findPkgInfo(tar: Buffer): string | null | undefined {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8);
    if (name === '' || !(size >= 0)) return null;
    if (/^(\.\/)?[^/]+\/PKG-INFO$/.test(name)) {
      return at + 512 + size <= tar.length ? nameField(tar.toString('utf8', at + 512, at + 512 + size)) : undefined;
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
}

function nameField(metadata: string): string | null {
  const headers = metadata.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^Name:[ \t]*(\S+)[ \t]*$/m.exec(headers)?.[1] ?? null;
}

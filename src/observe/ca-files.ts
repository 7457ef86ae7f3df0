/** Certificates in files and folders, found where OpenSSL would look for them. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const PEM = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
/** `openssl rehash` names: OpenSSL looks for no others in a folder. */
const HASHED = /^[0-9a-f]{8}\.\d+$/i;

/** Where distributions keep their bundle: truststore tries them in this order. */
const WELL_KNOWN = [
  '/etc/ssl/cert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/cert.pem',
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/ssl/ca-bundle.pem',
] as const;

export async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** PEM blocks of a file; none when it cannot be read. */
export async function certificatesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'latin1').catch(() => '');
  return text.match(PEM) ?? [];
}

async function hashedNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => HASHED.test(name)).sort();
}

/** PEM blocks of a folder with hashed names; what is there twice is returned once. */
export async function certificatesIn(folder: string): Promise<string[]> {
  const files = (await hashedNames(folder)).map((name) => certificatesOf(join(folder, name)));
  return [...new Set((await Promise.all(files)).flat())];
}

export interface OpenSslPaths {
  readonly cafile: string;
  /** One folder, or several with the system's path delimiter. */
  readonly capath: string;
}

export interface FoundStore {
  readonly path: string;
  readonly certificates: readonly string[];
}

/**
 * What `truststore` loads on Linux: OpenSSL's default file and folder if they hold anything, else the first
 * well-known bundle. `SSL_CERT_FILE` and `SSL_CERT_DIR` replace the defaults, also with something missing.
 */
export async function linuxStore(defaults: OpenSslPaths, env: Environment): Promise<FoundStore> {
  const cafile = env.SSL_CERT_FILE ?? defaults.cafile;
  const capath = env.SSL_CERT_DIR ?? defaults.capath;
  const fileExists = await isFile(cafile);
  if (fileExists || (await hashedNames(capath)).length > 0) {
    const folders = capath.split(delimiter).filter((folder) => folder !== '');
    const inFolders = await Promise.all(folders.map(certificatesIn));
    const certificates = [...(fileExists ? await certificatesOf(cafile) : []), ...inFolders.flat()];
    return { path: fileExists ? cafile : capath, certificates: [...new Set(certificates)] };
  }
  for (const path of WELL_KNOWN) {
    if (await isFile(path)) return { path, certificates: await certificatesOf(path) };
  }
  return { path: '', certificates: [] };
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Whom this job's pip trusts, and by which rules: by pip version, Python version, environment and configuration. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Trust } from '../model/trust.ts';
import { systemStore } from '../platform/system-store.ts';
import { certificatesIn, certificatesOf, type Environment, isFile, isFolder, linuxStore } from './ca-files.ts';
import { atLeast, rulesOf } from './trust-rules.ts';

/** The facts about pip that decide on trust: known before the slower ones. */
export type PipTrustFacts = Pick<
  PipFacts,
  | 'version'
  | 'python'
  | 'certifiPath'
  | 'truststore'
  | 'urllib3'
  | 'opensslCafile'
  | 'opensslCapath'
  | 'ciphers'
  | 'config'
>;

/** A bundle that a setting names. */
interface Named {
  /** The setting, as the user knows it. */
  readonly setting: string;
  readonly path: string;
}

/** pip reads `~` in its own options, requests does not in its variables. */
function expanded(path: string, env: Environment): string {
  return /^~(?=$|\/)/.test(path) ? path.replace('~', env.HOME ?? homedir()) : path;
}

/** `--proxy` and its kin switch off requests' look at the environment (24.1+). */
function readsEnvironment(pip: PipTrustFacts, env: Environment): boolean {
  if (atLeast(pip.version, 24, 1) && pip.config.proxy !== null) return false;
  return !(atLeast(pip.version, 26, 2) && /^(1|y|yes|t|true|on)$/i.test(env.PIP_NO_PROXY_ENV ?? ''));
}

/** The one bundle that wins: requests' variables, then the `ca-bundle` input (exported as PIP_CERT), then pip's own. */
function winner(pip: PipTrustFacts, env: Environment, caBundle: string | null): Named | null {
  if (readsEnvironment(pip, env)) {
    for (const setting of ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'] as const) {
      const path = env[setting];
      if (path) return { setting, path };
    }
  }
  if (caBundle !== null) return { setting: 'ca-bundle', path: caBundle };
  const { cert } = pip.config;
  return cert === null ? null : { setting: env.PIP_CERT ? 'PIP_CERT' : 'cert', path: expanded(cert, env) };
}

async function systemCertificates(pip: PipTrustFacts | null, env: Environment) {
  if (process.platform === 'darwin' || process.platform === 'win32')
    return { path: 'system', certificates: systemStore() };
  return linuxStore({ cafile: pip?.opensslCafile ?? '', capath: pip?.opensslCapath ?? '/etc/ssl/certs' }, env);
}

interface Loaded {
  readonly certificates: readonly string[];
  readonly problem: string | null;
}

async function load({ setting, path }: Named): Promise<Loaded> {
  if (await isFolder(path)) return { certificates: await certificatesIn(path), problem: null };
  const certificates = (await isFile(path)) ? await certificatesOf(path) : [];
  // Missing: pip ends with a traceback. Empty: no https request of pip's can succeed.
  return { certificates, problem: certificates.length === 0 ? `${setting}=${path}` : null };
}

async function clientCertificate(pip: PipTrustFacts | null, env: Environment): Promise<Loaded> {
  const path = pip?.config.clientCert ?? null;
  if (path === null) return { certificates: [], problem: null };
  const text = await readFile(expanded(path, env), 'latin1').catch(() => null);
  if (text === null)
    return { certificates: [], problem: `${env.PIP_CLIENT_CERT ? 'PIP_CLIENT_CERT' : 'client-cert'}=${path}` };
  return { certificates: [text], problem: null };
}

/** Without pip, nobody's rules but the newest pip's make sense; its system store is the only one there is. */
async function withoutPip(env: Environment, caBundle: string | null): Promise<Trust> {
  const system = await systemCertificates(null, env);
  const own = caBundle === null ? null : await load({ setting: 'ca-bundle', path: caBundle });
  return {
    source: caBundle === null ? 'truststore' : 'file',
    path: caBundle ?? system.path,
    anchors: [...system.certificates, ...(own?.certificates ?? [])],
    rules: rulesOf(null),
    clientCertificate: null,
    problem: own?.problem ?? null,
  };
}

/**
 * Anchors and rules of this job's pip.
 *
 * @param pip what pip says of itself; null: no pip, then the system store counts
 * @param env the environment that pip will have in later steps
 * @param caBundle the `ca-bundle` input, absolute: takes PIP_CERT's place
 * @returns never rejects; what would stop pip itself is told in `problem` as `setting=path`
 */
export async function readTrust(pip: PipTrustFacts | null, env: Environment, caBundle: string | null): Promise<Trust> {
  if (pip === null) return withoutPip(env, caBundle);
  const chosen = winner(pip, env, caBundle);
  const [own, client] = await Promise.all([chosen === null ? null : load(chosen), clientCertificate(pip, env)]);
  const common = {
    rules: rulesOf(pip),
    clientCertificate: client.certificates[0] ?? null,
    problem: own?.problem ?? client.problem,
  };
  if (!pip.truststore && chosen !== null) {
    return { source: 'file', path: chosen.path, anchors: own?.certificates ?? [], ...common };
  }
  const certifi = await certificatesOf(pip.certifiPath);
  if (!pip.truststore) return { source: 'certifi', path: pip.certifiPath, anchors: certifi, ...common };
  const system = await systemCertificates(pip, env);
  const anchors = [...new Set([...certifi, ...system.certificates, ...(own?.certificates ?? [])])];
  return { source: 'truststore', path: chosen?.path ?? system.path, anchors, ...common };
}

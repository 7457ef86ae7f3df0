/** OpenSSL as this job's pip configures it: one context for each Trust, since parsing 300 anchors costs 10–20 ms. */
import { X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';
import type { Trust } from '../model/trust.ts';

/** What Python's OpenSSL 3.0 offers; Node's default adds a post-quantum group whose size some middleboxes drop. */
const GROUPS = 'X25519:prime256v1:X448:secp521r1:secp384r1:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192';

/** How this job's pip speaks TLS. */
export interface TlsClient {
  readonly context: SecureContext;
  /** Protocols offered by ALPN; [] offers none. */
  readonly alpn: readonly string[];
}

const clients = new WeakMap<Trust, TlsClient>();

/** The shared client of this Trust. Never throws: what OpenSSL cannot read of it is left out. */
export function tlsClientOf(trust: Trust): TlsClient {
  const known = clients.get(trust);
  if (known !== undefined) return known;
  const client = { context: create(trust), alpn: trust.rules.alpn ? ['http/1.1'] : [] };
  clients.set(trust, client);
  return client;
}

function create(trust: Trust): SecureContext {
  const base: SecureContextOptions = {
    minVersion: 'TLSv1.2',
    ecdhCurve: GROUPS,
    ...(trust.rules.partialChain ? { allowPartialTrustChain: true } : {}),
  };
  const client: SecureContextOptions =
    trust.clientCertificate === null ? {} : { cert: trust.clientCertificate, key: trust.clientCertificate };
  const ciphers: SecureContextOptions = { ciphers: trust.rules.ciphers };
  const attempts: (() => SecureContextOptions)[] = [
    () => ({ ...base, ...ciphers, ...client, ca: [...trust.anchors] }),
    () => ({ ...base, ...ciphers, ...client, ca: trust.anchors.filter(readable) }),
    () => ({ ...base, ...ciphers, ca: trust.anchors.filter(readable) }),
    () => ({ ...base, ca: trust.anchors.filter(readable) }),
  ];
  for (const attempt of attempts) {
    try {
      return createSecureContext(attempt());
    } catch {
      // One part of the trust is unreadable: the next attempt leaves out more.
    }
  }
  return createSecureContext({ minVersion: 'TLSv1.2', ca: [] });
}

function readable(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}

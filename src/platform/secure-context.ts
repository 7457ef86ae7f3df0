/** OpenSSL as this job's pip configures it: one context for each Trust, since parsing 300 anchors costs 10–20 ms. */
import { X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';
import type { Trust } from '../model/trust.ts';

/** What Python's OpenSSL 3.0 offers; Node's default adds a post-quantum group whose size some middleboxes drop. */
const GROUPS = 'X25519:prime256v1:X448:secp521r1:secp384r1';

const contexts = new WeakMap<Trust, SecureContext>();

/** The shared context of this Trust. Never throws: what OpenSSL cannot read of it is left out. */
export function secureContextOf(trust: Trust): SecureContext {
  const known = contexts.get(trust);
  if (known !== undefined) return known;
  const context = create(trust);
  contexts.set(trust, context);
  return context;
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

/** The operating system's own certificate store, where it is no folder of files. */
import tls from 'node:tls';

/**
 * Roots of the macOS keychain or the Windows store, as PEM; Node's bundled ones where this Node cannot ask.
 * Linux pips read files instead: see `observe/trust.ts`.
 */
export function systemStore(): readonly string[] {
  return typeof tls.getCACertificates === 'function' ? tls.getCACertificates('system') : tls.rootCertificates;
}

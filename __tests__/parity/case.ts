/** One server that can be put in front of pip, and what we say of it. */
import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import type { CertificateFault } from '../../src/model/verdict.ts';
import type { Authorities, ServerCertificate } from '../lab/authority.ts';
import type { Issued } from '../lab/certificate.ts';

export interface Scene {
  /** Host in the URL: 'localhost' (default), an IP literal in URL form, or any name below .test. */
  readonly host?: string;
  readonly tls?: TlsOptions;
  /** Speaks instead of TLS. */
  readonly raw?: (socket: Socket) => void;
  /** What the bundle holds; default: the lab's root. */
  readonly anchors?: readonly Issued[];
  /** OCSP answer that the server staples. */
  readonly staple?: Uint8Array;
  /** PEM of client certificate and key that pip is given. */
  readonly clientCertificate?: string;
}

export interface ParityCase {
  /** Row of the table. */
  readonly id: string;
  /** Our faults under the newest pip's rules, worst first; [] where it is accepted. */
  readonly faults: readonly CertificateFault[];
  /** We refuse on purpose what pip accepts; see docs/certificates.md. */
  readonly stricter?: true;
  readonly build: (lab: Authorities) => Scene;
}

/** A case that is all in the certificate. */
export function certificateCase(
  id: string,
  faults: readonly CertificateFault[],
  spec: ServerCertificate | ((lab: Authorities) => ServerCertificate),
  scene: Omit<Scene, 'tls' | 'anchors'> & { readonly anchors?: (lab: Authorities) => readonly Issued[] } = {},
): ParityCase {
  return {
    id,
    faults,
    build: (lab) => {
      const described = typeof spec === 'function' ? spec(lab) : spec;
      const host = (scene.host ?? 'localhost').replace(/^\[|\]$/g, '');
      const { cert, key } = lab.serve(described, host);
      const { anchors, ...rest } = scene;
      return { ...rest, tls: { cert, key }, ...(anchors ? { anchors: anchors(lab) } : {}) };
    },
  };
}

/** Serves `leaf` with exactly these certificates behind it. */
export function serving(leaf: Issued, ...sent: readonly Issued[]): TlsOptions {
  return {
    cert: [leaf, ...sent].map(({ pem }) => pem).join(''),
    key: leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** An issuer whose name, key identifier or keys are not what they were. */
export function disguised(issuer: Issued, mask: Partial<Issued>): Issued {
  return { ...issuer, ...mask };
}

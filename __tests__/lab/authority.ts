/** The lab's certificate authorities, and the chain that a server presents. */
import { type CertificateSpec, type Issued, issue } from './certificate.ts';

/** A server's certificate and the way from it to a root. */
export interface ServerCertificate extends CertificateSpec {
  /** 'unknown': a root that nobody trusts. */
  readonly root?: 'trusted' | 'unknown' | Issued;
  /** Authorities between root and leaf, the highest first. Default: the lab's one intermediate. */
  readonly authorities?: readonly (CertificateSpec | Issued)[];
  readonly selfSigned?: boolean;
  /** What the server sends: leaf and intermediates (default), the leaf alone, or the root too. */
  readonly send?: 'chain' | 'leaf' | 'with-root';
  /** More certificates sent after the chain. */
  readonly extra?: readonly Issued[];
}

/** What a TLS server needs, and what a test compares with. */
export interface ServedCertificate {
  readonly leaf: Issued;
  /** Leaf first, root last. */
  readonly path: readonly Issued[];
  /** PEM of the certificates as sent. */
  readonly cert: string;
  /** PEM of the leaf's private key. */
  readonly key: string;
}

const isIssued = (value: CertificateSpec | Issued): value is Issued => 'der' in value;

/** One trusted root with one intermediate, and one root that nobody trusts. */
export class Authorities {
  readonly root: Issued = issue(
    { commonName: 'Lab Root', organization: 'Lab', authority: true, notAfter: 3650 },
    null,
    'root',
  );
  readonly intermediate: Issued = issue(
    { commonName: 'Lab Intermediate', organization: 'Lab', authority: true, pathLength: 0, notAfter: 1825 },
    this.root,
    'intermediate',
  );
  readonly unknownRoot: Issued = issue(
    { commonName: 'Unknown Root', organization: 'Nobody', authority: true, notAfter: 3650 },
    null,
    'unknown',
  );
  readonly #unknownIntermediate: Issued = issue(
    { commonName: 'Unknown Intermediate', organization: 'Nobody', authority: true, pathLength: 0, notAfter: 1825 },
    this.unknownRoot,
    'unknown intermediate',
  );

  /** Makes the certificate of a server called `host`. */
  serve(spec: ServerCertificate, host: string): ServedCertificate {
    const named: CertificateSpec = { names: [host], ...spec };
    const { leaf, authorities, root } = spec.selfSigned === true ? this.#alone(named) : this.#chain(spec, named);
    const path = [leaf, ...authorities.toReversed(), ...(root === null ? [] : [root])];
    const sent = { chain: path.slice(0, root === null ? 1 : -1), leaf: [leaf], 'with-root': path }[
      spec.send ?? 'chain'
    ];
    return {
      leaf,
      path,
      cert: [...sent, ...(spec.extra ?? [])].map((issued) => issued.pem).join(''),
      key: leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
  }

  #alone(named: CertificateSpec): { leaf: Issued; authorities: Issued[]; root: null } {
    return { leaf: issue(named, null), authorities: [], root: null };
  }

  #chain(spec: ServerCertificate, named: CertificateSpec): { leaf: Issued; authorities: Issued[]; root: Issued } {
    const unknown = spec.root === 'unknown';
    const root =
      spec.root === undefined || spec.root === 'trusted'
        ? this.root
        : unknown
          ? this.unknownRoot
          : (spec.root as Issued);
    const usual = root === this.root ? [this.intermediate] : unknown ? [this.#unknownIntermediate] : [];
    const authorities: Issued[] = [];
    for (const [depth, authority] of (spec.authorities ?? usual).entries()) {
      const issued = isIssued(authority)
        ? authority
        : issue(
            { commonName: `Lab Authority ${depth + 1}`, authority: true, notAfter: 1825, ...authority },
            authorities.at(-1) ?? root,
            `authority ${depth}`,
          );
      authorities.push(issued);
    }
    return { leaf: issue(named, authorities.at(-1) ?? root), authorities, root };
  }
}

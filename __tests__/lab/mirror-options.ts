/** How a mirror of the lab is described. Everything has a healthy default. */
import type { TlsOptions } from 'node:tls';
import type { ServedCertificate, ServerCertificate } from './authority.ts';
import type { Fault } from './fault.ts';
import type { IndexOptions } from './index-server.ts';
import type { LinkSpec } from './link.ts';
import type { PageStyle, Project } from './project.ts';

export interface MirrorOptions {
  /** For people; default the host. */
  readonly name?: string;
  /** Name in its URL; default 'localhost'. Other names need `lab.environment()` in the client. */
  readonly host?: string;
  /** Address to listen on; several mirrors may share host and port on different addresses. */
  readonly address?: string;
  readonly port?: number;
  readonly scheme?: 'https' | 'http';
  readonly certificate?: ServerCertificate;
  /** Certificates for other names in SNI. */
  readonly sni?: Readonly<Record<string, ServerCertificate>>;
  /** E.g. `{ maxVersion: 'TLSv1.1' }` or `{ requestCert: true, ca }`. */
  readonly tls?: TlsOptions;
  /** DER of a stapled OCSP answer. */
  readonly ocsp?: (served: ServedCertificate) => Buffer | null;
  /** Default: as fast as this machine's loopback is. */
  readonly link?: LinkSpec;
  readonly faults?: readonly Fault[];
  readonly projects?: readonly Project[];
  readonly indexPath?: string;
  readonly formats?: IndexOptions['formats'];
  readonly page?: Partial<PageStyle>;
  readonly pageHeaders?: IndexOptions['pageHeaders'];
  readonly fileHeaders?: IndexOptions['fileHeaders'];
  /** The mirror that serves the files; default itself, by relative links. */
  readonly filesAt?: { readonly origin: string };
}

const DEFAULT_STYLE: PageStyle = { base: '', hashes: true, metadata: true, sizes: true, serial: true };

/** From a project's page to the mirror's root. */
const relativeBase = (indexPath: string): string => '../'.repeat(indexPath.split('/').length - 1).replace(/\/$/, '');

/** The part of the description that is about content. */
export function indexOptions(options: MirrorOptions, projects: readonly Project[]): IndexOptions {
  const indexPath = options.indexPath ?? '/simple/';
  return {
    projects: options.projects ?? projects,
    indexPath,
    formats: options.formats ?? ['html', 'json'],
    page: { ...DEFAULT_STYLE, base: options.filesAt?.origin ?? relativeBase(indexPath), ...options.page },
    pageHeaders: options.pageHeaders ?? {},
    fileHeaders: options.fileHeaders ?? {},
  };
}

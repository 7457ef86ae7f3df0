/** The rows of the fault matrix: the lab's own catalogue, and what only shows with a whole mirror or a time. */

import { type Fault, only } from '../../__tests__/lab/fault.ts';
import { FAULT_ROWS } from '../../__tests__/lab/fault-catalogue.ts';
import * as body from '../../__tests__/lab/faults/body.ts';
import * as redirect from '../../__tests__/lab/faults/redirect.ts';
import { status } from '../../__tests__/lab/faults/status.ts';
import * as wire from '../../__tests__/lab/faults/wire.ts';
import type { Lab } from '../../__tests__/lab/lab.ts';
import type { Mirror } from '../../__tests__/lab/mirror.ts';
import type { MirrorOptions } from '../../__tests__/lab/mirror-options.ts';

export interface MatrixRow {
  readonly name: string;
  readonly area: string;
  /** A mirror that is odd but works: it must be usable. */
  readonly harmless: boolean;
  /** Sets the mirror up under the name bad.test, on 127.0.0.1; undefined where there is nobody. */
  readonly start: (
    lab: Lab,
    other: Mirror,
    plain: Mirror,
  ) => Promise<{ indexUrl: string; close?: () => Promise<void> }>;
}

const HOST = 'bad.test';

const mirrored = (area: string, name: string, options: MirrorOptions | Options, harmless = false): MatrixRow => ({
  name,
  area,
  harmless,
  start: (lab, other, plain) =>
    lab.mirror({ ...(typeof options === 'function' ? options(other, plain, lab) : options), host: HOST }),
});
type Options = (other: Mirror, plain: Mirror, lab: Lab) => MirrorOptions;
const faulty = (area: string, name: string, ...faults: readonly Fault[]): MatrixRow => mirrored(area, name, { faults });

const FILE = { kind: 'file' } as const;
const METADATA = { kind: 'metadata' } as const;

const OWN: readonly MatrixRow[] = [
  { name: 'refuses', area: 'connection', harmless: false, start: async (lab) => lab.refused(HOST) },
  { name: 'black hole', area: 'connection', harmless: false, start: (lab) => lab.blackHole(HOST) },
  {
    name: 'does not resolve',
    area: 'connection',
    harmless: false,
    start: async (lab) => lab.unresolvable('unheard-of.test'),
  },
  mirrored('certificate', 'not valid yet', { certificate: { notBefore: 2 } }),
  mirrored('certificate', 'expired intermediate', { certificate: { authorities: [{ notAfter: -1 }] } }),
  mirrored('certificate', 'weak key', { certificate: { key: 'rsa-1024' } }),
  mirrored('certificate', 'for clients only', { certificate: { extendedKeyUsage: ['clientAuth'] } }),
  mirrored('connection', 'TLS 1.1 only', { tls: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' } }),
  faulty('page', '503 with Retry-After', status(503, 'busy', { 'retry-after': '3600' })),
  faulty('redirect', 'thirty-one redirects', redirect.redirectHops(31)),
  faulty('file', 'files drip', only(FILE, body.slowDrip(1, 200))),
  faulty('file', 'files are false gzip', only(FILE, body.gzipped)),
  faulty('file', 'files are empty', only(FILE, body.emptyBody)),
  faulty('file', 'files redirect in a loop', only(FILE, redirect.redirectLoop)),
  faulty('metadata', 'metadata stays silent', only(METADATA, wire.silentAfterRequest)),
  faulty('metadata', 'metadata truncated', only(METADATA, body.truncated())),
  faulty('metadata', 'metadata 503', only(METADATA, status(503))),
  faulty('metadata', 'metadata empty', only(METADATA, body.emptyBody)),
  {
    name: 'files at an expired host',
    area: 'file',
    harmless: false,
    start: async (lab) => {
      const files = await lab.mirror({ host: 'files.test', certificate: { notAfter: -1 } });
      const index = await lab.mirror({ host: HOST, filesAt: files });
      return {
        indexUrl: index.indexUrl,
        close: async () => {
          await Promise.all([files.close(), index.close()]);
        },
      };
    },
  },
  mirrored('harmless', 'HTML after two redirects', { faults: [redirect.redirectHops(2)], formats: ['html'] }, true),
];

export const MATRIX: readonly MatrixRow[] = [
  ...FAULT_ROWS.map((row) => ({
    ...mirrored(row.area, row.name, row.options),
    harmless: row.area === 'harmless' || row.name === 'api-version 2.0',
  })),
  ...OWN,
];

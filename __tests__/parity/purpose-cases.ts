/** May each certificate do what it does? Usages, constraints, extensions, versions. */
import { type CertificateSpec, type Issued, issue } from '../lab/certificate.ts';
import { boolean, integer, octets, oid, sequence } from '../lab/der.ts';
import { certificateCase, type ParityCase, serving } from './case.ts';

const AUTHORITY = { authority: true, notAfter: 1825 } as const;
const LEAF = { names: ['localhost'] } as const;
const UNKNOWN = { oid: '1.3.6.1.4.1.99999.1', value: octets(Buffer.from('x')) } as const;
const POLICIES = { oid: '2.5.29.32', value: sequence(sequence(oid('2.5.29.32.0'))) } as const;
const BASIC_CONSTRAINTS = { oid: '2.5.29.19', critical: true, value: sequence(boolean(true)) } as const;

/** A case whose root is special and the only anchor; `between` stands below it. */
function rootCase(
  id: string,
  faults: ParityCase['faults'],
  root: CertificateSpec,
  between: readonly CertificateSpec[] = [],
): ParityCase {
  return {
    id,
    faults,
    build: () => {
      const top = issue({ ...AUTHORITY, commonName: 'Special Root', ...root }, null);
      const below: Issued[] = [];
      for (const [depth, spec] of between.entries()) {
        below.unshift(issue({ ...AUTHORITY, commonName: `Below ${depth}`, ...spec }, below[0] ?? top));
      }
      return { tls: serving(issue(LEAF, below[0] ?? top), ...below), anchors: [top] };
    },
  };
}

export const USAGE_CASES: readonly ParityCase[] = [
  certificateCase('purpose: client only', ['invalid'], { extendedKeyUsage: ['clientAuth'] }),
  certificateCase('purpose: any only', ['invalid'], { extendedKeyUsage: ['any'] }),
  certificateCase('purpose: none named', [], { extendedKeyUsage: null }),
  certificateCase('purpose: server and client', [], { extendedKeyUsage: ['serverAuth', 'clientAuth'] }),
  certificateCase('purpose: critical', [], { flipCritical: ['extendedKeyUsage'] }),
  certificateCase('intermediate for clients only', ['invalid'], {
    authorities: [{ extendedKeyUsage: ['clientAuth'] }],
  }),
  certificateCase('intermediate for servers only', [], { authorities: [{ extendedKeyUsage: ['serverAuth'] }] }),
  certificateCase('intermediate for any purpose', ['invalid'], { authorities: [{ extendedKeyUsage: ['any'] }] }),
  rootCase('root for clients only', ['invalid'], { extendedKeyUsage: ['clientAuth'] }),
  certificateCase('usage: certificate signing only', ['invalid'], { keyUsage: ['keyCertSign'] }),
  certificateCase('usage: none named', [], { keyUsage: null }),
  certificateCase('usage: key encipherment only', [], { key: 'rsa-2048', keyUsage: ['keyEncipherment'] }),
  certificateCase('usage: data encipherment only', ['invalid'], { keyUsage: ['dataEncipherment'] }),
  certificateCase('leaf with CA:TRUE', [], { authority: true, keyUsage: null }),
  certificateCase('intermediate with CA:FALSE', ['invalid'], { authorities: [{ authority: false, keyUsage: null }] }),
  certificateCase('intermediate without constraints', ['invalid'], {
    authorities: [{ without: ['basicConstraints'] }],
  }),
  certificateCase('intermediate that may not sign', ['invalid'], { authorities: [{ keyUsage: ['cRLSign'] }] }),
  certificateCase('a leaf as issuer', ['invalid'], {
    authorities: [{}, { authority: false, keyUsage: ['digitalSignature'] }],
  }),
  rootCase('root without constraints', ['invalid'], { without: ['basicConstraints'], keyUsage: null }),
  rootCase('root without constraints, with usage', [], { without: ['basicConstraints'] }),
  rootCase('root with CA:FALSE', ['invalid'], { authority: false, keyUsage: null }),
  certificateCase('path length 0 with an intermediate below', ['invalid'], { authorities: [{ pathLength: 0 }, {}] }),
  certificateCase('path length 1 with an intermediate below', [], { authorities: [{ pathLength: 1 }, {}] }),
  rootCase('path length 0 on the root', ['invalid'], { pathLength: 0 }, [{}]),
  rootCase('path length 0 with a self-issued one below', [], { pathLength: 0 }, [{ commonName: 'Special Root' }]),
];

export const FORM_CASES: readonly ParityCase[] = [
  certificateCase('unknown critical extension', ['invalid'], { extensions: [{ ...UNKNOWN, critical: true }] }),
  certificateCase('unknown extension', [], { extensions: [{ ...UNKNOWN, critical: false }] }),
  certificateCase('unknown critical extension above', ['invalid'], {
    authorities: [{ extensions: [{ ...UNKNOWN, critical: true }] }],
  }),
  certificateCase('critical policies', [], { extensions: [{ ...POLICIES, critical: true }] }),
  certificateCase('an extension twice', ['invalid'], { extensions: [BASIC_CONSTRAINTS] }),
  certificateCase('negative path length', ['invalid'], {
    authorities: [
      {
        without: ['basicConstraints'],
        extensions: [{ ...BASIC_CONSTRAINTS, value: sequence(boolean(true), Buffer.from([2, 1, 0xff])) }],
      },
    ],
  }),
  certificateCase('path length above 2^31', [], {
    authorities: [
      {
        without: ['basicConstraints'],
        extensions: [{ ...BASIC_CONSTRAINTS, value: sequence(boolean(true), integer(Buffer.alloc(9, 0x7f))) }],
      },
    ],
  }),
  certificateCase('intermediate without usage', [], { authorities: [{ keyUsage: null }] }),
  certificateCase('intermediate with uncritical constraints', [], {
    authorities: [{ flipCritical: ['basicConstraints'] }],
  }),
  certificateCase('intermediate without subject key identifier', [], {
    authorities: [{ without: ['subjectKeyIdentifier'] }],
  }),
  certificateCase('intermediate without authority key identifier', [], {
    authorities: [{ without: ['authorityKeyIdentifier'] }],
  }),
  certificateCase('leaf without authority key identifier', [], { without: ['authorityKeyIdentifier'] }),
  rootCase('root without usage', [], { keyUsage: null }),
  rootCase('root without key identifiers', [], { without: ['subjectKeyIdentifier', 'authorityKeyIdentifier'] }),
  rootCase('root with uncritical constraints', [], { flipCritical: ['basicConstraints'] }),
  certificateCase('version 1 leaf', [], { version: 1 }),
  certificateCase('version 1 intermediate', ['invalid'], { authorities: [{ version: 1 }] }),
  rootCase('version 1 root', [], { version: 1 }),
  certificateCase('no subject, names not critical', [], { commonName: null }),
  certificateCase('no subject, names critical', [], { commonName: null, flipCritical: ['subjectAltName'] }),
  certificateCase('must-staple without a staple', [], {
    extensions: [{ oid: '1.3.6.1.5.5.7.1.24', critical: false, value: sequence(integer(5)) }],
  }),
];

export const CONSTRAINT_CASES: readonly ParityCase[] = [
  certificateCase('permitted: another domain', ['invalid'], {
    authorities: [{ nameConstraints: { permitted: ['DNS:example.org'] } }],
  }),
  certificateCase('permitted: this host', [], { authorities: [{ nameConstraints: { permitted: ['DNS:localhost'] } }] }),
  certificateCase(
    'permitted: its domain',
    [],
    { authorities: [{ nameConstraints: { permitted: ['DNS:mirror.test'] } }] },
    { host: 'a.mirror.test' },
  ),
  certificateCase(
    'permitted: its domain with a dot',
    [],
    { authorities: [{ nameConstraints: { permitted: ['DNS:.mirror.test'] } }] },
    { host: 'a.mirror.test' },
  ),
  certificateCase(
    'permitted: only a suffix of its name',
    ['invalid'],
    { authorities: [{ nameConstraints: { permitted: ['DNS:irror.test'] } }] },
    { host: 'mirror.test' },
  ),
  certificateCase('excluded: this host', ['invalid'], {
    authorities: [{ nameConstraints: { excluded: ['DNS:localhost'] } }],
  }),
  certificateCase('excluded: everything', ['invalid'], { authorities: [{ nameConstraints: { excluded: ['DNS:'] } }] }),
  certificateCase('excluded: another domain', [], {
    authorities: [{ nameConstraints: { excluded: ['DNS:example.org'] } }],
  }),
  certificateCase('one of two names excluded', ['invalid'], {
    names: ['localhost', 'bad.test'],
    authorities: [{ nameConstraints: { excluded: ['DNS:bad.test'] } }],
  }),
  certificateCase('permitted: only addresses', [], {
    authorities: [{ nameConstraints: { permitted: ['IP:10.0.0.0/8'] } }],
  }),
  certificateCase('permitted: other addresses', ['invalid'], {
    names: ['localhost', '127.0.0.1'],
    authorities: [{ nameConstraints: { permitted: ['IP:10.0.0.0/8'] } }],
  }),
  certificateCase('permitted: these addresses', [], {
    names: ['localhost', '127.0.0.1'],
    authorities: [{ nameConstraints: { permitted: ['IP:127.0.0.0/8'] } }],
  }),
  certificateCase('permitted: e-mail of another host', ['invalid'], {
    names: ['localhost', 'email:a@mirror.test'],
    authorities: [{ nameConstraints: { permitted: ['email:example.org'] } }],
  }),
  certificateCase('permitted: links to another host', ['invalid'], {
    names: ['localhost', 'URI:https://mirror.test/x'],
    authorities: [{ nameConstraints: { permitted: ['URI:example.org'] } }],
  }),
  certificateCase(
    'common name outside, no other name',
    ['invalid'],
    { names: [], commonName: 'a.mirror.test', authorities: [{ nameConstraints: { permitted: ['DNS:example.org'] } }] },
    { host: 'a.mirror.test' },
  ),
  rootCase('constraint on the root', ['invalid'], { nameConstraints: { permitted: ['DNS:example.org'] } }),
  certificateCase('constraint two levels up', ['invalid'], {
    authorities: [{ nameConstraints: { permitted: ['DNS:example.org'] } }, {}],
  }),
];

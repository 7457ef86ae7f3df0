/** What goes wrong before, beside or after the certificate: protocols, ciphers, client certificates, noise. */
import { createSecureContext, type TlsOptions } from 'node:tls';
import type { Authorities, ServerCertificate } from '../lab/authority.ts';
import { issue } from '../lab/certificate.ts';
import type { ParityCase, Scene } from './case.ts';
import { ocspAnswer } from './ocsp.ts';

const failed = ['handshake-failed'] as const;
/** Lets this server speak what nobody should speak any more. */
const ANYTHING = 'DEFAULT:@SECLEVEL=0';

function good(lab: Authorities, spec: ServerCertificate = {}, host = 'localhost'): TlsOptions {
  const { cert, key } = lab.serve(spec, host);
  return { cert, key };
}

function serverCase(
  id: string,
  faults: ParityCase['faults'],
  options: TlsOptions,
  spec: ServerCertificate = {},
): ParityCase {
  return { id, faults, build: (lab) => ({ tls: { ...good(lab, spec), ...options } }) };
}

function rawCase(id: string, raw: Scene['raw']): ParityCase {
  return { id, faults: failed, build: () => (raw ? { raw } : {}) };
}

const RSA = { key: 'rsa-2048' } as const;
const only12 = (ciphers: string): TlsOptions => ({ maxVersion: 'TLSv1.2', ciphers });

export const PROTOCOL_CASES: readonly ParityCase[] = [
  serverCase('TLS 1.0 only', failed, { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: ANYTHING }, RSA),
  serverCase('TLS 1.1 only', failed, { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: ANYTHING }, RSA),
  serverCase('TLS 1.2 only', [], { maxVersion: 'TLSv1.2' }),
  serverCase('TLS 1.3 only', [], { minVersion: 'TLSv1.3' }),
  serverCase('RSA key exchange, CBC', failed, only12('AES128-SHA'), RSA),
  serverCase('RSA key exchange, GCM', failed, only12('AES128-GCM-SHA256'), RSA),
  serverCase('ECDHE, CBC with SHA-1', failed, only12('ECDHE-RSA-AES128-SHA'), RSA),
  serverCase('ECDHE, CBC with SHA-256', [], only12('ECDHE-RSA-AES128-SHA256'), RSA),
  serverCase('ECDHE, ChaCha20', [], only12('ECDHE-RSA-CHACHA20-POLY1305'), RSA),
  serverCase('ECDHE, CCM', failed, only12('ECDHE-ECDSA-AES128-CCM')),
  serverCase('ECDHE, Camellia', failed, only12('ECDHE-RSA-CAMELLIA128-SHA256'), RSA),
  serverCase('DHE, GCM', [], { ...only12('DHE-RSA-AES128-GCM-SHA256'), dhparam: 'auto' }, RSA),
  serverCase('TLS 1.3 with AES-128 only', [], { minVersion: 'TLSv1.3', ciphers: 'TLS_AES_128_GCM_SHA256' }),
  serverCase('group P-521 only', [], { ecdhCurve: 'P-521' }),
  serverCase('group secp256k1 only', failed, { ecdhCurve: 'secp256k1' }),
  serverCase('group ffdhe2048 only', [], { minVersion: 'TLSv1.3', ecdhCurve: 'ffdhe2048' }),
  serverCase('HTTP/2 only', failed, { ALPNProtocols: ['h2'] }),
  serverCase('HTTP/1.1 chosen by ALPN', [], { ALPNProtocols: ['http/1.1'] }),
];

/** A server that demands a certificate of its clients. */
function demanding(id: string, faults: ParityCase['faults'], options: TlsOptions, given: boolean): ParityCase {
  return {
    id,
    faults,
    build: (lab) => {
      const client = issue({ commonName: 'client', extendedKeyUsage: ['clientAuth'] }, lab.intermediate);
      const key = client.keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
      return {
        tls: { ...good(lab), requestCert: true, rejectUnauthorized: true, ca: [lab.root.pem], ...options },
        ...(given ? { clientCertificate: `${client.pem}${lab.intermediate.pem}${key}` } : {}),
      };
    },
  };
}

/** The server's answer depends on the name that it was asked for. */
function bySni(id: string, faults: ParityCase['faults'], host: string, right: string | null): ParityCase {
  return {
    id,
    faults,
    build: (lab) => ({
      host,
      tls: {
        ...good(lab, { names: ['default.test'] }),
        SNICallback: (name, done) => {
          if (name === right) done(null, createSecureContext(good(lab, { names: [right] })));
          else done(null, createSecureContext(good(lab, { names: ['default.test'] })));
        },
      },
    }),
  };
}

export const SERVER_CASES: readonly ParityCase[] = [
  demanding('client certificate demanded, TLS 1.2', failed, { maxVersion: 'TLSv1.2' }, false),
  demanding('client certificate demanded, TLS 1.3', [], { minVersion: 'TLSv1.3' }, false),
  demanding('client certificate wished for', [], { rejectUnauthorized: false }, false),
  demanding('client certificate given, TLS 1.2', [], { maxVersion: 'TLSv1.2' }, true),
  demanding('client certificate given, TLS 1.3', [], { minVersion: 'TLSv1.3' }, true),
  bySni('right certificate by SNI', [], 'a.mirror.test', 'a.mirror.test'),
  bySni('wrong certificate by SNI', ['hostname-mismatch'], 'a.mirror.test', 'other.test'),
  rawCase('garbage', (socket) => void socket.once('data', () => socket.end('\x00\x01garbage, not TLS\r\n\r\n'))),
  rawCase(
    'plain HTTP on the port',
    (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')),
  ),
  rawCase('closed at once', (socket) => void socket.end()),
  rawCase('closed after the hello', (socket) => void socket.once('data', () => socket.end())),
  rawCase('reset after the hello', (socket) => void socket.once('data', () => socket.resetAndDestroy())),
  rawCase(
    'an alert as answer',
    (socket) => void socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]))),
  ),
  rawCase(
    'closed in the middle of an answer',
    (socket) => void socket.once('data', () => socket.end(Buffer.from([22, 3, 3, 0, 90, 2, 0, 0, 86, 3, 3]))),
  ),
];

function stapled(
  id: string,
  faults: ParityCase['faults'],
  staple: (lab: Authorities, leaf: ReturnType<typeof issue>) => Buffer,
  stricter = false,
): ParityCase {
  return {
    id,
    faults,
    ...(stricter ? { stricter: true as const } : {}),
    build: (lab) => {
      const served = lab.serve({}, 'localhost');
      return { tls: { cert: served.cert, key: served.key }, staple: staple(lab, served.leaf) };
    },
  };
}

export const STAPLE_CASES: readonly ParityCase[] = [
  stapled('stapled: good', [], (lab, leaf) => ocspAnswer(leaf, lab.intermediate, { status: 'good' })),
  stapled('stapled: unknown', [], (lab, leaf) => ocspAnswer(leaf, lab.intermediate, { status: 'unknown' })),
  stapled(
    'stapled: revoked',
    ['revoked'],
    (lab, leaf) => ocspAnswer(leaf, lab.intermediate, { status: 'revoked' }),
    true,
  ),
  stapled(
    'stapled: revoked, by a responder',
    ['revoked'],
    (lab, leaf) => {
      const signer = issue({ commonName: 'Responder', extendedKeyUsage: ['ocspSigning'] }, lab.intermediate);
      return ocspAnswer(leaf, lab.intermediate, { status: 'revoked', signer, enclosed: [signer] });
    },
    true,
  ),
  stapled('stapled: revoked, by nobody', [], (lab, leaf) => {
    const signer = issue({ commonName: 'Responder', extendedKeyUsage: ['ocspSigning'] }, lab.unknownRoot);
    return ocspAnswer(leaf, lab.intermediate, { status: 'revoked', signer, enclosed: [signer] });
  }),
  stapled('stapled: revoked, by another leaf', [], (lab, leaf) => {
    const signer = issue({ names: ['other.test'] }, lab.intermediate);
    return ocspAnswer(leaf, lab.intermediate, { status: 'revoked', signer, enclosed: [signer] });
  }),
  stapled('stapled: another one is revoked', [], (lab, leaf) =>
    ocspAnswer(leaf, lab.intermediate, { status: 'revoked', about: issue({ names: ['localhost'] }, lab.intermediate) }),
  ),
  stapled('stapled: noise', [], () => Buffer.from('not an answer')),
];

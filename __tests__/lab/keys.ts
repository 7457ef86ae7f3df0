/** Key pairs for certificates. EC keys are made anew each time; RSA keys are slow to make and kept for the process. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export type KeyKind =
  | 'ec-p256'
  | 'ec-p384'
  | 'ec-p521'
  | 'ec-p224'
  | 'ec-secp256k1'
  | 'ed25519'
  | `rsa-${number}`
  | `rsa-pss-${number}`;

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const CURVES: Readonly<Record<string, string>> = {
  'ec-p224': 'secp224r1',
  'ec-p256': 'prime256v1',
  'ec-p384': 'secp384r1',
  'ec-p521': 'secp521r1',
  'ec-secp256k1': 'secp256k1',
};

const kept = new Map<string, KeyPair>();

/** A key pair of that kind; `slot` keeps the RSA keys of different chain positions apart. */
export function keyPair(kind: KeyKind, slot: string): KeyPair {
  if (kind === 'ed25519') return generateKeyPairSync('ed25519');
  const namedCurve = CURVES[kind];
  if (namedCurve !== undefined) return generateKeyPairSync('ec', { namedCurve });
  const place = `${kind} ${slot}`;
  const old = kept.get(place);
  if (old !== undefined) return old;
  const modulusLength = Number(kind.replace(/^\D+/, ''));
  const made = kind.startsWith('rsa-pss-')
    ? generateKeyPairSync('rsa-pss', { modulusLength })
    : generateKeyPairSync('rsa', { modulusLength });
  kept.set(place, made);
  return made;
}

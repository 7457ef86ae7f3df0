/** May each certificate of a path do what it does there? OpenSSL's `check_extensions` and `check_auth_level`. */
import { constraintsViolated } from './name-constraints.ts';
import type { Certificate } from './x509.ts';
import { KEY_USAGE, NETSCAPE_TYPE } from './x509-extensions.ts';
import { LEVEL_2_BITS } from './x509-strength.ts';

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
/** Server-gated cryptography (Microsoft, Netscape): OpenSSL takes them for server authentication. */
const SERVER_PURPOSES = new Set([SERVER_AUTH, '1.3.6.1.4.1.311.10.3.3', '2.16.840.1.113730.4.1']);

/** Why a certificate may not stand where it stands; for tests and for people who look deeper. */
export type Defect =
  | 'malformed'
  | 'dates'
  | 'critical-extension'
  | 'proxy'
  | 'not-a-ca'
  | 'purpose'
  | 'path-length'
  | 'key-usage'
  | 'name-constraints'
  | 'signature'
  | 'path-too-long'
  | 'explicit-curve'
  | 'strict';

type Kind = 'no-ca' | 'ca' | 'v1-root' | 'old-ca' | 'netscape-ca';

function kindOf({ version, selfSigned, extensions }: Certificate): Kind {
  const { keyUsage, basicConstraints, netscapeType } = extensions;
  if (keyUsage !== null && (keyUsage & KEY_USAGE.keyCertSign) === 0) return 'no-ca';
  if (basicConstraints !== null) return basicConstraints.ca ? 'ca' : 'no-ca';
  if (version === 1 && selfSigned) return 'v1-root';
  if (keyUsage !== null) return 'old-ca';
  return netscapeType !== null && (netscapeType & NETSCAPE_TYPE.anyCa) !== 0 ? 'netscape-ca' : 'no-ca';
}

function leafDefects({ extensions }: Certificate): Defect[] {
  const { keyUsage, netscapeType } = extensions;
  const forTls = KEY_USAGE.digitalSignature | KEY_USAGE.keyEncipherment | KEY_USAGE.keyAgreement;
  if (keyUsage !== null && (keyUsage & forTls) === 0) return ['key-usage'];
  return netscapeType !== null && (netscapeType & NETSCAPE_TYPE.sslServer) === 0 ? ['purpose'] : [];
}

function issuerDefects(certificate: Certificate, isTop: boolean): Defect[] {
  const kind = kindOf(certificate);
  if (kind === 'no-ca' || (kind !== 'ca' && !isTop)) return ['not-a-ca'];
  const { netscapeType, keyUsage } = certificate.extensions;
  if (kind === 'netscape-ca' && ((netscapeType ?? 0) & NETSCAPE_TYPE.sslCa) === 0) return ['not-a-ca'];
  return keyUsage !== null && (keyUsage & KEY_USAGE.keyCertSign) === 0 ? ['key-usage'] : [];
}

/** Defects of each certificate of a path, leaf first; dates, names and trust are judged elsewhere. */
export function purposeDefects(path: readonly Certificate[]): Defect[][] {
  let intermediatesBelow = 0;
  return path.map((certificate, depth) => {
    const { extensions, key, selfIssued } = certificate;
    const defects: Defect[] = [];
    if (extensions.malformed) defects.push('malformed');
    if (extensions.unknownCritical.length > 0) defects.push('critical-extension');
    if (extensions.proxy) defects.push('proxy');
    if (key.label === 'EC explicit parameters' && path.length > 1) defects.push('explicit-curve');
    const purposes = extensions.extendedKeyUsage;
    if (purposes !== null && !purposes.some((oid) => SERVER_PURPOSES.has(oid))) defects.push('purpose');
    defects.push(...(depth === 0 ? leafDefects(certificate) : issuerDefects(certificate, depth === path.length - 1)));
    const limit = extensions.basicConstraints?.pathLength ?? null;
    if (depth > 1 && limit !== null && intermediatesBelow > limit) defects.push('path-length');
    if (depth > 0 && !selfIssued) intermediatesBelow++;
    if (constraintsViolated(certificate, depth, path.slice(depth + 1))) defects.push('name-constraints');
    return defects;
  });
}

/** Whether each certificate is below security level 2: its key, and its signature unless it is the anchor. */
export function weaknesses(path: readonly Certificate[], anchored: boolean): boolean[] {
  return path.map(({ key, signature, selfSigned }, depth) => {
    const signatureCounts = depth < path.length - 1 || !(anchored || selfSigned);
    return key.securityBits < LEVEL_2_BITS || (signatureCounts && signature.securityBits < LEVEL_2_BITS);
  });
}

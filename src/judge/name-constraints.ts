/** Name constraints (RFC 5280, 4.2.1.10) as OpenSSL checks them, from every issuer of a path, the anchor too. */
import type { DistinguishedName } from './distinguished-name.ts';
import type { GeneralName, Subtrees } from './general-name.ts';
import type { Certificate } from './x509.ts';

const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function dnsWithin(name: string, base: string): boolean {
  if (base === '') return true;
  if (!lower(name).endsWith(lower(base))) return false;
  return name.length === base.length || base.startsWith('.') || name.at(-base.length - 1) === '.';
}

/** A host must be equal; a base with a leading dot covers its sub-domains. */
function hostWithin(host: string, base: string): boolean {
  return base.startsWith('.') ? lower(host).endsWith(lower(base)) : lower(host) === lower(base);
}

function emailWithin(address: string, base: string): boolean {
  const at = address.lastIndexOf('@');
  const baseAt = base.lastIndexOf('@');
  if (at < 0) return false;
  if (baseAt < 0 || baseAt === 0) return hostWithin(address.slice(at + 1), base.slice(baseAt + 1));
  return address.slice(0, at) === base.slice(0, baseAt) && lower(address.slice(at)) === lower(base.slice(baseAt));
}

function uriWithin(uri: string, base: string): boolean {
  const host = /^[^:]+:\/\/([^:/]+)/.exec(uri)?.[1];
  return host !== undefined && hostWithin(host, base);
}

function addressWithin(address: Uint8Array, base: Uint8Array): boolean {
  if (base.length !== address.length * 2) return false;
  return address.every((octet, at) => ((octet ^ (base[at] ?? 0)) & (base[address.length + at] ?? 0)) === 0);
}

function directoryWithin(name: DistinguishedName, base: DistinguishedName): boolean {
  return base.canonical.every((relativeName, at) => name.canonical[at] === relativeName);
}

function within(name: GeneralName, base: GeneralName): boolean {
  if (name.kind === 'dns' && base.kind === 'dns') return dnsWithin(name.text, base.text);
  if (name.kind === 'email' && base.kind === 'email') return emailWithin(name.text, base.text);
  if (name.kind === 'uri' && base.kind === 'uri') return uriWithin(name.text, base.text);
  if (name.kind === 'ip' && base.kind === 'ip') return addressWithin(name.octets, base.octets);
  if (name.kind === 'directory' && base.kind === 'directory') return directoryWithin(name.name, base.name);
  return false;
}

function sameForm(a: GeneralName, b: GeneralName): boolean {
  if (a.kind === 'ip' && b.kind === 'ip') return b.octets.length === a.octets.length * 2;
  return a.kind === b.kind && (a.kind !== 'other' || b.kind !== 'other' || a.tag === b.tag);
}

function violates(name: GeneralName, { permitted, excluded }: Subtrees): boolean {
  const about = permitted.filter((base) => sameForm(name, base));
  const against = excluded.filter((base) => sameForm(name, base));
  // A form that nobody can compare is refused as soon as it is constrained.
  if (name.kind === 'other') return about.length > 0 || against.length > 0;
  return (about.length > 0 && !about.some((base) => within(name, base))) || against.some((base) => within(name, base));
}

const DNS_LIKE =
  /^(?=.*[A-Za-z_-])(\*\.)?[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)+$/;

/** Everything that a certificate calls itself, as far as constraints reach it. */
function namesOf({ subject, extensions }: Certificate, isLeaf: boolean): GeneralName[] {
  const names: GeneralName[] = [...(extensions.subjectAltNames ?? [])];
  if (subject.canonical.length > 0) names.push({ kind: 'directory', name: subject });
  names.push(...subject.emails.map((text) => ({ kind: 'email', text }) as const));
  const commonNamesCount = isLeaf && !names.some(({ kind }) => kind === 'dns');
  const hosts = commonNamesCount ? subject.commonNames.filter((text) => DNS_LIKE.test(text)) : [];
  return [...names, ...hosts.map((text) => ({ kind: 'dns', text }) as const)];
}

/** Whether any of `issuers` (those above it in the path) forbids a name of `certificate`. */
export function constraintsViolated(certificate: Certificate, depth: number, issuers: readonly Certificate[]): boolean {
  // RFC 5280: a self-issued intermediate (key roll-over) is exempt.
  if (depth > 0 && certificate.selfIssued) return false;
  const constraints = issuers.flatMap(({ extensions }) => extensions.nameConstraints ?? []);
  if (constraints.length === 0) return false;
  const names = namesOf(certificate, depth === 0);
  return constraints.some((subtrees) => subtrees.bounded || names.some((name) => violates(name, subtrees)));
}

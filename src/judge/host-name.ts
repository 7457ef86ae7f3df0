/** Is this certificate for this host? By the rules of the pip in question, never by Node's. */
import type { TrustRules } from '../model/trust.ts';
import { addressText } from './general-name.ts';
import type { Certificate } from './x509.ts';

/** Hosts come from URLs, so that an IPv4 address is in its one normal form and an IPv6 address has a colon. */
export function isAddress(host: string): boolean {
  return host.includes(':') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

/** OpenSSL's rules, as Python's `check_hostname` uses them. */
function openSslMatches({ native }: Certificate, host: string, commonName: TrustRules['commonName']): boolean {
  if (isAddress(host)) return native.checkIP(host) !== undefined;
  const subject = commonName === 'never' ? 'never' : 'default';
  return native.checkHost(host, { subject, wildcards: true, partialWildcards: false }) !== undefined;
}

/** urllib3 1.26's `_dnsname_match`; throws where urllib3 gives up on the whole certificate. */
function looseMatches(pattern: string, host: string): boolean {
  if (pattern === '') return false;
  const [leftmost = '', ...rest] = pattern.split('.');
  const stars = leftmost.split('*').length - 1;
  if (stars > 1) throw new RangeError('too many wildcards');
  if (stars === 0) return pattern.toLowerCase() === host.toLowerCase();
  const escaped = (text: string) => text.replace(/[^A-Za-z0-9]/g, '\\$&');
  let first = escaped(leftmost).replace('\\*', '[^.]*');
  if (leftmost === '*') first = '[^.]+';
  else if (leftmost.startsWith('xn--') || host.startsWith('xn--')) first = escaped(leftmost);
  return new RegExp(`^${[first, ...rest.map(escaped)].join('\\.')}$`, 'i').test(host);
}

/** Python's own `_dnsname_match` (3.7 to 3.11): one whole label, and only with something behind it. */
function pythonMatches(pattern: string, host: string): boolean {
  if (!pattern.includes('*')) return pattern !== '' && pattern.toLowerCase() === host.toLowerCase();
  const [leftmost, ...rest] = pattern.split('.');
  if (leftmost !== '*' || rest.length === 0 || rest.join('').includes('*'))
    throw new RangeError('wildcard not supported');
  const [first, ...others] = host.split('.');
  return first !== '' && others.length > 0 && rest.join('.').toLowerCase() === others.join('.').toLowerCase();
}

/** `match_hostname` of urllib3 1 and of Python: the common name only where there is no DNS name and no address at all. */
function oldMatches({ subject, extensions }: Certificate, host: string, matches: typeof looseMatches): boolean {
  const byAddress = isAddress(host);
  const names = extensions.subjectAltNames ?? [];
  try {
    for (const name of names) {
      if (name.kind === 'dns' && !byAddress && matches(name.text, host)) return true;
      if (name.kind === 'ip' && byAddress && sameAddress(name.octets, host)) return true;
    }
    const named = names.some(({ kind }) => kind === 'dns' || kind === 'ip');
    return !named && subject.commonNames.some((commonName) => matches(commonName, host));
  } catch {
    return false;
  }
}

/** Any spelling of one address is the same address. */
function normalAddress(address: string): string {
  return address.includes(':') ? new URL(`http://[${address}]`).hostname : address;
}

function sameAddress(octets: Uint8Array, host: string): boolean {
  const text = addressText(octets);
  return text !== null && normalAddress(text) === normalAddress(host);
}

/** Whether `certificate` names `host` (a name in A-label form, or an IP literal without brackets). */
export function namesHost(certificate: Certificate, host: string, rules: TrustRules): boolean {
  if (rules.names === 'openssl') return openSslMatches(certificate, host, rules.commonName);
  return oldMatches(certificate, host, rules.names === 'python' ? pythonMatches : looseMatches);
}

/** Subject and issuer names: compared as OpenSSL compares them, shown most specific first. */
import { bufferOf, childrenOf, type DerNode, expect, oidOf, TAG, wholeOf } from './der.ts';

export interface DistinguishedName {
  /** 'CN=x,O=y', at most 512 characters; control characters and markup are still in it. */
  readonly display: string;
  /** One canonical string for each relative name, outermost first: equal names have equal lists. */
  readonly canonical: readonly string[];
  /** `canonical` in one string, for indexes. */
  readonly key: string;
  readonly commonNames: readonly string[];
  /** PKCS#9 e-mail attributes: name constraints look at them. */
  readonly emails: readonly string[];
}

const LONGEST_VALUE = 200;
const LONGEST_NAME = 512;

const EMAIL = '1.2.840.113549.1.9.1';
const COMMON_NAME = '2.5.4.3';
/** In the order in which they are shown. */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['2.5.4.5', 'SERIALNUMBER'],
  [COMMON_NAME, 'CN'],
  ['2.5.4.17', 'POSTALCODE'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.7', 'L'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.10', 'O'],
  ['2.5.4.6', 'C'],
]);

/** String types that OpenSSL folds before it compares: the others are compared as bytes. */
const FOLDED = new Set([0x0c, 0x13, 0x14, 0x16, 0x1a, 0x1c, 0x1e]);

/** Text of a character string; never throws, never longer than the bytes, no lone surrogates. */
export function textOf(node: DerNode): string {
  const bytes = bufferOf(node);
  switch (node.tag & 0x1f) {
    case 0x0c:
      return bytes.toString('utf8');
    case 0x1e:
      return bytes.length % 2 === 0
        ? Buffer.from(bytes).swap16().toString('utf16le').toWellFormed()
        : bytes.toString('latin1');
    case 0x1c:
      return universalText(bytes);
    default:
      return bytes.toString('latin1');
  }
}

function universalText(bytes: Buffer): string {
  const points: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = bytes.readUInt32BE(at);
    points.push(point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : '\ufffd');
  }
  return points.join('');
}

/** A peer's text cut to `length` characters, with an ellipsis where something was lost. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
}

interface Attribute {
  readonly oid: string;
  readonly value: DerNode;
}

function attributesOf(relativeName: DerNode): Attribute[] {
  return childrenOf(expect(relativeName, TAG.set)).map((pair) => {
    const [type, value] = childrenOf(expect(pair, TAG.sequence));
    if (value === undefined) throw new Error('attribute without a value');
    return { oid: oidOf(expect(type, TAG.oid)), value };
  });
}

function canonicalValue(value: DerNode): string {
  if (!FOLDED.has(value.tag)) return Buffer.from(wholeOf(value)).toString('hex');
  const folded = textOf(value)
    .replace(/[ \t-\r]+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return JSON.stringify(folded);
}

function escapeValue(text: string): string {
  return cut(text, LONGEST_VALUE)
    .replace(/[,+"\\<>;]/g, '\\$&')
    .replace(/^([ #])|( )$/g, '\\$1$2');
}

function displayOf(attributes: readonly Attribute[]): string {
  const shown: string[] = [];
  for (const [oid, label] of SHOWN) {
    let text = '';
    for (const attribute of attributes) {
      if (attribute.oid === oid) text += `${text === '' ? '' : '+'}${label}=${escapeValue(textOf(attribute.value))}`;
    }
    if (text !== '') shown.push(text);
  }
  for (const { oid, value } of attributes.filter((attribute) => !SHOWN.has(attribute.oid)).reverse()) {
    shown.push(`${oid}=#${cut(Buffer.from(wholeOf(value)).toString('hex'), LONGEST_VALUE)}`);
  }
  return cut(shown.join(','), LONGEST_NAME);
}

/** As in known-issuers.ts: what many certificates carry is read once, and a hostile server cannot fill the memory. */
const MOST_KNOWN = 256;
const LONGEST_KNOWN = 1024;
const known = new Map<string, DistinguishedName>();

/** As `readName`, for a name that many certificates carry: their issuer's. */
export function readIssuerName(node: DerNode): DistinguishedName {
  if (node.end - node.start > LONGEST_KNOWN) return readName(node);
  const bytes = bufferOf(node).toString('latin1');
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const name = readName(node);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(bytes, name);
  return name;
}

/** Reads a Name (a SEQUENCE of relative names). Throws on bytes that are no name. */
export function readName(node: DerNode): DistinguishedName {
  const relativeNames = childrenOf(expect(node, TAG.sequence)).map(attributesOf);
  const attributes = relativeNames.flat();
  const texts = (oid: string) => attributes.filter((one) => one.oid === oid).map(({ value }) => textOf(value));
  const canonical = relativeNames.map((set) =>
    set.map(({ oid, value }) => `${oid}=${canonicalValue(value)}`).join('+'),
  );
  return {
    display: displayOf(attributes),
    canonical,
    key: canonical.join('/'),
    commonNames: texts(COMMON_NAME),
    emails: texts(EMAIL),
  };
}

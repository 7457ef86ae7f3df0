/** From the peer's certificates to an anchor: path building as OpenSSL does it, but trying what it would not try. */
import type { Anchors } from './anchors.ts';
import { hasSigned } from './known-issuers.ts';
import { type Certificate, keyIdsMatch } from './x509.ts';

/** OpenSSL's default depth: that many certificates between the leaf and the anchor. */
export const LONGEST_PATH = 102;
/** Signatures that are checked for one peer, at most: a hostile chain must not cost more. */
const MOST_SIGNATURES = 300;

/** Leaf first. */
export interface Path {
  readonly certificates: readonly Certificate[];
  /** Whether the last certificate is one that the trust store holds and that may end a chain. */
  readonly anchored: boolean;
  /** For each certificate but the last: whether its issuer's key really signed it. */
  readonly signed: readonly boolean[];
}

/** OpenSSL's quick test: names, key identifiers and the kind of key fit; the signature is not looked at. */
export function mayHaveIssued(issuer: Certificate, subject: Certificate): boolean {
  if (issuer.subject.key !== subject.issuer.key || !keyIdsMatch(subject, issuer)) return false;
  const { keyType } = subject.signature;
  return keyType === null || issuer.key.type === null || issuer.key.type.startsWith(keyType);
}

function byValidity(now: number): (a: Certificate, b: Certificate) => number {
  const valid = (one: Certificate) => (one.notBefore <= now && now < one.notAfter ? 1 : 0);
  return (a, b) => valid(b) - valid(a) || b.notAfter - a.notAfter;
}

/**
 * All ways from `leaf` upwards, best first guess first: trusted issuers before sent ones, valid ones before ended
 * ones. Ends at an anchor, or where no issuer is found. Lazily, so that the first good one stops the search.
 */
export function* pathsFrom(
  leaf: Certificate,
  sent: readonly Certificate[],
  anchors: Anchors,
  now: number,
): Generator<Path> {
  let budget = MOST_SIGNATURES;
  const order = byValidity(now);

  function issuersOf(subject: Certificate, used: readonly Certificate[]): { issuer: Certificate; signed: boolean }[] {
    const unused = (one: Certificate) => !used.some(({ fingerprint256 }) => fingerprint256 === one.fingerprint256);
    const fitting = (pool: readonly Certificate[]) =>
      pool.filter((one) => unused(one) && mayHaveIssued(one, subject)).sort(order);
    const trusted = fitting(anchors.named(subject.issuer.key));
    const known = new Set(trusted.map(({ fingerprint256 }) => fingerprint256));
    const candidates = [...trusted, ...fitting(sent).filter(({ fingerprint256 }) => !known.has(fingerprint256))];
    const checked = candidates.map((issuer) => ({ issuer, signed: budget-- > 0 && hasSigned(issuer, subject) }));
    const genuine = checked.filter(({ signed }) => signed);
    // A name without a signature is followed too, so that the other faults on that way are found.
    return genuine.length > 0 ? genuine : checked.slice(0, 1);
  }

  function* extend(certificates: readonly Certificate[], signed: readonly boolean[]): Generator<Path> {
    const top = certificates.at(-1);
    if (top === undefined) return;
    if (anchors.endsAt(top)) {
      yield { certificates, anchored: true, signed };
      return;
    }
    const issuers =
      top.selfSigned || certificates.length >= LONGEST_PATH || budget <= 0 ? [] : issuersOf(top, certificates);
    for (const { issuer, signed: genuine } of issuers) yield* extend([...certificates, issuer], [...signed, genuine]);
    if (issuers.length === 0) yield { certificates, anchored: false, signed };
  }

  yield* extend([leaf], []);
}

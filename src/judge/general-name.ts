/** GeneralName: what a certificate is for, and what name constraints speak of (RFC 5280, 4.2.1.6 and 4.2.1.10). */
import { childrenOf, contentOf, type DerNode, hexOf } from './der.ts';
import { type DistinguishedName, readName } from './distinguished-name.ts';

export type GeneralName =
  | { readonly kind: 'dns' | 'email' | 'uri'; readonly text: string }
  /** Octets of the address; in a constraint, address and mask. */
  | { readonly kind: 'ip'; readonly octets: Uint8Array }
  | { readonly kind: 'directory'; readonly name: DistinguishedName }
  /** `tag` is the context tag of a form that is not interpreted. */
  | { readonly kind: 'other'; readonly tag: number; readonly hex: string };

export interface Subtrees {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
  /** A minimum or maximum is given: no verifier supports it. */
  readonly bounded: boolean;
}

function readGeneralName(node: DerNode): GeneralName {
  const text = () => Buffer.from(contentOf(node)).toString('latin1');
  switch (node.tag) {
    case 0x81:
      return { kind: 'email', text: text() };
    case 0x82:
      return { kind: 'dns', text: text() };
    case 0x86:
      return { kind: 'uri', text: text() };
    case 0x87:
      return { kind: 'ip', octets: contentOf(node) };
    case 0xa4: {
      const inner = childrenOf(node)[0];
      if (inner === undefined) throw new Error('directory name without a name');
      return { kind: 'directory', name: readName(inner) };
    }
    default:
      return { kind: 'other', tag: node.tag, hex: hexOf(node) };
  }
}

export function readGeneralNames(node: DerNode): GeneralName[] {
  return childrenOf(node).map(readGeneralName);
}

/** Reads NameConstraints. Throws on bytes that are none. */
export function readSubtrees(node: DerNode): Subtrees {
  let bounded = false;
  const subtrees = (tag: number) => {
    const field = childrenOf(node).find((child) => child.tag === tag);
    if (field === undefined) return [];
    return childrenOf(field).map((subtree) => {
      const [base, ...bounds] = childrenOf(subtree);
      if (base === undefined) throw new Error('subtree without a base');
      bounded ||= bounds.length > 0;
      return readGeneralName(base);
    });
  };
  return { permitted: subtrees(0xa0), excluded: subtrees(0xa1), bounded };
}

/** '192.0.2.1' or '2001:db8:0:0:0:0:0:1'; null for octets that are no address. */
export function addressText(octets: Uint8Array): string | null {
  if (octets.length === 4) return octets.join('.');
  if (octets.length !== 16) return null;
  const groups: string[] = [];
  for (let at = 0; at < 16; at += 2) groups.push((((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)).toString(16));
  return groups.join(':');
}

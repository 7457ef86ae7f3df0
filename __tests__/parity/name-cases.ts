/** Whose certificate is it? Names, wildcards, addresses. */
import { certificateCase, type ParityCase } from './case.ts';

const mismatch = ['hostname-mismatch'] as const;
const at = (host: string) => ({ host });
const named = (commonName: string, ...names: readonly string[]) => ({ commonName, names });

export const NAME_CASES: readonly ParityCase[] = [
  certificateCase('another host', mismatch, { names: ['other.test'] }),
  certificateCase('the host among others', [], { names: ['other.test', 'localhost'] }),
  certificateCase('upper case', [], { names: ['LOCALHOST'] }),
  certificateCase('dot at the end of the name', mismatch, { names: ['localhost.'] }),
  certificateCase('NUL inside the name', mismatch, { names: ['localhost\0.evil.test'] }),
  certificateCase('NUL inside the common name', mismatch, named('localhost\0.evil.test')),
  certificateCase('400 names', [], { names: [...Array.from({ length: 400 }, (_, n) => `n${n}.test`), 'localhost'] }),
  certificateCase('common name only', [], named('localhost')),
  certificateCase('common name, other DNS name', mismatch, named('localhost', 'other.test')),
  certificateCase('common name, only an address', [], named('localhost', '10.0.0.1')),
  certificateCase('common name, only a link', [], named('localhost', 'URI:https://localhost/')),
  certificateCase('common name, only an e-mail', [], named('localhost', 'email:a@localhost')),
  certificateCase('wildcard', [], { names: ['*.mirror.test'] }, at('a.mirror.test')),
  certificateCase('wildcard, two levels', mismatch, { names: ['*.mirror.test'] }, at('b.a.mirror.test')),
  certificateCase('wildcard, its own parent', mismatch, { names: ['*.mirror.test'] }, at('mirror.test')),
  certificateCase('wildcard of a top-level domain', mismatch, { names: ['*.test'] }, at('mirror.test')),
  certificateCase('wildcard alone', mismatch, { names: ['*'] }),
  certificateCase('wildcard inside', mismatch, { names: ['a.*.test'] }, at('a.mirror.test')),
  certificateCase('wildcard for part of a label', mismatch, { names: ['pyp*.mirror.test'] }, at('pypi.mirror.test')),
  certificateCase(
    'two wildcards before the right name',
    [],
    { names: ['*a*.mirror.test', 'a.mirror.test'] },
    at('a.mirror.test'),
  ),
  certificateCase('wildcard and an underscore', mismatch, { names: ['*.mirror.test'] }, at('a_b.mirror.test')),
  certificateCase('wildcard common name', [], named('*.mirror.test'), at('a.mirror.test')),
  certificateCase('international name', [], { names: ['xn--bcher-kva.test'] }, at('bücher.test')),
  certificateCase('international name in UTF-8', mismatch, { names: ['b\xfccher.test'] }, at('bücher.test')),
  certificateCase('wildcard over an international name', [], { names: ['*.mirror.test'] }, at('bücher.mirror.test')),
  certificateCase(
    'part of a label of an international name',
    mismatch,
    { names: ['xn--b*.mirror.test'] },
    at('bücher.mirror.test'),
  ),
  certificateCase('address', [], { names: ['127.0.0.1'] }, at('127.0.0.1')),
  certificateCase('another address', mismatch, { names: ['127.0.0.2'] }, at('127.0.0.1')),
  certificateCase('address as a DNS name', mismatch, { names: ['DNS:127.0.0.1'] }, at('127.0.0.1')),
  certificateCase('address as common name', mismatch, named('127.0.0.1'), at('127.0.0.1')),
  certificateCase('address of IPv6', [], { names: ['::1'] }, at('[::1]')),
  certificateCase('another address of IPv6', mismatch, { names: ['::2'] }, at('[::1]')),
];

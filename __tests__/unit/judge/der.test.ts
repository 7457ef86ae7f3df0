/** The DER reader takes what X.690 allows and nothing else: hostile bytes must neither pass nor hang. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { childrenOf, DerError, namedBitsOf, oidOf, readDer, smallIntegerOf, timeOf } from '../../../src/judge/der.ts';
import { readCertificate } from '../../../src/judge/x509.ts';
import { issue } from '../../lab/certificate.ts';
import { flags, integer, oid, sequence, time, tlv } from '../../lab/der.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('lengths', () => {
  test('short, long and nested', () => {
    const inner = sequence(Buffer.concat(Array.from({ length: 100 }, () => integer(7))));
    assert.equal(childrenOf(childrenOf(readDer(sequence(inner)))[0] ?? readDer(inner)).length, 100);
  });
  for (const [what, bytes] of [
    ['indefinite', '30 80 00 00'],
    ['longer than needed', '30 81 02 05 00'],
    ['padded with zero', '30 82 00 80'],
    ['beyond the end', '30 05 02 01 01'],
    ['bytes left over', '30 00 00'],
    ['nothing at all', ''],
    ['high tag number', '3f 01 00'],
  ] as const) {
    test(`${what}: refused`, () => assert.throws(() => readDer(hex(bytes)), DerError));
  }
});

describe('values', () => {
  test('object identifiers, the large first arc too', () => {
    for (const dotted of ['1.2.840.113549.1.1.11', '2.5.29.15', '2.16.840.1.101.3.4.2.1', '0.9.2342']) {
      assert.equal(oidOf(readDer(oid(dotted))), dotted);
    }
    assert.equal(oidOf(readDer(hex('06 03 88 37 03'))), '2.999.3');
  });
  test('named bits, first bit first', () => {
    assert.equal(namedBitsOf(readDer(flags([0, 2]))), 0b101);
    assert.equal(namedBitsOf(readDer(flags([8]))), 1 << 8);
  });
  test('negative and huge integers are no small ones', () => {
    assert.equal(smallIntegerOf(readDer(hex('02 01 7f'))), 127);
    assert.throws(() => smallIntegerOf(readDer(hex('02 01 ff'))), DerError);
    assert.throws(() => smallIntegerOf(readDer(hex('02 05 01 00 00 00 00'))), DerError);
  });
  test('dates in RFC 5280’s form only', () => {
    for (const moment of [Date.UTC(2026, 1, 28, 23, 59, 59), Date.UTC(2051, 0, 1), Date.UTC(1999, 11, 31)]) {
      assert.equal(timeOf(readDer(time(moment))), moment);
    }
    for (const text of ['2602301200Z', '260230120000Z', '260101120000+0100', '261301120000Z', '260101250000Z']) {
      assert.ok(Number.isNaN(timeOf(readDer(tlv(0x17, Buffer.from(text))))), text);
    }
  });
});

test('a truncated or garbled certificate throws and does not hang', () => {
  const { der } = issue({ names: ['localhost', '127.0.0.1'] }, null);
  fc.assert(
    fc.property(fc.nat({ max: der.length }), fc.uint8Array({ maxLength: 40 }), (at, noise) => {
      try {
        readCertificate(Buffer.concat([der.subarray(0, at), noise]));
      } catch {
        // Refusing is right: what counts is that it ends.
      }
    }),
    { numRuns: 300 },
  );
});

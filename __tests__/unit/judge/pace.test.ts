/** What is reckoned from waiting so far is the mirror’s own slowness, not this machine’s. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { latencyOf, paceOf } from '../../../src/judge/pace.ts';
import type { Exchange, Observation, ThroughputSample } from '../../../src/model/observation.ts';
import { link, mirror, page } from './observed.ts';

const answer = (firstByteMs: number, bodyBytes = 0): Exchange => ({
  url: 'https://one.example/',
  role: 'index',
  connection: {
    scheme: 'https',
    host: 'one.example',
    port: 443,
    address: null,
    family: null,
    proxy: null,
    tls: null,
    failure: null,
  },
  timing: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs },
  status: 200,
  headers: {},
  bodyBytes,
  bodyMs: 0,
  failure: null,
});

function seen(pageMs: number, fileMs: number, coarse: ThroughputSample | null, samples: ThroughputSample[] = []) {
  const plain = mirror('one', { six: page(['six-1.0-py3-none-any.whl']) });
  const file = {
    link: link('six-1.0-py3-none-any.whl'),
    exchanges: [answer(fileMs, 65_536)],
    sha256: null,
    excerpt: 'PK',
    redirectLoop: false,
  };
  const projects = plain.projects.map((project) => ({ ...project, exchanges: [answer(pageMs)] }));
  return { ...plain, projects, file, coarse, throughput: samples } satisfies Observation;
}

describe('latency', () => {
  test('a slow index before fast files is a slow mirror', () => {
    const ms = latencyOf(seen(315, 30, null)) ?? 0;
    assert.ok(ms > 100 && ms < 315, String(ms));
  });

  test('a page that was read late, while everybody was asked, does not count against its mirror', () => {
    assert.equal(latencyOf(seen(40, 30, null)), 30);
  });

  test('a later and calmer answer corrects an earlier one', () => {
    assert.equal(latencyOf(seen(40, 40, null, [{ bytes: 1, ms: 1, latencyMs: 30 }])), 30);
  });

  test('no answer, no latency', () => {
    assert.equal(latencyOf(mirror('one', {})), null);
  });
});

describe('rate', () => {
  test('a range that came at once proves neither a low rate nor a high one', () => {
    const { throughput, mostBytesPerSecond } = paceOf(seen(30, 30, { bytes: 49_152, ms: 0.2 }));
    assert.ok((throughput?.bytesPerSecond ?? 0) < 50e6, 'the least is what the clock can tell');
    assert.ok((mostBytesPerSecond ?? 0) > 500e6);
  });

  test('a range that came slowly does', () => {
    const { throughput, mostBytesPerSecond } = paceOf(seen(30, 30, { bytes: 49_152, ms: 250 }));
    assert.ok((mostBytesPerSecond ?? 0) < 0.3e6 && (throughput?.bytesPerSecond ?? 0) > 0.1e6);
  });

  test('a sample replaces what the range told, and leaves nothing open', () => {
    const sampled = paceOf(seen(30, 30, { bytes: 49_152, ms: 20 }, [{ bytes: 500_000, ms: 20 }]));
    assert.equal(sampled.throughput?.bytesPerSecond, 25e6);
    assert.equal(sampled.mostBytesPerSecond, undefined);
  });
});

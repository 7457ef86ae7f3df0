/** A mirror that stopped following PyPI is found; one that is merely between two runs is not accused. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeFreshness, referencePages, STALE_AFTER_MS } from '../../../src/judge/freshness.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { link, mirror, page } from './observed.ts';

const NOW = Date.UTC(2026, 10, 22);
const HOUR = 60 * 60 * 1000;
/** A file that was uploaded so many hours ago. */
const upload = (filename: string, hours: number | null) =>
  link(filename, { uploadTime: hours === null ? null : NOW - hours * HOUR });

function judge(
  own: Observation,
  others: readonly Observation[],
  options: { verified?: string[]; lacks?: boolean } = {},
) {
  const verified = new Set(options.verified ?? others.map(({ candidate }) => candidate.name));
  return judgeFreshness(own, referencePages([own, ...others], verified), options.lacks ?? false, NOW);
}

const PYPI = mirror('pypi', {
  x: page([upload('x-1.tar.gz', 900), upload('x-2.tar.gz', 50), upload('x-3.tar.gz', 30)], 100),
});

describe('judgeFreshness', () => {
  it('counts serials behind pypi.org, never less than none', () => {
    const at = (serial: number | null) => judge(mirror('m', { x: page(['x-3.tar.gz'], serial) }), [PYPI]);
    assert.deepEqual([at(90)?.serial, at(90)?.behind], [90, 10]);
    assert.equal(at(100)?.behind, 0);
    assert.equal(at(120)?.behind, 0);
    assert.equal(at(null)?.behind, null);
  });

  it('holds pypi.org against any mirror that claims to be newer', () => {
    const boaster = mirror('boaster', { x: page(['x-9.tar.gz'], 999) });
    const own = mirror('m', { x: page(['x-3.tar.gz'], 100) });
    assert.equal(judge(own, [boaster, PYPI])?.behind, 0);
    assert.equal(judge(own, [PYPI, boaster])?.behind, 0);
  });

  it('is stale once it has lacked a newer file for more than two days', () => {
    const late = judge(mirror('m', { x: page(['x-1.tar.gz']) }), [PYPI]);
    assert.deepEqual([late?.lagMs, late?.stale], [50 * HOUR, true]);
    const recent = judge(mirror('m', { x: page(['x-1.tar.gz', 'x-2.tar.gz']) }), [PYPI]);
    assert.deepEqual([recent?.lagMs, recent?.stale], [30 * HOUR, false]);
    assert.equal(STALE_AFTER_MS, 48 * HOUR);
  });

  it('needs no upload times of its own: the reference tells them by file name', () => {
    const html = mirror('m', { x: { ...page(['x-1.tar.gz', 'x-2.tar.gz', 'x-3.tar.gz']), format: 'html' } });
    assert.deepEqual(judge(html, [PYPI]), { serial: null, behind: null, lagMs: 0, stale: false });
  });

  it('does not count older gaps and pre-releases, which some mirrors leave out by rule', () => {
    const reference = mirror('pypi', {
      x: page([upload('x-1.tar.gz', 900), upload('x-2.tar.gz', 100), upload('x-3rc1-py3-none-any.whl', 80)]),
    });
    assert.equal(judge(mirror('m', { x: page(['x-2.tar.gz']) }), [reference])?.lagMs, 0);
  });

  it('is not stale by a serial alone: it tells no time', () => {
    const reference = mirror('pypi', { x: page(['x-1.tar.gz', 'x-2.tar.gz'], 5_000_000) });
    const found = judge(mirror('m', { x: page(['x-1.tar.gz'], 1) }), [reference]);
    assert.deepEqual(found, { serial: 1, behind: 4_999_999, lagMs: null, stale: false });
  });

  it('takes the newest verified mirror for reference where pypi.org is out of reach', () => {
    const others = [
      mirror('old', { x: page(['x-1.tar.gz'], 10) }),
      mirror('new', { x: page(['x-2.tar.gz'], 20) }),
      mirror('forged', { x: page(['x-9.tar.gz'], 999) }),
    ];
    assert.equal(judge(mirror('m', { x: page([], 15) }), others, { verified: ['old', 'new'] })?.behind, 5);
    const byUpload = [
      mirror('old', { x: page([upload('x-1.tar.gz', 900)]) }),
      mirror('new', { x: page([upload('x-2.tar.gz', 60)]) }),
    ];
    assert.equal(judge(mirror('m', { x: page([upload('x-1.tar.gz', 900)]) }), byUpload)?.stale, true);
  });

  it('is judged by the project that it is farthest behind with', () => {
    const reference = mirror('pypi', { x: page(['x-1.tar.gz'], 50), y: page(['y-1.tar.gz'], 100) });
    const found = judge(mirror('m', { x: page(['x-1.tar.gz'], 50), y: page(['y-1.tar.gz'], 70) }), [reference]);
    assert.deepEqual([found?.serial, found?.behind], [70, 30]);
  });

  it('is stale where it lacks what the job needs and others have', () => {
    const own = mirror('m', { x: page(['x-3.tar.gz'], 100) });
    assert.equal(judge(own, [PYPI], { lacks: true })?.stale, true);
    assert.equal(judge(mirror('m', {}), [PYPI], { lacks: true })?.stale, true);
  });

  it('says nothing where there is nothing to compare', () => {
    assert.equal(judge(mirror('m', {}), [PYPI]), null);
    assert.equal(judge(mirror('m', { x: page(['x-1.tar.gz']) }), [], { verified: [] }), null);
  });
});

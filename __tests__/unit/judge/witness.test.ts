/** An expired mirror is vouched for by hashes of others or of lock files, and by nothing less. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WITNESS_SAMPLE, witnessFor } from '../../../src/judge/witness.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { LockedHashes } from '../../../src/model/requirement.ts';
import { hashed, link, locks, mirror, page, want } from './observed.ts';

const SUSPECT = mirror('suspect', {
  x: hashed({ 'x-1.tar.gz': 'aa', 'x-2.tar.gz': 'bb' }),
  y: hashed({ 'y-1.tar.gz': 'cc' }),
});
const HONEST = { x: hashed({ 'x-1.tar.gz': 'aa', 'x-2.tar.gz': 'bb' }), y: hashed({ 'y-1.tar.gz': 'cc' }) };

function vouch(
  others: readonly Observation[],
  options: { verified?: string[]; locked?: LockedHashes; suspect?: Observation } = {},
) {
  const verified = new Set(options.verified ?? others.map(({ candidate }) => candidate.name));
  const suspect = options.suspect ?? SUSPECT;
  return witnessFor(suspect, [suspect, ...others], verified, [want('x'), want('y')], options.locked ?? new Map(), null);
}

describe('witnessFor', () => {
  it('takes a verified mirror that lists the same hashes, usable or not', () => {
    assert.deepEqual(vouch([mirror('other', HONEST)]), { by: ['other'], files: 2 });
  });

  it('lets several witnesses vouch together', () => {
    const others = [mirror('one', { x: HONEST.x }), mirror('two', { y: HONEST.y })];
    assert.deepEqual(vouch(others), { by: ['one', 'two'], files: 2 });
  });

  it('takes the job’s lock files, with and without file names', () => {
    const locked = locks(
      { project: 'x', filename: 'x-2.tar.gz', version: '2', sha256: 'bb' },
      { project: 'y', version: '1', sha256: 'cc' },
    );
    assert.deepEqual(vouch([], { locked }), { by: ['lock-file'], files: 2 });
  });

  it('refuses what nobody vouches for', () => {
    assert.equal(vouch([]), null);
    assert.equal(vouch([mirror('other', { x: HONEST.x })]), null, 'y has no witness');
    assert.equal(vouch([mirror('other', HONEST)], { verified: [] }), null, 'an unverified mirror is no witness');
    assert.equal(vouch([], { verified: ['suspect'] }), null, 'nobody vouches for himself');
  });

  it('refuses a newer version that only the suspect lists: the way in for a forged file', () => {
    const forged = mirror('suspect', { ...HONEST, x: hashed({ 'x-1.tar.gz': 'aa', 'x-99.tar.gz': 'ee' }) });
    assert.equal(vouch([mirror('other', HONEST)], { suspect: forged }), null);
  });

  it('refuses where any file on the pages differs, though not the one that pip would take', () => {
    const other = mirror('other', { ...HONEST, x: hashed({ 'x-1.tar.gz': 'ee', 'x-2.tar.gz': 'bb' }) });
    assert.equal(vouch([other]), null);
    const locked = locks({ project: 'x', filename: 'x-1.tar.gz', sha256: 'ee' });
    assert.equal(vouch([mirror('other', HONEST)], { locked }), null);
  });

  it('refuses a lock of another version that happens to have the hash, and pages without sha256', () => {
    const locked = locks({ project: 'x', version: '1', sha256: 'bb' }, { project: 'y', version: '1', sha256: 'cc' });
    assert.equal(vouch([], { locked }), null);
    const plain = { x: page(['x-2.tar.gz']), y: page([link('y-1.tar.gz', { hashes: { md5: 'aa' } })]) };
    assert.equal(vouch([mirror('other', plain)], { suspect: mirror('suspect', plain) }), null);
  });

  it('is not given for nothing: a suspect that lists nothing of the job has no witness', () => {
    assert.equal(vouch([mirror('other', HONEST)], { suspect: mirror('suspect', {}) }), null);
  });

  it('has more than one project to ask where the job names none', () => {
    assert.ok(new Set(WITNESS_SAMPLE.map(({ project }) => project)).size >= 3);
  });
});

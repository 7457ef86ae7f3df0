/** Where strangers’ code runs with rights, or the disk outlives the job, `auto` neither restores nor saves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CachePlan, type CacheSituation, cachePolicy } from '../../../src/decide/cache-policy.ts';

const hostedPush: CacheSituation = {
  asked: 'auto',
  event: 'push',
  ref: 'refs/heads/main',
  hosted: true,
  platform: undefined,
  pipCacheDir: '/home/runner/.cache/pip',
  dirInUse: false,
  service: true,
};

const off = (reason: string) => ({ mode: 'off', reason });
const rows: [string, Partial<CacheSituation>, CachePlan | object][] = [
  ['a push to a branch', {}, { mode: 'read-write' }],
  ['a pull request', { event: 'pull_request', ref: 'refs/pull/1/merge' }, { mode: 'read-write' }],
  ['a job with secrets for strangers', { event: 'pull_request_target' }, off('privileged-event')],
  ['a workflow after another', { event: 'workflow_run' }, off('privileged-event')],
  ['a release', { event: 'release', ref: 'refs/tags/v1' }, off('release')],
  ['a tag push', { ref: 'refs/tags/v1.2.3' }, off('tag')],
  ['a branch that is named like a tag', { ref: 'refs/heads/refs/tags/x' }, { mode: 'read-write' }],
  ["a self-hosted runner that keeps pip's cache", { hosted: false, dirInUse: true }, off('dir-persists')],
  ['a self-hosted runner that starts empty', { hosted: false }, { mode: 'read-write' }],
  ['a hosted image that comes with a filled cache', { dirInUse: true }, { mode: 'read-write' }],
  ['no service', { service: false }, off('no-service')],
  ['pip without a cache', { pipCacheDir: null }, off('pip-without-cache')],
  ['asked off', { asked: 'off' }, off('asked')],
  ['asked by name on a tag', { asked: 'read-write', ref: 'refs/tags/v1' }, { mode: 'read-write' }],
  ['asked by name on a keeping runner', { asked: 'read-write', hosted: false, dirInUse: true }, { mode: 'read-write' }],
  ['asked to read only', { asked: 'read-only' }, { mode: 'read-only', reason: 'asked' }],
  ['the platform allows nothing', { asked: 'read-write', platform: 'none' }, off('platform')],
  ['the platform allows reading', { platform: 'READ' }, { mode: 'read-only', reason: 'platform' }],
  ['the platform allows writing', { platform: 'write' }, { mode: 'read-write' }],
  ['the platform allows only writing', { platform: 'write-only' }, { mode: 'write-only', reason: 'platform' }],
  ['reading asked, only writing allowed', { asked: 'read-only', platform: 'write-only' }, off('platform')],
  ['a word that the platform may say one day', { platform: 'append' }, { mode: 'read-write' }],
];

for (const [name, change, expected] of rows) {
  test(`cache policy: ${name}`, () => {
    assert.deepEqual(cachePolicy({ ...hostedPush, ...change }), expected);
  });
}

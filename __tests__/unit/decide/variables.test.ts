/** pip takes files from the chosen mirror, keeps what the job had, and trusts no host that nobody named. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pipVariables, readInherited } from '../../../src/decide/variables.ts';
import type { Candidate } from '../../../src/model/candidate.ts';
import type { Decision } from '../../../src/model/decision.ts';
import { readInputs } from '../../../src/plan/read-inputs.ts';

const mirror = (name: string, credentials: Candidate['credentials'] = null): Candidate => ({
  name,
  indexUrl: `https://${name}.test/simple/`,
  credentials,
  operator: name,
  family: name,
  origin: 'input',
  order: 0,
});

const decision = (given: Partial<Decision>): Decision => ({
  mirror: mirror('best'),
  extraIndexes: [],
  fallback: null,
  trustedHosts: [],
  why: { code: 'only-usable' },
  confirmedByPip: true,
  reused: false,
  ...given,
});

function variables(given: Partial<Decision>, env: Record<string, string> = {}, inputs: Record<string, string> = {}) {
  const read = readInputs((name) => inputs[name], '/w');
  assert.ok(read.ok, JSON.stringify(read));
  return pipVariables(decision(given), read.inputs, readInherited(env));
}

describe("pip's variables", () => {
  test('one verified mirror is one variable', () => {
    assert.deepEqual(variables({}), { PIP_INDEX_URL: 'https://best.test/simple/' });
  });

  test('with a fallback the chosen mirror is last, because pip takes equal files from the last index', () => {
    assert.deepEqual(variables({ fallback: mirror('second'), extraIndexes: [mirror('private')] }), {
      PIP_INDEX_URL: 'https://second.test/simple/',
      PIP_EXTRA_INDEX_URL: 'https://private.test/simple/ https://best.test/simple/',
    });
  });

  test('what the job already had is kept', () => {
    const env = { PIP_EXTRA_INDEX_URL: 'https://old.test/a\nhttps://old.test/b', PIP_TRUSTED_HOST: 'old.test' };
    assert.deepEqual(variables({}, env), {
      PIP_INDEX_URL: 'https://best.test/simple/',
      PIP_EXTRA_INDEX_URL: 'https://old.test/a https://old.test/b',
    });
    assert.equal(variables({ trustedHosts: ['best.test:444'] }, env).PIP_TRUSTED_HOST, 'old.test best.test:444');
  });

  test('policy internal exports no index that the workflow did not name, and lets none of pip.conf in', () => {
    const inputs = { policy: 'internal', mirrors: 'https://nexus.test/simple' };
    const env = { PIP_EXTRA_INDEX_URL: 'https://pypi.org/simple' };
    // The chosen index once more: an empty variable would bring a pip.conf's extra index back.
    assert.equal(variables({}, env, inputs).PIP_EXTRA_INDEX_URL, 'https://best.test/simple/');
    assert.equal(variables({}, {}, inputs).PIP_EXTRA_INDEX_URL, undefined);
    const named = { extraIndexes: [mirror('team')] };
    assert.equal(variables(named, env, inputs).PIP_EXTRA_INDEX_URL, 'https://team.test/simple/');
  });

  test('credentials are percent-encoded again', () => {
    const url = variables({ mirror: mirror('best', { username: 'u@corp', password: 'p/w:1' }) }).PIP_INDEX_URL;
    assert.equal(url, 'https://u%40corp:p%2Fw%3A1@best.test/simple/');
  });

  test('hashes and the CA are exported when asked', () => {
    assert.equal(variables({}, {}, { 'require-hashes': 'true' }).PIP_REQUIRE_HASHES, '1');
  });
});

/** action.yml, the inputs' defaults and the outputs say the same: users read the first, the program the others. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { OUTPUT_NAMES } from '../../src/model/outputs.ts';
import { INPUT_DEFAULTS, INPUT_NAMES } from '../../src/plan/input-defaults.ts';
import { readAction } from './read-action.ts';

const action = readAction(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));

test('every input is known on both sides, in the same order', () => {
  assert.deepEqual(Object.keys(action.inputs), INPUT_NAMES);
});

test('every default is the same on both sides', () => {
  for (const name of INPUT_NAMES) {
    if (name === 'github-token') continue; // an expression that only the runner can fill
    assert.equal((action.inputs[name]?.default ?? '').trim(), INPUT_DEFAULTS[name], name);
  }
});

test('every output is known on both sides, in the same order', () => {
  assert.deepEqual(Object.keys(action.outputs), OUTPUT_NAMES);
});

test('every input and output is described', () => {
  for (const [name, field] of Object.entries({ ...action.inputs, ...action.outputs })) {
    assert.ok((field.description ?? '').length > 15, name);
  }
});

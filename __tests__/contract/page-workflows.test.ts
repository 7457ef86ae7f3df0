/** Every workflow in README and docs is one that this action understands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { INPUT_DEFAULTS, type InputName } from '../../src/plan/input-defaults.ts';
import { readInputs } from '../../src/plan/read-inputs.ts';
import { codeBlocks, markdownFiles, ROOT, readFromRoot } from './markdown-files.ts';
import { readAction } from './read-action.ts';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const action = readAction(readFromRoot('action.yml'));
const OURS = /^(org\/pip-mirror-select@v1|\.\/)$/;

const blocks = markdownFiles().flatMap((file) =>
  codeBlocks(readFromRoot(file))
    .filter(({ language }) => language === 'yaml' || language === 'yml')
    .map(({ text }) => ({ file, text })),
);

test('every one parses', () => {
  for (const { file, text } of blocks) assert.doesNotThrow(() => parse(text), `${file}:\n${text}`);
});

test('every step of ours has known inputs only, and is named as it is published', () => {
  for (const { file, text } of blocks) {
    for (const step of stepsOf(parse(text))) {
      if (!step.uses?.includes('pip-mirror-select')) continue;
      assert.match(step.uses, OURS, file);
      const unknown = Object.keys(step.with ?? {}).filter((name) => !(name in action.inputs));
      assert.deepEqual(unknown, [], `${file}: ${step.uses}`);
    }
  }
});

test('the program itself takes every value', () => {
  for (const { file, text } of blocks) {
    for (const step of stepsOf(parse(text))) {
      if (!step.uses?.includes('pip-mirror-select')) continue;
      const given = { ...INPUT_DEFAULTS, 'github-token': 'filled', ...step.with } as Readonly<Record<string, unknown>>;
      const read = readInputs((name: InputName) => filled(name, String(given[name])), ROOT);
      // Files that a reader has and this repository has not.
      const problems = read.ok ? [] : read.problems.filter(({ kind }) => kind !== 'not-found');
      assert.deepEqual(problems, [], `${file}:\n${text}`);
    }
  }
});

/** An expression's value as a runner would fill it in. */
function filled(name: string, value: string): string {
  return value.replaceAll(/\$\{\{[^}]*\}\}/g, name === 'alerts' ? 'https://hook.example.com/x' : 'filled');
}

test('every output that a workflow reads of a step of ours is one that it sets', () => {
  for (const { file, text } of blocks) {
    const ids = stepsOf(parse(text)).flatMap(({ id, uses }) => (uses?.includes('pip-mirror-select') && id ? [id] : []));
    for (const [, id = '', output = ''] of text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      if (ids.includes(id)) assert.ok(output in action.outputs, `${file}: ${output}`);
    }
  }
});

/** Steps anywhere in a workflow, a job or a bare list of steps. */
function stepsOf(value: unknown): readonly Step[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const own = entries.find(([key, inner]) => key === 'steps' && Array.isArray(inner))?.[1] as
    | readonly Step[]
    | undefined;
  return [...(own ?? []), ...entries.filter(([key]) => key !== 'steps').flatMap(([, inner]) => stepsOf(inner))];
}

/** Both READMEs say the same as action.yml and as each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { pages, withTables } from '../../scripts/readme-tables.ts';
import { codeBlocks, headings, linkTargets, readFromRoot } from './markdown-files.ts';
import { readAction } from './read-action.ts';

const action = readAction(readFromRoot('action.yml'));
const english = readFromRoot('README.md');
const chinese = readFromRoot('README.zh-CN.md');

test('the tables of inputs and outputs are those of action.yml: npm run docs:tables', () => {
  for (const page of pages()) {
    const text = readFromRoot(page.file);
    assert.equal(text, withTables(text, page), page.file);
  }
});

test('every input and output is described in Chinese, in the order of action.yml, and nothing else is', () => {
  const translation = parse(readFromRoot('docs/action.zh-CN.yml')) as Record<
    'inputs' | 'outputs',
    Record<string, string>
  >;
  for (const kind of ['inputs', 'outputs'] as const) {
    assert.deepEqual(Object.keys(translation[kind]), Object.keys(action[kind]));
    for (const [name, text] of Object.entries(translation[kind])) assert.match(text, /\p{Script=Han}/u, name);
  }
});

test('literals of a description are the same in both languages', () => {
  const translation = parse(readFromRoot('docs/action.zh-CN.yml')) as Record<
    'inputs' | 'outputs',
    Record<string, string>
  >;
  const literals = (text: string): string[] =>
    [...text.matchAll(/`([^`]+)`/g)]
      .map(([, literal = '']) => literal)
      .filter((literal) => /^[\w:=. -]+$/.test(literal));
  for (const kind of ['inputs', 'outputs'] as const) {
    for (const [name, field] of Object.entries(action[kind])) {
      const said = new Set(literals(translation[kind][name] ?? ''));
      // A name that is one word of a longer literal (`name=URL`) is translated with it.
      const lost = literals(field.description ?? '').filter(
        (literal) => !said.has(literal) && !/^(name=URL|host\b.*)$/.test(literal),
      );
      assert.deepEqual(lost, [], name);
    }
  }
});

test('both have the same sections in the same order', () => {
  assert.deepEqual(
    headings(chinese).map(({ level }) => level),
    headings(english).map(({ level }) => level),
  );
  const order = (text: string): readonly string[] =>
    linkTargets(text)
      .filter((target) => /^(docs|CONTRIBUTING|SECURITY|LICENSE)/.test(target))
      .map((target) => target.replace('.zh-CN.md', '.md'));
  assert.deepEqual(order(chinese), order(english));
});

test('both have the same workflows and commands', () => {
  assert.deepEqual(codeBlocks(chinese), codeBlocks(english));
});

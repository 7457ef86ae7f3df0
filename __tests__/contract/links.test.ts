/** Every link inside the repository leads somewhere, and every npm script that a page names exists. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { headings, linkTargets, markdownFiles, ROOT, readFromRoot } from './markdown-files.ts';

test('every link inside the repository resolves, with its anchor', () => {
  const broken: string[] = [];
  for (const file of markdownFiles()) {
    const text = readFromRoot(file);
    for (const target of linkTargets(text)) {
      if (/^[a-z]+:/i.test(target)) continue;
      const [path = '', anchor = ''] = target.split('#').map(decodeURIComponent);
      const wanted = path === '' ? file : normalize(join(dirname(file), path));
      if (!existsSync(join(ROOT, wanted))) broken.push(`${file}: ${target}`);
      else if (anchor !== '' && wanted.endsWith('.md')) {
        const anchors = headings(readFromRoot(wanted)).map((heading) => heading.anchor);
        if (!anchors.includes(anchor)) broken.push(`${file}: ${target} (no such heading)`);
      }
    }
  }
  assert.deepEqual(broken, []);
});

test('every npm script that a page tells the reader to run exists', () => {
  const { scripts } = JSON.parse(readFromRoot('package.json')) as { scripts: Record<string, string> };
  const missing = markdownFiles().flatMap((file) =>
    [...readFromRoot(file).matchAll(/npm run ([a-z][\w:-]*)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !(name in scripts))
      .map((name) => `${file}: ${name}`),
  );
  assert.deepEqual(missing, []);
});

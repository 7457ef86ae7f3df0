/** Every workflow and command that a page shows is run by a test or by `.ci/run`: a new one says where. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CHECKS } from '../../scripts/ci-checks.ts';
import { codeBlocks, markdownFiles, ROOT, readFromRoot } from './markdown-files.ts';

/** npm scripts that `.ci/run` does not call, each with what runs the same code there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  build: 'scripts/check-dist.ts',
  faults: '__tests__/e2e/fault-matrix.test.ts',
  parity: '__tests__/e2e/certificate-parity.test.ts',
  'test:cache': '__tests__/e2e/cache.test.ts',
};
/** Run word for word by __tests__/readme/pages.test.ts, by page and heading. */
const IN_PAGES: Readonly<Record<string, readonly string[]>> = {
  'README.md': [
    'Five lines',
    'CI',
    'Matrix builds',
    'Scheduled audit',
    'A certificate ended tonight',
    'The install failed',
    'Internal index',
    'Offline',
    'PyTorch',
    'uv and other installers',
    'Docker',
    'Other CI systems',
  ],
  'docs/docker.md': ['Docker'],
  'docs/other-ci.md': [
    'Other CI systems and your desk',
    'A certificate ended and you must go on',
    'GitLab CI',
    'Jenkins',
  ],
};
/** Lines of shell that need no test of their own, and why. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^npm ci && npm (run demo|test)$/, '.ci/run: npm ci, demo, test'],
  [
    /^gh (release download|attestation verify) /,
    'needs a release on GitHub; e2e/release.test.ts proves what is attested',
  ],
];
const RUN = new Set(['sh', 'bash', 'yaml', 'yml', 'dockerfile', 'groovy', 'powershell', 'fish']);

test('every npm script that a page names is run by .ci/run, or its code elsewhere', () => {
  const inCi = new Set(CHECKS.map(({ script }) => script));
  for (const file of markdownFiles()) {
    for (const [, name = ''] of readFromRoot(file).matchAll(/npm run ([a-z][\w:-]*)/g)) {
      const elsewhere = ELSEWHERE[name];
      assert.ok(inCi.has(name) || (elsewhere !== undefined && existsSync(join(ROOT, elsewhere))), `${file}: ${name}`);
    }
  }
});

test('every block of commands or workflow stands where the tests find it', () => {
  const tests = readFromRoot('__tests__/readme/pages.test.ts');
  const unknown = markdownFiles().flatMap((file) => {
    const page = file.replace('.zh-CN.md', '.md'); // a contract test holds their blocks equal
    const sections = readFromRoot(page).split(/^(?=#+ )/m);
    return sections.flatMap((section) => {
      const heading = /^#+ (.*)/.exec(section)?.[1] ?? '';
      const lines = codeBlocks(section)
        .filter(({ language }) => RUN.has(language))
        .flatMap(({ text }) => text.trim().split('\n'));
      if (lines.every((line) => KNOWN.some(([known]) => known.test(line)))) return [];
      const found = IN_PAGES[page]?.includes(heading) === true && tests.includes(`'${heading}'`);
      return found ? [] : [`${file}: ${heading}`];
    });
  });
  assert.deepEqual(unknown, []);
});

test('.ci/run calls scripts that exist', () => {
  const { scripts } = JSON.parse(readFromRoot('package.json')) as { scripts: Readonly<Record<string, string>> };
  assert.deepEqual(
    CHECKS.map(({ script }) => script).filter((script) => !(script in scripts)),
    [],
  );
});

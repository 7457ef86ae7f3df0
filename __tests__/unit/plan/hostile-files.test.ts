/** Whatever lies in a checkout, reading it ends, throws nothing and shows no credentials. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readRequirements } from '../../../src/plan/requirements/read-requirements.ts';

const NAMES = [
  'requirements.txt',
  'pyproject.toml',
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'Pipfile.lock',
  'Pipfile',
  'pylock.toml',
  'setup.cfg',
];
const SEEDS = [
  'uv/uv.lock',
  'poetry/poetry.lock',
  'poetry/pyproject.toml',
  'pdm/pdm.lock',
  'pipenv/Pipfile.lock',
  'pipenv/Pipfile',
  'pylock/pylock.toml',
];

async function read(files: Record<string, string | Buffer>) {
  const workspace = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(workspace, name), content);
    return await readRequirements({ patterns: ['*'], packages: [], workspace }, null);
  } finally {
    await rm(workspace, { recursive: true });
  }
}

describe('hostile files', () => {
  it('are read or named as problems, never thrown on: any bytes under any name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })),
        async (name, content) => {
          const job = await read({ [name]: Buffer.from(content as string) });
          assert.ok(Array.isArray(job.requirements));
        },
      ),
      { numRuns: 100, seed: 20261122 },
    );
  });

  it('are read or named as problems: real lock files with values of other kinds in them', async () => {
    const seeds = await Promise.all(SEEDS.map((name) => readFile(join(import.meta.dirname, 'locks', name), 'utf8')));
    const junk = fc.constantFrom(
      '1',
      'true',
      '[]',
      '{}',
      '"x"',
      '"__proto__"',
      '[[1]]',
      '{ a = 1 }',
      '1979-05-27',
      'null',
      '""',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(SEEDS.length - 1), fc.nat(200), junk, async (index, place, value) => {
        let seen = 0;
        const text = (seeds[index] ?? '').replaceAll(/("[^"\n]*"(?!\s*[:=])|\[\n|\{ )/g, (whole) =>
          seen++ === place ? value : whole,
        );
        const name = SEEDS[index]?.split('/')[1] ?? '';
        const job = await read({ [name]: text });
        for (const { raw, specifier } of job.requirements) assert.equal(typeof raw + typeof specifier, 'stringstring');
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  const million = 1_000_000;
  const cases: Record<string, [name: string, content: string]> = {
    'a line of white space': ['requirements.txt', `a${' '.repeat(4 * million)}b`],
    'a line of hashes': ['requirements.txt', `a${' #'.repeat(2 * million)}`],
    'a path without end': ['requirements.txt', `./${'a'.repeat(7 * million)}`],
    'brackets without end': ['requirements.txt', '.whl['.repeat(million)],
    'an editable of white space': ['requirements.txt', `-e "a${' '.repeat(4 * million)}b"`],
    'quotes without end': ['requirements.txt', `--x ${`"'\\`.repeat(million)}`],
    'many addresses': ['requirements.txt', 'https://a:b@'.repeat(600_000)],
    'a version without end': ['requirements.txt', `a==${'1.'.repeat(3 * million)}1`],
    'a marker without end': ['requirements.txt', `a; ${'('.repeat(4 * million)}`],
    'one requirement with many hashes': [
      'requirements.txt',
      Array.from({ length: 30_000 }, (_, i) => `a --hash=sha256:${i.toString(16).padStart(64, '0')}`).join('\n'),
    ],
    'many constraints': ['constraints.txt', Array.from({ length: 150_000 }, (_, i) => `p${i}==1`).join('\n')],
    'many dependencies': [
      'pyproject.toml',
      `[project]\ndependencies = [${Array.from({ length: 60_000 }, (_, i) => `"p${i}==1"`).join(',\n')}]`,
    ],
    'one package many times': [
      'uv.lock',
      `[[package]]\nname = "own"\nsource = { virtual = "." }\ndependencies = [{ name = "p" }]\n${'[[package]]\nname = "p"\nversion = "1"\nsource = { registry = "https://pypi.org/simple" }\n'.repeat(15_000)}`,
    ],
    'a key without end': ['setup.cfg', `[options]\na${' '.repeat(4 * million)}b\n`],
    'a constraint without end': ['pyproject.toml', `[tool.poetry.dependencies]\na = "${' '.repeat(4 * million)}x"`],
    'nested tables': ['uv.lock', `a = ${'['.repeat(100_000)}`],
    'nested JSON': ['Pipfile.lock', '['.repeat(4 * million)],
  };
  for (const [name, [file, content]] of Object.entries(cases)) {
    it(`are read to an end: ${name}`, { timeout: 60_000 }, async () => {
      const job = await read({ [file]: content });
      const shown = JSON.stringify([job.problems, job.bypasses]);
      assert.ok(shown.length < 500_000, 'problems are cut short');
      assert.ok(!shown.includes('a:b@'));
    });
  }
});

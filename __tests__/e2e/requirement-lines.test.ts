/** A requirements file has the lines that the machine's own pip reads from it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type RequirementLine, readRequirementLines } from '../../src/plan/requirements/requirement-lines.ts';
import { askPip } from './pip-oracle.ts';

type PipLine = readonly [
  line: number,
  text: string,
  hashes: Record<string, string[]>,
  constraint: boolean,
  editable: boolean,
];

const ENV = { NAME: 'expanded', TOKEN_1: 'secret', EMPTY: '' };
const DIGEST = 'ab'.repeat(32);

const requirement = fc.constantFrom(
  'six',
  'six==1.0',
  'six == 1.0 , <2',
  'six[a, b]>=1',
  "six; python_version > '3'",
  'six ; sys_platform == "win32" and os_name != \'x\'',
  `\${NAME}==1`,
  `six @ https://\${TOKEN_1}:\${UNSET}@h.example/six.whl`,
  `six==\${EMPTY}1`,
  `six==\${lower}1`,
  './local.whl',
  'git+https://h.example/a.git#egg=six',
);
const options = fc.constantFrom(
  '',
  '',
  ` --hash=sha256:${DIGEST}`,
  ` --hash sha256:${DIGEST} --hash=sha256:${DIGEST}`,
  ` --hash "sha256:${DIGEST}"`,
  ` --hash='sha256:${DIGEST}' `,
  ` --has=sha256:${DIGEST}`,
  ` \\\n    --hash=sha256:${DIGEST}`,
  ` \\\n  # a comment in between\n    --hash=sha256:${DIGEST}`,
);
const comment = fc.constantFrom('', '', ' # why', '  #why', '#no comment', ' # ends \\');
const other = fc.constantFrom(
  '',
  '   ',
  '# comment',
  '  # comment \\',
  '\t# x',
  '--pre',
  '-e .',
  '-e ./local # editable',
  '--index-url=https://h.example/simple',
  '-i https://h.example/simple',
  '-f ./wheels --no-index',
  '--trusted-host h.example',
  '--only-binary :all:',
  '\\',
);
const line = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(requirement, options, comment).map((parts) => parts.join('')) },
  other,
);
const file = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\n', '\r'), fc.constantFrom('', '\n', '\\'))
  .map(([lines, end, last]) => lines.join('\n').replaceAll('\n', end) + last);

function asPip({ line: number, requirement: text, options: given }: RequirementLine): PipLine[] {
  const editable = given.find(({ name }) => name === 'editable');
  if (text === '' && editable === undefined) return [];
  const digests = given.filter(({ name }) => name === 'hash').map(({ value }) => value.replace('sha256:', ''));
  const hashes = text === '' || digests.length === 0 ? {} : { sha256: digests };
  return [
    [
      number,
      text === '' ? (editable?.value ?? '') : text,
      hashes as Record<string, string[]>,
      false,
      editable !== undefined,
    ],
  ];
}

describe('the lines of requirements files', () => {
  it('are those of the real parser, for any mixture of comments, continuations, options and variables', async () => {
    const seed = Number(process.env.SEED ?? 20261122);
    const texts = fc.sample(file, { numRuns: 300, seed });
    const folder = await mkdtemp(join(tmpdir(), 'lines-'));
    try {
      const paths = await Promise.all(
        texts.map(async (text, index) => {
          const path = join(folder, `${index}.txt`);
          await writeFile(path, text);
          return path;
        }),
      );
      const expected = await askPip<(PipLine[] | null)[]>('lines', paths, ENV);
      for (const [index, text] of texts.entries()) {
        const theirs = expected[index]?.map(([number, content, ...rest]) => [number, content.trim(), ...rest]) ?? null;
        if (theirs === null) continue;
        const ours = readRequirementLines(text, ENV).flatMap(asPip);
        assert.deepEqual(ours, theirs, `seed ${seed}: ${JSON.stringify(text)}`);
      }
      assert.ok(expected.filter((answer) => answer !== null).length > texts.length / 2, 'pip must read most of them');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

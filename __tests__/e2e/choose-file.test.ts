/** The file that chooseFile takes is the one that the machine's own pip takes, over generated index pages. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ChoosingPip, chooseFile } from '../../src/judge/choose-file.ts';
import { DEFAULT_PROBE } from '../../src/judge/requirements.ts';
import type { FileLink } from '../../src/model/observation.ts';
import type { Requirement } from '../../src/model/requirement.ts';
import { askPip } from './pip-oracle.ts';

const PROJECT = 'demo-pkg';
const VERSIONS = [
  '1.0',
  '1.0.0',
  '1.0.post1',
  '1.1a1',
  '1.1rc2',
  '1.1.dev3',
  '1.1',
  '1.2+cpu',
  '1.2+cu128',
  '1.2',
  '2.0b1',
  '1!0.5',
  '1.10',
  '2023.1.1',
];
const PYTHONS = [null, '>=3.8', '>=3.99', '<3', '>=2.7,!=3.0.*', '~=3.6', '>=3.6.*', 'nonsense', ''];
const SPECIFIERS = [
  '',
  '>=1',
  '==1.0',
  '==1.1',
  '===1.2',
  '==1.2+cpu',
  '==1.*',
  '!=1.1',
  '~=1.0',
  '<2',
  '>1.0',
  '>=1.1a1',
  '>=3',
  '<1.1',
  '==1.2',
  '>1.1rc1,<2',
  '<=1.1.dev3',
  '>1.0.post1',
  '==9',
];
const HASHES = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];

function fileNames(tags: readonly string[]): fc.Arbitrary<string> {
  const stem = fc.constantFrom('demo_pkg', 'Demo_Pkg', 'demo.pkg', 'other');
  const version = fc.constantFrom(...VERSIONS);
  const tag = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('py3-none-any', 'py2.py3-none-any', 'py2-none-any') },
    { weight: 2, arbitrary: fc.constantFrom(...tags) },
    fc.constantFrom('cp27-cp27m-win32', 'cp399-cp399-manylinux_2_17_x86_64', 'cp37.cp38-abi3-linux_s390x'),
  );
  const build = fc.constantFrom('', '', '1-', '2-', '10a-', 'x-');
  const wheel = fc.tuple(stem, version, build, tag).map(([s, v, b, t]) => `${s}-${v}-${b}${t}.whl`);
  const suffix = fc.constantFrom(
    '.tar.gz',
    '.zip',
    '.tar.bz2',
    '.tgz',
    '.egg',
    '.exe',
    '-py2.7.tar.gz',
    '-py3.1.zip',
    '.tar.Z',
  );
  const archive = fc
    .tuple(fc.constantFrom('demo-pkg', 'demo_pkg', 'Demo-Pkg', 'demo', 'demo-pkg-extra'), version, suffix)
    .map(([s, v, x]) => `${s}-${v}${x}`);
  return fc.oneof({ weight: 3, arbitrary: wheel }, { weight: 2, arbitrary: archive });
}

function links(tags: readonly string[]): fc.Arbitrary<FileLink> {
  return fc
    .record({
      filename: fileNames(tags),
      digest: fc.constantFrom(null, ...HASHES),
      requiresPython: fc.constantFrom(...PYTHONS),
      yanked: fc.constantFrom(false, false, false, true),
    })
    .map(({ filename, digest, requiresPython, yanked }) => ({
      filename,
      url: `https://files.example/${filename}`,
      hashes: digest === null ? {} : { sha256: digest },
      requiresPython: requiresPython === '' ? null : requiresPython,
      yanked,
      metadata: null,
      size: null,
      uploadTime: null,
    }));
}

function html(files: readonly FileLink[]): string {
  const anchors = files.map((file) => {
    const fragment = file.hashes.sha256 === undefined ? '' : `#sha256=${file.hashes.sha256}`;
    const python =
      file.requiresPython === null ? '' : ` data-requires-python="${file.requiresPython.replace('<', '&lt;')}"`;
    return `<a href="${file.url}${fragment}"${python}${file.yanked ? ' data-yanked="broken"' : ''}>${file.filename}</a>`;
  });
  return `<!DOCTYPE html><html><body>${anchors.join('\n')}</body></html>`;
}

function cases(tags: readonly string[]) {
  return fc.record({
    files: fc.uniqueArray(links(tags), { minLength: 1, maxLength: 12, selector: (link) => link.filename }),
    specifier: fc.constantFrom(...SPECIFIERS),
    hashes: fc.constantFrom<Requirement['hashes']>(
      {},
      {},
      {},
      { sha256: [HASHES[0] ?? ''] },
      { sha256: HASHES.slice(1) },
    ),
    prereleases: fc.constantFrom(false, false, false, true),
    formats: fc.constantFrom<Requirement['formats']>('any', 'any', 'any', 'wheel', 'sdist'),
  });
}

describe('chooseFile beside the real package finder', () => {
  it('takes the same file on every generated page', async () => {
    const pip = await askPip<ChoosingPip>('about', []);
    const seed = Number(process.env.SEED ?? 20261122);
    const pages = fc.sample(cases(pip.tags), { numRuns: 250, seed });
    const expected = await askPip<(string | null)[]>(
      'choose',
      pages.map(({ files, ...rest }) => ({ ...rest, project: PROJECT, html: html(files) })),
    );
    let found = 0;
    pages.forEach(({ files, ...rest }, index) => {
      const page = { format: 'html' as const, files, serial: null };
      const chosen = chooseFile(page, { ...DEFAULT_PROBE, ...rest, project: PROJECT }, pip);
      assert.equal(
        chosen?.link.filename ?? null,
        expected[index] ?? null,
        `seed ${seed}, page ${index}: ${JSON.stringify({ ...rest, files: files.map((f) => [f.filename, f.requiresPython, f.yanked, f.hashes]) })}`,
      );
      if (chosen !== null) found++;
    });
    assert.ok(found > pages.length / 4, 'most pages must offer something, or the comparison says nothing');
  });
});

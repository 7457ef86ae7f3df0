/** A mirror lacks a requirement only where pip would find no file there that another one has. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseFile } from '../../../src/judge/choose-file.ts';
import { foundSomewhere, judgeRequirements, sampleOf } from '../../../src/judge/requirements.ts';
import type { FileLink, ProjectObservation } from '../../../src/model/observation.ts';
import type { LockedFile, Requirement } from '../../../src/model/requirement.ts';
import { link, page as pageOf, want } from './observed.ts';

const PIP = {
  version: '25.3',
  python: '3.12.4',
  tags: ['cp312-cp312-manylinux_2_17_x86_64', 'cp312-none-any', 'py3-none-any'],
};

const page = (...files: readonly (FileLink | string)[]) => pageOf(files);

function observation(project: string, more: Partial<ProjectObservation>): ProjectObservation {
  return { project, exchanges: [], page: null, defect: null, excerpt: '', redirectLoop: false, ...more };
}

function answered(status: number): ProjectObservation['exchanges'] {
  return [{ status } as ProjectObservation['exchanges'][number]];
}

describe('chooseFile', () => {
  const cases: readonly [string, string, readonly (FileLink | string)[], string | null][] = [
    [
      'a wheel for this platform before a universal one',
      'x',
      ['x-1-py3-none-any.whl', 'x-1-cp312-cp312-manylinux_2_17_x86_64.whl'],
      'x-1-cp312-cp312-manylinux_2_17_x86_64.whl',
    ],
    ['the newest version before the best wheel', 'x', ['x-2.tar.gz', 'x-1-py3-none-any.whl'], 'x-2.tar.gz'],
    ['no wheel of another platform', 'x', ['x-1-cp312-cp312-win_amd64.whl'], null],
    ['no version beyond the specifier', 'x<2', ['x-2-py3-none-any.whl'], null],
    [
      'the local build that was asked for',
      'x==1+cu128',
      ['x-1+cpu-py3-none-any.whl', 'x-1+cu128-py3-none-any.whl'],
      'x-1+cu128-py3-none-any.whl',
    ],
    [
      'a date version beyond 2^53 exactly',
      'x==20230101123456789012',
      ['x-20230101123456789013.tar.gz', 'x-20230101123456789012.tar.gz'],
      'x-20230101123456789012.tar.gz',
    ],
    ['no file with another name', 'x', ['xy-1.tar.gz', 'x-y-1.tar.gz'], null],
    ['no file for another Python', 'x', [link('x-2.tar.gz', { requiresPython: '>=3.13' }), 'x-1.tar.gz'], 'x-1.tar.gz'],
    ['no yanked file', 'x', [link('x-2.tar.gz', { yanked: true }), 'x-1.tar.gz'], 'x-1.tar.gz'],
    ['no yanked file though there is no other', 'x', [link('x-2.tar.gz', { yanked: true })], null],
    ['a yanked file that is pinned', 'x==2', [link('x-2.tar.gz', { yanked: true }), 'x-1.tar.gz'], 'x-2.tar.gz'],
    ['no pre-release', 'x>=1', ['x-2rc1.tar.gz', 'x-1.tar.gz'], 'x-1.tar.gz'],
    ['a pre-release that is named', 'x>=2rc1', ['x-2rc1.tar.gz', 'x-1.tar.gz'], 'x-2rc1.tar.gz'],
    ['the last of equals', 'x', ['x-1.tar.gz', 'x-1.zip'], 'x-1.zip'],
    ['nothing for a specifier that is none', 'x=>1', ['x-1.tar.gz'], null],
    ['nothing from an empty page', 'x', [], null],
  ];
  for (const [name, wanted, files, expected] of cases) {
    it(`takes ${name}`, () => {
      assert.equal(chooseFile(page(...files), want(wanted), PIP)?.link.filename ?? null, expected);
    });
  }

  it('takes the file whose hash is asked for, though a newer one is there', () => {
    const files = page(
      link('x-2.tar.gz', { hashes: { sha256: 'bb' } }),
      link('x-1.tar.gz', { hashes: { sha256: 'aa' } }),
    );
    assert.equal(chooseFile(files, want('x', { hashes: { sha256: ['aa'] } }), PIP)?.link.filename, 'x-1.tar.gz');
  });

  it('prefers a universal wheel, then the smallest file, where there is no pip to ask', () => {
    const small = link('x-1-cp39-cp39-win32.whl', { size: 10 });
    const large = link('x-1-cp312-cp312-win_amd64.whl', { size: 20 });
    assert.equal(chooseFile(page(small, large, 'x-1.tar.gz'), want('x'), null)?.link.filename, small.filename);
    const universal = link('x-1-py2.py3-none-any.whl', { size: 99 });
    assert.equal(chooseFile(page(universal, small), want('x'), null)?.link.filename, universal.filename);
  });
});

describe('judgeRequirements', () => {
  it('counts as missing only what the mirror was seen not to have', () => {
    const wanted = ['gone', 'removed', 'old>=2', 'there', 'slow', 'blocked', 'emptied', 'unasked'].map((text) =>
      want(text),
    );
    const verdict = judgeRequirements(
      wanted,
      [
        observation('gone', { exchanges: answered(404) }),
        observation('removed', { exchanges: answered(410) }),
        observation('old', { page: page('old-1.tar.gz') }),
        observation('there', { page: page('there-1.tar.gz') }),
        observation('slow', {}),
        observation('blocked', { exchanges: answered(403) }),
        observation('emptied', { exchanges: answered(200), defect: 'no-links' }),
      ],
      PIP,
    );
    assert.deepEqual(verdict, { checked: 5, missing: ['gone', 'removed', 'old>=2', 'emptied'] });
  });

  it('counts as missing a version whose files all have other hashes than the job demands', () => {
    const wanted = [want('x==1', { hashes: { sha256: ['aa'] } })];
    const verdictOn = (hashes: Record<string, string>) =>
      judgeRequirements(wanted, [observation('x', { page: page(link('x-1.tar.gz', { hashes })) })], PIP).missing;
    assert.deepEqual(verdictOn({ sha256: 'bb' }), ['x==1']);
    assert.deepEqual(verdictOn({ sha256: 'aa' }), []);
    assert.deepEqual(verdictOn({ md5: 'bb' }), [], 'a hash of another kind contradicts nothing');
    assert.deepEqual(verdictOn({}), [], 'pip checks a file without a listed hash after the download');
  });

  it('blames no mirror for what none was seen to have, also where one did not answer', () => {
    const mirrors = [
      {
        projects: [
          observation('late', { exchanges: answered(404) }),
          observation('private', { exchanges: answered(404) }),
        ],
      },
      { projects: [observation('late', { page: page('late-1.tar.gz') }), observation('private', {})] },
      { projects: [observation('old', { page: page('old-1.tar.gz') })] },
    ];
    const wanted = ['late', 'private', 'old>=2', 'old'].map((text) => want(text));
    assert.deepEqual([...foundSomewhere(wanted, mirrors, PIP)], ['late', 'old']);
    assert.deepEqual([...foundSomewhere(wanted, [], PIP)], []);
  });
});

describe('sampleOf', () => {
  const locked = (version: string, more: Partial<LockedFile>): LockedFile[] => [
    { version, filename: null, sha256: '', size: null, uploadTime: null, ...more },
  ];
  const many = Array.from({ length: 30 }, (_, i) => want(`plain-${String(i).padStart(2, '0')}`));

  it('is everything where that is little', () => {
    const few = many.slice(0, 8);
    assert.deepEqual(sampleOf({ requirements: few, hashes: new Map() }), few);
  });

  it('has the newest, the largest, the heavy, the unusual and the hashed, whatever their order', () => {
    const special = [
      want('newest==1'),
      want('largest==1'),
      want('torch'),
      want('early==2.0b1'),
      want('hashed', { hashes: { sha256: ['aa'] } }),
      want('pinned==1'),
    ];
    const hashes = new Map([
      ['newest', locked('1', { uploadTime: 2_000 })],
      ['largest', locked('1', { size: 2_000, uploadTime: 1_000 })],
    ]);
    const sample = sampleOf({ requirements: [...many, ...special], hashes });
    assert.equal(sample.length, 8);
    for (const { project } of special)
      assert.ok(
        sample.some((one) => one.project === project),
        project,
      );
    assert.deepEqual(sampleOf({ requirements: [...special, ...many].reverse(), hashes }), sample);
  });

  it('begins with the lightest: neither a page of megabytes nor a file that is useless for a trial', () => {
    const few = ['torch', 'numpy==2.0.0', 'early==2.0b1', 'large==1', 'tiny==1', 'unknown', 'right==1'].map((text) =>
      want(text),
    );
    const hashes = new Map([
      ['large', locked('1', { size: 50_000_000 })],
      ['tiny', locked('1', { size: 5_000 })],
      ['right', locked('1', { size: 500_000 })],
    ]);
    const first = (requirements: readonly Requirement[]) => sampleOf({ requirements, hashes })[0]?.project;
    assert.equal(first(few), 'right');
    assert.equal(first(few.slice(0, 6)), 'unknown');
    assert.equal(first(few.slice(0, 5)), 'tiny');
    assert.equal(first(few.slice(0, 4)), 'large');
    assert.equal(first(few.slice(0, 3)), 'early');
    assert.deepEqual(sampleOf({ requirements: few, hashes }).slice(1), few.slice(0, 6), 'the others keep their order');
  });

  it('asks for a project once', () => {
    const twins = many.flatMap((one) => [one, { ...one, specifier: '>1', raw: `${one.raw}>1` }]);
    const projects = sampleOf({ requirements: twins, hashes: new Map() }).map(({ project }) => project);
    assert.equal(new Set(projects).size, projects.length);
  });
});

/** Globs find what a runner’s would, in bounded time, and nothing outside the checkout. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { matchFiles, readText } from '../../../src/platform/files.ts';

const FILES = [
  'requirements.txt',
  'requirements-dev.txt',
  'requirements-old.in',
  'Requirements.md',
  '.github/requirements.txt',
  'src/requirements/base.txt',
  'src/deep/er/requirements.txt',
  'src/a[1]/requirements.txt',
  'venv/pyvenv.cfg',
  'venv/requirements.txt',
  'venv/lib/requirements.txt',
  '.venv/requirements.txt',
  'node_modules/x/requirements.txt',
  'x/site-packages/requirements.txt',
];

describe('matchFiles', () => {
  let workspace = '';
  before(async () => {
    workspace = await realpath(await mkdtemp(join(tmpdir(), 'files-')));
    for (const file of FILES) {
      await mkdir(dirname(join(workspace, file)), { recursive: true });
      await writeFile(join(workspace, file), '');
    }
    await symlink('.', join(workspace, 'src/deep/loop'));
  });
  after(() => rm(workspace, { recursive: true }));

  const ALL = [
    '.github/requirements.txt',
    'requirements-dev.txt',
    'requirements.txt',
    'src/a[1]/requirements.txt',
    'src/deep/er/requirements.txt',
  ];
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    [
      '** goes into every folder, hidden ones too, but not into environments and packages',
      ['**/requirements*.txt'],
      ALL,
    ],
    ['* stays in its folder', ['requirements*.txt'], ['requirements-dev.txt', 'requirements.txt']],
    ['? is one character', ['requirements-de?.txt'], ['requirements-dev.txt']],
    ['braces are alternatives', ['requirements{,-dev}.{txt,md}'], ['requirements-dev.txt', 'requirements.txt']],
    [
      'brackets are sets, [!…] their complement',
      ['[!R]equirements-[do]*.[it]*'],
      ['requirements-dev.txt', 'requirements-old.in'],
    ],
    ['a name without wildcards is itself', ['src/requirements/base.txt'], ['src/requirements/base.txt']],
    ['a folder is not a file', ['src/requirements'], []],
    ['** at the end is everything below', ['src/requirements/**'], ['src/requirements/base.txt']],
    ['! takes out, wherever it stands', ['!**/deep/**', '**/requirements.txt'], ALL.filter((f) => !/deep|dev/.test(f))],
    ['several patterns count once', ['*.txt', '**/requirements.txt', './*.txt'], ALL],
    [
      'a pattern that names a skipped folder finds it',
      ['.venv/*.txt', 'venv/*.txt'],
      ['.venv/requirements.txt', 'venv/requirements.txt'],
    ],
    ['white space and comments are nothing', ['  ', '# *.txt', ' requirements.txt '], ['requirements.txt']],
    ['dots and other signs are themselves', ['requirementsXtxt', 'requirements+.txt', '(a).txt'], []],
    ['nothing is found where nothing is', ['nowhere/**', '/nowhere/at/all/*.txt'], []],
  ];
  for (const [name, patterns, expected] of cases) {
    it(name, async () => {
      assert.deepEqual(await matchFiles(patterns, workspace), { files: [...expected].sort(), truncated: false });
    });
  }

  it('takes absolute patterns, and names what lies outside by its whole path', async () => {
    const inside = await matchFiles([`${workspace}/*.in`], workspace);
    assert.deepEqual(inside.files, ['requirements-old.in']);
    const outside = await matchFiles(['../../*.in'], join(workspace, 'src/requirements'));
    assert.deepEqual(outside.files, [`${workspace}/requirements-old.in`]);
  });

  it('works in a workspace that is a link itself', async () => {
    const alias = `${workspace}-alias`;
    await symlink(workspace, alias);
    const found = await matchFiles(['**/base.txt'], alias);
    await rm(alias);
    assert.deepEqual(found.files, ['src/requirements/base.txt']);
  });

  it('ends at its limits and says so', async () => {
    const limits = { entries: 1_000, files: 1_000, depth: 64 };
    const some = await matchFiles(['**/requirements*.txt'], workspace, { ...limits, files: 2 });
    assert.deepEqual(some, { files: ALL.slice(0, 2), truncated: true });
    assert.equal((await matchFiles(['**/*'], workspace, { ...limits, entries: 3 })).truncated, true);
    const shallow = await matchFiles(['**/requirements*.txt'], workspace, { ...limits, depth: 1 });
    assert.deepEqual([shallow.truncated, shallow.files.includes('src/deep/er/requirements.txt')], [true, false]);
  });

  it('is not slowed down by a pattern made to be slow', async () => {
    await writeFile(join(workspace, 'a'.repeat(200)), '');
    const evil = `${'*a'.repeat(30)}b`;
    const found = await Promise.race([
      matchFiles([evil, `${'**/'.repeat(12)}x`], workspace),
      new Promise<string>((resolve) => setTimeout(resolve, 20_000, 'too late').unref()),
    ]);
    assert.deepEqual(found, { files: [], truncated: false });
  });
});

describe('readText', () => {
  it('does not wait for pipes, and reads no devices, folders or large files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'read-'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await writeFile(join(folder, 'large'), 'x'.repeat(101));
    await writeFile(join(folder, 'fits'), 'x'.repeat(100));
    const results = [];
    for (const name of [join(folder, 'pipe'), '/dev/zero', folder, join(folder, 'gone'), join(folder, 'large')]) {
      results.push(await readText(name, 100));
    }
    const fits = await readText(join(folder, 'fits'), 100);
    await rm(folder, { recursive: true });
    assert.deepEqual(results, [
      { failure: 'unreadable' },
      { failure: 'unreadable' },
      { failure: 'unreadable' },
      { failure: 'unreadable' },
      { failure: 'too-large' },
    ]);
    assert.deepEqual(fits, { text: 'x'.repeat(100) });
  });
});

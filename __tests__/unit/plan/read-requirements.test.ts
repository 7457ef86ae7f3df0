/** Requirements files are read as pip reads them; what cannot be checked is named. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { JobRequirements } from '../../../src/model/requirement.ts';
import { readRequirements } from '../../../src/plan/requirements/read-requirements.ts';

const LINUX = {
  python_version: '3.12',
  python_full_version: '3.12.4',
  sys_platform: 'linux',
  os_name: 'posix',
  platform_system: 'Linux',
  platform_machine: 'x86_64',
  platform_python_implementation: 'CPython',
  implementation_name: 'cpython',
  implementation_version: '3.12.4',
};

/** Reads a checkout that has just these files. */
async function readCheckout(
  files: Record<string, string | Buffer>,
  patterns: readonly string[] = ['**/requirements*.txt', '**/constraints*.txt'],
  packages: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<JobRequirements> {
  const workspace = await mkdtemp(join(tmpdir(), 'reqs-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(workspace, name)), { recursive: true });
      await writeFile(join(workspace, name), text);
    }
    return await readRequirements({ patterns, packages, workspace, env }, { markers: LINUX });
  } finally {
    await rm(workspace, { recursive: true });
  }
}

function summary(job: JobRequirements): readonly string[] {
  return job.requirements.map(({ project, specifier }) => `${project} ${specifier}`.trim());
}

describe('requirements files', () => {
  it('reads names, specifiers, extras, markers and hashes over joined lines', async () => {
    const job = await readCheckout({
      'requirements.txt': [
        '# a comment',
        'Flask_Login[Async, extra.one] >= 0.6 , < 2  # why',
        'pywin32 ; sys_platform == "win32"',
        'tomli==2.0.1 ; python_version < "3.13" \\',
        '    --hash=sha256:AA11 \\',
        '    --hash sha256:bb22 --hash=sha512:cc33',
        '',
      ].join('\r\n'),
    });
    assert.deepEqual(summary(job), ['flask-login >=0.6,<2', 'tomli ==2.0.1']);
    assert.deepEqual(job.requirements[0]?.extras, ['async', 'extra-one']);
    assert.equal(job.requirements[0]?.raw, 'Flask_Login[async,extra-one]>=0.6,<2');
    assert.deepEqual(job.requirements[1]?.hashes, { sha256: ['aa11', 'bb22'], sha512: ['cc33'] });
    assert.deepEqual(job.requirements[1]?.source, { file: 'requirements.txt', line: 4 });
    assert.deepEqual(job.problems, []);
  });

  it('follows -r and -c from the file that names them, and ends where they run in a circle', async () => {
    const job = await readCheckout(
      {
        'requirements.txt': '-r deps/base.txt\n-c deps/limits.txt\nnumpy\n-r requirements.txt\n-r deps/nothing.txt',
        'deps/base.txt': '-r more.txt\nrequests\n',
        'deps/more.txt': 'six\n',
        'deps/limits.txt': 'requests<3\nnot-wanted==1\n',
      },
      ['requirements.txt'],
    );
    assert.deepEqual(summary(job), ['six', 'requests <3', 'numpy']);
    assert.deepEqual(job.requirements[0]?.source, { file: 'deps/more.txt', line: 1 });
    assert.deepEqual(
      job.problems.map(({ code, file }) => `${code} ${file}`),
      ['recursive requirements.txt', 'unreadable deps/nothing.txt'],
    );
  });

  it('lets a constraints file that nothing names count only where all of them agree', async () => {
    const files = { 'requirements.txt': 'torch\nnumpy', 'constraints.txt': 'torch==2.8.0\nnumpy<2' };
    assert.deepEqual(summary(await readCheckout(files)), ['torch ==2.8.0', 'numpy <2']);
    const two = await readCheckout({ ...files, 'constraints-old.txt': 'torch==1.13.1' });
    assert.deepEqual(summary(two), ['torch', 'numpy <2']);
  });

  it('names what leads pip past the mirror, without its credentials and with variables unreplaced', async () => {
    const job = await readCheckout(
      {
        'requirements.txt': [
          '-i https://user:pa@ss@private.example/simple/',
          `--extra-index-url=https://\${TOKEN}@other.example/simple # why`,
          '--trusted-host private.example',
          '-f ./wheels',
          '--no-index',
          'six',
        ].join('\n'),
      },
      ['requirements.txt'],
      [],
      { TOKEN: 'secret' },
    );
    assert.deepEqual(
      job.bypasses.map(({ code, line, value }) => [code, line, value]),
      [
        ['requirements-index-url', 1, 'https://private.example/simple/'],
        ['requirements-extra-index-url', 2, 'https://other.example/simple'],
        ['requirements-trusted-host', 3, 'private.example'],
        ['requirements-find-links', 4, './wheels'],
        ['requirements-no-index', 5, '--no-index'],
      ],
    );
    assert.ok(!JSON.stringify(job).includes('secret'));
    assert.ok(!JSON.stringify(job).includes('pa@ss'));
  });

  it('leaves out what comes from elsewhere, and says why', async () => {
    const job = await readCheckout({
      'requirements.txt': [
        '-e .',
        '-e git+https://token@github.com/a/b.git#egg=Bee',
        'git+ssh://git@github.com/a/c.git@main',
        'pkg @ https://user:secret@files.example/pkg-1.0-py3-none-any.whl ; python_version > "3"',
        './dist/local-1.0-py3-none-any.whl',
        'https://files.example/other_pkg-2.0-py3-none-any.whl',
        'local @ file:///tmp/local',
      ].join('\n'),
    });
    assert.deepEqual(job.unchecked.map(({ project, why }) => `${project} ${why}`).sort(), [
      'bee vcs',
      'local path',
      'null path',
      'null path',
      'null vcs',
      'other-pkg url',
      'pkg url',
    ]);
    assert.deepEqual(job.requirements, []);
    assert.ok(!JSON.stringify(job).includes('secret') && !JSON.stringify(job).includes('token@'));
  });

  it('takes --pre, --only-binary and --no-binary for the whole run', async () => {
    const job = await readCheckout({
      'requirements.txt': 'a\n-r requirements/more.txt\n--only-binary :all:\n--no-binary C_c',
      'requirements/more.txt': 'b\n--pre\nc-c',
    });
    assert.deepEqual(
      job.requirements.map(({ project, prereleases, formats }) => [project, prereleases, formats]),
      [
        ['a', true, 'wheel'],
        ['b', true, 'wheel'],
        ['c-c', true, 'sdist'],
      ],
    );
  });

  it('turns whatever it cannot read into a problem with its place', async () => {
    const job = await readCheckout({
      'requirements.txt': `good\n=oops\nbad version==\n--frobnicate\n-r https://example.org/r.txt\n-r \${NOWHERE}/x.txt\n`,
      'requirements-binary.txt': Buffer.from([0x66, 0xff, 0xfe, 0x00]),
    });
    assert.deepEqual(summary(job), ['good']);
    assert.deepEqual(job.problems.map(({ code, file, line }) => `${code} ${file}:${line}`).sort(), [
      'invalid-requirement requirements.txt:2',
      'invalid-requirement requirements.txt:3',
      'not-text requirements-binary.txt:0',
      'remote-file requirements.txt:5',
      'unknown-option requirements.txt:4',
      'unset-variable requirements.txt:6',
    ]);
  });

  it('reads UTF-16 with a byte-order mark, as pip does', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'reqs-'));
    await writeFile(join(workspace, 'requirements.txt'), Buffer.from('\ufeffsix==1.17.0\r\n', 'utf16le'));
    const job = await readRequirements({ patterns: ['*.txt'], packages: [], workspace }, null);
    await rm(workspace, { recursive: true });
    assert.deepEqual(summary(job), ['six ==1.17.0']);
  });
});

describe('the packages input', () => {
  it('adds to what the files name; the same requirement counts once', async () => {
    const job = await readCheckout({ 'requirements.txt': 'six==1.17.0' }, undefined, [
      'SIX == 1.17.0',
      'torch==2.8.0+cu128',
      'win; sys_platform=="win32"',
      '!!',
    ]);
    assert.deepEqual(summary(job), ['six ==1.17.0', 'torch ==2.8.0+cu128']);
    assert.deepEqual(
      job.problems.map(({ code, file, line }) => [code, file, line]),
      [['invalid-requirement', 'packages', 4]],
    );
  });

  it('keeps every marker that it cannot judge without an interpreter', async () => {
    const job = await readRequirements(
      { patterns: [], packages: ['a; sys_platform == "win32"', 'b; extra == "x"'], workspace: tmpdir() },
      null,
    );
    assert.deepEqual(summary(job), ['a']);
  });
});

describe('links in the checkout', () => {
  it('neither hang the search nor lead out of it', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'reqs-'));
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await writeFile(join(outside, 'requirements.txt'), 'outside');
    await writeFile(join(workspace, 'base.txt'), 'inside');
    await symlink(workspace, join(workspace, 'loop'));
    await symlink(outside, join(workspace, 'away'));
    await symlink(join(outside, 'requirements.txt'), join(workspace, 'requirements-away.txt'));
    await symlink(join(workspace, 'base.txt'), join(workspace, 'requirements-link.txt'));
    await symlink('/dev/zero', join(workspace, 'requirements-zero.txt'));
    const job = await readRequirements({ patterns: ['**/requirements*.txt'], packages: [], workspace }, null);
    await rm(workspace, { recursive: true });
    await rm(outside, { recursive: true });
    assert.deepEqual(job.files, ['requirements-link.txt']);
    assert.deepEqual(summary(job), ['inside']);
  });
});

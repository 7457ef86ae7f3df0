/** Every lock format says the same of the same project: versions, markers, hashes, other indexes. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { JobRequirements } from '../../../src/model/requirement.ts';
import { createCollection } from '../../../src/plan/requirements/collection.ts';
import { readPdmLock } from '../../../src/plan/requirements/pdm-lock.ts';
import { readPipfile, readPipfileLock } from '../../../src/plan/requirements/pipfile.ts';
import { readPoetryLock } from '../../../src/plan/requirements/poetry-lock.ts';
import { readPylock } from '../../../src/plan/requirements/pylock.ts';
import { readRequirements } from '../../../src/plan/requirements/read-requirements.ts';
import { readUvLock } from '../../../src/plan/requirements/uv-lock.ts';

const LOCKS = join(import.meta.dirname, 'locks');

function interpreter(python: string, platform: string) {
  return {
    python_version: python,
    python_full_version: `${python}.4`,
    implementation_version: `${python}.4`,
    implementation_name: 'cpython',
    platform_python_implementation: 'CPython',
    sys_platform: platform,
    os_name: platform === 'win32' ? 'nt' : 'posix',
    platform_system: platform === 'win32' ? 'Windows' : 'Linux',
    platform_machine: 'x86_64',
  };
}

async function readLock(file: string, markers = interpreter('3.12', 'linux')): Promise<JobRequirements> {
  return readRequirements({ patterns: [file], packages: [], workspace: LOCKS }, { markers });
}

function names({ requirements }: JobRequirements): readonly string[] {
  return requirements.map(({ project }) => project).sort();
}

/** What every tool installs of `httpx[socks]` and `iniconfig` on Linux with Python 3.12 … */
const EVERYWHERE = [
  'anyio',
  'certifi',
  'h11',
  'httpcore',
  'httpx',
  'idna',
  'iniconfig',
  'socksio',
  'typing-extensions',
];

/** … and what one of them adds: an older httpx, or the development group that `uv export` takes in. */
const WRITTEN: readonly (readonly [file: string, added: readonly string[]])[] = [
  ['uv/uv.lock', []],
  ['poetry/poetry.lock', ['sniffio']],
  ['pdm/pdm.lock', []],
  ['pylock/pylock.toml', ['six']],
];

describe('lock files that the tools wrote', () => {
  for (const [file, added] of WRITTEN) {
    it(`${file}: the pins of this interpreter, without development groups`, async () => {
      const job = await readLock(file);
      const expected = [...EVERYWHERE, ...added];
      assert.deepEqual(names(job), expected.sort());
      assert.deepEqual(names(await readLock(file, interpreter('3.12', 'win32'))), [...expected, 'colorama'].sort());
      const old = names(await readLock(file, interpreter('3.10', 'linux')));
      assert.deepEqual(old, [...expected, 'exceptiongroup', 'tomli'].sort());
      assert.deepEqual(job.problems, []);
      assert.deepEqual(job.unchecked, []);
    });

    it(`${file}: each pin with the sha256 of each of its files by name`, async () => {
      const job = await readLock(file);
      const h11 = job.requirements.find(({ project }) => project === 'h11');
      const digests = [
        '4e35b956cf45792e4caa5885e69fba00bdbc6ffafbfa020300e549b208ee5ff1',
        '63cf8bbe7522de3bf65932fda1d9c2772064ffb3dae62d55932da54b31cb6c86',
      ];
      assert.equal(h11?.raw, 'h11==0.16.0');
      assert.deepEqual([...(h11?.hashes.sha256 ?? [])].sort(), digests);
      const locked = job.hashes.get('h11')?.map(({ filename, version }) => `${filename} ${version}`);
      assert.deepEqual(locked?.sort(), ['h11-0.16.0-py3-none-any.whl 0.16.0', 'h11-0.16.0.tar.gz 0.16.0']);
    });
  }

  it('Pipfile.lock: pins with hashes but no file names, and what is not pinned as it is', async () => {
    const job = await readLock('pipenv/Pipfile.lock');
    // Pipenv leaves out the marker of a package that is not for the platform it locks on.
    assert.deepEqual(names(job), [...EVERYWHERE, 'colorama'].sort());
    assert.equal(job.requirements.find(({ project }) => project === 'colorama')?.specifier, '');
    assert.equal(job.requirements.find(({ project }) => project === 'h11')?.specifier, '==0.16.0');
    assert.equal(job.hashes.get('h11')?.length, 2);
    assert.ok(job.hashes.get('h11')?.every(({ filename }) => filename === null));
    assert.deepEqual([job.problems, job.bypasses], [[], []]);
  });

  it('pylock.toml of pip: pins with the one file that it chose', async () => {
    const job = await readLock('pylock/pylock.pip.toml');
    assert.deepEqual(names(job), ['anyio', 'certifi', 'h11', 'httpcore', 'httpx', 'idna', 'six', 'typing-extensions']);
    assert.deepEqual(
      job.hashes.get('six')?.map(({ filename }) => filename),
      ['six-1.17.0-py2.py3-none-any.whl'],
    );
  });

  it('says where each would download from, whatever the variables say', async () => {
    const bypasses = async (file: string) =>
      (await readLock(file)).bypasses.map(({ code, value }) => `${code} ${value}`);
    assert.deepEqual(await bypasses('uv/uv.lock'), ['uv-lock-index https://pypi.org/simple']);
    assert.deepEqual(await bypasses('pylock/pylock.toml'), ['pylock-index https://files.pythonhosted.org']);
    assert.deepEqual(await bypasses('poetry/poetry.lock'), []);
    assert.deepEqual(await bypasses('pdm/pdm.lock'), []);
  });

  it('knows sizes and upload times where the lock does', async () => {
    for (const file of ['uv/uv.lock', 'pylock/pylock.toml']) {
      const wheel = (await readLock(file)).hashes.get('anyio')?.find(({ filename }) => filename?.endsWith('.whl'));
      assert.equal(wheel?.size, 134521, file);
      assert.equal(wheel?.uploadTime, Date.UTC(2026, 10, 1, 11, 20, 5), file);
    }
  });
});

const DIGEST = 'ab'.repeat(32);

async function collect(read: (collection: ReturnType<typeof createCollection>) => void | Promise<void>) {
  const collection = createCollection(interpreter('3.12', 'linux'));
  await read(collection);
  const job = collection.result([]);
  return {
    ...job,
    wanted: job.requirements.map(({ project, specifier }) => `${project}${specifier}`),
    left: job.unchecked.map(({ project, why }) => `${project} ${why}`),
    ways: job.bypasses.map(({ code, value }) => `${code} ${value}`),
  };
}

describe('uv.lock', () => {
  const lock = `
version = 1
[[package]]
name = "app"
source = { editable = "." }
dependencies = [
  { name = "fork", version = "1.0", source = { registry = "https://pypi.org/simple" }, marker = "sys_platform == 'darwin'" },
  { name = "fork", version = "2.0", source = { registry = "https://pypi.org/simple" }, marker = "sys_platform == 'linux'" },
  { name = "torch" }, { name = "tool" }, { name = "lib" }, { name = "with-extra", extra = ["More"] }, { name = "tuna-locked" },
]
[package.dev-dependencies]
dev = [{ name = "only-dev" }]
[package.optional-dependencies]
gpu = [{ name = "only-gpu" }]
[[package]]
name = "fork"
version = "1.0"
source = { registry = "https://pypi.org/simple" }
[[package]]
name = "fork"
version = "2.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [{ name = "circle" }]
[[package]]
name = "circle"
version = "1"
source = { registry = "https://pypi.org/simple" }
dependencies = [{ name = "fork", version = "2.0", source = { registry = "https://pypi.org/simple" } }]
[[package]]
name = "torch"
version = "2.8.0+cu128"
source = { registry = "https://user:secret@download.pytorch.org/whl/cu128" }
wheels = [{ url = "https://download.pytorch.org/whl/cu128/torch-2.8.0%2Bcu128-cp312-cp312-linux_x86_64.whl", hash = "sha256:${DIGEST}" }]
[[package]]
name = "tool"
version = "1"
source = { git = "https://token@github.com/a/tool?rev=1#abc" }
[[package]]
name = "lib"
version = "1"
source = { directory = "libs/lib" }
[[package]]
name = "with-extra"
version = "1"
source = { registry = "https://pypi.org/simple" }
[package.optional-dependencies]
More = [{ name = "extra-of-it" }]
less = [{ name = "not-asked" }]
[[package]]
name = "tuna-locked"
version = "1"
source = { registry = "https://pypi.tuna.tsinghua.edu.cn/simple" }
[[package]]
name = "extra-of-it"
version = "1"
source = { registry = "https://pypi.org/simple" }
[[package]]
name = "only-dev"
version = "1"
source = { registry = "https://pypi.org/simple" }
`;

  it('follows dependencies by version, marker and extra, also in a circle', async () => {
    const found = await collect((collection) => readUvLock(lock, 'uv.lock', collection));
    assert.deepEqual(found.wanted.sort(), [
      'circle==1',
      'extra-of-it==1',
      'fork==2.0',
      'tuna-locked==1',
      'with-extra==1',
    ]);
  });

  it('leaves what comes from elsewhere, keeps its hashes, and shows no credentials', async () => {
    const found = await collect((collection) => readUvLock(lock, 'uv.lock', collection));
    assert.deepEqual(found.left.sort(), ['lib path', 'tool vcs', 'torch other-index']);
    assert.deepEqual(
      found.hashes.get('torch')?.map(({ filename }) => filename),
      ['torch-2.8.0+cu128-cp312-cp312-linux_x86_64.whl'],
    );
    assert.ok(!JSON.stringify([found.unchecked, found.bypasses]).match(/secret|token@/));
    assert.deepEqual(found.bypasses[1], {
      code: 'uv-lock-index',
      file: 'uv.lock',
      line: 32,
      value: 'https://download.pytorch.org/whl/cu128',
    });
  });
});

describe('poetry.lock', () => {
  it('reads version 1: categories, and all files in one table', async () => {
    const lock = `
[[package]]
name = "Six_One"
version = "1.0"
category = "main"
optional = false
[[package]]
name = "dev"
version = "1.0"
category = "dev"
[[package]]
name = "opt"
version = "1.0"
optional = true
[metadata]
lock-version = "1.1"
[metadata.files]
Six_One = [{file = "six_one-1.0.tar.gz", hash = "sha256:${DIGEST}"}]
`;
    const found = await collect((collection) => readPoetryLock(lock, 'poetry.lock', collection));
    assert.deepEqual(found.wanted, ['six-one==1.0']);
    assert.deepEqual(found.hashes.get('six-one')?.[0]?.filename, 'six_one-1.0.tar.gz');
  });

  it('reads markers of the main group alone, and sources of all kinds', async () => {
    const source = (type: string, url: string) => `[package.source]\ntype = "${type}"\nurl = "${url}"\n`;
    const lock = [
      '[[package]]\nname = "a"\nversion = "1"\ngroups = ["main", "dev"]\nmarkers = {main = "sys_platform == \'win32\'", dev = "sys_platform == \'linux\'"}\n',
      `[[package]]\nname = "b"\nversion = "1"\n${source('git', 'https://github.com/a/b.git')}`,
      `[[package]]\nname = "c"\nversion = "1"\n${source('legacy', 'https://u:secret@private.example/simple')}`,
      `[[package]]\nname = "d"\nversion = "1"\n${source('legacy', 'https://mirrors.aliyun.com/pypi/simple/')}`,
      `[[package]]\nname = "e"\nversion = "1"\n${source('file', 'dist/e.whl')}`,
    ].join('');
    const found = await collect((collection) => readPoetryLock(lock, 'poetry.lock', collection));
    assert.deepEqual(found.wanted, ['d==1']);
    assert.deepEqual(found.left, ['b vcs', 'c other-index', 'e path']);
    assert.deepEqual(found.ways, [
      'poetry-lock-source https://private.example/simple',
      'poetry-lock-source https://mirrors.aliyun.com/pypi/simple/',
    ]);
  });
});

describe('pdm.lock', () => {
  it('names the hosts of recorded addresses, in both shapes, and leaves repositories', async () => {
    const lock = `
[[package]]
name = "a"
version = "1"
files = [{url = "https://files.example/packages/a-1.tar.gz", hash = "sha256:${DIGEST}"}]
[[package]]
name = "b"
version = "2"
[[package]]
name = "c"
version = "3"
git = "https://github.com/a/c.git"
[[package]]
name = "d"
version = "4"
groups = ["test"]
[metadata.files]
"b 2" = [{url = "https://old.example/b-2.tar.gz", hash = "sha256:${DIGEST}"}]
`;
    const found = await collect((collection) => readPdmLock(lock, 'pdm.lock', collection));
    assert.deepEqual(found.wanted, ['a==1', 'b==2']);
    assert.deepEqual(found.left, ['c vcs']);
    assert.deepEqual(found.ways, ['pdm-lock-urls https://files.example', 'pdm-lock-urls https://old.example']);
    assert.deepEqual(found.hashes.get('b')?.[0]?.filename, 'b-2.tar.gz');
  });
});

describe('Pipfile and its lock', () => {
  const sources = [
    { name: 'pypi', url: 'https://pypi.org/simple', verify_ssl: true },
    { name: 'inner', url: 'https://user:secret@inner.example/simple', verify_ssl: true },
  ];

  it('keep indexes, repositories and paths apart', async () => {
    const lock = JSON.stringify({
      _meta: { sources },
      default: {
        a: { version: '==1', index: 'pypi', hashes: [`sha256:${DIGEST}`, 'sha256:short', 'md5:00'] },
        b: { version: '==1', index: 'inner' },
        c: { git: 'https://token@github.com/a/c.git', ref: 'x' },
        d: { path: '.', editable: true },
        e: { version: '==1', markers: "sys_platform == 'win32'" },
        f: { file: 'https://files.example/f.whl' },
      },
      develop: { g: { version: '==1' } },
    });
    const found = await collect((collection) => readPipfileLock(lock, 'Pipfile.lock', collection));
    assert.deepEqual(found.wanted, ['a==1']);
    assert.deepEqual(found.requirements[0]?.hashes, { sha256: [DIGEST] });
    assert.deepEqual(found.left, ['b other-index', 'c vcs', 'd path', 'f url']);
    assert.deepEqual(found.ways, ['pipfile-source https://inner.example/simple']);
    assert.ok(!JSON.stringify(found).match(/secret|token@/));
  });

  it('reads a Pipfile that is named among the requirements', async () => {
    const job = await readLock('pipenv/Pipfile');
    assert.deepEqual(
      job.requirements.map(({ raw }) => raw),
      ['httpx[socks]>=0.27', 'iniconfig'],
    );
    const found = await collect((collection) =>
      readPipfile(
        '[packages]\na = {version = "<2", extras = ["x"]}\nb = {git = "https://h.example/b"}\n',
        'Pipfile',
        collection,
      ),
    );
    assert.deepEqual([found.wanted, found.left], [['a<2'], ['b vcs']]);
  });
});

describe('pylock.toml', () => {
  it('leaves groups and extras that are not installed by default, and other sources', async () => {
    const wheel = `wheels = [{name = "x-1-py3-none-any.whl", url = "https://files.example/x.whl", hashes = {sha256 = "${DIGEST}"}}]`;
    const lock = `
lock-version = "1.0"
default-groups = ["Main"]
[[packages]]
name = "a"
version = "1"
marker = "'main' in dependency_groups"
${wheel}
[[packages]]
name = "b"
version = "1"
marker = "'test' in dependency_groups or 'all' in extras"
[[packages]]
name = "c"
vcs = {type = "git", url = "https://github.com/a/c.git", commit-id = "0"}
[[packages]]
name = "d"
archive = {url = "https://files.example/d.zip", hashes = {sha256 = "${DIGEST}"}}
[[packages]]
name = "e"
directory = {path = "."}
[[packages]]
name = "f"
version = "1"
index = "https://inner.example/simple"
`;
    const found = await collect((collection) => readPylock(lock, 'pylock.toml', collection));
    assert.deepEqual(found.wanted, ['a==1']);
    assert.deepEqual(found.left, ['c vcs', 'd url', 'e path', 'f other-index']);
    assert.equal(found.hashes.get('a')?.[0]?.filename, 'x-1-py3-none-any.whl');
  });
});

describe('lock files that are none', () => {
  it('are problems with their line, whatever is in them', async () => {
    const broken = await collect(async (collection) => {
      await readUvLock('a = [1,\n b', 'uv.lock', collection);
      readPipfileLock('{', 'Pipfile.lock', collection);
    });
    assert.deepEqual(
      broken.problems.map(({ code, file, line }) => `${code} ${file}:${line}`),
      ['syntax uv.lock:2', 'syntax Pipfile.lock:0'],
    );
    const strange =
      'package = 1\npackages = ["x", {name = 3}, {name = "a", version = 1, wheels = "no"}]\n[metadata]\nfiles = []\n';
    const odd = await collect(async (collection) => {
      for (const read of [readUvLock, readPoetryLock, readPdmLock, readPylock])
        await read(strange, 'x.lock', collection);
      for (const json of ['1', 'null', '[]', '{"default": [1], "_meta": {"sources": 3}}']) {
        readPipfileLock(json, 'Pipfile.lock', collection);
      }
    });
    assert.deepEqual(odd.wanted, []);
  });
});

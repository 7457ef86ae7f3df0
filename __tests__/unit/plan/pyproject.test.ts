/** Of a pyproject.toml exactly what pip would install counts. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { toSpecifier } from '../../../src/plan/requirements/poetry-constraint.ts';
import { readRequirements } from '../../../src/plan/requirements/read-requirements.ts';

const MARKERS = {
  python_version: '3.12',
  python_full_version: '3.12.4',
  sys_platform: 'linux',
  os_name: 'posix',
  platform_machine: 'x86_64',
};

async function readCheckout(files: Record<string, string>, patterns = ['**/pyproject.toml', '**/setup.cfg']) {
  const workspace = await mkdtemp(join(tmpdir(), 'pyproject-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(workspace, name)), { recursive: true });
      await writeFile(join(workspace, name), text);
    }
    const job = await readRequirements({ patterns, packages: [], workspace }, { markers: MARKERS });
    return {
      ...job,
      wanted: job.requirements.map(({ raw }) => raw),
      left: job.unchecked.map(({ project, why }) => `${project} ${why}`),
      ways: job.bypasses.map(({ code, line, value }) => `${code}:${line} ${value}`),
    };
  } finally {
    await rm(workspace, { recursive: true });
  }
}

describe('pyproject.toml', () => {
  it('wants the project’s own dependencies, not its extras, groups or itself', async () => {
    const found = await readCheckout({
      'pyproject.toml': `
[build-system]
requires = ["hatchling"]
[project]
name = "My.App"
dependencies = [
  "httpx>=0.27", "pywin32; sys_platform == 'win32'",
  "my-app[all]", "broken ==", "tool @ git+https://token@github.com/a/tool",
]
[project.optional-dependencies]
all = ["not-this"]
[dependency-groups]
dev = ["nor-this"]
`,
    });
    assert.deepEqual(found.wanted, ['httpx>=0.27']);
    assert.equal(found.requirements[0]?.source.line, 7);
    assert.deepEqual(found.left, ['tool vcs']);
    assert.deepEqual(
      found.problems.map(({ code, line, detail }) => `${code}:${line} ${detail}`),
      ['invalid-requirement:8 broken =='],
    );
    assert.ok(!JSON.stringify(found).includes('token@'));
  });

  it('names uv’s indexes, in pyproject.toml and in uv.toml beside it, and what they take from the mirror', async () => {
    const found = await readCheckout({
      'pyproject.toml': `
[project]
name = "app"
dependencies = ["torch", "inner", "mirrored", "local", "plain"]
[tool.uv]
extra-index-url = ["https://user:secret@extra.example/simple"]
[[tool.uv.index]]
name = "pytorch"
url = "https://download.pytorch.org/whl/cu128"
explicit = true
[[tool.uv.index]]
name = "tuna"
url = "https://pypi.tuna.tsinghua.edu.cn/simple"
default = true
[tool.uv.sources]
torch = [{ index = "pytorch", marker = "sys_platform == 'linux'" }]
Inner = { workspace = true }
mirrored = { index = "tuna" }
local = { path = "../local" }
`,
      'uv.toml': '[pip]\nindex-url = "https://other.example/simple"\nfind-links = ["./wheels"]\n',
    });
    assert.deepEqual(found.wanted, ['mirrored', 'plain']);
    assert.deepEqual(found.left, ['torch other-index', 'inner path', 'local path']);
    assert.deepEqual(found.ways, [
      'uv-extra-index-url:6 https://extra.example/simple',
      'uv-index:9 https://download.pytorch.org/whl/cu128',
      'uv-index:13 https://pypi.tuna.tsinghua.edu.cn/simple',
      'uv-index-url:2 https://other.example/simple',
      'uv-find-links:3 ./wheels',
    ]);
  });

  it('reads Poetry’s tables: constraints, extras, markers, alternatives by Python, sources', async () => {
    const found = await readCheckout({
      'pyproject.toml': `
[tool.poetry.dependencies]
python = "^3.10"
caret = "^1.2"
exact = "1.2.3"
extra = {version = "~2.1", extras = ["a", "b"]}
opt = {version = "*", optional = true}
win = {version = "*", platform = "win32"}
marked = {version = ">=1", markers = "sys_platform == 'linux'"}
by-python = [{version = "<2", python = "<3.9"}, {version = "^2", python = ">=3.9,<3.13"}]
repo = {git = "https://github.com/a/repo.git"}
inner = {version = "^1", source = "inner"}
odd = "not a version"
[[tool.poetry.source]]
name = "inner"
url = "https://inner.example/simple"
[[tool.pdm.source]]
name = "pypi"
url = "https://pdm.example/simple"
`,
    });
    assert.deepEqual(found.wanted, [
      'caret>=1.2,<2',
      'exact==1.2.3',
      'extra[a,b]>=2.1,<2.2',
      'marked>=1',
      'by-python>=2,<3',
    ]);
    assert.deepEqual(found.left, ['repo vcs', 'inner other-index']);
    assert.deepEqual(found.ways, [
      'poetry-source:16 https://inner.example/simple',
      'pdm-source:19 https://pdm.example/simple',
    ]);
    assert.deepEqual(
      found.problems.map(({ detail }) => detail),
      ['odd = not a version'],
    );
  });

  it('follows setuptools to the file that holds the dependencies', async () => {
    const found = await readCheckout({
      'lib/pyproject.toml':
        '[project]\nname = "x"\ndynamic = ["dependencies"]\n[tool.setuptools.dynamic]\ndependencies = {file = ["deps/run.txt"]}\n',
      'lib/deps/run.txt': 'six\n',
    });
    assert.deepEqual(found.wanted, ['six']);
    assert.equal(found.requirements[0]?.source.file, 'lib/deps/run.txt');
  });
});

describe('Poetry’s constraints', () => {
  const cases: Record<string, string | null> = {
    '^1.2.3': '>=1.2.3,<2',
    '^0.2.3': '>=0.2.3,<0.3',
    '^0.0.3': '>=0.0.3,<0.0.4',
    '^0.0': '>=0.0,<0.1',
    '^0': '>=0,<1',
    '^1!2.3': '>=1!2.3,<1!3',
    '~1.2.3': '>=1.2.3,<1.3',
    '~1.2': '>=1.2,<1.3',
    '~1': '>=1,<2',
    '~=1.4': '~=1.4',
    '1.2.*': '==1.2.*',
    '1.2.3': '==1.2.3',
    '=1.2': '==1.2',
    '*': '',
    '>=1, <2': '>=1,<2',
    '>=1 <2': '>=1,<2',
    '>= 1.0,!=1.5': '>=1.0,!=1.5',
    '<2 || >3': '',
    '^x': null,
    latest: null,
  };
  for (const [constraint, expected] of Object.entries(cases)) {
    it(`${constraint} is ${expected === null ? 'none' : `'${expected}'`}`, () => {
      assert.equal(toSpecifier(constraint), expected);
    });
  }
});

describe('setup.cfg', () => {
  it('wants install_requires, as configparser continues it', async () => {
    const found = await readCheckout({
      'setup.cfg': [
        '[metadata]',
        'install_requires = not-this',
        '[options]',
        'packages = find:',
        'install_requires =',
        '    requests>=2 # why',
        '    # a comment',
        "    pywin32; sys_platform == 'win32'",
        '',
        '    idna',
        'tests_require =',
        '    nor-this',
        '[options.extras_require]',
        'all = nor-that',
      ].join('\n'),
    });
    assert.deepEqual(found.wanted, ['requests>=2', 'idna']);
    assert.equal(found.requirements[0]?.source.line, 6);
    assert.deepEqual(found.problems, []);
  });

  it('splits the one line behind the key, and follows file:', async () => {
    assert.deepEqual((await readCheckout({ 'setup.cfg': '[options]\ninstall_requires = a>1; b\n' })).wanted, [
      'a>1',
      'b',
    ]);
    const found = await readCheckout({
      'setup.cfg': '[options]\ninstall_requires = file: base.txt, more.txt\n',
      'base.txt': 'six',
      'more.txt': 'idna',
    });
    assert.deepEqual(found.wanted, ['six', 'idna']);
  });
});

/** Each installer gets the choice in its own variables; what it cannot be told is reported, never dropped. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InstallerRequest } from '../../../src/decide/installers/installer.ts';
import { layVariables } from '../../../src/decide/installers/table.ts';
import { readInherited } from '../../../src/decide/variables.ts';
import type { Candidate } from '../../../src/model/candidate.ts';
import type { Decision } from '../../../src/model/decision.ts';
import { INSTALLERS, type Inputs, type Installer } from '../../../src/model/plan.ts';
import type { InputName } from '../../../src/plan/input-defaults.ts';
import { readInputs } from '../../../src/plan/read-inputs.ts';

function index(name: string, indexUrl: string, credentials: Candidate['credentials'] = null): Candidate {
  return { name, indexUrl, credentials, operator: name, family: name, origin: 'input', order: 0 };
}

const near = index('near', 'https://near.example/simple/');
const origin = index('pypi', 'https://pypi.org/simple/');
const company = index('company', 'https://pkgs.example/simple/', { username: 'u:1', password: 'p@ss' });

function decision(parts: Partial<Decision> = {}): Decision {
  return {
    mirror: near,
    extraIndexes: [],
    fallback: null,
    trustedHosts: [],
    why: { code: 'only-usable' },
    confirmedByPip: true,
    reused: false,
    ...parts,
  };
}

function inputs(given: Partial<Record<InputName, string>> = {}, changed: Partial<Inputs> = {}): Inputs {
  const read = readInputs((name) => given[name], '/work');
  assert.ok(read.ok, JSON.stringify(read));
  return { ...read.inputs, ...changed };
}

function lay(installers: readonly Installer[], parts: Partial<InstallerRequest> = {}) {
  return layVariables(installers, {
    decision: decision(),
    inputs: inputs(),
    inherited: {},
    ofPip: readInherited(parts.inherited ?? {}),
    files: [],
    ...parts,
  });
}

const codes = (laid: ReturnType<typeof lay>): string[] => laid.notices.map((notice) => notice.code);

test('each installer is told the chosen mirror in its own variable, and nothing else', () => {
  const expected: Record<Installer, object> = {
    pip: { PIP_INDEX_URL: near.indexUrl },
    uv: { UV_DEFAULT_INDEX: near.indexUrl },
    pdm: { PDM_PYPI_URL: near.indexUrl },
    pipenv: { PIPENV_PYPI_MIRROR: near.indexUrl },
    poetry: { POETRY_PYPI_MIRROR_URL: near.indexUrl },
  };
  for (const installer of INSTALLERS) assert.deepEqual(lay([installer]).variables, expected[installer], installer);
});

test('credentials are percent-encoded into the variable, but those of netrc stay in netrc', () => {
  for (const installer of INSTALLERS) {
    const [url] = Object.values(lay([installer], { decision: decision({ mirror: company }) }).variables);
    assert.equal(url, 'https://u%3A1:p%40ss@pkgs.example/simple/', installer);
    const fromNetrc = { ...company, credentials: { username: 'u:1', password: 'p@ss', origin: 'netrc' as const } };
    const [bare] = Object.values(lay([installer], { decision: decision({ mirror: fromNetrc }) }).variables);
    assert.equal(bare, 'https://pkgs.example/simple/', installer);
  }
});

test('pip and uv take files from the chosen mirror when there is a fallback', () => {
  const withFallback = { decision: decision({ fallback: origin }) };
  assert.deepEqual(lay(['pip'], withFallback).variables, {
    PIP_INDEX_URL: origin.indexUrl,
    PIP_EXTRA_INDEX_URL: near.indexUrl,
  });
  assert.deepEqual(lay(['uv'], withFallback).variables, {
    UV_DEFAULT_INDEX: origin.indexUrl,
    UV_INDEX_STRATEGY: 'unsafe-best-match',
    UV_INDEX: near.indexUrl,
  });
});

test('beside a private index uv never merges indexes, and says that the fallback is second best', () => {
  const laid = lay(['uv'], { decision: decision({ fallback: origin, extraIndexes: [company] }) });
  assert.equal(laid.variables.UV_INDEX_STRATEGY, undefined);
  assert.equal(laid.variables.UV_INDEX, 'https://u%3A1:p%40ss@pkgs.example/simple/ https://near.example/simple/');
  assert.deepEqual(codes(laid), ['installer-limit']);
});

test('installers with one index say which others they will not use', () => {
  for (const installer of ['pdm', 'pipenv', 'poetry'] as const) {
    const laid = lay([installer], { decision: decision({ fallback: origin, extraIndexes: [company] }) });
    const limits = laid.notices.flatMap((notice) => (notice.code === 'installer-limit' ? [notice.facts] : []));
    assert.deepEqual(limits, [
      { installer, what: 'extra-index', value: company.indexUrl },
      { installer, what: 'fallback', value: origin.indexUrl },
    ]);
  }
});

test('no decision without trusted hosts makes any installer trust a host', () => {
  const laid = lay(INSTALLERS, { decision: decision({ fallback: origin, extraIndexes: [company] }) });
  const loosened = Object.keys(laid.variables).filter((name) => /TRUST|INSECURE|VERIFY|CERT/.test(name));
  assert.deepEqual(loosened, []);
});

test('a trusted host is told in each installer’s own form, where it matters', () => {
  const trusted = { decision: decision({ trustedHosts: ['near.example'] }) };
  assert.equal(lay(['pip'], trusted).variables.PIP_TRUSTED_HOST, 'near.example');
  assert.equal(lay(['uv'], trusted).variables.UV_INSECURE_HOST, 'near.example');
  assert.equal(lay(['pdm'], trusted).variables.PDM_PYPI_VERIFY_SSL, 'false');
  assert.equal(lay(['pipenv'], trusted).variables.PIP_TRUSTED_HOST, 'near.example');
  assert.equal(lay(['poetry'], trusted).variables.POETRY_CERTIFICATES_PYPI_CERT, undefined);
  assert.ok(codes(lay(['poetry'], trusted)).includes('installer-limit'), 'Poetry has no variable for it');
  const other = { decision: decision({ trustedHosts: ['other.example', 'near.example:8443'] }) };
  assert.equal(lay(['pdm'], other).variables.PDM_PYPI_VERIFY_SSL, undefined);
  assert.equal(lay(['poetry'], other).variables.POETRY_CERTIFICATES_PYPI_CERT, undefined);
});

test('uv: host:443 becomes the only form that uv matches, and that it is wider is said', () => {
  const laid = lay(['uv'], { decision: decision({ trustedHosts: ['near.example:443'] }) });
  assert.equal(laid.variables.UV_INSECURE_HOST, 'https://near.example');
  assert.deepEqual(codes(laid), ['uv-insecure-wider']);
});

test('uv needs no trust for plain http, so that the certificate checks of that host stay on', () => {
  const mirror = index('plain', 'http://cache.example:8080/simple/');
  const laid = lay(['uv'], { decision: decision({ mirror, trustedHosts: ['cache.example:8080'] }) });
  assert.deepEqual(laid.variables, { UV_DEFAULT_INDEX: mirror.indexUrl });
});

test('the CA file reaches every installer; for uv it is said that it replaces all roots', () => {
  const withCa = { inputs: inputs({}, { caBundle: '/etc/ca.pem' }) };
  assert.equal(lay(['pip'], withCa).variables.PIP_CERT, '/etc/ca.pem');
  assert.equal(lay(['pipenv'], withCa).variables.PIP_CERT, '/etc/ca.pem');
  assert.equal(lay(['pdm'], withCa).variables.SSL_CERT_FILE, '/etc/ca.pem');
  assert.equal(lay(['poetry'], withCa).variables.POETRY_CERTIFICATES_PYPI_CERT, '/etc/ca.pem');
  const uv = lay(['uv'], withCa);
  assert.equal(uv.variables.SSL_CERT_FILE, '/etc/ca.pem');
  assert.deepEqual(codes(uv), ['uv-roots-replaced']);
});

test('values of the job are kept and listed, or replaced and listed, never with their secrets', () => {
  const inherited = {
    UV_INDEX: 'team=https://me:secret@team.example/simple/',
    UV_DEFAULT_INDEX: 'https://me:secret@old.example/simple/',
    PDM_PYPI_URL: 'https://old.example/simple/',
    PIP_EXTRA_INDEX_URL: 'https://me:secret@team.example/simple/',
  };
  const laid = lay(['pip', 'uv', 'pdm'], { inherited });
  assert.equal(laid.variables.UV_INDEX, inherited.UV_INDEX);
  assert.equal(laid.variables.PIP_EXTRA_INDEX_URL, inherited.PIP_EXTRA_INDEX_URL);
  assert.deepEqual(codes(laid).sort(), ['inherited-kept', 'inherited-replaced', 'inherited-replaced']);
  assert.doesNotMatch(JSON.stringify(laid.notices), /secret/);
});

test('uv.lock in any folder is named, because a mirror cannot reach it', () => {
  const laid = lay(['uv'], { files: ['app/uv.lock', 'uv.lock', 'notuv.lock'] });
  assert.deepEqual(
    laid.notices.map((notice) => notice.facts),
    [{ file: 'app/uv.lock' }, { file: 'uv.lock' }],
  );
});

test('offline: pip, Pipenv and uv stay with the wheelhouse; PDM and Poetry say that they cannot', () => {
  const offline = { inputs: inputs({ policy: 'offline', wheelhouse: '/work/wheels' }) };
  assert.deepEqual(lay(['pip'], offline).variables, { PIP_NO_INDEX: '1', PIP_FIND_LINKS: '/work/wheels' });
  assert.deepEqual(lay(['pipenv'], offline).variables, { PIP_NO_INDEX: '1', PIP_FIND_LINKS: '/work/wheels' });
  assert.deepEqual(lay(['uv'], offline).variables, { UV_OFFLINE: '1', UV_FIND_LINKS: '/work/wheels' });
  for (const installer of ['pdm', 'poetry'] as const) {
    const laid = lay([installer], offline);
    assert.deepEqual(laid.variables, {});
    assert.deepEqual(codes(laid), ['installer-limit']);
  }
});

test('a wheelhouse with blanks in its path survives pip’s splitting, also on Windows', () => {
  const wheelhouse = (path: string) => ({
    inputs: inputs({ policy: 'offline', wheelhouse: '/x' }, { wheelhouse: path }),
  });
  assert.equal(lay(['pip'], wheelhouse('/my wheels/a%b')).variables.PIP_FIND_LINKS, 'file:///my%20wheels/a%25b');
  assert.equal(lay(['pip'], wheelhouse('D:\\my wheels')).variables.PIP_FIND_LINKS, 'file:///D:/my%20wheels');
});

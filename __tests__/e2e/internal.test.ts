/** `policy: internal` on servers that want credentials and forward: nothing reaches a public host, and no secret strays. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Fault } from '../lab/fault.ts';
import { wantsCredentials } from '../lab/faults/access.ts';
import { redirectTo } from '../lab/faults/redirect.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { project } from '../lab/project.ts';
import { type ActionResult, makeFolders, runAction } from '../lab/run-action.ts';
import { runPip } from '../lab/run-pip.ts';

const USER = 'build:bot';
const PASSWORD = 'p@ss/w0rd%';
const LOGIN = `${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}`;

let lab: Lab;
let nexus: Mirror;
/** What public hosts would be, were they asked. */
let trap: Mirror;

before(async () => {
  lab = await startLab();
  trap = await lab.mirror({ name: 'trap', host: 'pypi.org' });
  lab.names.add('files.pythonhosted.org', '127.0.0.1');
  // GitLab and pypiserver send what they lack to PyPI.
  const forwards: Fault = {
    name: 'forwards what it lacks',
    answer: async (request, next) => {
      const answer = await next();
      return answer.status === 404 ? (redirectTo(trap.origin).answer?.(request, next) ?? answer) : answer;
    },
  };
  nexus = await lab.mirror({
    name: 'nexus',
    host: 'nexus.test',
    projects: lab.projects.filter(({ name }) => name !== 'certifi'),
    faults: [wantsCredentials(USER, PASSWORD), forwards],
  });
});
after(() => lab.close());
beforeEach(() => {
  trap.clearLog();
  nexus.clearLog();
});

const withLogin = (mirror: Mirror): string => mirror.indexUrl.replace('://', `://${LOGIN}@`);

function internal(
  inputs: Record<string, string>,
  requirements = 'six\nidna\n',
  changes: Record<string, string | undefined> = {},
): Promise<ActionResult> {
  const folders = makeFolders(lab.folder);
  writeFileSync(join(folders.workspace, 'requirements.txt'), requirements);
  return runAction({ env: lab.environment(changes), folders, inputs: { policy: 'internal', cache: 'off', ...inputs } });
}

const reasonsOf = async (ran: ActionResult): Promise<string[]> => {
  const { readFile } = await import('node:fs/promises');
  return JSON.parse(await readFile(ran.outputs.report ?? '', 'utf8')).mirrors[0].reasons;
};

describe('a forwarding server with a private CA and credentials', () => {
  it('is chosen; that it forwards is told; not one connection reaches the public host', async () => {
    const ran = await internal({ mirrors: withLogin(nexus), 'ca-bundle': lab.rootPem }, 'six\n', {
      PIP_CERT: undefined,
    });
    assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
    assert.deepEqual(ran.env, { PIP_INDEX_URL: withLogin(nexus), PIP_CERT: lab.rootPem });
    assert.match(ran.stdout, /forwards to pypi\.org/);
    assert.equal(trap.connections.length, 0);

    const pip = await runPip({ env: ran.later, args: ['download', '--dest', lab.temporary('dest'), 'six', 'idna'] });
    assert.equal(pip.exitCode, 0, pip.stderr);
    assert.ok(nexus.files().length >= 2);
  });

  it('lacks a requirement that it would fetch from the public host: it is not counted as having it', async () => {
    const ran = await internal({ mirrors: withLogin(nexus) }, 'six\ncertifi\n');
    assert.equal(trap.connections.length, 0);
    assert.match(ran.stdout, /certifi/);
  });

  it('keeps public indexes out that the job’s variables or its pip.conf name', async () => {
    const config = join(lab.temporary('conf'), 'pip.conf');
    writeFileSync(config, `[global]\nextra-index-url = ${trap.indexUrl}\n`);
    for (const changes of [{ PIP_EXTRA_INDEX_URL: trap.indexUrl }, { PIP_CONFIG_FILE: config }]) {
      const ran = await internal({ mirrors: withLogin(nexus) }, 'six\n', changes);
      assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
      const pip = await runPip({ env: ran.later, args: ['download', '--dest', lab.temporary('dest'), 'six'] });
      assert.equal(pip.exitCode, 0, pip.stderr);
      assert.equal(trap.connections.length, 0, JSON.stringify(changes));
    }
  });

  it('has files on a public host: it is refused, and the host not contacted', async () => {
    const mirror = await lab.mirror({ name: 'links', host: 'links.test', filesAt: trap });
    const ran = await internal({ mirrors: mirror.indexUrl }, 'six\n', { PIP_NO_DEPS: '1' });
    assert.equal(ran.exitCode, 1);
    assert.deepEqual(await reasonsOf(ran), ['file-host-not-allowed']);
    assert.equal(trap.connections.length, 0);
  });
});

describe('credentials', () => {
  it('from netrc are used by the action and by pip, and written nowhere', async () => {
    const netrc = join(lab.temporary('netrc'), 'netrc');
    writeFileSync(netrc, `machine nexus.test login ${USER} password ${PASSWORD}\n`, { mode: 0o600 });
    const ran = await internal({ mirrors: nexus.indexUrl }, 'six\n', { NETRC: netrc });
    assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
    assert.deepEqual(ran.env, { PIP_INDEX_URL: nexus.indexUrl });
    const pip = await runPip({ env: ran.later, args: ['download', '--dest', lab.temporary('dest'), 'six'] });
    assert.equal(pip.exitCode, 0, pip.stderr);
  });

  it('go to their own host and scheme, never across a redirect, never to another port or over http', async () => {
    const other = await lab.mirror({ name: 'other', host: 'other.test' });
    const plain = await lab.mirror({ name: 'plain', host: 'nexus.test', scheme: 'http' });
    for (const target of [other, plain]) {
      const front = await lab.mirror({
        name: 'front',
        host: 'nexus.test',
        faults: [wantsCredentials(USER, PASSWORD), redirectTo(target.origin)],
      });
      await internal({ mirrors: withLogin(front), confirm: 'false' }, 'six\n');
      assert.ok(front.requests.some(({ headers }) => headers.authorization !== undefined));
      assert.ok(target.requests.length > 0, `${target.name} was asked`);
      assert.ok(target.requests.every(({ headers }) => headers.authorization === undefined));
    }
  });

  it('that are missing (401) are told from access that is denied (403)', async () => {
    const denied: Fault = { name: 'denied', answer: () => ({ status: 403, headers: {}, body: Buffer.from('no') }) };
    const forbidden = await lab.mirror({ name: 'forbidden', host: 'forbidden.test', faults: [denied] });
    assert.deepEqual(await reasonsOf(await internal({ mirrors: nexus.indexUrl })), ['auth-required']);
    assert.deepEqual(await reasonsOf(await internal({ mirrors: forbidden.indexUrl })), ['http-403']);
  });
});

describe('plain http inside', () => {
  it('only where trusted-hosts names the host', async () => {
    const plain = await lab.mirror({ name: 'cache', host: 'cache.test', scheme: 'http' });
    const refused = await internal({ mirrors: plain.indexUrl }, 'six\n');
    assert.equal(refused.exitCode, 1);
    assert.deepEqual(await reasonsOf(refused), ['plain-http']);
    const ran = await internal({ mirrors: plain.indexUrl, 'trusted-hosts': `cache.test:${plain.port}` }, 'six\n');
    assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
    assert.equal(ran.env.PIP_TRUSTED_HOST, `cache.test:${plain.port}`);
  });
});

describe('names on a private and on a public index', () => {
  it('are told before pip merges them, with the index that pip would take them from', async () => {
    const tool = (version: string) => project('company-tool', [{ version }]);
    const team = await lab.mirror({ name: 'team', host: 'team.test', projects: [tool('1.2')] });
    const open = await lab.mirror({ name: 'open', host: 'open.test', projects: [...lab.projects, tool('99.0')] });
    const folders = makeFolders(lab.folder);
    writeFileSync(join(folders.workspace, 'requirements.txt'), 'six\ncompany-tool\n');
    const ran = await runAction({
      env: lab.environment(),
      folders,
      inputs: { mirrors: `open=${open.indexUrl}`, 'extra-index-urls': `team=${team.indexUrl}`, cache: 'off' },
    });
    const [error] = ran.commands.filter(({ name }) => name === 'error');
    assert.match(error?.properties.title ?? '', /company-tool/);
    assert.match(error?.message ?? '', /open/);
    const pip = await runPip({ env: ran.later, args: ['download', '--dest', lab.temporary('dest'), 'company-tool'] });
    assert.match(pip.stdout, /company_tool-99\.0/, 'pip does as we said');
  });

  it('are looked for with each page asked once, over one connection to each index', async () => {
    const names = ['alpha', 'beta', 'gamma', 'delta'];
    const projects = names.map((name) => project(name, [{ version: '1.0' }]));
    const team = await lab.mirror({ name: 'team', host: 'once.test', projects });
    const held = await lab.mirror({ name: 'held', host: 'held.test', projects });
    const open = await lab.mirror({ name: 'open', host: 'open.test', projects: [...lab.projects, ...projects] });
    const folders = makeFolders(lab.folder);
    writeFileSync(join(folders.workspace, 'requirements.txt'), ['six', ...names, 'nowhere'].join('\n'));
    const ran = await runAction({
      // Another index that stays in force, and a pip that asks nothing of its own.
      env: lab.environment({ PIP_EXTRA_INDEX_URL: held.indexUrl }),
      folders,
      inputs: {
        mirrors: open.indexUrl,
        'extra-index-urls': team.indexUrl,
        cache: 'off',
        confirm: 'false',
        fallback: 'none',
      },
    });
    assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
    for (const name of names) assert.match(ran.stdout, new RegExp(`${name}.*${team.host}`));
    for (const mirror of [team, held, open]) {
      const pages = mirror.requests.filter(({ kind }) => kind === 'page').map(({ url }) => url);
      assert.deepEqual([...new Set(pages)], pages, mirror.name);
      assert.ok(pages.length >= names.length, mirror.name);
      assert.equal(mirror.connections.length, 1, mirror.name);
    }
  });
});

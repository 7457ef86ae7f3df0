/**
 * Credentials planted in every place that accepts them (URLs of mirrors, second indexes, lock and requirements files,
 * netrc, pip.conf, variables, proxies, webhooks, tokens) appear in no output of any mode, at debug level, in any form.
 *
 * The only exceptions, which later steps need: exported variables and the outputs `index-url`, `extra-index-url` and
 * `pip-args` hold an index with its credentials, and so does what `--shell` prints and what `-- command` is started
 * with. Of these the runner is told to mask every secret before.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CacheService, startCacheService } from '../lab/cache-service.ts';
import type { Fault } from '../lab/fault.ts';
import { wantsCredentials } from '../lab/faults/access.ts';
import { redirectTo } from '../lab/faults/redirect.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import type { LabProxy } from '../lab/proxy.ts';
import { type ActionResult, makeFolders, type RunnerFolders, runAction } from '../lab/run-action.ts';
import { type Ran, runProcess } from '../lab/run-process.ts';
import { openReceiver, type Receiver } from '../receivers/receiver.ts';
import { assertNoneIn, basic, filesBelow, inUrl, masked, type Planted, plant, shownLog, userInfo } from './planted.ts';

const CLI = resolve(import.meta.dirname, '..', '..', 'src', 'cli.ts');

const S = {
  mirror: plant('mirror'),
  late: plant('late mirror'),
  echo: plant('echoing mirror'),
  moved: plant('moving mirror'),
  location: plant('Location'),
  netrc: plant('netrc'),
  extra: plant('extra-index-urls'),
  inheritedExtra: plant('PIP_EXTRA_INDEX_URL'),
  inheritedIndex: plant('PIP_INDEX_URL'),
  inheritedUv: plant('UV_INDEX'),
  findLinks: plant('PIP_FIND_LINKS'),
  pipConf: plant('pip.conf'),
  proxy: plant('proxy'),
  requirements: plant('requirements'),
  direct: plant('direct requirement'),
  pyproject: plant('pyproject'),
  pipfile: plant('Pipfile'),
  uvLock: plant('uv.lock'),
  wecom: plant('wecom'),
  dingtalk: plant('dingtalk'),
  dingtalkSecret: plant('dingtalk-secret'),
  feishu: plant('feishu'),
  feishuSecret: plant('feishu-secret'),
  slack: plant('slack'),
  webhook: plant('webhook'),
  webhookSecret: plant('webhook-secret'),
  token: plant('github-token'),
} as const;
const ALL: readonly Planted[] = Object.values(S);

/** Variables and outputs that hold an index as installers need it. */
const CARRIERS =
  /^(PIP_(INDEX_URL|EXTRA_INDEX_URL|FIND_LINKS)|UV_(DEFAULT_)?INDEX|UV_FIND_LINKS|PDM_PYPI_URL|PIPENV_PYPI_MIRROR|POETRY_PYPI_MIRROR_URL|index-url|extra-index-url|pip-args)$/;

let lab: Lab;
let near: Mirror;
let extra: Mirror;
let mirrors: string;
let proxy: LabProxy;
let receiver: Receiver;
let service: CacheService;
let uploads: Mirror[];

before(async () => {
  lab = await startLab();
  const asks = ({ user, secret }: Planted): Fault => wantsCredentials(user, secret);
  near = await lab.mirror({ name: 'near', host: 'near.test', faults: [asks(S.mirror)] });
  extra = await lab.mirror({ name: 'extra', host: 'extra.test', faults: [asks(S.extra)] });
  const late = await lab.mirror({ name: 'late', host: 'late.test', certificate: { notAfter: -1 } });
  const other = await lab.mirror({ name: 'other', host: 'other.test', faults: [asks(S.netrc)], link: { rttMs: 60 } });
  // Says in words and headers what it was sent.
  const echo = await lab.mirror({
    name: 'echo',
    host: 'echo.test',
    faults: [
      {
        name: 'echo',
        answer: ({ headers }) => ({
          status: 403,
          headers: { 'x-request-id': String(headers.authorization), 'content-type': 'text/html' },
          body: Buffer.from(`<p>${headers.authorization} ${S.echo.user} ${S.echo.secret} may not come in`),
        }),
      },
    ],
  });
  const moved = await lab.mirror({
    name: 'moved',
    host: 'moved.test',
    faults: [redirectTo(inUrl(other.origin, S.location))],
  });
  uploads = [near, extra, late, other, echo, moved];
  proxy = await lab.proxy({ host: 'proxy.test', credentials: { username: S.proxy.user, password: S.proxy.secret } });
  receiver = await openReceiver(() => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"errcode":0,"code":0}',
  }));
  service = await startCacheService('v2');
  mirrors = [
    `near=${inUrl(near.indexUrl, S.mirror)}`,
    `late=${inUrl(late.indexUrl, S.late)}`,
    `echo=${inUrl(echo.indexUrl, S.echo)}`,
    `moved=${inUrl(moved.indexUrl, S.moved)}`,
    `other=${other.indexUrl}`,
  ].join('\n');
});
after(async () => {
  await service.close();
  await receiver[Symbol.asyncDispose]();
  await lab.close();
});

/** A job whose files, variables and settings are full of secrets. */
function job(): { folders: RunnerFolders; env: Record<string, string>; home: string } {
  const folders = makeFolders(lab.folder);
  const at = (planted: Planted, path = '/simple/'): string => inUrl(`https://private.test${path}`, planted);
  const write = (name: string, text: string): void => writeFileSync(join(folders.workspace, name), text);
  write('requirements.txt', `--extra-index-url ${at(S.requirements)}\nsix\nidna\n`);
  write('requirements-direct.txt', `direct @ ${at(S.direct, '/direct-1.0-py3-none-any.whl')}\n`);
  write(
    'pyproject.toml',
    `[project]\nname = "job"\nversion = "1"\ndependencies = ["six"]\n[[tool.uv.index]]\nname = "own"\nurl = "${at(S.pyproject)}"\n`,
  );
  write('Pipfile', `[[source]]\nname = "own"\nurl = "${at(S.pipfile)}"\nverify_ssl = true\n[packages]\nsix = "*"\n`);
  write(
    'uv.lock',
    `version = 1\n[[package]]\nname = "six"\nversion = "1.1"\nsource = { registry = "${at(S.uvLock)}" }\nsdist = { url = "${at(S.uvLock, '/six-1.1.tar.gz')}", hash = "sha256:${'0'.repeat(64)}" }\n`,
  );
  const home = lab.temporary('secret-home');
  writeFileSync(join(home, 'netrc'), `machine other.test login ${S.netrc.user} password ${S.netrc.secret}\n`, {
    mode: 0o600,
  });
  writeFileSync(join(home, 'pip.conf'), `[global]\nextra-index-url = ${at(S.pipConf).replaceAll('%', '%%')}\n`);
  const env = {
    ...lab.environment({
      NETRC: join(home, 'netrc'),
      PIP_CONFIG_FILE: join(home, 'pip.conf'),
      PIP_INDEX_URL: at(S.inheritedIndex),
      PIP_EXTRA_INDEX_URL: at(S.inheritedExtra),
      PIP_FIND_LINKS: at(S.findLinks, '/wheels/'),
      UV_INDEX: `own=${at(S.inheritedUv)}`,
      HTTPS_PROXY: proxy.url.replace('://', `://${userInfo(S.proxy)}@`),
      NO_PROXY: '127.0.0.1',
      ...service.env,
    }),
  };
  return { folders, env, home };
}

const alerts = (): string => {
  const hook = (planted: Planted, path: string): string =>
    `${receiver.origin}${path}${encodeURIComponent(planted.secret)}`;
  return [
    `wecom=${hook(S.wecom, '/cgi-bin/webhook/send?key=')}`,
    `dingtalk=${hook(S.dingtalk, '/robot/send?access_token=')}`,
    `dingtalk-secret=${S.dingtalkSecret.secret}`,
    `feishu=${hook(S.feishu, '/open-apis/bot/v2/hook/')}`,
    `feishu-secret=${S.feishuSecret.secret}`,
    `slack=${hook(S.slack, '/services/')}`,
    `webhook=${hook(S.webhook, '/hook?token=')}`,
    `webhook-secret=${S.webhookSecret.secret}`,
  ].join('\n');
};

interface Told {
  readonly ran: ActionResult;
  readonly post: ActionResult;
}

/** Runs a mode at debug level, main and post, and looks everywhere. */
async function tellsNothing(inputs: Record<string, string>): Promise<Told> {
  const { folders, env } = job();
  mkdirSync(join(folders.workspace, 'wheels'), { recursive: true });
  const own = new Set(filesBelow(folders.workspace, () => false).keys());
  const ran = await runAction({
    env,
    folders,
    runner: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true', ACTIONS_RUNNER_DEBUG: 'true' },
    inputs: {
      mirrors,
      'extra-index-urls': `team=${inUrl(extra.indexUrl, S.extra)}`,
      'github-token': S.token.secret,
      alerts: alerts(),
      'metrics-file': 'metrics.prom',
      'report-file': 'told/report.json',
      installers: 'pip,uv,pdm,pipenv,poetry',
      ...inputs,
    },
    timeoutMs: 100_000,
  });
  const post = await ran.post();
  for (const [name, step] of [
    ['main', ran],
    ['post', post],
  ] as const) {
    assertNoneIn(shownLog(step), `the log of ${name}`, ALL);
    assertNoneIn(step.stderr, `standard error of ${name}`, ALL);
    assertNoneIn(step.summary, `the summary of ${name}`, ALL);
    assertNoneIn(JSON.stringify(step.state), `the state of ${name}`, ALL);
    for (const [key, value] of Object.entries({ ...step.env, ...step.outputs })) {
      assertNoneIn(CARRIERS.test(key) ? masked(ran, value) : value, `${key} of ${name}`, ALL);
    }
  }
  const isOurs = (path: string): boolean => own.has(path) || path.includes('_runner_file_commands-');
  for (const folder of Object.values(folders)) {
    for (const [path, text] of filesBelow(folder, isOurs)) assertNoneIn(text, path, ALL);
  }
  return { ran, post };
}

describe('no output tells a secret', () => {
  it('mode: select, with cache and post step', async () => {
    const { ran, post } = await tellsNothing({ cache: 'read-write' });
    assert.equal(ran.outputs.mirror, 'near', ran.stdout + ran.stderr);
    assert.match(ran.env.PIP_INDEX_URL ?? '', /^https:\/\/joe:/, 'pip gets the credentials');
    assert.ok(!CARRIERS.test('docker-build-args') && ran.outputs['docker-build-args'] !== '');
    assert.equal(post.exitCode, 0);
    assert.ok(ran.state.cache !== undefined, 'there is a state to look at');
    for (const { key } of service.entries) assertNoneIn(key, 'a cache key', ALL);
  });

  it('mode: select among mirrors that fail', async () => {
    const { ran } = await tellsNothing({ mirrors: mirrors.split('\n').slice(1).join('\n'), cache: 'off' });
    assert.notEqual(ran.outputs.mirror, 'near');
  });

  it('mode: audit, with alerts, metrics, status page, badge and history', async () => {
    const { ran } = await tellsNothing({ mode: 'audit', 'fail-on': 'never' });
    assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
    const bodies = receiver.received.map(({ body }) => body);
    assert.equal(bodies.length, 5, 'each channel was told');
    for (const body of bodies) assertNoneIn(body, 'an alert', ALL);
    for (const { headers } of receiver.received) assertNoneIn(JSON.stringify(headers), 'the headers of an alert', ALL);
    const written = [...filesBelow(ran.folders.workspace, () => false).keys()].join('\n');
    for (const name of ['metrics.prom', 'report.json', 'badge.json', 'history.json', 'index.html']) {
      assert.ok(written.includes(name), name);
    }
  });

  it('mode: diagnose', async () => {
    const { ran } = await tellsNothing({ mode: 'diagnose', cache: 'off' });
    assert.match(ran.stdout, /private\.test/, 'the index in use was looked into');
  });

  it('mode: download, then policy: offline', async () => {
    const download = await tellsNothing({
      mode: 'download',
      wheelhouse: 'wheels',
      requirements: 'requirements.txt',
      cache: 'off',
    });
    assert.equal(download.ran.outputs.mirror, 'near');
    await tellsNothing({ policy: 'offline', wheelhouse: 'wheels', cache: 'off' });
  });

  it('policy: internal', async () => {
    const { ran } = await tellsNothing({ policy: 'internal', cache: 'off' });
    assert.equal(ran.outputs.mirror, 'near', ran.stdout);
  });

  it('wrong inputs', async () => {
    const { ran } = await tellsNothing({
      mirrors: `htp://${userInfo(S.mirror)}@near.test/simple/\nhttps://${S.late.user}:${S.late.secret}@late test/\nx=${userInfo(S.echo)}@echo.test`,
      'extra-index-urls': `https//${userInfo(S.extra)}@extra.test/simple/`,
      'trusted-hosts': `https://${userInfo(S.moved)}@moved.test/`,
      alerts: `wecm=${receiver.origin}/?key=${S.wecom.secret}\nslack=htps://hooks/${S.slack.secret}\nfeishu-secret=${S.feishuSecret.secret}\n${S.webhook.secret}`,
      timeout: '-1',
    });
    assert.equal(ran.exitCode, 1);
    assert.ok(ran.commands.filter(({ name }) => name === 'error').length > 0);
  });
});

describe('no output of the command line tells a secret', () => {
  function cli(...words: readonly string[]): Promise<Ran> {
    const { folders, env } = job();
    const given = mirrors.split('\n').flatMap((line) => ['--mirrors', line]);
    const more = ['--extra-index-urls', `team=${inUrl(extra.indexUrl, S.extra)}`, '--github-token', S.token.secret];
    const desk = { ...env, GITHUB_WORKSPACE: folders.workspace, RUNNER_TEMP: folders.temp, RUNNER_DEBUG: '1' };
    const at = words.includes('--') ? words.indexOf('--') : words.length;
    return runProcess(process.execPath, [CLI, ...words.slice(0, at), ...given, ...more, ...words.slice(at)], {
      env: desk,
      cwd: folders.workspace,
    });
  }

  for (const words of [
    [],
    ['--json'],
    ['audit', '--json'],
    ['diagnose'],
    ['--mirrors', `htp://${userInfo(S.mirror)}@x/`],
  ]) {
    it(`${words.filter((word) => !word.includes('Kq7')).join(' ') || 'the table'}`, async () => {
      const ran = await cli(...words);
      assertNoneIn(ran.stdout, 'standard output', ALL);
      assertNoneIn(ran.stderr, 'standard error', ALL);
      assert.ok((ran.stdout + ran.stderr).length > 100);
    });
  }

  for (const shell of ['bash', 'fish', 'powershell']) {
    it(`--shell ${shell}: only the variables hold them`, async () => {
      const ran = await cli('--shell', shell);
      assert.equal(ran.exitCode, 0, ran.stderr);
      assertNoneIn(ran.stderr, 'standard error', ALL);
      const lines = ran.stdout.trim().split('\n');
      const others = lines.filter((line) => !/\b(PIP_(INDEX_URL|EXTRA_INDEX_URL|FIND_LINKS)|UV_\w*INDEX)\b/.test(line));
      assertNoneIn(others.join('\n'), 'another variable', ALL);
      assert.ok(lines.some((line) => line.includes(S.extra.core)));
    });
  }

  it('-- command: only the environment of the command holds them', async () => {
    const ran = await cli('--', lab.python, '-c', 'import os; print("joe:" in os.environ["PIP_INDEX_URL"])');
    assert.equal(ran.stdout.trim(), 'True', ran.stderr);
    assertNoneIn(ran.stderr, 'standard error', ALL);
  });
});

describe('credentials', () => {
  it('were sent to their own host alone, and to the proxy', () => {
    const homes: Record<string, Planted> = {
      'near.test': S.mirror,
      'extra.test': S.extra,
      'late.test': S.late,
      'echo.test': S.echo,
      'moved.test': S.moved,
      'other.test': S.netrc,
    };
    for (const mirror of uploads) {
      const home = homes[mirror.host];
      for (const { headers } of mirror.requests) {
        const login = headers.authorization;
        assert.ok(login === undefined || (home !== undefined && login === `Basic ${basic(home)}`), mirror.host);
        assert.equal(headers['proxy-authorization'], undefined);
      }
    }
    assert.ok(
      proxy.requests.some(({ status }) => status === 200),
      'the proxy was used',
    );
  });
});

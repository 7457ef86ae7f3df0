/** One issue for each failing mirror: opened, found again, kept up to date, closed; and what is told only once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startCacheService } from '../lab/cache-service.ts';
import type { Environment } from '../lab/environment.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { MirrorOptions } from '../lab/mirror-options.ts';
import { type ActionResult, makeFolders, runAction } from '../lab/run-action.ts';
import { FORGES, IssuesForge } from '../receivers/issues-forge.ts';
import { openReceiver, type Receiver } from '../receivers/receiver.ts';
import { webhookService } from '../receivers/services.ts';

const TOKEN = 'ghs_0123456789';

let lab: Lab;
before(async () => {
  lab = await startLab();
});
after(() => lab.close());

/** A mirror whose certificate can be replaced while its address stays. */
async function renewable(host: string, first: MirrorOptions['certificate']) {
  let mirror = await lab.mirror({ host, certificate: first ?? {} });
  const { port, indexUrl } = mirror;
  return {
    indexUrl,
    renew: async (certificate: MirrorOptions['certificate']): Promise<void> => {
      await mirror.close();
      mirror = await lab.mirror({ host, port, certificate: certificate ?? {} });
    },
    vanish: () => mirror.close(),
    returnWith: async (certificate: MirrorOptions['certificate']): Promise<void> => {
      mirror = await lab.mirror({ host, port, certificate: certificate ?? {} });
    },
  };
}

async function audit(mirrors: string, receiver: Receiver, base: string, env: Environment = {}): Promise<ActionResult> {
  const own = lab.environment(env);
  return runAction({
    env: own,
    folders: makeFolders(own.TMPDIR ?? lab.folder),
    inputs: {
      mode: 'audit',
      mirrors,
      issue: 'true',
      'github-token': TOKEN,
      alerts: `webhook=${receiver.origin}/hook\nwebhook-secret=s3cr3t`,
      timeout: '2',
    },
    runner: { GITHUB_API_URL: `${receiver.origin}${base}` },
  });
}

for (const kind of FORGES) {
  test(`${kind.name}: the issue of a mirror lives as long as its trouble; without a cache it keeps what was told`, async () => {
    const forge = new IssuesForge(kind, TOKEN);
    // Enough other issues that ours is not on the first page, a pull request, and a stranger's forgery.
    const tuna = await renewable(`tuna-${kind.page}.test`, { notAfter: 2.5 });
    await using receiver = await openReceiver((request) =>
      request.path === '/hook' ? webhookService(request, 's3cr3t') : forge.answer(request),
    );
    const alerts = () =>
      receiver.received.filter(({ path }) => path === '/hook').flatMap(({ body }) => JSON.parse(body).alerts);
    const run = () => audit(`tuna=${tuna.indexUrl}`, receiver, kind.base);

    await run();
    const [issue, ...others] = forge.open;
    assert.ok(issue);
    assert.deepEqual(others, []);
    assert.equal(issue.title, 'Certificate of tuna');
    assert.match(issue.body, /ends soon/);
    for (let count = 0; count < 120; count++) forge.add(`other ${count}`, 'nothing of ours', 'stranger', count === 3);

    await run();
    assert.equal(forge.issues.length, 121, 'found again, not opened again');
    assert.deepEqual(
      alerts().map(({ kind: told, threshold }) => [told, threshold]),
      [['expiring', 3]],
    );

    // The others differ in addresses, pages and authors, which have been seen by now.
    if (kind.name !== 'GitHub') return;
    await tuna.renew({ notAfter: -1 });
    await run();
    assert.match(issue.body, /expired/);
    await tuna.vanish();
    await run();
    assert.equal(issue.state, 'open', 'a mirror that was not reached keeps its issue');
    await tuna.returnWith({ notAfter: 80 });
    await run();
    assert.equal(issue.state, 'closed');
    assert.deepEqual(issue.comments.length, 1);
    assert.match(issue.comments[0] ?? '', /in order again/);
    assert.deepEqual(
      alerts().map(({ kind: told }) => told),
      ['expiring', 'expired', 'healed'],
    );
    const requests = receiver.received.filter(({ path }) => path !== '/hook').length;
    await run();
    assert.equal(
      receiver.received.filter(({ path }) => path !== '/hook').length - requests <= 3,
      true,
      'all is well: only looked',
    );
    assert.equal(forge.issues.length, 121);
  });
}

test('a stranger’s issue with our mark is left alone', async () => {
  const forge = new IssuesForge(FORGES[0] as (typeof FORGES)[number], TOKEN);
  const mirror = await renewable('forged.test', { notAfter: -1 });
  const forged = forge.add('mine', '<!-- pip-mirror-select audit forged -->', 'stranger');
  await using receiver = await openReceiver((request) =>
    request.path === '/hook' ? webhookService(request, 's3cr3t') : forge.answer(request),
  );
  await audit(`forged=${mirror.indexUrl}`, receiver, '');
  assert.equal(forged.title, 'mine');
  assert.equal(forge.open.length, 2);
});

test('a forge that refuses costs a warning, not the audit', async () => {
  const mirror = await renewable('refused-issue.test', { notAfter: 80 });
  await using receiver = await openReceiver(() => ({ status: 403, body: '{"message":"Resource not accessible"}' }));
  const result = await audit(`m=${mirror.indexUrl}`, receiver, '');
  assert.equal(result.exitCode, 0);
  assert.match(result.stdout, /http-403/);
});

test('the cache keeps what was told between two runs, and its loss costs one repeated alert', async () => {
  const mirror = await renewable('kept.test', { notAfter: 2.5 });
  const service = await startCacheService('v2');
  try {
    await using receiver = await openReceiver((request) => webhookService(request, 's3cr3t'));
    const env = lab.environment();
    const run = (runId: string) =>
      runAction({
        env: { ...env, ...service.env },
        // Each time another runner of the same machine.
        folders: makeFolders(env.TMPDIR ?? lab.folder),
        inputs: {
          mode: 'audit',
          mirrors: `m=${mirror.indexUrl}`,
          alerts: `webhook=${receiver.origin}/hook\nwebhook-secret=s3cr3t`,
        },
        runner: { GITHUB_RUN_ID: runId },
      });
    await run('1');
    await run('2');
    assert.equal(receiver.received.length, 1);
    assert.equal(service.entries.length, 2);
    service.fault = { at: 'lookup', how: 404 };
    await run('3');
    service.fault = null;
    assert.equal(receiver.received.length, 2);
    await run('4');
    assert.equal(receiver.received.length, 2);
  } finally {
    await service.close();
  }
});

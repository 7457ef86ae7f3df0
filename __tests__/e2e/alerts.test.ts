/** Alerts over real HTTP: delivered once, tried again where it helps, and never a danger to the audit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Patience, Post } from '../../src/alert/send.ts';
import { type AlertRound, sendAlerts } from '../../src/alert/send-alerts.ts';
import { sightingsOf } from '../../src/decide/sightings.ts';
import type { Probe } from '../../src/model/audit.ts';
import type { AlertTarget } from '../../src/model/plan.ts';
import { openWebClient } from '../../src/platform/web-request.ts';
import { openReceiver, type Received, type Reply } from '../receivers/receiver.ts';
import { dingtalkService, feishuService, slackService, webhookService, wecomService } from '../receivers/services.ts';
import { certificate, now, probe } from '../unit/report/outcome-builder.ts';

const SECRET = 's3cr3t';
const PATIENCE: Patience = { attempts: 3, timeoutMs: 1000, backOffMs: 10, mostWaitMs: 1500 };

const SERVICES: Readonly<Record<AlertTarget['channel'], { path: string; reply: (request: Received) => Reply }>> = {
  wecom: { path: '/cgi-bin/webhook/send?key=K', reply: (request) => wecomService(request) },
  dingtalk: { path: '/robot/send?access_token=T', reply: (request) => dingtalkService(request, SECRET) },
  feishu: { path: '/open-apis/bot/v2/hook/ID', reply: (request) => feishuService(request, SECRET) },
  slack: { path: '/services/T/B/X', reply: slackService },
  webhook: { path: '/hook', reply: (request) => webhookService(request, SECRET) },
};
const NAMES = Object.keys(SERVICES) as AlertTarget['channel'][];

const node = (daysLeft: number): Probe =>
  probe({ url: 'https://user:hunter2@mirror.test/simple/', certificate: certificate(daysLeft) });

function round(targets: readonly AlertTarget[], daysLeft = 2.5, told: AlertRound['told'] = {}): AlertRound {
  return {
    targets,
    seen: sightingsOf([node(daysLeft)], now),
    told,
    warnDays: [7, 3, 1],
    now,
    run: { repository: 'team/project', url: 'https://github.com/team/project/actions/runs/7' },
    language: 'zh-CN',
  };
}

/** Runs `body` with the action's own client; proxies of this machine are kept out. */
async function withPost<T>(body: (post: Post) => Promise<T>): Promise<T> {
  const kept = { ...process.env };
  for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
  const client = await openWebClient(null);
  try {
    return await body((request, timeoutMs) => client.ask({ method: 'POST', ...request }, timeoutMs));
  } finally {
    await client.close();
    Object.assign(process.env, kept);
  }
}

test('each service accepts its message, once; the next audit has nothing to add', async () => {
  await using receiver = await openReceiver((request) => {
    const service = NAMES.map((name) => SERVICES[name]).find(({ path }) => path.startsWith(request.path));
    return service?.reply(request) ?? { status: 404, body: '' };
  });
  const targets = NAMES.map((channel) => ({
    channel,
    url: receiver.origin + SERVICES[channel].path,
    secret: SECRET,
    required: false,
  }));
  await withPost(async (post) => {
    const first = await sendAlerts(round(targets), post, PATIENCE);
    assert.deepEqual(
      first.results,
      NAMES.map((channel) => ({ channel, announcements: 1, delivered: true, code: '', attempts: 1 })),
    );
    assert.equal(receiver.received.length, NAMES.length);
    const second = await sendAlerts(round(targets, 2.4, JSON.parse(JSON.stringify(first.told))), post, PATIENCE);
    assert.deepEqual(
      second.results.map(({ announcements, attempts }) => [announcements, attempts]),
      NAMES.map(() => [0, 0]),
    );
    assert.equal(receiver.received.length, NAMES.length);
    const state = JSON.stringify(first.told);
    for (const { body, headers } of receiver.received) {
      assert.equal(/hunter2|s3cr3t|access_token/.test(body + JSON.stringify(headers)), false, 'no credential is sent');
    }
    assert.equal(/127\.0\.0\.1:\d+\/|s3cr3t|key=K|access_token/.test(state), false, 'no secret is kept');
  });
});

const hiccups: readonly [string, Reply | 'hang' | 'reset', number][] = [
  ['429', { status: 429, headers: { 'retry-after': '1' }, body: '' }, 2],
  ['500', { status: 500, body: '<html>' }, 2],
  ['hang', 'hang', 2],
  ['reset', 'reset', 2],
  ['errcode -1', { status: 200, body: '{"errcode":-1,"errmsg":"system busy"}' }, 2],
];
for (const [name, reply, attempts] of hiccups) {
  test(`a hiccup (${name}) is tried again and then delivered`, async () => {
    await using receiver = await openReceiver((request, before) => (before === 0 ? reply : wecomService(request)));
    const target: AlertTarget = {
      channel: 'wecom',
      url: `${receiver.origin}/send?key=K`,
      secret: null,
      required: false,
    };
    const { results } = await withPost((post) => sendAlerts(round([target]), post, PATIENCE));
    assert.deepEqual(results, [{ channel: 'wecom', announcements: 1, delivered: true, code: '', attempts }]);
  });
}

const lasting: readonly [string, Reply | 'hang', string, number][] = [
  ['wrong key', { status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' }, 'errcode-93000', 1],
  ['rate limit of the minute', { status: 200, body: '{"errcode":45009}' }, 'errcode-45009', 1],
  ['redirect to a login page', { status: 302, headers: { location: 'https://127.0.0.1:1/' }, body: '' }, 'http-302', 1],
  ['429 for an hour', { status: 429, headers: { 'retry-after': '3600' }, body: '' }, 'http-429', 1],
  ['hang', 'hang', 'timeout', 3],
  ['500', { status: 500, body: '' }, 'http-500', 3],
];
for (const [name, reply, code, attempts] of lasting) {
  test(`lasting trouble (${name}) is a result, not an error, and is told again by the next audit`, async () => {
    let healthy = false;
    await using receiver = await openReceiver((request) => (healthy ? wecomService(request) : reply));
    const target: AlertTarget = {
      channel: 'wecom',
      url: `${receiver.origin}/send?key=K`,
      secret: null,
      required: false,
    };
    await withPost(async (post) => {
      const patience = { ...PATIENCE, timeoutMs: 200 };
      const first = await sendAlerts(round([target]), post, patience);
      assert.deepEqual(first.results, [{ channel: 'wecom', announcements: 1, delivered: false, code, attempts }]);
      healthy = true;
      const second = await sendAlerts(round([target], 2.4, first.told), post, patience);
      assert.equal(second.results[0]?.delivered, true);
      assert.equal(second.results[0]?.announcements, 1);
    });
  });
}

test('nobody listening costs the other channel nothing', async () => {
  await using receiver = await openReceiver(slackService);
  const targets: AlertTarget[] = [
    { channel: 'webhook', url: 'http://127.0.0.1:1/', secret: null, required: false },
    { channel: 'slack', url: `${receiver.origin}/services/T/B/X`, secret: null, required: false },
  ];
  const { results } = await withPost((post) => sendAlerts(round(targets), post, PATIENCE));
  assert.deepEqual(
    results.map(({ delivered, code }) => [delivered, code]),
    [
      [false, 'econnrefused'],
      [true, ''],
    ],
  );
});

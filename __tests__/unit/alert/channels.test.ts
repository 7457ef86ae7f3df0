/** Each channel's message: signed as documented, within the limit, and without meaning in hostile values. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import type { AlertChannel, ChannelAnswer } from '../../../src/alert/channel.ts';
import { CHANNELS } from '../../../src/alert/channels.ts';
import type { AlertTarget } from '../../../src/model/plan.ts';
import type { Received } from '../../receivers/receiver.ts';
import {
  dingtalkService,
  feishuService,
  slackService,
  webhookService,
  wecomService,
} from '../../receivers/services.ts';
import { announcement, HOSTILE, manyAnnouncements, NOW, sampleAlert } from './sample-alert.ts';

const SECRET = 'SEC0123/+=';
const URLS: Readonly<Record<AlertTarget['channel'], string>> = {
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=T',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/ID',
  slack: 'https://hooks.slack.com/services/T/B/X',
  webhook: 'https://awx.example.org/hook',
};
const NAMES = Object.keys(CHANNELS) as AlertTarget['channel'][];

function target(channel: AlertTarget['channel'], secret: string | null = SECRET): AlertTarget {
  return { channel, url: URLS[channel], secret, required: false };
}

function received(
  channel: AlertTarget['channel'],
  alert: Parameters<AlertChannel['request']>[0],
  now = Date.now(),
): Received {
  const request = CHANNELS[channel].request(alert, target(channel), now);
  const url = new URL(request.url);
  const headers = { 'content-type': 'application/json', ...request.headers };
  return { method: 'POST', path: url.pathname, query: url.searchParams, headers, body: request.body };
}

function verdict(channel: AlertTarget['channel'], request: Received): ChannelAnswer {
  const reply = {
    wecom: () => wecomService(request),
    dingtalk: () => dingtalkService(request, SECRET),
    feishu: () => feishuService(request, SECRET),
    slack: () => slackService(request),
    webhook: () => webhookService(request, SECRET),
  }[channel]();
  return { status: reply.status, headers: { ...reply.headers }, body: reply.body };
}

for (const channel of NAMES) {
  test(`${channel}: the service takes one line, a thousand lines, and hostile ones`, () => {
    const hostile = HOSTILE.map((text) =>
      announcement({
        kind: 'refused',
        mirrors: [text],
        host: text,
        addresses: [text],
        subject: text,
        issuer: text,
        faults: ['self-signed'],
      }),
    );
    for (const announcements of [[announcement()], manyAnnouncements(1000), hostile]) {
      for (const language of ['en', 'zh-CN'] as const) {
        const request = received(channel, sampleAlert(announcements, language));
        assert.deepEqual(CHANNELS[channel].delivery(verdict(channel, request)), { state: 'delivered' });
      }
    }
  });

  test(`${channel}: a long message keeps its most urgent lines whole and says how many are missing`, () => {
    const many = manyAnnouncements(channel === 'webhook' ? 2000 : 1000);
    const { body } = received(channel, sampleAlert(many));
    const shownHosts = [...body.matchAll(/host-(\d+)\.example\.org/g)].map((match) => Number(match[1]));
    const hosts = [...new Set(shownHosts)];
    assert.deepEqual(
      hosts,
      Array.from(hosts, (_, index) => index),
      'the first lines, none left out',
    );
    assert.ok(hosts.length >= 10 && hosts.length < many.length);
    const missing = many.length - hosts.length;
    assert.ok(body.includes(channel === 'webhook' ? `"omitted":${missing}` : `and ${missing} more`));
  });
}

test('a signature is made with the secret and the moment: another secret or an old moment is refused', () => {
  for (const channel of ['dingtalk', 'feishu', 'webhook'] as const) {
    const alert = sampleAlert();
    const old = received(channel, alert, Date.now() - 2 * 3_600_000);
    const wrong = CHANNELS[channel].request(alert, { ...target(channel), secret: 'other' }, Date.now());
    const url = new URL(wrong.url);
    const forged: Received = {
      ...old,
      query: url.searchParams,
      headers: { 'content-type': 'application/json', ...wrong.headers },
      body: wrong.body,
    };
    assert.equal(CHANNELS[channel].delivery(verdict(channel, forged)).state, 'refused', `${channel}: wrong secret`);
    if (channel !== 'webhook') {
      assert.equal(CHANNELS[channel].delivery(verdict(channel, old)).state, 'refused', `${channel}: old moment`);
    }
  }
});

test('the signatures are those of the services’ own Python samples', () => {
  const python = [
    'import hmac, hashlib, base64, urllib.parse, sys',
    'secret, now = sys.argv[1], int(sys.argv[2])',
    "ding = hmac.new(secret.encode(), f'{now}\\n{secret}'.encode(), digestmod=hashlib.sha256).digest()",
    'print(urllib.parse.quote_plus(base64.b64encode(ding)))',
    "feishu = hmac.new(f'{now // 1000}\\n{secret}'.encode(), digestmod=hashlib.sha256).digest()",
    'print(base64.b64encode(feishu).decode())',
  ].join('\n');
  const output = execFileSync('python3', ['-c', python, SECRET, String(NOW)], { encoding: 'utf8' });
  const [ding, feishu] = output.split('\n');
  const alert = sampleAlert();
  assert.equal(/&sign=(.*)$/.exec(CHANNELS.dingtalk.request(alert, target('dingtalk'), NOW).url)?.[1], ding);
  assert.equal(JSON.parse(CHANNELS.feishu.request(alert, target('feishu'), NOW).body).sign, feishu);
});

test('without a secret nothing is signed', () => {
  const alert = sampleAlert();
  assert.equal(CHANNELS.dingtalk.request(alert, target('dingtalk', null), NOW).url, URLS.dingtalk);
  assert.equal('sign' in JSON.parse(CHANNELS.feishu.request(alert, target('feishu', null), NOW).body), false);
  assert.deepEqual(CHANNELS.webhook.request(alert, target('webhook', null), NOW).headers, {});
});

test('a secret is in no body', () => {
  for (const channel of NAMES) {
    const { body } = CHANNELS[channel].request(sampleAlert(), target(channel), NOW);
    assert.equal(body.includes(SECRET) || body.includes(URLS[channel]), false, channel);
  }
});

test('hostile values cannot make links, mentions, markup, new lines or direction marks in a chat', () => {
  for (const channel of ['wecom', 'dingtalk', 'feishu', 'slack'] as const) {
    for (const text of HOSTILE) {
      const harmless = announcement({ kind: 'refused', faults: ['weak'], mirrors: ['lab'], host: 'h' });
      const hostile = { ...harmless, mirrors: [text], host: text };
      const shape = (body: string) => body.replace(/[^\n*_~`<>@[\]()|#!]|(?<=\w)[()]/g, '');
      const lines = (list: Parameters<typeof sampleAlert>[0]) => {
        const body = JSON.parse(received(channel, sampleAlert(list)).body);
        const content =
          body.markdown?.content ?? body.markdown?.text ?? body.card?.elements[0].content ?? body.blocks[1].text.text;
        return String(content);
      };
      // Slack keeps what is inert between backticks, so only what its parser reads is compared there.
      const comparable = (content: string) =>
        channel === 'slack' ? content.replace(/`[^`]*`/g, '``').replace(/\*[^*]*\*/g, '**') : content;
      assert.equal(
        shape(comparable(lines([hostile]))),
        shape(comparable(lines([harmless]))),
        `${channel}: ${text.slice(0, 40)}`,
      );
      assert.equal(/[\u0000\u202e\u2028]/.test(lines([hostile])), false);
    }
  }
});

test('the services’ own error forms are told apart: once more, next time, never', () => {
  const answer = (status: number, body: object | string, headers: Record<string, string> = {}): ChannelAnswer => ({
    status,
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const rows: readonly [AlertTarget['channel'], ChannelAnswer, string, string][] = [
    ['wecom', answer(200, { errcode: 93000, errmsg: 'invalid webhook url' }), 'refused', 'errcode-93000'],
    ['wecom', answer(200, { errcode: -1 }), 'busy', 'errcode--1'],
    ['wecom', answer(200, { errcode: 45009 }), 'limited', 'errcode-45009'],
    ['wecom', answer(200, '<html>login</html>'), 'refused', 'no-answer-code'],
    ['wecom', answer(200, 'null'), 'refused', 'no-answer-code'],
    ['wecom', answer(502, '<html>'), 'busy', 'http-502'],
    ['dingtalk', answer(200, { errcode: 310000, errmsg: 'sign not match' }), 'refused', 'errcode-310000'],
    ['dingtalk', answer(200, { errcode: 130101 }), 'limited', 'errcode-130101'],
    ['feishu', answer(200, { code: 19021 }), 'refused', 'code-19021'],
    ['feishu', answer(400, { code: 9499 }), 'refused', 'code-9499'],
    ['feishu', answer(200, { code: 11232 }), 'busy', 'code-11232'],
    ['slack', answer(404, 'no_service'), 'refused', 'http-404'],
    ['slack', answer(429, '', { 'retry-after': '7' }), 'busy', 'http-429'],
    ['slack', answer(500, ''), 'busy', 'http-500'],
    ['slack', answer(302, ''), 'refused', 'http-302'],
    ['webhook', answer(401, ''), 'refused', 'http-401'],
    ['webhook', answer(204, ''), 'delivered', ''],
  ];
  for (const [channel, got, state, code] of rows) {
    const delivery = CHANNELS[channel].delivery(got);
    assert.equal(delivery.state, state, `${channel} ${got.status} ${got.body}`);
    if ('code' in delivery) assert.equal(delivery.code, code);
  }
  const busy = CHANNELS.slack.delivery(answer(429, '', { 'retry-after': '7' }));
  assert.equal('afterMs' in busy && busy.afterMs, 7000);
});

test('a subject of 64 KiB does not crowd out the other alerts of a webhook', () => {
  const huge = announcement({ subject: 'x'.repeat(65_536), issuer: '好'.repeat(65_536) });
  const { body } = received('webhook', sampleAlert(Array.from({ length: 50 }, () => huge)));
  assert.equal(JSON.parse(body).alerts.length, 50);
});

/**
 * The checks that the real services document, each written from its documentation and not from our code:
 * what comes back is what the service would say to such a message.
 */
import { createHmac } from 'node:crypto';
import type { Received, Reply } from './receiver.ts';

const HOUR_S = 3600;

function json(body: object, status = 200): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function parsed(request: Received): Record<string, unknown> {
  const isJson = request.method === 'POST' && (request.headers['content-type'] ?? '').startsWith('application/json');
  return isJson ? JSON.parse(request.body) : {};
}

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}

/** work.weixin.qq.com document 91770: `markdown.content` at most 4096 bytes of UTF-8. */
export function wecomService(request: Received, key = 'K'): Reply {
  const body = parsed(request);
  const content = at(body, 'markdown', 'content');
  if (request.query.get('key') !== key) return json({ errcode: 93000, errmsg: 'invalid webhook url' });
  if (body.msgtype !== 'markdown' || typeof content !== 'string' || content === '') {
    return json({ errcode: 40008, errmsg: 'invalid message type' });
  }
  if (Buffer.byteLength(content) > 4096) {
    return json({ errcode: 40058, errmsg: 'markdown.content exceed max length 4096' });
  }
  return json({ errcode: 0, errmsg: 'ok' });
}

/** Custom robot with signature: the key is the secret, the data `timestamp + '\n' + secret`, within an hour. */
export function dingtalkService(request: Received, secret: string): Reply {
  const body = parsed(request);
  const timestamp = request.query.get('timestamp') ?? '';
  const wanted = createHmac('sha256', secret).update(`${timestamp}\n${secret}`, 'utf8').digest('base64');
  const fresh = /^\d{13}$/.test(timestamp) && Math.abs(Number(timestamp) - Date.now()) < HOUR_S * 1000;
  if (request.query.get('access_token') !== 'T') return json({ errcode: 300001, errmsg: 'token is not exist' });
  if (!fresh || request.query.get('sign') !== wanted) return json({ errcode: 310000, errmsg: 'sign not match' });
  const { title, text } = (body.markdown ?? {}) as Record<string, unknown>;
  if (body.msgtype !== 'markdown' || typeof title !== 'string' || typeof text !== 'string' || title === '') {
    return json({ errcode: 40035, errmsg: 'invalid parameter' });
  }
  if (Buffer.byteLength(request.body) > 20_000) return json({ errcode: 430101, errmsg: 'too long' });
  return json({ errcode: 0, errmsg: 'ok' });
}

/** Custom bot v2: the key is `timestamp + '\n' + secret`, the data is empty; body at most 20 KB. */
export function feishuService(request: Received, secret: string): Reply {
  const body = parsed(request);
  const timestamp = String(body.timestamp);
  const wanted = createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
  const fresh = /^\d{10}$/.test(timestamp) && Math.abs(Number(timestamp) - Date.now() / 1000) < HOUR_S;
  if (!fresh || body.sign !== wanted)
    return json({ code: 19021, msg: 'sign match fail or timestamp is not within one hour' });
  const title = at(body, 'card', 'header', 'title');
  const element = at(body, 'card', 'elements', 0);
  const isCard =
    body.msg_type === 'interactive' &&
    at(title, 'tag') === 'plain_text' &&
    typeof at(title, 'content') === 'string' &&
    at(element, 'tag') === 'markdown' &&
    typeof at(element, 'content') === 'string';
  if (!isCard || Buffer.byteLength(request.body) > 20 * 1000) return json({ code: 9499, msg: 'Bad Request' });
  return json({ code: 0, msg: 'success', data: {}, StatusCode: 0, StatusMessage: 'success' });
}

/** Incoming webhook: at most 50 blocks, sections of at most 3000 characters, headers of plain text. */
export function slackService(request: Received): Reply {
  const body = parsed(request);
  const blocks = body.blocks;
  const sound =
    typeof body.text === 'string' &&
    Array.isArray(blocks) &&
    blocks.length <= 50 &&
    blocks.every((block) => soundBlock(block));
  return sound ? { status: 200, body: 'ok' } : { status: 400, body: 'invalid_blocks' };
}

function soundBlock(block: unknown): boolean {
  const text = at(block, 'text', 'text');
  if (typeof text !== 'string' || text === '') return false;
  if (at(block, 'type') === 'header') return at(block, 'text', 'type') === 'plain_text' && text.length <= 150;
  return at(block, 'type') === 'section' && at(block, 'text', 'type') === 'mrkdwn' && text.length <= 3000;
}

/** A receiver that checks GitHub's signature form, as Event-Driven Ansible does. */
export function webhookService(request: Received, secret: string): Reply {
  const wanted = `sha256=${createHmac('sha256', secret).update(request.body).digest('hex')}`;
  if (request.headers['x-hub-signature-256'] !== wanted) return json({ error: 'signature' }, 401);
  const body = parsed(request);
  const sound = body.schema === 1 && Array.isArray(body.alerts) && !Number.isNaN(Date.parse(String(body.sentAt)));
  return sound ? json({ accepted: true }, 202) : json({ error: 'schema' }, 422);
}

/** Whole audits with a clock moved over a certificate's last days: each threshold, the lapse and the renewal are sent once. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startCacheService } from '../lab/cache-service.ts';
import { startLab } from '../lab/lab.ts';
import { makeFolders, runAction } from '../lab/run-action.ts';
import { openReceiver } from '../receivers/receiver.ts';
import { webhookService } from '../receivers/services.ts';

const CLOCK = pathToFileURL(join(import.meta.dirname, '..', 'lab', 'clock-hook.mjs')).href;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LIFE = 10.5;

/** Days before the end, and what is sent then. */
const BEFORE: readonly (readonly [daysLeft: number, sent: readonly string[]])[] = [
  [10, []],
  [6.9, ['expiring 7']],
  [2.9, ['expiring 3']],
  [2.8, []],
  [0.9, ['expiring 1']],
];
/** Hours after a noon behind the end: a lapse is told once a day (UTC). */
const BEHIND: readonly (readonly [hours: number, sent: readonly string[]])[] = [
  [0, ['expired']],
  [1, []],
  [24, ['expired']],
];

test('a clock moved over 10, 7, 3, 1, 0 days and past the renewal', async () => {
  const lab = await startLab();
  const cache = await startCacheService('v2');
  try {
    await using receiver = await openReceiver((request) => webhookService(request, 's3cr3t'));
    let mirror = await lab.mirror({ host: 'ending.test', certificate: { notAfter: LIFE } });
    const end = Date.now() + LIFE * DAY;
    const noon = (Math.floor(end / DAY) + 1.5) * DAY;
    const env = lab.environment();
    let runs = 0;
    const sentAt = async (moment: number): Promise<string[]> => {
      const before = receiver.received.length;
      runs += 1;
      await runAction({
        env: {
          ...env,
          ...cache.env,
          LAB_CLOCK_MS: String(moment - Date.now()),
          NODE_OPTIONS: `${env.NODE_OPTIONS} --import=${CLOCK}`,
        },
        folders: makeFolders(env.TMPDIR ?? lab.folder),
        inputs: {
          mode: 'audit',
          mirrors: `ending=${mirror.indexUrl}`,
          alerts: `webhook=${receiver.origin}/hook\nwebhook-secret=s3cr3t`,
        },
        runner: { GITHUB_RUN_ID: String(runs) },
      });
      return receiver.received.slice(before).flatMap(({ body }) => {
        const { alerts } = JSON.parse(body) as { alerts: { kind: string; threshold: number | null }[] };
        return alerts.map(({ kind, threshold }) => `${kind} ${threshold ?? ''}`.trim());
      });
    };
    for (const [days, sent] of BEFORE) assert.deepEqual(await sentAt(end - days * DAY), sent, `${days} days before`);
    for (const [hours, sent] of BEHIND) assert.deepEqual(await sentAt(noon + hours * HOUR), sent, `${hours} h behind`);

    const { port } = mirror;
    await mirror.close();
    mirror = await lab.mirror({ host: 'ending.test', port, certificate: { notAfter: LIFE + 90 } });
    assert.deepEqual(await sentAt(noon + 25 * HOUR), ['healed']);
    assert.deepEqual(await sentAt(noon + 26 * HOUR), []);
  } finally {
    await cache.close();
    await lab.close();
  }
});

/** Tells every channel what it has not been told yet, and remembers what reached it. */
import { createHash } from 'node:crypto';
import { announce } from '../decide/announce.ts';
import type { Sighting } from '../decide/sightings.ts';
import type { AlertTarget, Language } from '../model/plan.ts';
import type { ToldByChannel } from './audit-memory.ts';
import { CHANNELS } from './channels.ts';
import { compose, type RunPage } from './compose.ts';
import type { Post, SendResult } from './send.ts';
import { PATIENCE, type Patience, send } from './send.ts';

export interface AlertRound {
  readonly targets: readonly AlertTarget[];
  /** By 'host:port', see `sightingsOf`. */
  readonly seen: ReadonlyMap<string, readonly Sighting[]>;
  readonly told: ToldByChannel;
  readonly warnDays: readonly number[];
  /** Epoch milliseconds of the audit: what the verdicts were judged by. */
  readonly now: number;
  readonly run: RunPage;
  readonly language: Language;
}

export interface ChannelResult extends SendResult {
  readonly channel: AlertTarget['channel'];
  /** Announcements in the message; 0 when there was nothing to tell and nothing was sent. */
  readonly announcements: number;
}

/** All channels at once. A channel that failed keeps its memory, so that the next audit tells it. Never throws. */
export async function sendAlerts(
  round: AlertRound,
  post: Post,
  patience: Patience = PATIENCE,
): Promise<{ readonly results: readonly ChannelResult[]; readonly told: ToldByChannel }> {
  const rounds = await Promise.all(round.targets.map((target) => tellChannel(round, target, post, patience)));
  return {
    results: rounds.map(({ result }) => result),
    told: Object.fromEntries(rounds.map(({ key, told }) => [key, told])),
  };
}

/** Names a channel in the state without its secret: another URL or secret is another channel. */
export function channelKey({ channel, url }: AlertTarget): string {
  return `${channel}-${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
}

async function tellChannel(round: AlertRound, target: AlertTarget, post: Post, patience: Patience) {
  const key = channelKey(target);
  const before = round.told[key] ?? {};
  const { announcements, told } = announce(round.seen, before, round.warnDays, round.now);
  const alert = compose(announcements, round.run, round.language);
  const base = { channel: target.channel, announcements: announcements.length };
  if (alert === null) return { key, told, result: { ...base, delivered: true, code: '', attempts: 0 } };
  const result = await send(CHANNELS[target.channel], target, alert, post, Date.now, patience);
  return { key, told: result.delivered ? told : before, result: { ...base, ...result } };
}

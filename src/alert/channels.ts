/** All alert channels by the name that the `alerts` input uses. A new one is a file and a row. */
import type { AlertTarget } from '../model/plan.ts';
import type { AlertChannel } from './channel.ts';
import { dingtalk } from './dingtalk.ts';
import { feishu } from './feishu.ts';
import { slack } from './slack.ts';
import { webhook } from './webhook.ts';
import { wecom } from './wecom.ts';

export const CHANNELS: Readonly<Record<AlertTarget['channel'], AlertChannel>> = {
  wecom,
  dingtalk,
  feishu,
  slack,
  webhook,
};

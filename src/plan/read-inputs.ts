/** All inputs of the step, read once, into one readonly value, or every problem with them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Candidate } from '../model/candidate.ts';
import type { InputProblem } from '../model/notice.ts';
import {
  type AlertTarget,
  CACHE_MODES,
  FAIL_ON,
  INSTALLERS,
  type Inputs,
  LANGUAGES,
  MODES,
  ON_NONE,
  POLICIES,
  type Policy,
  type TrustedHost,
} from '../model/plan.ts';
import type { InputName } from './input-defaults.ts';
import { createInputReader, type InputReader } from './input-reader.ts';
import { readCandidate, readCandidates } from './read-candidates.ts';

export type InputsRead =
  | { readonly ok: true; readonly inputs: Inputs }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

const ALERT_CHANNELS = ['wecom', 'dingtalk', 'feishu', 'slack', 'webhook'] as const;

/** `given` is an input's text, undefined where the runner hands none over; paths are relative to `workspace`. */
export function readInputs(given: (name: InputName) => string | undefined, workspace: string): InputsRead {
  const reader = createInputReader(given);
  const mode = reader.oneOf('mode', MODES);
  const policy = reader.oneOf('policy', POLICIES);
  const path = (name: InputName): string | null => {
    const text = reader.text(name);
    return text === '' ? null : resolve(workspace, text);
  };
  const inputs: Inputs = {
    mode,
    policy,
    mirrors: policy === 'offline' ? [] : readCandidates(reader, policy),
    requirements: reader.lines('requirements'),
    packages: reader.lines('packages'),
    fallback: readFallback(reader, policy),
    extraIndexes: readExtraIndexes(reader, policy),
    trustedHosts: readTrustedHosts(reader),
    expiredGraceDays: reader.number('expired-grace-days', 0, 90),
    requireHashes: reader.boolean('require-hashes'),
    caBundle: readCaBundle(reader, path('ca-bundle')),
    installers: reader.severalOf('installers', INSTALLERS),
    pytorch: readPytorch(reader),
    wheelhouse: path('wheelhouse'),
    python: reader.text('python') || null,
    confirm: reader.boolean('confirm'),
    timeoutMs: Math.round(reader.number('timeout', 0.1, 120) * 1000),
    onNone: reader.oneOf('on-none', ON_NONE),
    reuseMinutes: reader.number('reuse-minutes', 0, 1440),
    warnDays: readWarnDays(reader),
    cache: reader.oneOf('cache', CACHE_MODES),
    cacheSuffix: reader.text('cache-suffix'),
    failOn: reader.oneOf('fail-on', FAIL_ON),
    reportFile: path('report-file'),
    metricsFile: path('metrics-file'),
    alerts: readAlerts(reader),
    issue: reader.boolean('issue'),
    githubToken: reader.text('github-token'),
    language: reader.oneOf('language', LANGUAGES),
  };
  checkTogether(reader, inputs);
  return reader.problems.length === 0 ? { ok: true, inputs } : { ok: false, problems: reader.problems };
}

function checkTogether(reader: InputReader, inputs: Inputs): void {
  const needsWheelhouse = inputs.policy === 'offline' || inputs.mode === 'download';
  if (needsWheelhouse && inputs.wheelhouse === null) reader.problem('wheelhouse', '', 'missing', 'a folder of wheels');
  if (inputs.policy === 'offline' && inputs.mode === 'download') {
    reader.problem('policy', 'offline', 'conflict', 'verified, internal (mode: download needs a mirror)', 'verified');
  }
  if (inputs.issue && inputs.githubToken === '')
    reader.problem('github-token', '', 'missing', 'a token with issues: write');
}

function readFallback(reader: InputReader, policy: Policy): 'auto' | 'none' | Candidate {
  const text = reader.text('fallback') || 'auto';
  if (text === 'auto' || text === 'none') return text;
  return readCandidate(reader, 'fallback', text, -1, policy) ?? 'auto';
}

function readExtraIndexes(reader: InputReader, policy: Policy): Candidate[] {
  const found: Candidate[] = [];
  for (const text of reader.lines('extra-index-urls')) {
    const candidate = readCandidate(reader, 'extra-index-urls', text, found.length, policy);
    if (candidate !== undefined) found.push(candidate);
  }
  return found;
}

function readTrustedHosts(reader: InputReader): TrustedHost[] {
  const hosts: TrustedHost[] = [];
  for (const word of reader.words('trusted-hosts')) {
    const bracketed = /^\[([0-9A-Fa-f:.]+)\](?::(\d{1,5}))?$/.exec(word);
    const plain = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?)(?::(\d{1,5}))?$/.exec(word);
    const match = bracketed ?? plain;
    const port = match?.[2] === undefined ? null : Number(match[2]);
    if (match?.[1] === undefined || (port !== null && (port < 1 || port > 65535))) {
      const inside = /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([A-Za-z0-9.-]+(?::\d+)?)/i.exec(word)?.[1] ?? null;
      reader.problem('trusted-hosts', word, 'malformed', 'host, host:port', inside);
      continue;
    }
    hosts.push({ host: match[1].toLowerCase(), port });
  }
  return hosts;
}

function readCaBundle(reader: InputReader, path: string | null): string | null {
  if (path === null) return null;
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch {
    reader.problem('ca-bundle', path, 'not-found', 'a PEM file');
    return null;
  }
  if (!/-----BEGIN (?:TRUSTED )?CERTIFICATE-----/.test(text))
    reader.problem('ca-bundle', path, 'malformed', 'a PEM file');
  return path;
}

function readPytorch(reader: InputReader): string | null {
  const text = reader.text('pytorch');
  if (text === '') return null;
  if (!/^(cpu|xpu|cu\d{2,3}|rocm\d+(\.\d+)*)$/.test(text)) {
    const version = /(\d+)\.(\d+)/.exec(text);
    const nearest = version === null ? 'cpu' : `cu${version[1]}${version[2]}`;
    reader.problem('pytorch', text, 'unknown-word', 'cpu, xpu, cu126, cu128, cu130, rocm6.4, …', nearest);
  }
  return text;
}

function readWarnDays(reader: InputReader): number[] {
  const days: number[] = [];
  for (const word of reader.words('warn-days')) {
    const number = Number(word);
    if (!/^\d+(\.\d+)?$/.test(word) || number > 3650) {
      const digits = /\d+(\.\d+)?/.exec(word)?.[0] ?? null;
      reader.problem('warn-days', word, 'not-a-number', '0–3650', digits);
    } else if (!days.includes(number)) days.push(number);
  }
  return days.sort((a, b) => b - a);
}

/** A webhook's URL is a secret: problems show the channel, never the address. */
function readAlerts(reader: InputReader): AlertTarget[] {
  const targets: { channel: AlertTarget['channel']; url: string; secret: string | null; required: boolean }[] = [];
  const forms = ALERT_CHANNELS.map((channel) => `${channel}=URL`).join(', ');
  for (const line of reader.lines('alerts')) {
    const match = /^([a-z-]+)=(.+)$/s.exec(line);
    const [, key = '', value = ''] = match ?? [];
    const channel = ALERT_CHANNELS.find((word) => [word, `${word}-secret`, `${word}-required`].includes(key));
    if (channel === undefined) {
      reader.problem('alerts', key === '' ? '…' : `${key}=…`, 'unknown-word', forms);
    } else if (key === channel) {
      if (!URL.canParse(value) || !/^https?:\/\//.test(value) || /\s/.test(value)) {
        reader.problem('alerts', `${channel}=…`, 'not-a-url', `${channel}=https://…`);
      }
      targets.push({ channel, url: value, secret: null, required: false });
    } else {
      const target = targets.findLast((other) => other.channel === channel);
      if (target === undefined) reader.problem('alerts', `${key}=…`, 'missing', `${channel}=URL above it`);
      else if (key.endsWith('-secret')) target.secret = value;
      else if (value === 'true' || value === 'false') target.required = value === 'true';
      else reader.problem('alerts', line, 'unknown-word', 'true, false');
    }
  }
  return targets;
}

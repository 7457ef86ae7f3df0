/** One sample of each notice; a new code does not compile without one. Strings with 'fact' in them must be told. */
import type { Notice, NoticeCode, NoticeFacts } from '../../../src/model/notice.ts';
import { now } from './outcome-builder.ts';

const samples: { readonly [C in NoticeCode]: NoticeFacts[C] } = {
  'input-problems': {
    problems: [
      {
        input: 'fact-input',
        value: 'fact-value',
        kind: 'unknown-word',
        allowed: 'fact-a, fact-b',
        nearest: 'fact-near',
      },
      { input: 'fact-other', value: 'fact-none', kind: 'malformed', allowed: 'fact-c', nearest: null },
    ],
  },
  'none-usable': { asked: 12 },
  'kept-settings': { asked: 12, indexUrl: 'https://fact.example.org/' },
  'diagnosed-fault': { mirror: 'fact-mirror', reason: 'blocked-user-agent', better: 'fact-better' },
  'diagnosed-missing': { mirror: 'fact-mirror', requirements: 'fact-requirement', elsewhere: 'fact-elsewhere' },
  'diagnosed-healthy': { mirror: 'fact-mirror', checked: 3 },
  'diagnosed-no-index': { variable: 'FACT_VARIABLE' },
  'expired-no-witness': { mirror: 'fact-mirror' },
  'expired-tolerated': {
    mirror: 'fact-mirror',
    trustedHost: 'fact-host:8443',
    endedAt: now - 86_400_000,
    until: now + 86_400_000,
    witness: 'fact-witness',
  },
  'pip-refused': { mirror: 'fact-mirror', detail: 'fact-detail' },
  'hash-mismatch': { mirror: 'fact-mirror', file: 'fact-file', reference: 'fact-reference' },
  'dependency-confusion': { project: 'fact-project', privateIndex: 'fact-private', winner: 'fact-winner' },
  'certificate-refused': { mirror: 'fact-mirror', host: 'fact-host', fault: 'expired' },
  'certificate-expiring': { mirror: 'fact-mirror', host: 'fact-host', daysLeft: 2.5 },
  'http-mirror': { mirror: 'fact-mirror', host: 'fact-host' },
  disagreement: { mirror: 'fact-mirror', host: 'fact-host' },
  'trust-problem': { problem: 'fact-problem' },
  'bypass-requirements-index': { file: 'fact-file', line: 7, option: 'fact-option' },
  'bypass-pip-conf': { file: 'fact-file', setting: 'fact-setting' },
  'bypass-uv-index': { file: 'fact-file', index: 'fact-index' },
  'bypass-lock-urls': { file: 'fact-file', hosts: ['fact-a', 'fact-b'] },
  'inherited-kept': { variable: 'fact-variable', value: 'fact-value' },
  'retired-host': { host: 'fact-host', replacement: 'fact-replacement' },
  redirector: { mirror: 'fact-mirror', target: 'fact-target' },
  stale: { mirror: 'fact-mirror', behind: 1200 },
  'pip-missing': { python: 'fact-python' },
  'cache-skipped': { reason: 'failed', detail: 'fact-detail' },
  'cache-laid-back': { mirror: 'fact-mirror', files: 12, bytes: 34_500_000 },
  'cache-key': {
    key: 'pip-mirror-select-1-linux',
    ingredients: [{ name: 'os', value: 'linux' }],
    matched: '',
  },
  'cache-saved': { key: 'pip-mirror-select-1-linux', files: 30, bytes: 100_000_000 },
  'cache-unsaved': { reason: 'unchanged', detail: '' },
  'cache-refused': { files: 2 },
  'cache-headers': { mirror: 'fact-mirror' },
  'summary-unavailable': {},
  'output-truncated': { output: 'fact-output', bytes: 70_000 },
  'reused-decision': { mirror: 'fact-mirror', ageMinutes: 12.7 },
  'inherited-replaced': { variable: 'fact-variable', value: 'fact-value' },
  'installer-limit': { installer: 'fact-installer', what: 'extra-index', value: 'fact-value' },
  'uv-lock': { file: 'fact-file' },
  'uv-roots-replaced': { caBundle: 'fact-bundle' },
  'uv-insecure-wider': { host: 'fact-host' },
  'poetry-plugin': { plugin: 'fact-plugin' },
  'pytorch-index': { url: 'https://fact.example.org/whl', platform: 'fact-cu128' },
  'pytorch-flat': { url: 'https://fact.example.org/whl', platform: 'fact-cu128' },
  'pytorch-none': { platform: 'fact-cu128', asked: 4 },
  'pytorch-internal': { platform: 'fact-cu128' },
  'pytorch-macos': { platform: 'fact-cu128' },
  'pytorch-tag-gone': { platform: 'fact-cu118', torch: 'fact-2.8', last: 'fact-2.7', nearest: 'fact-cu126' },
  'pytorch-tag-early': { platform: 'fact-cu130', torch: 'fact-2.5', first: 'fact-2.9', nearest: 'fact-cu124' },
  'pytorch-tag-unknown': { platform: 'fact-cu999', nearest: 'fact-cu128' },
  'pytorch-no-wheel': { platform: 'fact-cu128', torch: 'fact-2.8' },
  'pytorch-label': { project: 'fact-torch', version: 'fact-2.8', platform: 'fact-cu128' },
  'pytorch-companion': { torch: 'fact-2.8', project: 'fact-vision', version: 'fact-0.20', belongs: 'fact-0.23' },
  'pytorch-mixed': { platform: 'fact-cu128', other: 'fact-cpu', host: 'fact-host' },
  'requirements-missing': { mirror: 'fact-mirror', requirements: ['fact-one', 'fact-two'] },
  'requirements-unread': {
    problems: [{ code: 'syntax', file: 'fact-file', line: 3, detail: 'fact-detail' }],
  },
  'forwards-to-public': { mirror: 'fact-mirror', project: 'fact-project', host: 'fact-host' },
  'links-to-public': { mirror: 'fact-mirror', host: 'fact-host' },
  'serves-public': { mirror: 'fact-mirror', project: 'fact-project' },
  'wheelhouse-folder': { folder: 'fact-folder', problem: 'absent' },
  'wheelhouse-file': { file: 'fact-file', fault: 'checksum', detail: 'fact-detail' },
  'wheelhouse-missing': {
    requirement: 'fact-requirement',
    requiredBy: 'fact-parent',
    cause: 'version',
    found: 'fact-found',
  },
  'wheelhouse-built': { file: 'fact-file' },
  'wheelhouse-complete': { folder: 'fact-folder', files: 3, projects: 2 },
  'wheelhouse-refused': { detail: 'fact-detail' },
  'download-filled': { folder: 'fact-folder', mirror: 'fact-mirror', files: 3, bytes: 12_345 },
  'download-failed': { source: 'fact-source', detail: 'fact-detail' },
  'download-nothing': {},
  'download-needs-pip': {},
  'alert-failed': { channel: 'wecom', code: 'fact-code', announcements: 3 },
  'alert-sent': { channel: 'slack', announcements: 1 },
  'status-page-failed': { detail: 'fact-detail' },
  'audit-state-lost': { detail: 'fact-detail' },
  'issue-failed': { code: 'fact-code' },
  'issues-limited': { opened: 20, left: 3 },
};

/** One of each, as warnings. */
export const everyNotice: readonly Notice[] = Object.entries(samples).map(
  ([code, facts]) => ({ code, level: 'warning', facts }) as Notice,
);

/** The facts that the reader must be told. */
export function factsToTell(notice: Notice): readonly string[] {
  return strings(notice.facts).filter((text) => text.includes('fact'));
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

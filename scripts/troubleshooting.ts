/** docs/troubleshooting.md in both languages, from the catalogue of messages: every code has its anchor. */
import { everyNotice } from '../__tests__/unit/report/every-notice.ts';
import type { Notice } from '../src/model/notice.ts';
import type { Language } from '../src/model/plan.ts';
import type { Reason } from '../src/model/verdict.ts';
import { reasons } from '../src/report/messages/en/reasons.ts';
import { phrasesOf, reasonOf, textOf } from '../src/report/messages.ts';
import type { Prose } from '../src/report/prose.ts';

interface Words {
  readonly title: string;
  readonly other: string;
  readonly intro: string;
  readonly reasons: string;
  readonly fileHost: string;
  readonly notices: string;
  readonly todo: string;
  readonly nothing: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Troubleshooting, by code',
    other: 'English · [简体中文](troubleshooting.zh-CN.md)',
    intro:
      'Search this page for the sentence that you see in the summary, the log or an annotation, or for the code that stands in `reasons` of the JSON report. Where the sentence has a name or a number of its own, an example stands here.',
    reasons: 'Why a mirror is not usable',
    fileHost:
      'A code that begins with `file-host-` says the same about the host that serves the mirror’s files. `http-<status>` without an entry of its own is under `http-4xx`, `http-5xx` or `http-other`.',
    notices: 'What else a run may say',
    todo: 'What to do: ',
    nothing: 'Nothing has to be done.',
  },
  'zh-CN': {
    title: '按代码排查问题',
    other: '[English](troubleshooting.md) · 简体中文',
    intro:
      '请在本页搜索您在摘要、日志或注解里看到的句子，或 JSON 报告 `reasons` 里的代码。句中的名称和数字，这里用的是示例。',
    reasons: '镜像为何不可用',
    fileHost:
      '以 `file-host-` 开头的代码，说的是提供该镜像文件的主机出了同样的问题。没有单独条目的 `http-<状态码>`，请看 `http-4xx`、`http-5xx` 或 `http-other`。',
    notices: '运行中还可能提示什么',
    todo: '怎么办：',
    nothing: '无需处理。',
  },
};

/** Codes of both kinds, in the order of the page; some are reason and notice at once. */
export function codes(): readonly string[] {
  return [...new Set([...Object.keys(reasons), ...everyNotice.map(({ code }) => code)])];
}

/** The whole page. */
export function troubleshooting(language: Language): string {
  const words = WORDS[language];
  const byCode = new Map<string, Notice>(everyNotice.map((notice) => [notice.code, notice]));
  const reasonParts = Object.keys(reasons).map((code) => {
    const notice = byCode.get(code);
    byCode.delete(code);
    const said = notice === undefined ? [] : [noticeText(notice, language)];
    return [`### ${code}`, reasonText(code as Reason, language), ...said].join('\n\n');
  });
  const noticeParts = [...byCode.values()].map((notice) => `### ${notice.code}\n\n${noticeText(notice, language)}`);
  const parts = [
    '<!-- made by npm run docs:messages -->',
    `# ${words.title}`,
    words.other,
    words.intro,
    `## ${words.reasons}`,
    words.fileHost,
    ...reasonParts,
    `## ${words.notices}`,
    ...noticeParts,
  ];
  return `${parts.join('\n\n')}\n`;
}

function reasonText(reason: Reason, language: Language): string {
  const { words, remedy, actor } = reasonOf(reason, language);
  const { actor: actors } = phrasesOf(language);
  return `**${text(words)}**\n\n*${actors[actor]}* · ${text(remedy)}`;
}

function noticeText(notice: Notice, language: Language): string {
  const { title, text: body, remedy } = textOf(notice, language);
  const words = WORDS[language];
  const todo = remedy === null ? words.nothing : `${words.todo}${text(remedy)}`;
  return `**${text(title, false)}**\n\n${text(body)}\n\n${todo}`;
}

/** The samples' facts are names of themselves: 'fact-mirror' stands for any mirror. */
function text(prose: Prose, bold = true): string {
  return prose
    .map(({ kind, text: value }) => {
      const shown = value.replaceAll(/\bfact[-._]/gi, '');
      if (kind === 'code') return `\`${shown}\``;
      return kind === 'name' && bold ? `**${shown}**` : shown.replaceAll('<', '&lt;');
    })
    .join('');
}

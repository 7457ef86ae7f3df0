/** The list of decisions in docs/adr/README.md, from the pages' own titles. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ADR_FOLDER = resolve(import.meta.dirname, '..', 'docs', 'adr');
const BEGIN = '<!-- list: made by npm run docs:adr -->';
const END = '<!-- /list -->';

/** File names of the decisions, in order. */
export function decisionFiles(): readonly string[] {
  return readdirSync(ADR_FOLDER)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort();
}

/** The index with its list as the folder has it now. */
export function adrIndex(): string {
  const text = readFileSync(join(ADR_FOLDER, 'README.md'), 'utf8');
  const list = decisionFiles().map((file) => {
    // Some titles begin with the number, each in its own way.
    const title = /^# (?:\d+\W+)?(.*)$/m.exec(readFileSync(join(ADR_FOLDER, file), 'utf8'))?.[1] ?? file;
    return `- [${file.slice(0, 4)} · ${title}](${file})`;
  });
  const from = text.indexOf(BEGIN) + BEGIN.length;
  return `${text.slice(0, from)}\n\n${list.join('\n')}\n\n${text.slice(text.indexOf(END))}`;
}

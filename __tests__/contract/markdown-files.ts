/** The repository's Markdown files, read for their headings, links and code. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');

/** Names from the root, of the files that git would keep: what is ignored is not the repository's word. */
export function markdownFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => file !== '' && !file.startsWith('dist/'));
}

export function readFromRoot(file: string): string {
  return readFileSync(resolve(ROOT, file), 'utf8');
}

interface Block {
  readonly language: string;
  readonly text: string;
}

/** Fenced blocks, without the margin of a list around them. */
export function codeBlocks(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^( *)```([\w-]*)\n([\s\S]*?)^ *```$/gm)].map(
    ([, margin = '', language = '', text = '']) => ({
      language,
      text: text.replaceAll(new RegExp(`^${margin}`, 'gm'), ''),
    }),
  );
}

export function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^( *)```[\s\S]*?^ *```$/gm, '').replaceAll(/`[^`\n]*`/g, '');
}

export interface Heading {
  readonly level: number;
  readonly anchor: string;
}

/** Headings with the anchors that GitHub gives them. */
export function headings(markdown: string): readonly Heading[] {
  const text = markdown.replaceAll(/^( *)```[\s\S]*?^ *```$/gm, '');
  const seen = new Map<string, number>();
  return [...text.matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', title = '']) => {
    const plain = title.toLowerCase().replaceAll(/\]\([^)]*\)/g, '');
    const slug = plain
      .replaceAll(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return { level: marks.length, anchor: before === 0 ? slug : `${slug}-${before}` };
  });
}

/** Targets of links and pictures. */
export function linkTargets(markdown: string): readonly string[] {
  const text = withoutCode(markdown);
  const inline = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)];
  const html = [...text.matchAll(/(?:href|src|srcset)="([^"]+)"/g)];
  return [...inline, ...html].map(([, target = '']) => target);
}

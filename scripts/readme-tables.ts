/** The README's tables of inputs and outputs: from action.yml, and for Chinese from docs/action.zh-CN.yml. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

export const ROOT = resolve(import.meta.dirname, '..');

interface Field {
  readonly description: string;
  readonly default?: string;
}
interface ActionFile {
  readonly inputs: Readonly<Record<string, Field>>;
  readonly outputs: Readonly<Record<string, Field>>;
}
interface Translation {
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

interface Page {
  readonly file: string;
  readonly inputHead: readonly string[];
  readonly outputHead: readonly string[];
  readonly describe: (kind: 'inputs' | 'outputs', name: string, field: Field) => string;
}

const readYaml = <T>(file: string): T => parse(readFileSync(resolve(ROOT, file), 'utf8')) as T;

/** Each README with the words of its tables. */
export function pages(): readonly Page[] {
  const translation = readYaml<Translation>('docs/action.zh-CN.yml');
  return [
    {
      file: 'README.md',
      inputHead: ['Input', 'Default', 'Meaning'],
      outputHead: ['Output', 'Meaning'],
      describe: (_kind, _name, field) => field.description,
    },
    {
      file: 'README.zh-CN.md',
      inputHead: ['输入', '默认值', '含义'],
      outputHead: ['输出', '含义'],
      describe: (kind, name) => translation[kind][name] ?? '',
    },
  ];
}

/** The page's text with both tables as action.yml has them now; throws where a marker is missing. */
export function withTables(text: string, page: Page): string {
  const action = readYaml<ActionFile>('action.yml');
  const inputs = Object.entries(action.inputs).map(([name, field]) => [
    `\`${name}\``,
    shownDefault(field.default ?? ''),
    page.describe('inputs', name, field),
  ]);
  const outputs = Object.entries(action.outputs).map(([name, field]) => [
    `\`${name}\``,
    page.describe('outputs', name, field),
  ]);
  const withInputs = between(text, 'inputs', table(page.inputHead, inputs));
  return between(withInputs, 'outputs', table(page.outputHead, outputs));
}

function shownDefault(value: string): string {
  const lines = value.trim().split('\n');
  return lines[0] === '' ? '' : lines.map((line) => `\`${line}\``).join('<br>');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function between(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}: made by npm run docs:tables -->`, `<!-- /${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no markers for ${name}`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** How the demo talks to the terminal. */
import { styleText } from 'node:util';
import type { LoggedRequest } from '../__tests__/lab/request-log.ts';
import { parseCommands } from '../__tests__/lab/workflow-file.ts';
import type { Scene } from './scene.ts';

const line = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};

export function heading(text: string): void {
  line();
  line(styleText('bold', text));
}

export function pairs(values: Readonly<Record<string, string>>): void {
  const shown = Object.entries(values).filter(([, value]) => value !== '');
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  for (const [name, value] of shown) line(`  ${name.padEnd(width)}  ${value.replaceAll('\n', ' ')}`);
  if (shown.length === 0) line('  (nothing)');
}

export function candidates(scene: Scene): void {
  const shown = scene.candidates.map(({ name, indexUrl, note }) => [name, `${indexUrl.padEnd(40)} ${note}`]);
  if (shown.length === 0) indented('Whatever stands in the action’s own catalogue.');
  else pairs(Object.fromEntries(shown));
}

export function indented(text: string): void {
  for (const each of text.trimEnd().split('\n')) line(`  ${each}`);
}

/** The step's log as a runner shows it: groups open, annotations by their level. */
export function log(stdout: string): void {
  let margin = '  ';
  for (const each of stdout.trimEnd().split('\n')) {
    const [command] = parseCommands(each);
    if (command === undefined) line(`${margin}${each}`);
    else if (command.name === 'group') {
      line(`  ${styleText('bold', command.message)}`);
      margin = '    ';
    } else if (command.name === 'endgroup') margin = '  ';
    else if (command.name !== 'add-mask') {
      line(
        `  ${styleText('red', command.name)} ${command.properties.title ?? ''}: ${command.message.replaceAll('\n', ' ')}`,
      );
    }
  }
}

/** Which mirror was asked for what. */
export function served(name: string, requests: readonly LoggedRequest[]): void {
  for (const { method, url, status, bytesSent } of requests) {
    const place = decodeURIComponent(url).replace(/\/packages\/.*\//, '/packages/…/');
    line(`  ${name.padEnd(10)}  ${method} ${status} ${String(bytesSent).padStart(7)} B  ${place}`);
  }
}

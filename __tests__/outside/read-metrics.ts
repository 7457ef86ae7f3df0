/** Prometheus text format, read as far as tests need it. */

export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Throws on a line that is neither comment nor sample. */
export function readMetrics(text: string): Series[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels, value] = /^([a-z_]\w*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`not a sample: ${line}`);
      const pairs = [...(labels ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(
        ([, label = '', quoted = '']): [string, string] => [label, JSON.parse(`"${quoted}"`)],
      );
      return { name, labels: Object.fromEntries(pairs), value: Number(value) };
    });
}

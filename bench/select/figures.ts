/** Runs → rows of figures, and the targets that they meet or miss. */

export interface Result {
  readonly contender: string;
  readonly ms: number;
  readonly bytes: number;
  /** Of the best mirror's speed; 0 where pip fails through the pick. */
  readonly share: number;
  readonly wrong: boolean;
}

export interface Figures {
  readonly contender: string;
  readonly medianMs: number;
  readonly worstMs: number;
  readonly medianBytes: number;
  readonly worstBytes: number;
  readonly medianShare: number;
  /** A tenth of the runs are below it. */
  readonly lowShare: number;
  readonly wrong: number;
  readonly runs: number;
}

/** `at` from 0 to 1, the nearer lower value. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(at * (sorted.length - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function figuresOf(contender: string, results: readonly Result[]): Figures {
  const own = results.filter((result) => result.contender === contender);
  const ms = own.map((result) => result.ms);
  const bytes = own.map((result) => result.bytes);
  const shares = own.map((result) => result.share);
  return {
    contender,
    medianMs: median(ms),
    worstMs: Math.max(...ms),
    medianBytes: median(bytes),
    worstBytes: Math.max(...bytes),
    medianShare: median(shares),
    lowShare: quantile(shares, 0.1),
    wrong: own.filter(({ wrong }) => wrong).length,
    runs: own.length,
  };
}

const COLUMNS = ['', 'median time', 'longest', 'median bytes', 'most', 'median share', 'worst decile', 'wrong picks'];

/** A Markdown table, which reads as well on a terminal. */
export function tableOf(figures: readonly Figures[]): string {
  const rows = figures.map((row) => [
    row.contender,
    seconds(row.medianMs),
    seconds(row.worstMs),
    mebibytes(row.medianBytes),
    mebibytes(row.worstBytes),
    percent(row.medianShare),
    percent(row.lowShare),
    `${row.wrong} of ${row.runs}`,
  ]);
  const widths = COLUMNS.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(COLUMNS), rule, ...rows.map(line)].join('\n');
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(2)} MiB`;
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

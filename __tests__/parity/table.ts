/** The table of the comparison, for people. */
import type { Row } from './compare.ts';

interface Column {
  readonly label: string;
  readonly rows: readonly Row[];
}

/** yes: both accept; ·: both refuse; ≥: we refuse on purpose; !: disagreement. */
function cell(row: Row | undefined): string {
  if (row === undefined) return ' ';
  if (!row.agreed) return '!';
  if (row.stricter) return '≥';
  return row.pipAccepts ? 'Y' : '·';
}

/** One line a case, one letter a pip; columns are numbered and named above. */
export function printTable(
  columns: readonly Column[],
  uvVersion: string | null,
  uv: ReadonlyMap<string, boolean> | null,
): void {
  const ids = [...new Set(columns.flatMap(({ rows }) => rows.map(({ id }) => id)))];
  const letter = (at: number) => String.fromCharCode(97 + at);
  console.log('\nY both accept   · both refuse   ≥ we refuse on purpose what pip accepts   ! disagreement\n');
  for (const [at, { label }] of columns.entries()) console.log(`  ${letter(at)}  pip ${label}`);
  if (uvVersion !== null) console.log(`  uv ${uvVersion}, for comparison`);
  const width = Math.max(...ids.map((id) => id.length)) + 2;
  console.log(`\n${' '.repeat(width)}${columns.map((_, at) => letter(at)).join(' ')}  uv`);
  for (const id of ids) {
    const cells = columns.map(({ rows }) => cell(rows.find((row) => row.id === id)));
    const beside = uv?.has(id) ? (uv.get(id) ? 'Y' : '·') : '';
    console.log(`${id.padEnd(width)}${cells.join(' ')}  ${beside}`);
  }
  console.log('');
  for (const { label, rows } of columns) {
    const agreed = rows.filter((row) => row.agreed).length;
    console.log(
      `pip ${label}: ${agreed} of ${rows.length} cases agree (${((100 * agreed) / rows.length).toFixed(1)} %)`,
    );
  }
}

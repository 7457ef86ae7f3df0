/** RECORD of a wheel (PEP 376, PEP 427): what the archive says of its own files. */

export interface RecordRow {
  readonly path: string;
  /** 'sha256=…' in URL-safe base64 without padding; null where the row has none. */
  readonly hash: string | null;
  readonly size: number | null;
}

/** @returns null where the text is no table of three columns. */
export function parseRecord(text: string): readonly RecordRow[] | null {
  const rows: RecordRow[] = [];
  for (const cells of parseCsv(text)) {
    if (cells.length === 1 && cells[0] === '') continue;
    const [path = '', hash = '', size = ''] = cells;
    if (cells.length !== 3 || path === '' || !/^\d*$/.test(size)) return null;
    rows.push({ path, hash: hash === '' ? null : hash, size: size === '' ? null : Number(size) });
  }
  return rows;
}

/** Rows of comma-separated cells; a cell in quotation marks may hold commas, line ends and doubled marks. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  let row: string[] = [];
  while (cell.lastIndex < text.length || row.length > 0) {
    const match = cell.exec(text);
    if (match === null) return [...rows, ['', '', '', '']];
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
    if (match[3] === '') break;
  }
  return rows;
}

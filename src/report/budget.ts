/** Markdown blocks fitted into a number of bytes by leaving out whole rows: what remains is always well-formed. */

export interface Block {
  /** Before the rows: heading, table head, '<details>' … */
  readonly open: string;
  /** Each a whole line or more, without the last line break. */
  readonly rows: readonly string[];
  /** After the rows: '</details>', a code fence … */
  readonly close: string;
  /** The block with the lowest number gives up rows first, from its end. */
  readonly keep: number;
}

const room = 400;

/** All blocks joined, at most `maxBytes` UTF-8 bytes; `note(n)` says in a block that n of its rows were left out. */
export function fit(blocks: readonly Block[], maxBytes: number, note: (rows: number) => string): string {
  let over = blocks.reduce((sum, block) => sum + bytesOf(block), 0) - maxBytes;
  const left = new Map(blocks.map((block) => [block, block.rows.length]));
  for (const block of [...blocks].sort((a, b) => a.keep - b.keep)) {
    if (over <= 0) break;
    if (block.rows.length === 0) continue;
    over += room;
    let rows = block.rows.length;
    while (rows > 0 && over > 0) {
      rows -= 1;
      over -= Buffer.byteLength(block.rows[rows] ?? '') + 1;
    }
    left.set(block, rows);
  }
  return blocks.map((block) => text(block, left.get(block) ?? 0, note)).join('');
}

function text(block: Block, rows: number, note: (rows: number) => string): string {
  const missing = block.rows.length - rows;
  const shown = block.rows.slice(0, rows).map((row) => `${row}\n`);
  return `${block.open}${shown.join('')}${block.close}${missing === 0 ? '' : `\n<small>${note(missing)}</small>\n\n`}`;
}

function bytesOf(block: Block): number {
  return block.rows.reduce(
    (sum, row) => sum + Buffer.byteLength(row) + 1,
    Buffer.byteLength(block.open) + Buffer.byteLength(block.close),
  );
}

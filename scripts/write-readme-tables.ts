/** `npm run docs:tables`: writes the tables of inputs and outputs into both READMEs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pages, ROOT, withTables } from './readme-tables.ts';

for (const page of pages()) {
  const path = resolve(ROOT, page.file);
  writeFileSync(path, withTables(readFileSync(path, 'utf8'), page));
}

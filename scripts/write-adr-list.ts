/** `npm run docs:adr`: writes the list of decisions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADR_FOLDER, adrIndex } from './adr-list.ts';

writeFileSync(join(ADR_FOLDER, 'README.md'), adrIndex());

/** `npm run docs:messages`: writes docs/troubleshooting.md in both languages. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { troubleshooting } from './troubleshooting.ts';

const docs = resolve(import.meta.dirname, '..', 'docs');
writeFileSync(resolve(docs, 'troubleshooting.md'), troubleshooting('en'));
writeFileSync(resolve(docs, 'troubleshooting.zh-CN.md'), troubleshooting('zh-CN'));

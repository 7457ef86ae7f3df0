/** `npm run test:docs-pages`: both READMEs as GitHub shows them, in Chromium, on a phone and on a desk. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { lookAt, withPage } from './browser.ts';

const ROOT = resolve(import.meta.dirname, '..');
const KEPT = resolve(ROOT, '.demo', 'pages');
const require = createRequire(import.meta.url);

const PAGES = [
  { file: 'README.md', language: 'en' },
  { file: 'README.zh-CN.md', language: 'zh-CN' },
  { file: 'docs/troubleshooting.md', language: 'en' },
  { file: 'docs/troubleshooting.zh-CN.md', language: 'zh-CN' },
  { file: 'docs/how-it-decides.md', language: 'en' },
];

/** As on GitHub: tables and code scroll by themselves, the page must not. */
const STYLE = `
  body { margin: 0; }
  .markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 16px; }
  .markdown-body table { display: block; width: max-content; max-width: 100%; overflow: auto; }
`;

const PROBLEMS = `(() => {
  const problems = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) problems.push('the page is ' + page.scrollWidth + ' px wide');
  for (const image of document.images) {
    if (!image.complete || image.naturalWidth === 0) problems.push('no picture: ' + image.getAttribute('src'));
  }
  for (const cell of document.querySelectorAll('td, p, li, h1, h2, h3')) {
    if (cell.closest('table') !== null || cell.closest('pre') !== null) continue;
    const box = cell.getBoundingClientRect();
    if (box.right > page.clientWidth + 1) problems.push('cut off: ' + cell.textContent.slice(0, 60));
  }
  return problems;
})()`;

function write(file: string, language: string): string {
  const css = readFileSync(require.resolve('github-markdown-css/github-markdown.css'), 'utf8');
  const body = marked.parse(readFileSync(resolve(ROOT, file), 'utf8'), { async: false });
  const base = pathToFileURL(`${dirname(resolve(ROOT, file))}/`).href;
  const html = `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><base href="${base}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${file}</title>
<style>${css}${STYLE}</style></head><body><article class="markdown-body">${body}</article></body></html>`;
  const path = resolve(KEPT, `${file.replaceAll('/', '-')}.html`);
  writeFileSync(path, html);
  return path;
}

mkdirSync(KEPT, { recursive: true });
const found = await withPage(async (page) => {
  let sum = 0;
  for (const { file, language } of PAGES)
    sum += await lookAt(page, { path: write(file, language), name: file, problems: PROBLEMS });
  return sum;
});
console.log(`pictures: ${pathToFileURL(KEPT).href}`);
process.exitCode = found === 0 ? 0 : 1;

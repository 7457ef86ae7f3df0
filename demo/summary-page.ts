/** The job summary as GitHub shows it: its Markdown, its style, its diagrams; one page that asks no other host. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Marked } from 'marked';

const require = createRequire(import.meta.url);
const MERMAID = 'mermaid.tiny.js';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** GitHub's own additions to Markdown that summaries use: diagrams and alerts. */
const marked = new Marked({
  gfm: true,
  renderer: {
    code({ text, lang }) {
      return lang === 'mermaid' ? `<pre class="mermaid">${escapeHtml(text)}</pre>\n` : false;
    },
    blockquote({ tokens }) {
      const inner = this.parser.parse(tokens);
      const [mark, kind] = /\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/.exec(inner) ?? [];
      if (mark === undefined || kind === undefined) return false;
      const title = kind.charAt(0) + kind.slice(1).toLowerCase();
      const text = inner.replace(mark, `<strong class="markdown-alert-title">${title}</strong><br>`);
      return `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}">${text}</div>\n`;
    },
  },
});

const STYLE = `
  body { margin: 0; background: light-dark(#fff, #0d1117); }
  :root { color-scheme: light dark; }
  .markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 32px 16px; }
  .mermaid { background: none; overflow-x: auto; }
`;

/** HTML of the page; `script` is the URL of the diagram library. */
export function summaryHtml(markdown: string, script: string): string {
  const css = readFileSync(require.resolve('github-markdown-css/github-markdown.css'), 'utf8');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Job summary</title>
<style>${css}${STYLE}</style>
</head>
<body>
<article class="markdown-body">
${marked.parse(markdown, { async: false })}</article>
<script src="${script}"></script>
<script>
  mermaid.initialize({ theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default' });
  mermaid.run();
</script>
</body>
</html>
`;
}

/** Writes summary.html (and the diagram library beside it) and gives the page's path. */
export function writeSummaryPage(folder: string, markdown: string): string {
  mkdirSync(folder, { recursive: true });
  copyFileSync(require.resolve('@mermaid-js/tiny'), join(folder, MERMAID));
  const page = join(folder, 'summary.html');
  writeFileSync(page, summaryHtml(markdown, MERMAID));
  return page;
}

/** `npm run test:pages`: the status page of an audit in Chromium, on a phone and on a desk, light and dark. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { badCertificate, healthy, now, outcome, silent } from '../__tests__/unit/report/outcome-builder.ts';
import type { AuditHistory } from '../src/model/audit.ts';
import { LANGUAGES } from '../src/model/plan.ts';
import { NO_HISTORY, withAudit } from '../src/report/history.ts';
import { rowsOf } from '../src/report/rows.ts';
import { statusPageOf } from '../src/report/status-page.ts';
import { lookAt, withPage } from './browser.ts';

const KEPT = resolve(import.meta.dirname, '..', '.demo', 'status-page');

/** Width, contrast of every text (WCAG AA), anything that was fetched, and whether there is a script. */
const PROBLEMS = `(() => {
  const problems = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) problems.push('the page is ' + page.scrollWidth + ' px wide');
  const fetched = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith('data:'));
  if (fetched.length > 0) problems.push('fetched ' + fetched.join(' '));
  if (document.scripts.length > 0) problems.push('has a script');
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = parts(color).map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  for (const element of document.querySelectorAll('h1, h2, p, li')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')) continue;
    const ink = light(getComputedStyle(element).color);
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (contrast < 4.5) problems.push('contrast ' + contrast.toFixed(2) + ': ' + element.textContent.slice(0, 40));
    if (element.getBoundingClientRect().right > page.clientWidth + 1) problems.push('cut off: ' + element.textContent.slice(0, 40));
  }
  for (const picture of document.querySelectorAll('svg')) {
    if (!picture.getAttribute('aria-label')) problems.push('a picture without words');
    if (picture.getBoundingClientRect().right > page.clientWidth + 1) problems.push('a picture is cut off');
  }
  for (const element of document.querySelectorAll('[tabindex], a, button')) {
    if (element.tabIndex < 0) problems.push('out of reach of the keyboard: ' + element.textContent.slice(0, 40));
  }
  return problems;
})()`;

const hostile = '<script>fetch("https://evil.example")</script>'.padEnd(200, 'x');
const verdicts = [
  healthy('tuna'),
  healthy('aliyun', 2.5),
  badCertificate('ustc', ['expired'], -3),
  badCertificate('a-mirror-with-a-very-long-name-indeed', ['hostname-mismatch', 'untrusted-issuer']),
  silent('gone'),
  healthy(hostile),
];

mkdirSync(KEPT, { recursive: true });
const found = await withPage(async (page) => {
  let sum = 0;
  for (const language of LANGUAGES) {
    for (const [name, shown] of [
      ['full', verdicts],
      ['empty', []],
    ] as const) {
      const run = outcome(shown, { inputs: { mode: 'audit', language } });
      let history: AuditHistory = NO_HISTORY;
      for (let audit = 0; audit < 90; audit++) {
        const rows = rowsOf(outcome(audit % 7 === 3 ? shown.slice(1) : shown, { inputs: { mode: 'audit', language } }));
        history = withAudit(history, rows, now - (90 - audit) * 86_400_000);
      }
      const path = resolve(KEPT, `${name}-${language}.html`);
      writeFileSync(path, statusPageOf(run, history));
      sum += await lookAt(page, { path, name: `${name} ${language}`, problems: PROBLEMS });
    }
  }
  return sum;
});
console.log(`pictures: ${pathToFileURL(KEPT).href}`);
process.exitCode = found === 0 ? 0 : 1;

/**
 * Part of `npm run test:pages`: an audit's job summary as GitHub shows it, in Chromium, on a phone and on a desk, light
 * and dark: width, contrast of every text, the picture of lifetimes, and that a hostile name makes nothing of it move.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { badCertificate, healthy, outcome, refused, silent } from '../__tests__/unit/report/outcome-builder.ts';
import { writeSummaryPage } from '../demo/summary-page.ts';
import type { Notice } from '../src/model/notice.ts';
import { LANGUAGES } from '../src/model/plan.ts';
import type { Verdict } from '../src/model/verdict.ts';
import { renderSummary } from '../src/report/summary.ts';
import { lookAt, withPage } from './browser.ts';

const KEPT = resolve(import.meta.dirname, '..', '.demo', 'audit-summary');

/** GitHub lets tables and diagrams scroll by themselves: the page must not. */
const PROBLEMS = `(() => {
  const problems = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) problems.push('the page is ' + page.scrollWidth + ' px wide');
  const fetched = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !/^(file|data|blob):/.test(name));
  if (fetched.length > 0) problems.push('fetched ' + fetched.join(' '));
  const body = document.querySelector('.markdown-body');
  const alive = body.querySelectorAll('script, img, iframe, object, form, [onerror], [onload], [onclick]');
  if (alive.length > 0) problems.push('has a ' + alive[0].outerHTML.slice(0, 80));
  for (const picture of document.querySelectorAll('.mermaid')) {
    if (picture.querySelector('svg') === null || /Syntax error/.test(picture.textContent)) problems.push('no picture');
  }
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const over = ([r, g, b, a = 1], under) => [r, g, b].map((part, index) => part * a + under[index] * (1 - a));
  const paperOf = (element) => {
    if (element === null) return [255, 255, 255];
    const color = parts(getComputedStyle(element).backgroundColor);
    return color[3] === 0 ? paperOf(element.parentElement) : over(color, color[3] === undefined ? color : paperOf(element.parentElement));
  };
  const light = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const element of body.querySelectorAll('*')) {
    if (element.closest('.mermaid') !== null) continue;
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')) continue;
    const paper = paperOf(element);
    const [a, b] = [light(over(parts(getComputedStyle(element).color), paper)), light(paper)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) problems.push('contrast ' + contrast.toFixed(2) + ': ' + element.textContent.slice(0, 40));
    const scrolls = element.closest('table, pre') !== null;
    if (!scrolls && element.getBoundingClientRect().right > page.clientWidth + 1) problems.push('cut off: ' + element.textContent.slice(0, 40));
  }
  for (const element of body.querySelectorAll('a, summary')) {
    if (element.tabIndex < 0) problems.push('out of reach of the keyboard: ' + element.textContent.slice(0, 40));
  }
  return problems;
})()`;

const PICTURED = 'document.querySelectorAll(".mermaid").length === document.querySelectorAll(".mermaid svg").length';

const hostile = '<img src=x onerror=alert(1)>|`![x](http://evil.example/x.png)`'.padEnd(200, 'x');
const some: readonly Verdict[] = [
  healthy('tuna'),
  healthy('aliyun', 2.5),
  badCertificate('ustc', ['expired'], -3),
  badCertificate('a-mirror-with-a-very-long-name-indeed', ['hostname-mismatch', 'untrusted-issuer']),
  refused('waf', ['http-403'], { detail: `blocked: ${hostile}` }),
  silent('gone'),
  healthy(hostile, 0.4),
];
const many = Array.from({ length: 300 }, (_, index) =>
  index % 7 === 0 ? badCertificate(`mirror-${index}`, ['expired'], -index / 10) : healthy(`mirror-${index}`, index),
);
const notices: readonly Notice[] = [
  { code: 'alert-failed', level: 'error', facts: { channel: 'wecom', code: 'errcode-93000', announcements: 3 } },
  { code: 'alert-sent', level: 'info', facts: { channel: 'feishu', announcements: 3 } },
  { code: 'audit-state-lost', level: 'notice', facts: { detail: hostile } },
];
const CASES = { some, many, well: [healthy('tuna'), healthy('aliyun', 80)], none: [] };

mkdirSync(KEPT, { recursive: true });
const found = await withPage(async (page) => {
  let sum = 0;
  for (const language of LANGUAGES) {
    for (const [name, verdicts] of Object.entries(CASES)) {
      const run = outcome(verdicts, { inputs: { mode: 'audit', language }, notices: verdicts === some ? notices : [] });
      const path = writeSummaryPage(resolve(KEPT, `${name}-${language}`), renderSummary(run));
      sum += await lookAt(page, { path, name: `summary ${name} ${language}`, problems: PROBLEMS, drawn: PICTURED });
    }
  }
  return sum;
});
console.log(`pictures: ${pathToFileURL(KEPT).href}`);
process.exitCode = found === 0 ? 0 : 1;

/** `npm run picture`: the README's picture, a real job summary of the demo, in light and dark. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withPage } from './browser.ts';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = resolve(process.argv[2] ?? resolve(ROOT, 'docs', 'images'));
const WIDTH = 1044;
/** The picture ends before this heading (the third): what follows it is paths of the lab. */
const END = 'Math.round(document.querySelectorAll(".markdown-body h3")[2].getBoundingClientRect().top + scrollY)';

execFileSync(process.execPath, [resolve(ROOT, 'demo', 'main.ts')], { cwd: ROOT, stdio: 'inherit' });
mkdirSync(OUT, { recursive: true });
await withPage(async (page) => {
  await page.setViewportSize({ width: WIDTH, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(pathToFileURL(resolve(ROOT, '.demo', 'summary.html')).href);
    await page.waitForFunction(
      'document.querySelectorAll(".mermaid").length === document.querySelectorAll(".mermaid svg").length',
    );
    const path = resolve(OUT, `summary-${colorScheme}.png`);
    const height = await page.evaluate<number>(END);
    await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: WIDTH, height } });
  }
});

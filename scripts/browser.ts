/** Chromium for the scripts that look at pages: the one of this machine, driven by a playwright-core of their own. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The few calls that are used here; the library is no dependency of the project. */
export interface Page {
  goto(url: string): Promise<unknown>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  emulateMedia(options: { colorScheme: 'light' | 'dark' }): Promise<void>;
  waitForFunction(expression: string): Promise<unknown>;
  evaluate<T>(expression: string): Promise<T>;
  screenshot(options: {
    path: string;
    fullPage: boolean;
    clip?: { x: number; y: number; width: number; height: number };
  }): Promise<unknown>;
}
interface Browser {
  newPage(options: { deviceScaleFactor: number }): Promise<Page>;
  close(): Promise<void>;
}
interface Playwright {
  readonly chromium: { launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser> };
}

const DRIVER = 'playwright-core@1.65';
const PREFIX = join(tmpdir(), `pip-mirror-select-${DRIVER.replace('@', '-')}`);
/** A registry that does not answer is one that is not there. */
const FETCH_MS = 180_000;
const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Opens one page, hands it over, and closes the browser whatever happens. Throws when there is no Chromium. */
export async function withPage<T>(use: (page: Page) => Promise<T>, deviceScaleFactor = 1): Promise<T> {
  const { executablePath, chromium } = browserTool();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    return await use(await browser.newPage({ deviceScaleFactor }));
  } finally {
    await browser.close();
  }
}

/** The browser and what drives it. Throws where either cannot be had. */
export function browserTool(): Playwright & { readonly executablePath: string } {
  const executablePath = PLACES.find((place) => place !== '' && existsSync(place));
  if (executablePath === undefined) throw new Error('no Chromium here: install it, or name it in CHROMIUM');
  return { executablePath, chromium: loadDriver().chromium };
}

function loadDriver(): Playwright {
  const require = createRequire(join(PREFIX, 'from-here.js'));
  if (!existsSync(join(PREFIX, 'node_modules', 'playwright-core'))) {
    execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--prefix', PREFIX, DRIVER], {
      stdio: 'inherit',
      timeout: FETCH_MS,
    });
  }
  return require('playwright-core') as Playwright;
}

/** A page to look at, and what is wrong with one. */
export interface Look {
  /** Path of an HTML file; pictures are kept beside it. */
  readonly path: string;
  readonly name: string;
  /** JavaScript that gives the problems of the page it runs in, each in words. */
  readonly problems: string;
  /** JavaScript that is true once the page is drawn. */
  readonly drawn?: string;
}

/** Looks on a phone and on a desk, light and dark, says what is wrong, and resolves to how much that is. */
export async function lookAt(page: Page, { path, name, problems, drawn = 'true' }: Look): Promise<number> {
  let found = 0;
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(path).href);
      await page.waitForFunction(drawn);
      const wrong = await page.evaluate<readonly string[]>(problems);
      await page.screenshot({ path: `${path}-${width}-${colorScheme}.png`, fullPage: true });
      const fine = wrong.length === 0 ? 'fine ' : 'WRONG';
      console.log(`${fine} ${String(width).padStart(5)} px ${colorScheme.padEnd(5)} ${name}`);
      for (const problem of wrong.slice(0, 10)) console.log(`        ${problem}`);
      found += wrong.length;
    }
  }
  return found;
}

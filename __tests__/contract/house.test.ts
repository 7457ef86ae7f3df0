/** The rules of the house that CONTRIBUTING.md draws: who may import whom, names and sizes of files. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { test } from 'node:test';

const SRC = resolve(import.meta.dirname, '..', '..', 'src');
const files = globSync('**/*.ts', { cwd: SRC })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const stageOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : 'entry');

/** Which stages each one may import from; its own is always allowed. CONTRIBUTING.md draws the same map. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  plan: ['model', 'platform'],
  observe: ['model', 'platform'],
  judge: ['model'],
  decide: ['model', 'judge'],
  report: ['model'],
  alert: ['model', 'decide', 'report'],
  apply: ['model', 'plan', 'observe', 'decide', 'alert', 'platform'],
  platform: ['model'],
};
/** What puts the stages together. */
const WIRING = ['entry', 'run', 'cli'];
const PURE = ['model', 'judge', 'decide', 'report'];
/** What only platform/ knows: the forge, the network, other programs. */
const OUTSIDE = /^(@actions\/|undici|node:(net|tls|http|https|http2|dns|dgram|child_process|worker_threads)(\/|$))/;

/** Entries: one line of wiring each. */
const WORDLESS = ['src/main.ts', 'src/post.ts', 'src/cli.ts'];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = files.flatMap((file) =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /^(?:import|export) (type )?[^'";]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map(([, type, from, bare, lazy]) => ({ file, target: from ?? bare ?? lazy ?? '', typeOnly: type !== undefined })),
);

test('each stage imports only the stages that its data comes from', () => {
  const wrong = imports.filter(({ file, target }) => {
    const allowed = MAY_IMPORT[stageOf(file)];
    if (allowed === undefined || !target.startsWith('.')) return false;
    const path = normalize(join(dirname(file), target));
    const stage = stageOf(path);
    return stage !== stageOf(file) && !allowed.includes(stage);
  });
  assert.deepEqual(wrong, []);
});

test('CONTRIBUTING.md draws the map that the code keeps to', () => {
  const page = readFileSync(resolve(SRC, '..', 'CONTRIBUTING.md'), 'utf8');
  const drawn = [...page.matchAll(/^\| `src\/(\w+)` \| .* \| (?:pure: )?(.*) \|$/gm)]
    .map(([, stage = '', allowed = '']) => [stage, allowed === 'itself' ? [] : allowed.split(', ')] as const)
    .filter(([stage]) => !WIRING.includes(stage));
  assert.deepEqual(Object.fromEntries(drawn), MAY_IMPORT);
});

test('judge, decide, report and model are pure: no module but node:crypto and parsing', () => {
  const wrong = imports.filter(
    ({ file, target, typeOnly }) =>
      PURE.includes(stageOf(file)) &&
      !target.startsWith('.') &&
      !typeOnly &&
      !['node:crypto', 'node:path'].includes(target),
  );
  assert.deepEqual(wrong, []);
});

test('only platform/ knows the forge, sockets and other programs', () => {
  const wrong = imports.filter(
    ({ file, target, typeOnly }) => !typeOnly && stageOf(file) !== 'platform' && OUTSIDE.test(target),
  );
  assert.deepEqual(wrong, []);
});

test('entries, run/ and cli/ wire; nothing else imports them', () => {
  const wrong = imports.filter(({ file, target }) => {
    if (!target.startsWith('.')) return false;
    const stage = stageOf(normalize(join(dirname(file), target)));
    return WIRING.includes(stage) && !WIRING.includes(stageOf(file));
  });
  assert.deepEqual(wrong, []);
});

test('files are named for what they hold: kebab-case, no catch-alls', () => {
  const wrong = files.filter((file) => {
    const name = file.split('/').at(-1) ?? '';
    return (
      !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name) || /(^|[-/])(utils?|helpers?|common|misc|index)(\.ts|\/)/.test(file)
    );
  });
  assert.deepEqual(wrong, []);
});

test('a file can be read at one sitting', () => {
  const long = files
    .map((file) => ({ file, lines: readFileSync(join(SRC, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 300);
  assert.deepEqual(long, []);
});

test('each file says first what it is for, each test what it protects', () => {
  const root = resolve(SRC, '..');
  const all = globSync('{src,__tests__,bench,demo,scripts}/**/*.ts', { cwd: root });
  const silent = all.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    // A file of one declaration may have its word there.
    return !/^(#![^\n]*\n)?(import [^;]*;\n+)*\/\*\*/.test(text) && !WORDLESS.includes(file);
  });
  assert.deepEqual(silent, []);
});

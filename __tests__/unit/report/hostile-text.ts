/** Text as an attacker would write it into a certificate, a header or a file name; and the runner's reading of a log line. */
import fc from 'fast-check';

const attacks = [
  '::error::',
  '::set-output name=x::',
  '::stop-commands::t',
  '##[error]',
  '##[',
  '##vso[task]',
  '\n::add-path::/x',
  '\r\n::debug::',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  '</details>',
  '</code>',
  '```',
  '~~~',
  '|',
  '| :-- |',
  '\\|',
  '`',
  '**',
  '__',
  '![x](y)',
  '[x](javascript:1)',
  '&lt;',
  '&#124;',
  '$x$',
  '$$',
  '@octocat',
  '#1',
  'GH-1',
  ':tada:',
  'www.evil.org',
  'https://u:p@evil.org/x',
  '//u:p@h',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\ud800',
  '\udc00',
  '\u{e0041}',
  'e\u0301\u0301\u0301\u0301\u0301\u0301',
  'section x',
  'gantt',
  ':crit, a, 1d',
  '%%{init: {}}%%',
  '2026-01-01',
  'click a href "x"',
  ';',
  '#35;',
  '镜像',
  '😀',
  "'",
  '"',
  '\t',
  ' ',
];

/** Mixtures of attacks and arbitrary Unicode, also malformed. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ maxLength: 8 })),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

/** The command that GitHub's runner (ActionCommand.cs, both forms) or act would read in a line; null where none. */
export function runnerCommand(line: string): string | null {
  const second = /^\s*::([^\s:]+)(?: [^:]*)?::/.exec(line) ?? /(?:^|\s)::([a-z][a-z-]*)(?: [^:]*)?::/i.exec(line);
  const first = /##(?:[a-z]*)\[/i.exec(line);
  return second?.[0] ?? first?.[0] ?? null;
}

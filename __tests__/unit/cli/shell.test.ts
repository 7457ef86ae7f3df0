/** What `--shell` prints is read back as it was. Real shells: `npm run test:shells`; PowerShell by its documented rules. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { SHELLS, shellCommands } from '../../../src/cli/shell.ts';
import { HOSTILE_VALUES } from './hostile-values.ts';

/**
 * The value of `$env:NAME = '…'`, read by the rules of about_Quoting_Rules and of the language's grammar: between single
 * quotation marks everything is itself, two of them in a row are one, and five characters are such marks.
 */
function readPowershell(line: string): { name: string; value: string } {
  const [, name = '', rest = ''] = /^\$env:([A-Z0-9_]+) = '(.*)$/s.exec(line) ?? assert.fail(line);
  const isMark = (char: string | undefined): boolean => char !== undefined && /['\u2018\u2019\u201a\u201b]/.test(char);
  let value = '';
  for (let at = 0; at < rest.length; at += 1) {
    if (isMark(rest[at])) {
      if (!isMark(rest[at + 1])) {
        assert.equal(rest.slice(at + 1), '', `the string ends early: ${line}`);
        return { name, value };
      }
      at += 1;
    }
    value += rest[at];
  }
  return assert.fail(`the string does not end: ${line}`);
}

for (const value of HOSTILE_VALUES) {
  test(`PowerShell reads ${JSON.stringify(value)} back as it was`, () => {
    assert.deepEqual(readPowershell(shellCommands({ PIP_INDEX_URL: value }, 'powershell')), {
      name: 'PIP_INDEX_URL',
      value,
    });
  });
}

test('sh reads every value back as it was', () => {
  const variables = Object.fromEntries(HOSTILE_VALUES.map((value, at) => [`V${at}`, value]));
  const print = HOSTILE_VALUES.map((_, at) => `printf '%s\\0' "$V${at}"`).join('\n');
  const read = execFileSync('sh', ['-c', `${shellCommands(variables, 'bash')}\n${print}`], { encoding: 'utf8' });
  assert.deepEqual(read.split('\0').slice(0, -1), HOSTILE_VALUES);
});

for (const shell of SHELLS) {
  test(`${shell}: nothing is written where a value has a line break or a name is none`, () => {
    for (const value of ['a\nb', 'a\rb', 'a\0b']) {
      assert.throws(() => shellCommands({ PIP_CERT: 'fine', PIP_INDEX_URL: value }, shell));
    }
    assert.throws(() => shellCommands({ 'X; touch x': '1' }, shell));
  });
}

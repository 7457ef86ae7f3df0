/** netrc is read as Python reads it, so that the action asks with the credentials that pip will use. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Inputs } from '../../../src/model/plan.ts';
import { parseNetrc, readNetrc, withNetrc } from '../../../src/plan/netrc.ts';
import { readInputs } from '../../../src/plan/read-inputs.ts';
import { machinePython } from '../../lab/environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'netrc-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const TEXTS = [
  'machine a.test login joe password s3cret\n',
  'machine a.test\n  login joe\n  password s3cret\nmachine b.test login x password y\n',
  'machine a.test login joe password #hash\n',
  '# comment\nmachine a.test login joe password p # trailing\n',
  'machine a.test user joe password "with \\"quote and blank"\n',
  'machine a.test login "joe doe" account acc password p\n',
  'machine a.test login joe password p\ndefault login any password way\n',
  'macdef init\nmachine no.test login a password b\n\nmachine a.test login joe password p\n',
  'machine a.test login joe password p\nmachine a.test login second password q\n',
  'machine a.test password only\n',
  'machine a.test account acc password p\n',
  'machine\ta.test\tlogin\tjoe\tpassword\tp\r\n',
  'machine a.test login joe password pass\\ word\n',
  '',
];

const SCRIPT = `
import json, netrc, sys
out = []
for path in sys.argv[1:]:
    try:
        found = netrc.netrc(path).hosts
        out.append({host: [row[0] or row[1], row[2]] for host, row in found.items()})
    except netrc.NetrcParseError:
        out.append(None)
print(json.dumps(out if sys.version_info >= (3, 11) else None))
`;

test('every text gives the logins that Python’s netrc module gives', (context) => {
  const paths = TEXTS.map((text, at) => {
    const path = join(folder, `case-${at}`);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  });
  const theirs = JSON.parse(execFileSync(machinePython(), ['-I', '-c', SCRIPT, ...paths], { encoding: 'utf8' }));
  if (theirs === null) return context.skip('Python before 3.11 reads netrc by older rules');
  TEXTS.forEach((text, at) => {
    const { machines, otherwise } = parseNetrc(text);
    const ours = Object.fromEntries(
      [...machines].map(([host, { username, password }]) => [host, [username, password]]),
    );
    if (otherwise !== null) ours.default = [otherwise.username, otherwise.password];
    assert.deepEqual(ours, theirs[at], text);
  });
});

test('the file is NETRC, or .netrc, or _netrc in the home folder', () => {
  writeFileSync(join(folder, '_netrc'), 'machine a.test login under password p\n');
  assert.equal(readNetrc({ HOME: folder })?.machines.get('a.test')?.username, 'under');
  writeFileSync(join(folder, '.netrc'), 'machine a.test login dot password p\n');
  assert.equal(readNetrc({ HOME: folder })?.machines.get('a.test')?.username, 'dot');
  assert.equal(readNetrc({ HOME: folder, NETRC: join(folder, '_netrc') })?.machines.get('a.test')?.username, 'under');
  assert.equal(readNetrc({ HOME: join(folder, 'nowhere') }), null);
});

const inputsFor = (mirrors: string, trusted = ''): Inputs => {
  const read = readInputs((name) => ({ mirrors, 'trusted-hosts': trusted })[name as string], '/work');
  assert.ok(read.ok, JSON.stringify(read));
  return read.inputs;
};

test('credentials go to their own host over https, never over plain http, never in place of those of the URL', () => {
  const netrc = parseNetrc('machine pkgs.test login joe password s3cret');
  const users = (mirrors: string, trusted = ''): (string | undefined)[] =>
    withNetrc(inputsFor(mirrors, trusted), netrc).mirrors.map((mirror) => mirror.credentials?.username);
  assert.deepEqual(users('https://pkgs.test:8443/simple/'), ['joe']);
  assert.deepEqual(users('https://sub.pkgs.test/simple/'), [undefined]);
  assert.deepEqual(users('http://pkgs.test/simple/'), [undefined]);
  assert.deepEqual(users('http://pkgs.test/simple/', 'pkgs.test'), ['joe']);
  assert.deepEqual(users('https://own:pw@pkgs.test/simple/'), ['own']);
});

test('the default entry never goes to a public mirror', () => {
  const netrc = parseNetrc('default login any password way');
  const { mirrors } = withNetrc(inputsFor('tuna\nhttps://pkgs.test/simple/'), netrc);
  const users = mirrors.map(({ name, credentials }) => [name, credentials?.username]);
  assert.deepEqual(users, [
    ['tuna', undefined],
    ['pkgs.test', 'any'],
    ['pypi', undefined],
  ]);
});

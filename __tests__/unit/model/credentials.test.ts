/** Every place where a user name or password can stand in text that people see: none of it may come through. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  hideCredentials,
  hideCredentialsOfBroken,
  holdsCredentials,
  withoutCredentials,
} from '../../../src/model/credentials.ts';

/** [text, without, hidden]. */
const texts: readonly (readonly [string, string, string])[] = [
  ['https://me:secret@host/x', 'https://host/x', 'https://***@host/x'],
  ['https://secret@host/x', 'https://host/x', 'https://***@host/x'],
  ['https://me:@host/', 'https://host/', 'https://***@host/'],
  ['//a:secret@b//c:secret@d', '//b//d', '//***@b//***@d'],
  ['https://me:se@cret@host/x', 'https://host/x', 'https://***@host/x'],
  ['https://me:s%40cret%2F@host/x', 'https://host/x', 'https://***@host/x'],
  ['https://me:secret@[::1]:8443/', 'https://[::1]:8443/', 'https://***@[::1]:8443/'],
  ['git+https://me:secret@host/r@v1', 'git+https://host/r@v1', 'git+https://***@host/r@v1'],
  ['git+ssh://git@host/r@v1', 'git+ssh://host/r@v1', 'git+ssh://***@host/r@v1'],
  ['socks5h://me:secret@proxy:1080', 'socks5h://proxy:1080', 'socks5h://***@proxy:1080'],
  [
    'pkg @ https://me:secret@host/p.whl ; a > "3"',
    'pkg @ https://host/p.whl ; a > "3"',
    'pkg @ https://***@host/p.whl ; a > "3"',
  ],
  ['https://a:secret@x/ https://b:secret@y/', 'https://x/ https://y/', 'https://***@x/ https://***@y/'],
  ['team=https://me:secret@host/', 'team=https://host/', 'team=https://***@host/'],
  ['me:secret@proxy:3128', 'proxy:3128', '***@proxy:3128'],
  ['HTTPS_PROXY=me:sec@ret@proxy:3128', 'HTTPS_PROXY=proxy:3128', 'HTTPS_PROXY=***@proxy:3128'],
];

test('a user and password before a host come through neither way, and the rest stays', () => {
  for (const [text, without, hidden] of texts) {
    assert.equal(withoutCredentials(text), without);
    assert.equal(hideCredentials(text), hidden);
    assert.doesNotMatch(hideCredentialsOfBroken(text), /se@?c/, text);
  }
});

test('text without credentials is left alone', () => {
  for (const text of [
    'https://host/simple/',
    'https://host/@scope/file@1.2.whl?mail=me@host#a@b',
    'pkg @ https://host/p.whl',
    'emailAddress=ca@example.org, CN=x',
    'git@github.com',
    'at 10:30, write to me@example.org',
    'sha256:0123 @ home',
  ]) {
    assert.equal(withoutCredentials(text), text);
    assert.equal(hideCredentials(text), text);
  }
});

test('of a value that is no URL, nothing before the last @ is shown', () => {
  for (const text of [
    'https://me:sec/ret@host/x',
    'https://me:sec#ret@host/x',
    'https://me:sec?ret@host/x',
    'https:/me:secret@host/x',
    'https:\\\\me:secret@host/x',
    'own=secret@host/simple',
    'secret@host/simple',
    'me:secret@host',
    'see secret@host',
  ]) {
    const hidden = hideCredentialsOfBroken(text);
    assert.doesNotMatch(hidden, /sec|ret/, text);
    assert.match(hidden, /\*\*\*@host/);
  }
});

test('megabytes of hostile text cost no more than a walk through it', () => {
  for (const piece of ['a:', '=a:', '//', ',a:b', '"@']) {
    const text = piece.repeat(500_000);
    assert.equal(typeof hideCredentials(text), 'string');
  }
});

test('words of a server that send credentials back are recognised in every form', () => {
  const credentials = { username: 'joe', password: 'p/ä' };
  const basic = (encoding: 'latin1' | 'utf8') => Buffer.from('joe:p/ä', encoding).toString('base64');
  for (const form of ['p/ä', 'p%2F%C3%A4', basic('latin1'), basic('utf8')]) {
    assert.ok(holdsCredentials(`request ${form} refused`, credentials), form);
  }
  assert.ok(holdsCredentials('token t0ken', { username: 't0ken', password: '' }));
  assert.ok(!holdsCredentials('anything', { username: '', password: '' }));
  assert.ok(!holdsCredentials('p/b', credentials));
  assert.ok(!holdsCredentials('p/ä', null));
});

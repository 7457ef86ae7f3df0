/** Protects: pip's way across redirects, and that no secret is carried along in an address. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redirectTarget } from '../../../src/observe/redirect-target.ts';

const FROM = 'https://mirror.test/simple/six/';
const to = (location: string | undefined, status = 302) => redirectTarget(status, location, FROM)?.url;

test('the five redirect codes with a location are redirects, nothing else is', () => {
  for (const status of [301, 302, 303, 307, 308]) assert.equal(to('/x/', status), 'https://mirror.test/x/');
  for (const status of [200, 300, 304, 305, 306]) assert.equal(to('/x/', status), undefined);
  assert.equal(to(undefined), undefined);
});

test('relative, scheme-less, UTF-8 and secret-bearing locations', () => {
  assert.equal(to('../idna/'), 'https://mirror.test/simple/idna/');
  assert.equal(to('//other.test/a'), 'https://other.test/a');
  assert.equal(to('?page=2#part'), `${FROM}?page=2`);
  assert.equal(to(Buffer.from('/ä').toString('latin1')), 'https://mirror.test/%C3%A4');
  assert.equal(to('https://user:secret@other.test/a'), 'https://other.test/a');
});

test('what pip cannot follow has no target but a reason', () => {
  for (const location of ['file:///etc/passwd', 'ftp://mirror.test/', 'https://', 'http://[::']) {
    assert.equal(to(location), null, location);
    assert.match(redirectTarget(302, location, FROM)?.detail ?? '', /^redirect to /);
  }
});

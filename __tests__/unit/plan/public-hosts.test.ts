/** Every host of the catalogues counts as public, so that an internal network never meets one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATALOGUE } from '../../../src/plan/catalogue.ts';
import { isPublicHost } from '../../../src/plan/public-hosts.ts';
import { PYTORCH_INDEXES } from '../../../src/plan/pytorch.ts';

test('indexes, their aliases, file hosts and PyTorch’s hosts are public, however they are written', () => {
  for (const { indexUrl, aliases, fileHosts } of CATALOGUE) {
    for (const url of [indexUrl, ...aliases]) assert.ok(isPublicHost(new URL(url).hostname), url);
    for (const host of fileHosts) assert.ok(isPublicHost(host), host);
  }
  for (const { baseUrl } of PYTORCH_INDEXES) assert.ok(isPublicHost(new URL(baseUrl).hostname));
  for (const host of ['PyPI.org', 'pypi.org.', 'files.pythonhosted.org', 'pypi.python.org'])
    assert.ok(isPublicHost(host));
});

test('hosts of a company are not', () => {
  for (const host of ['pypi.org.example.com', 'pypi.example.com', 'localhost', 'nexus']) assert.ok(!isPublicHost(host));
});

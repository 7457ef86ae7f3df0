/** What an internal index tells of public ones, by what was seen of it: the worst thing is told, once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeForwarding } from '../../../src/judge/forwarding.ts';
import type { Exchange, IndexPage, Observation } from '../../../src/model/observation.ts';
import { link, mirror, page } from './observed.ts';

const isPublic = (host: string): boolean => host.endsWith('pypi.org') || host.endsWith('pythonhosted.org');
const own = page([link('six-1-py3-none-any.whl', { url: 'https://nexus.example/six-1-py3-none-any.whl' })]);
const linked = page([link('six-1.tar.gz', { url: 'https://files.pythonhosted.org/six-1.tar.gz' })]);

const to = (host: string): Exchange => ({ connection: { host } }) as Exchange;

/** The pages that it has, and the hosts on the way to each project. */
function seen(pages: Record<string, IndexPage>, ways: Record<string, readonly string[]> = {}): Observation {
  const observed = mirror('nexus', {
    ...Object.fromEntries(Object.keys(ways).map((name) => [name, page([])])),
    ...pages,
  });
  const projects = observed.projects.map((one) => ({ ...one, exchanges: (ways[one.project] ?? []).map(to) }));
  return { ...observed, projects };
}

const cases: readonly (readonly [string, Observation, string | null])[] = [
  ['its own files alone', seen({ six: own }), null],
  ['nothing at all', seen({}), null],
  [
    'a project that it lacks, led to PyPI',
    seen({ six: own }, { nobody: ['nexus.example', 'pypi.org'] }),
    'forwards-to-public',
  ],
  ['a redirect inside the house', seen({ six: own }, { six: ['nexus.example', 'store.example'] }), null],
  ['files on a public host', seen({ six: linked }), 'links-to-public'],
  ['what nobody uploads', seen({ six: own, sampleproject: own }), 'serves-public'],
  ['an empty page of it', seen({ sampleproject: page([]) }), null],
  [
    'all of it',
    seen({ six: linked, sampleproject: own }, { nobody: ['nexus.example', 'pypi.org'] }),
    'forwards-to-public',
  ],
];

for (const [what, observation, code] of cases) {
  test(`${what}: ${code ?? 'nothing to tell'}`, () => {
    const told = judgeForwarding(observation, isPublic, 'sampleproject');
    assert.deepEqual(
      told.map((notice) => notice.code),
      code === null ? [] : [code],
    );
  });
}

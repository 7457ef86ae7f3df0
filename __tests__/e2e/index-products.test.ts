/** `policy: internal` on the recorded shapes of Nexus, Artifactory, GitLab, CodeArtifact, Google and Azure feeds. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { type ActionResult, makeFolders, runAction } from '../lab/run-action.ts';
import { runPip } from '../lab/run-pip.ts';
import { INDEX_PRODUCTS, type IndexProduct } from './index-products.ts';

let lab: Lab;
/** What the public host would be, were it asked. */
let trap: Mirror;
const mirrors = new Map<IndexProduct, Mirror>();

before(async () => {
  lab = await startLab();
  trap = await lab.mirror({ name: 'trap', host: 'pypi.org' });
  // Nobody uploads the sample project to an index of his own.
  const projects = lab.projects.filter(({ name }) => name !== 'sampleproject');
  for (const product of INDEX_PRODUCTS) {
    const options = { projects, host: `${product.name}.test`, ...product.options(trap.origin) };
    mirrors.set(product, await lab.mirror(options));
  }
});
after(() => lab.close());

const plain = (product: IndexProduct): string => mirrors.get(product)?.indexUrl ?? '';
const withLogin = (product: IndexProduct): string => {
  const { user, password } = product;
  return plain(product).replace('://', `://${encodeURIComponent(user)}:${encodeURIComponent(password)}@`);
};

interface Judged {
  readonly ran: ActionResult;
  readonly of: (product: IndexProduct) => { usable: boolean; reasons: string[] };
}

/** All of them in one audit: it judges each to the end. */
async function judge(url: (product: IndexProduct) => string, inputs = {}): Promise<Judged> {
  const folders = makeFolders(lab.folder);
  writeFileSync(join(folders.workspace, 'requirements.txt'), 'six\n');
  const named = INDEX_PRODUCTS.map((product) => `${product.name}=${url(product)}`).join('\n');
  const ran = await runAction({
    env: lab.environment(),
    folders,
    inputs: { mode: 'audit', policy: 'internal', mirrors: named, 'fail-on': 'never', cache: 'off', ...inputs },
  });
  const report = JSON.parse(readFileSync(ran.outputs.report ?? '', 'utf8'));
  return { ran, of: ({ name }) => report.mirrors.find((mirror: { name: string }) => mirror.name === name) };
}

it('each is usable with its credentials, and real pip downloads from it', async () => {
  const judged = await judge(withLogin);
  for (const product of INDEX_PRODUCTS) {
    assert.deepEqual(judged.of(product).reasons, [], product.name);
    assert.ok(judged.of(product).usable, product.name);
  }
  await Promise.all(
    INDEX_PRODUCTS.map(async (product) => {
      const env = lab.environment({ PIP_INDEX_URL: withLogin(product) });
      const pip = await runPip({ env, args: ['download', '--dest', lab.temporary(product.name), 'lab-app'] });
      assert.equal(pip.exitCode, 0, `${product.name}\n${pip.stderr}`);
    }),
  );
  assert.equal(trap.connections.length, 0);
});

it('without credentials each says so in its own way, and nobody sends us to the public host', async () => {
  const judged = await judge(plain);
  for (const product of INDEX_PRODUCTS) {
    assert.deepEqual(judged.of(product).reasons, product.withoutLogin, product.name);
  }
  assert.equal(trap.connections.length, 0);
});

it('those that forward are told when they are chosen', async () => {
  for (const product of INDEX_PRODUCTS) {
    const folders = makeFolders(lab.folder);
    writeFileSync(join(folders.workspace, 'requirements.txt'), 'six\n');
    const ran = await runAction({
      env: lab.environment(),
      folders,
      inputs: { policy: 'internal', mirrors: withLogin(product), cache: 'off', confirm: 'false' },
    });
    assert.equal(ran.exitCode, 0, ran.stdout);
    assert.equal(ran.env.PIP_INDEX_URL, withLogin(product));
    assert.equal(/forwards to pypi\.org/.test(ran.stdout), product.forwards, `${product.name}\n${ran.stdout}`);
    assert.doesNotMatch(ran.stdout, /also serves public packages/);
  }
  assert.equal(trap.connections.length, 0);
});

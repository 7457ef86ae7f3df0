/** The `pytorch` input against index pages as PyTorch and its mirrors serve them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Notice } from '../../src/model/notice.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { InputName } from '../../src/plan/input-defaults.ts';
import type { PytorchIndex } from '../../src/plan/pytorch.ts';
import { readInputs } from '../../src/plan/read-inputs.ts';
import { readRunner } from '../../src/plan/read-runner.ts';
import { prepare } from '../../src/run/prepare.ts';
import { choosePytorch, type PytorchChoice } from '../../src/run/pytorch.ts';
import { status } from '../lab/faults/status.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import type { MirrorOptions } from '../lab/mirror-options.ts';
import { project } from '../lab/project.ts';

let lab: Lab;
before(async () => {
  lab = await startLab();
  await lab.resolveHere();
});
after(() => lab.close());

const torch = (...versions: string[]) =>
  project(
    'torch',
    versions.map((version) => ({ version, payload: 20_000 })),
  );

/** An index for cu128 that carries these versions of torch. */
async function index(
  name: string,
  versions: readonly string[],
  options: MirrorOptions = {},
): Promise<{ mirror: Mirror; row: PytorchIndex }> {
  const mirror = await lab.mirror({
    name,
    host: `${name}.test`,
    projects: [torch(...versions)],
    indexPath: '/whl/cu128/',
    ...options,
  });
  const baseUrl = `${mirror.origin}/whl/`;
  return { mirror, row: { name, baseUrl, layout: 'simple', operator: name, fileHosts: [], note: '' } };
}

async function choose(
  rows: readonly PytorchIndex[],
  packages: string,
  given: Partial<Record<InputName, string>> = {},
  changes: Record<string, string | undefined> = {},
): Promise<PytorchChoice> {
  const inputs: Partial<Record<InputName, string>> = { pytorch: 'cu128', packages, requirements: 'none', ...given };
  const env = lab.environment({ ...changes, GITHUB_WORKSPACE: lab.temporary('work') });
  const read = readInputs((name) => inputs[name], lab.folder);
  assert.ok(read.ok, JSON.stringify(read));
  const runner = readRunner(env, 'linux', 'x64');
  const plan: Plan = { inputs: read.inputs, runner, candidates: [] };
  return choosePytorch(plan, env, prepare(plan, env), rows);
}

const codes = ({ notices }: PytorchChoice): string[] => notices.map(({ code }: Notice) => code);

describe('which index', () => {
  it('the fastest that has the wanted wheel for this interpreter; one that lacks it does not count', async () => {
    const near = await index('torch-near', ['2.7.1+cu128'], { link: { rttMs: 1, bytesPerSecond: 50e6 } });
    const far = await index('torch-far', ['2.8.0+cu128'], { link: { rttMs: 300, bytesPerSecond: 5e6 } });
    const choice = await choose([near.row, far.row], 'torch==2.8.0');
    assert.equal(choice.indexUrl, far.mirror.indexUrl);
    assert.deepEqual(codes(choice), ['pytorch-index']);
    const any = await choose([near.row, far.row], 'numpy');
    assert.equal(any.indexUrl, near.mirror.indexUrl);
  });

  it('wheels of another platform on the same page do not count', async () => {
    const mixed = await index('torch-mixed', ['2.8.0+cpu', '2.7.1+cu128']);
    const choice = await choose([mixed.row], 'torch==2.8.0');
    assert.equal(choice.indexUrl, null);
  });

  it('every host on the way is judged: an expired file host makes an index unusable', async () => {
    const files = await lab.mirror({
      name: 'r2',
      host: 'r2.test',
      certificate: { notAfter: -1 },
      projects: [torch('2.8.0+cu128')],
    });
    const broken = await index('torch-r2', ['2.8.0+cu128'], { filesAt: files });
    const sound = await index('torch-sound', ['2.8.0+cu128'], { link: { rttMs: 40 } });
    assert.equal((await choose([broken.row, sound.row], 'torch==2.8.0')).indexUrl, sound.mirror.indexUrl);
  });

  it('403 for what it has not, as the origin answers, is no usable index', async () => {
    const origin = await index('torch-origin', [], { faults: [status(403)] });
    const choice = await choose([origin.row], 'torch==2.8.0');
    assert.equal(choice.indexUrl, null);
    assert.ok(codes(choice).includes('pytorch-none'));
  });

  it('a black hole does not hold up the ones that answer', async () => {
    const sound = await index('torch-sound2', ['2.8.0+cu128']);
    const hole = await lab.blackHole('torch-hole.test');
    const row: PytorchIndex = { ...sound.row, name: 'hole', baseUrl: `${hole.origin}/whl/` };
    const startedAt = performance.now();
    const choice = await choose([row, sound.row], 'torch==2.8.0', { timeout: '20' });
    assert.equal(choice.indexUrl, sound.mirror.indexUrl);
    // Only that the whole time-out was not waited for.
    assert.ok(performance.now() - startedAt < 15_000);
  });

  it('a flat page is used where nothing else is, and told with --find-links', async () => {
    const flat = await lab.mirror({
      name: 'flat',
      host: 'torch-flat.test',
      indexPath: '/wheels/',
      projects: [{ ...torch('2.8.0+cu128'), name: 'cu128' }],
    });
    const row: PytorchIndex = {
      ...{ name: 'flat', baseUrl: flat.indexUrl, layout: 'flat', operator: 'flat', fileHosts: [], note: '' },
    };
    const choice = await choose([row], 'torch==2.8.0');
    assert.equal(choice.indexUrl, null);
    const [notice] = choice.notices.filter(({ code }) => code === 'pytorch-flat');
    assert.deepEqual(notice?.facts, { url: `${flat.indexUrl}cu128/`, platform: 'cu128' });
  });
});

describe('the wish itself', () => {
  it('a tag that ended is said to have ended, once the page agrees', async () => {
    const gone = await index('torch-gone', ['2.12.0+cu130']);
    const choice = await choose([gone.row], 'torch==2.12.0');
    assert.deepEqual(choice.notices[0]?.facts, {
      platform: 'cu128',
      torch: '2.12.0',
      last: '2.11.0',
      nearest: 'cu130',
    });
  });

  it('versions that do not belong together and a mixed-in cpu index are errors', async () => {
    const sound = await index('torch-sound3', ['2.8.0+cu128']);
    const choice = await choose(
      [sound.row],
      'torch==2.8.0\ntorchvision==0.22.0',
      {},
      { PIP_EXTRA_INDEX_URL: 'https://download.pytorch.org/whl/cpu' },
    );
    const errors = choice.notices.filter(({ level }) => level === 'error');
    assert.deepEqual(errors.map(({ code }) => code).sort(), ['pytorch-companion', 'pytorch-mixed']);
  });

  it('an internal network asks none of the public indexes', async () => {
    const sound = await index('torch-inside', ['2.8.0+cu128']);
    sound.mirror.clearLog();
    const choice = await choose([sound.row], 'torch', { policy: 'internal', mirrors: 'https://nexus.test/simple/' });
    assert.deepEqual(codes(choice), ['pytorch-internal']);
    assert.equal(sound.mirror.connections.length, 0);
  });
});

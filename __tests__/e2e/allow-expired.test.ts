/** `policy: allow-expired`: one expired host that others vouch for, for a bounded time, and nothing else. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ServerCertificate } from '../lab/authority.ts';
import { only } from '../lab/fault.ts';
import { status } from '../lab/faults/status.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { type ActionResult, runAction } from '../lab/run-action.ts';
import { runPip } from '../lab/run-pip.ts';

let lab: Lab;
/** Verified, yet useless: its files are blocked. */
let witness: Mirror;

before(async () => {
  lab = await startLab();
  witness = await lab.mirror({ host: 'witness.test', faults: [only({ kind: 'file' }, status(403))] });
});
after(() => lab.close());

function run(mirrors: readonly Mirror[], more: Record<string, string> = {}): Promise<ActionResult> {
  const lines = mirrors.map(({ host, indexUrl }) => `${host.replace('.test', '')}=${indexUrl}`).join('\n');
  return runAction({ env: lab.environment(), inputs: { mirrors: lines, policy: 'allow-expired', ...more } });
}

test('it is tolerated for its own host and port, with a warning, and real pip installs through it', async () => {
  const expired = await lab.mirror({ host: 'ended.test', certificate: { notAfter: -2 } });
  const ran = await run([expired, witness]);
  assert.equal(ran.exitCode, 0, ran.stdout);
  assert.deepEqual(ran.env, { PIP_INDEX_URL: expired.indexUrl, PIP_TRUSTED_HOST: `ended.test:${expired.port}` });
  assert.ok(
    ran.commands.some(({ name, message }) => name === 'warning' && message.includes('ended.test')),
    ran.stdout,
  );
  assert.match(ran.summary, /require-hashes/);
  const pip = await runPip({ args: ['download', '--no-deps', '-d', lab.temporary('d'), 'six'], env: ran.later });
  assert.equal(pip.exitCode, 0, pip.stderr);
});

test('a usable verified mirror is chosen, however slow, and nothing is trusted', async () => {
  const expired = await lab.mirror({ host: 'near.test', certificate: { notAfter: -1 }, link: { rttMs: 1 } });
  const healthy = await lab.mirror({ host: 'healthy.test', link: { rttMs: 150 } });
  const ran = await run([expired, healthy]);
  assert.deepEqual(ran.env, { PIP_INDEX_URL: healthy.indexUrl });
});

test('the grace has an end', async () => {
  const expired = await lab.mirror({ host: 'long-ended.test', certificate: { notAfter: -9 } });
  assert.deepEqual((await run([expired, witness])).env, {});
  const ran = await run([expired, witness], { 'expired-grace-days': '10' });
  assert.equal(ran.outputs.mirror, 'long-ended');
});

test('without a witness it is refused, and the reason is told', async () => {
  const expired = await lab.mirror({ host: 'alone.test', certificate: { notAfter: -1 } });
  const ran = await run([expired]);
  assert.equal(ran.exitCode, 1);
  assert.deepEqual(ran.env, {});
  assert.match(ran.summary, /vouches/);
});

test('the job’s own lock file is a witness', async () => {
  const expired = await lab.mirror({ host: 'locked.test', certificate: { notAfter: -1 } });
  const six = lab.projects.find(({ name }) => name === 'six');
  const hashes = six?.files.map(({ sha256 }) => `--hash=sha256:${sha256}`).join(' ') ?? '';
  const workspace = lab.temporary('workspace');
  const version = six?.files.at(-1)?.version ?? '';
  writeFileSync(join(workspace, 'requirements.txt'), `six==${version} ${hashes}\n`);
  const ran = await runAction({
    env: lab.environment(),
    inputs: { mirrors: `locked=${expired.indexUrl}`, policy: 'allow-expired' },
    folders: { workspace, temp: lab.temporary('temp'), toolCache: lab.temporary('tools') },
  });
  assert.equal(ran.outputs.mirror, 'locked', ran.stdout);
});

test('other hashes than the witness has are refused', async () => {
  const forged = lab.projects.map((project) => ({
    ...project,
    files: project.files.map((file) => ({ ...file, sha256: [...file.sha256].reverse().join('') })),
  }));
  const expired = await lab.mirror({ host: 'forged.test', certificate: { notAfter: -1 }, projects: forged });
  assert.deepEqual((await run([expired, witness])).env, {});
});

describe('an expired certificate with any other fault is refused', () => {
  const day = 1;
  const cases: readonly (readonly [string, (lab: Lab) => ServerCertificate])[] = [
    ['expired and of an unknown root', () => ({ notAfter: -day, root: 'unknown' })],
    ['expired and of another name', () => ({ notAfter: -day, names: ['other.test'] })],
    [
      'expired and self-signed under the true issuer’s name',
      () => ({ notAfter: -day, selfSigned: true, commonName: 'Lab Intermediate', organization: 'Lab' }),
    ],
    [
      'expired under an expired intermediate of an unknown root',
      () => ({
        notAfter: -day,
        root: 'unknown',
        authorities: [{ commonName: 'Lab Intermediate', authority: true, notAfter: -day }],
      }),
    ],
    [
      'expired under an expired intermediate of the trusted root',
      () => ({ notAfter: -day, authorities: [{ commonName: 'Old Intermediate', authority: true, notAfter: -day }] }),
    ],
    ['expired, with a signature that does not fit', () => ({ notAfter: -day, badSignature: true })],
    ['expired, with a weak key', () => ({ notAfter: -day, key: 'rsa-1024' as const })],
  ];
  for (const [what, certificate] of cases) {
    test(what, async () => {
      const mirror = await lab.mirror({ host: 'forged.test', certificate: certificate(lab) });
      const ran = await run([mirror, witness], { confirm: 'false' });
      assert.equal(ran.exitCode, 1, ran.stdout);
      assert.deepEqual(ran.env, {});
    });
  }
});

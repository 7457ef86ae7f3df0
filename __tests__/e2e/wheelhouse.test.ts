/** A wheelhouse is judged as the machine's real pip would find it: what pip installs is complete, what it refuses is named. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { judgeWheelhouse, type WheelhouseVerdict } from '../../src/judge/wheelhouse.ts';
import { judgeFiles } from '../../src/judge/wheelhouse-files.ts';
import type { PipFacts } from '../../src/model/pip-facts.ts';
import type { JobRequirements } from '../../src/model/requirement.ts';
import { observePip } from '../../src/observe/pip-facts.ts';
import { observeWheelhouse } from '../../src/observe/wheelhouse.ts';
import { readRequirements } from '../../src/plan/requirements/read-requirements.ts';
import { buildSdist, buildWheel, type DistributionSpec } from '../lab/distribution.ts';
import { cleanEnvironment, type Environment, machinePython } from '../lab/environment.ts';
import { runPip } from '../lab/run-pip.ts';

let folder = '';
let env: Environment = {};
let pip: PipFacts;
let made = 0;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wheelhouse-'));
  env = cleanEnvironment(join(folder, 'home'));
  const facts = await observePip(machinePython(), env).facts;
  assert.ok(facts !== null);
  pip = facts;
});
after(() => rmSync(folder, { recursive: true, force: true }));

type Content = DistributionSpec | { readonly filename: string; readonly bytes: Uint8Array };

/** A new folder with these wheels and files. */
function wheelhouse(contents: readonly Content[]): string {
  made += 1;
  const path = join(folder, `house-${made}`);
  mkdirSync(path);
  for (const content of contents) {
    const file = 'bytes' in content ? content : buildWheel(content);
    writeFileSync(join(path, file.filename), file.bytes);
  }
  return path;
}

/** Our verdict, and pip's exit code for the same wish. */
async function both(path: string, requirements: string): Promise<{ ours: WheelhouseVerdict; pipInstalls: boolean }> {
  made += 1;
  const workspace = join(folder, `work-${made}`);
  mkdirSync(workspace);
  writeFileSync(join(workspace, 'requirements.txt'), requirements);
  const job = await readRequirements({ patterns: ['requirements.txt'], packages: [], workspace }, pip);
  const ran = await runPip({
    env,
    args: [
      ...['install', '--dry-run', '--ignore-installed', '--no-index', '--find-links', path],
      ...['-r', join(workspace, 'requirements.txt')],
    ],
  });
  return { ours: judgeWheelhouse(await observeWheelhouse(path), job, pip), pipInstalls: ran.exitCode === 0 };
}

const APP = { name: 'app', requires: ['lib>=1.2', 'other ; python_version >= "3"', 'old ; python_version < "3"'] };

describe('a complete wheelhouse', () => {
  it('has the closure with markers and extras, and pip agrees', async () => {
    const path = wheelhouse([
      { ...APP, requires: [...APP.requires, 'nice ; extra == "more"'], extras: ['more'] },
      { name: 'lib', version: '1.2' },
      { name: 'lib', version: '1.1' },
      { name: 'other', requires: ['App'] },
      { name: 'nice' },
    ]);
    const { ours, pipInstalls } = await both(path, 'app[more]\n');
    assert.deepEqual([ours.usable, pipInstalls], [true, true]);
    assert.deepEqual(ours.needed, [
      'app-1.0-py3-none-any.whl',
      'lib-1.2-py3-none-any.whl',
      'nice-1.0-py3-none-any.whl',
      'other-1.0-py3-none-any.whl',
    ]);
    assert.equal(ours.checked, 4);
  });

  it('takes an older version where a dependency of a dependency asks for it', async () => {
    const path = wheelhouse([
      { name: 'app', requires: ['lib', 'narrow'] },
      { name: 'lib', version: '2.0' },
      { name: 'lib', version: '1.0' },
      { name: 'narrow', requires: ['lib<2'] },
    ]);
    const { ours, pipInstalls } = await both(path, 'app\n');
    assert.deepEqual([ours.usable, pipInstalls], [true, true]);
    assert.ok(ours.needed.includes('lib-1.0-py3-none-any.whl'), String(ours.needed));
  });
});

describe('what is missing or broken is named, and pip refuses it too', () => {
  const complete: Content[] = [APP, { name: 'lib', version: '1.2' }, { name: 'other' }];
  const lib = buildWheel({ name: 'lib', version: '1.2' });

  it('one wheel missing', async () => {
    const { ours, pipInstalls } = await both(wheelhouse(complete.slice(0, 2)), 'app\n');
    assert.deepEqual([ours.usable, pipInstalls], [false, false]);
    assert.deepEqual(ours.missing, [
      { requirement: 'other', requiredBy: 'app-1.0-py3-none-any.whl', cause: 'absent', found: '' },
    ]);
  });

  it('only another version', async () => {
    const { ours, pipInstalls } = await both(
      wheelhouse([APP, { name: 'lib', version: '1.1' }, { name: 'other' }]),
      'app\n',
    );
    assert.equal(pipInstalls, false);
    assert.deepEqual(
      ours.missing.map(({ requirement, cause, found }) => ({ requirement, cause, found })),
      [{ requirement: 'lib>=1.2', cause: 'version', found: '1.1' }],
    );
  });

  it('only for another platform', async () => {
    const foreign = { name: 'lib', version: '1.2', tags: 'cp311-cp311-win_arm64' };
    const { ours, pipInstalls } = await both(wheelhouse([APP, foreign, { name: 'other' }]), 'app\n');
    assert.equal(pipInstalls, false);
    assert.deepEqual(
      ours.missing.map(({ cause, found }) => ({ cause, found })),
      [{ cause: 'platform', found: 'lib-1.2-cp311-cp311-win_arm64.whl' }],
    );
    assert.deepEqual(
      ours.faulty.map((file) => file.fault),
      ['platform'],
    );
  });

  it('only for another Python', async () => {
    const path = wheelhouse([APP, { name: 'lib', version: '1.2', requiresPython: '<3' }, { name: 'other' }]);
    const { ours, pipInstalls } = await both(path, 'app\n');
    assert.equal(pipInstalls, false);
    assert.deepEqual(
      ours.missing.map(({ cause, found }) => [cause, found]),
      [['python', '<3']],
    );
  });

  it('a file with another hash than the lock says', async () => {
    const path = wheelhouse([lib]);
    const { ours, pipInstalls } = await both(path, `lib==1.2 --hash=sha256:${'0'.repeat(64)}\n`);
    assert.deepEqual([ours.usable, pipInstalls], [false, false]);
    assert.deepEqual(
      ours.missing.map(({ cause, found }) => [cause, found]),
      [['hash', lib.filename]],
    );
    const right = await both(path, `lib==1.2 --hash=sha256:${lib.sha256}\n`);
    assert.deepEqual([right.ours.usable, right.pipInstalls], [true, true]);
  });

  it('a wheel cut short', async () => {
    const cut = { filename: lib.filename, bytes: lib.bytes.subarray(0, lib.bytes.length - 60) };
    const { ours, pipInstalls } = await both(wheelhouse([APP, cut, { name: 'other' }]), 'app\n');
    assert.deepEqual([ours.usable, pipInstalls], [false, false]);
    assert.deepEqual(ours.faulty, [{ filename: lib.filename, fault: 'truncated', detail: ours.faulty[0]?.detail }]);
    assert.deepEqual(
      ours.missing.map(({ cause, found }) => [cause, found]),
      [['faulty', lib.filename]],
    );
  });

  it('a block page under the name of a wheel', async () => {
    const page = { filename: lib.filename, bytes: Buffer.from('<html>blocked</html>') };
    const { ours, pipInstalls } = await both(wheelhouse([APP, page, { name: 'other' }]), 'app\n');
    assert.deepEqual([ours.faulty[0]?.fault, pipInstalls], ['not-a-zip', false]);
  });
});

describe('damage inside a wheel', () => {
  const wheel = buildWheel({ name: 'lib', version: '1.2', payload: 4000 });
  const changed = (change: (bytes: Buffer) => void): Content => {
    const bytes = Buffer.from(wheel.bytes);
    change(bytes);
    return { filename: wheel.filename, bytes };
  };
  const faults = async (content: Content): Promise<[string, string][]> => {
    const job = await readRequirements({ patterns: [], packages: [], workspace: folder }, pip);
    const { faulty, usable } = judgeWheelhouse(await observeWheelhouse(wheelhouse([content])), job, pip);
    assert.equal(usable, faulty.length === 0);
    return faulty.map(({ fault, detail }) => [fault, detail]);
  };

  it('a sound one has none', async () => {
    assert.deepEqual(await faults(wheel), []);
  });

  it('one changed byte of the content', async () => {
    const at = wheel.bytes.indexOf('lib/payload.bin') + 'lib/payload.bin'.length + 100;
    const flip = changed((bytes) => bytes.writeUInt8((bytes.at(at) ?? 0) ^ 1, at));
    assert.deepEqual(await faults(flip), [['checksum', 'lib/payload.bin']]);
  });

  it('another name in the local header than in the directory: installers would disagree on it', async () => {
    const hide = changed((bytes) => bytes.write('lib/Payload.bin', bytes.indexOf('lib/payload.bin'), 'latin1'));
    assert.deepEqual(await faults(hide), [['headers-differ', 'lib/payload.bin']]);
  });

  it('content that RECORD does not know, with a right checksum', async () => {
    const swap = changed((bytes) => {
      const start = bytes.indexOf('lib/payload.bin') + 'lib/payload.bin'.length;
      bytes.writeUInt8((bytes.at(start) ?? 0) ^ 1, start);
      const sum = crc32(bytes.subarray(start, start + 4000));
      bytes.writeUInt32LE(sum, bytes.indexOf('lib/payload.bin') - 16);
      bytes.writeUInt32LE(sum, bytes.lastIndexOf('lib/payload.bin') - 30);
    });
    assert.deepEqual(await faults(swap), [['record', 'hash lib/payload.bin']]);
  });

  it('a file that RECORD does not list, and one that it lists in vain', async () => {
    const renamed = changed((bytes) => {
      bytes.write('lib/payloaD.bin', bytes.indexOf('lib/payload.bin'), 'latin1');
      bytes.write('lib/payloaD.bin', bytes.lastIndexOf('lib/payload.bin'), 'latin1');
    });
    assert.deepEqual(await faults(renamed), [['record', 'absent lib/payload.bin']]);
  });

  it('a path that leaves the folder', async () => {
    const outside = changed((bytes) => {
      bytes.write('../evil-file.py', bytes.indexOf('lib/payload.bin'), 'latin1');
      bytes.write('../evil-file.py', bytes.lastIndexOf('lib/payload.bin'), 'latin1');
    });
    assert.deepEqual(await faults(outside), [['unsafe-path', '../evil-file.py']]);
  });

  it('metadata of another project under the file’s name', async () => {
    const other = { filename: 'other-1.2-py3-none-any.whl', bytes: wheel.bytes };
    assert.deepEqual(await faults(other), [['metadata-differs', 'lib 1.2']]);
  });

  it('an empty file, and a name that is none', async () => {
    assert.deepEqual(await faults({ filename: wheel.filename, bytes: Buffer.alloc(0) }), [['empty', '']]);
    assert.deepEqual(await faults({ filename: 'nonsense.whl', bytes: wheel.bytes }), [['name', 'nonsense.whl']]);
  });

  it('a hundredfold blow-up is no wheel, and is not unpacked to its end', async () => {
    const bomb = { filename: wheel.filename, bytes: blowUp('lib/zeros.bin', 2 * 1024 ** 3) };
    assert.deepEqual(await faults(bomb), [['oversized', 'lib/zeros.bin']]);
  });
});

describe('sums of an earlier download', () => {
  it('name the file that changed since', async () => {
    const lib = buildWheel({ name: 'lib' });
    const path = wheelhouse([lib, buildWheel({ name: 'other' })]);
    writeFileSync(join(path, 'SHA256SUMS'), `${'0'.repeat(64)}  ${lib.filename}\n`);
    const { ours } = await both(path, 'lib\nother\n');
    assert.deepEqual(
      ours.faulty.map(({ filename, fault }) => [filename, fault]),
      [[lib.filename, 'sums']],
    );
  });
});

describe('hashes of a lock file', () => {
  const lib = buildWheel({ name: 'lib' });
  const locked = (version: string, filename: string | null, sha256: string): JobRequirements['hashes'] =>
    new Map([['lib', [{ version, filename, sha256, size: null, uploadTime: null }]]]);
  const faultsWith = async (hashes: JobRequirements['hashes']) =>
    judgeFiles(await observeWheelhouse(wheelhouse([lib])), hashes, pip).map(({ fault, detail }) => [fault, detail]);

  it('accuse a file of the locked version with another hash, and no other version', async () => {
    const wrong = '1'.repeat(64);
    assert.deepEqual(await faultsWith(locked('1.0', lib.filename, wrong)), [['lock-hash', wrong]]);
    assert.deepEqual(await faultsWith(locked('1.0.0', null, wrong)), [['lock-hash', wrong]]);
    assert.deepEqual(await faultsWith(locked('1.0', lib.filename, lib.sha256)), []);
    assert.deepEqual(await faultsWith(locked('2.0', null, wrong)), []);
  });
});

describe('folders that are no wheelhouse', () => {
  it('absent, a file, empty', async () => {
    const file = join(folder, 'plain');
    writeFileSync(file, '');
    assert.equal((await observeWheelhouse(join(folder, 'nowhere'))).problem, 'absent');
    assert.equal((await observeWheelhouse(file)).problem, 'not-a-folder');
    const { ours } = await both(wheelhouse([]), '\n');
    assert.equal(ours.usable, false);
  });

  it('source archives count, and are listed as what must be built here', async () => {
    const { ours } = await both(wheelhouse([buildSdist({ name: 'from-source', version: '1.0' })]), 'from-source\n');
    assert.deepEqual([ours.usable, ours.built], [true, ['from_source-1.0.tar.gz']]);
  });
});

/** A zip whose directory says that one entry has `size` bytes; its data is short. */
function blowUp(name: string, size: number): Buffer {
  const data = deflateRawSync(Buffer.alloc(1000));
  const nameBytes = Buffer.from(name);
  const fields = (local: boolean): Buffer => {
    const head = Buffer.alloc(local ? 30 : 46);
    head.writeUInt32LE(local ? 0x04034b50 : 0x02014b50, 0);
    const at = local ? 4 : 6;
    head.writeUInt16LE(20, at);
    head.writeUInt16LE(8, at + 4);
    head.writeUInt32LE(0, at + 10);
    head.writeUInt32LE(data.length, at + 14);
    head.writeUInt32LE(size, at + 18);
    head.writeUInt16LE(nameBytes.length, at + 22);
    return Buffer.concat([head, nameBytes]);
  };
  const start = Buffer.concat([fields(true), data]);
  const directory = fields(false);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, directory, end]);
}

/** `npm pack` gives a package that installs without a registry and whose command runs. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { isSupportedNode, SUPPORTED_NODE } from '../../src/cli/supported-node.ts';
import { installPackage, npmEnvironment } from '../lab/install-package.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const COMMAND = join(ROOT, 'dist', 'cli', 'index.js');
const skip = !existsSync(COMMAND) && 'dist has no command yet';
const folder = mkdtempSync(join(tmpdir(), 'package-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('packed, installed offline, run', { skip }, () => {
  const { name, version, user, manifests, env } = installPackage(folder);
  assert.equal(manifests[1], manifests[0], 'the manifest is as it was');
  const command = join(user, 'node_modules', '.bin', name);
  assert.match(execFileSync(command, ['--help'], { env, encoding: 'utf8' }), /pip-mirror-select/);
  assert.equal(execFileSync(command, ['--version'], { env, encoding: 'utf8' }), `${version}\n`);
  const installed = JSON.parse(readFileSync(join(user, 'node_modules', name, 'package.json'), 'utf8')) as {
    engines?: unknown;
  };
  assert.ok(!('dependencies' in installed), 'everything is bundled');
  assert.deepEqual(installed.engines, { node: SUPPORTED_NODE });
});

test('an older Node gets one line that says what is needed, and exit code 2', { skip }, () => {
  const env = npmEnvironment(folder);
  for (const version of ['18.20.8', '20.20.2', '22.18.0', '23.11.0']) {
    assert.equal(isSupportedNode(version), false);
    const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
    const ran = spawnSync(process.execPath, ['--import', pretend, COMMAND, '--version'], { env, encoding: 'utf8' });
    assert.equal(ran.status, 2);
    assert.equal(ran.stderr, `pip-mirror-select needs Node.js 22.19 or newer (not 23); this is ${version}.\n`);
  }
  for (const version of ['22.19.0', '22.30.1', '24.0.0', '26.1.0']) assert.equal(isSupportedNode(version), true);
});

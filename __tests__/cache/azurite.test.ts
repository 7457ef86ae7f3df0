/** The bundled action against a blob store that is Azure's own emulator. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { type CacheService, startCacheService } from '../lab/cache-service.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { project } from '../lab/project.ts';
import { startAzurite } from './azurite.ts';
import { Machines } from './machine.ts';

const script = process.env.AZURITE ?? '';

let lab: Lab;
let service: CacheService;
before(async () => {
  assert.notEqual(script, '', 'npm run test:cache installs Azurite and names it in AZURITE');
  lab = await startLab();
  service = await startCacheService('v2', () => startAzurite(script, lab.temporary('azurite')));
});
after(async () => {
  await service?.close();
  await lab?.close();
});

it('carries the bytes from one mirror to the next through Azure’s blob protocol', async () => {
  // Large enough for the client to upload in blocks and to download in parts.
  const big = project('big', [{ version: '1.0', payload: 140_000_000 }]);
  const projects = [...lab.projects, big];
  const a = await lab.mirror({ name: 'a', host: 'a.test', projects });
  const b = await lab.mirror({ name: 'b', host: 'b.test', projects });
  const machines = new Machines(lab, service);
  const install = ['lab-app==1.1', 'big==1.0'];
  const first = await machines.job({ mirrors: [a], install });
  assert.match(first.post.stdout, /Downloads are kept/);
  const moved = await machines.job({ mirrors: [b], install });
  assert.deepEqual([moved.pip.exitCode, moved.files], [0, { b: 0 }], moved.main.stdout);
  assert.equal(moved.main.outputs['cache-matched-key'], first.main.outputs['cache-primary-key']);
});

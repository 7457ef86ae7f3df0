/** `policy: internal` sends not one packet to a public host: the kernel of a network namespace counts them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { loopbackAloneWorks, onLoopbackAlone } from '../lab/network-namespace.ts';
import { runProcess } from '../lab/run-process.ts';

interface SilentRun {
  readonly mode: string;
  readonly mirror: string;
  readonly exitCode: number;
  readonly pip: number | null;
  readonly packets: number;
  readonly log: string;
}

it('not one packet leaves the loopback interface under policy: internal', async (context) => {
  if (!loopbackAloneWorks()) {
    console.error('NOT RUN: this machine permits no network namespace (unshare -rnm), so silence is not proved here');
    return context.skip('no network namespace permitted');
  }
  const folder = mkdtempSync(join(tmpdir(), 'silence-'));
  const script = join(import.meta.dirname, 'silent-job.ts');
  const [command = '', ...args] = onLoopbackAlone([process.execPath, script], folder) ?? [];
  const ran = await runProcess(command, args, {
    env: { ...process.env } as Record<string, string>,
    timeoutMs: 110_000,
  });
  rmSync(folder, { recursive: true, force: true });
  assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
  const { runs, control } = JSON.parse(ran.stdout) as { runs: SilentRun[]; control: { byName: number; byPip: number } };
  assert.ok(control.byName > 0, 'a look-up is counted');
  assert.ok(control.byPip > 0, 'pip on its own does ask public hosts');
  for (const { mode, mirror, packets, log } of runs) assert.equal(packets, 0, `${mode} ${mirror}\n${log}`);
  assert.deepEqual(
    runs.map(({ mode, mirror, exitCode, pip }) => [mode, mirror, exitCode, pip]),
    [
      ['select', 'nexus', 0, 0],
      ['select', 'nexus', 1, null],
      ['select', 'linking', 1, null],
      ['select', 'away', 1, null],
      ['audit', 'nexus', 0, null],
      ['download', 'nexus', 0, null],
    ],
  );
});

/**
 * Runs in a network namespace of its own, started by silence.test.ts: jobs under `policy: internal` on a server that
 * forwards to, links to, and is surrounded by settings that name public hosts. No name is resolved by the lab. Writes
 * what each run came to, and how many packets were meant for somewhere else.
 */
import { lookup } from 'node:dns/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../lab/fault.ts';
import { redirectTo } from '../lab/faults/redirect.ts';
import { startLab } from '../lab/lab.ts';
import { packetsWithoutRoute } from '../lab/network-namespace.ts';
import { makeFolders, runAction } from '../lab/run-action.ts';
import { runPip } from '../lab/run-pip.ts';

const PUBLIC = 'https://pypi.org';
const lab = await startLab();
const forwards: Fault = {
  name: 'forwards what it lacks',
  answer: async (request, next) => {
    const answer = await next();
    return answer.status === 404 ? (redirectTo(PUBLIC).answer?.(request, next) ?? answer) : answer;
  },
};
const nexus = await lab.mirror({ name: 'nexus', faults: [forwards] });
const linking = await lab.mirror({ name: 'linking', filesAt: { origin: 'https://files.pythonhosted.org' } });
const away = await lab.mirror({ name: 'away', faults: [redirectTo('https://mirrors.aliyun.com')] });
const config = join(lab.temporary('conf'), 'pip.conf');
writeFileSync(
  config,
  `[global]\nindex-url = ${PUBLIC}/simple/\nextra-index-url = https://mirrors.ustc.edu.cn/pypi/simple/\n`,
);
const env = lab.environment({
  LAB_NAMES_FILE: undefined,
  NODE_OPTIONS: undefined,
  PYTHONPATH: undefined,
  PIP_CONFIG_FILE: config,
  PIP_EXTRA_INDEX_URL: 'https://download.pytorch.org/whl/cpu/',
});

const runs: Record<string, unknown>[] = [];
const before = packetsWithoutRoute();
for (const [mode, mirror, more] of [
  ['select', nexus, { fallback: 'auto' }],
  // There is none inside, and the step says so.
  ['select', nexus, { pytorch: 'cpu' }],
  ['select', linking, {}],
  ['select', away, {}],
  ['audit', nexus, { 'fail-on': 'never' }],
  ['download', nexus, { wheelhouse: 'wheels' }],
] as const) {
  const folders = makeFolders(lab.folder);
  writeFileSync(join(folders.workspace, 'requirements.txt'), 'six\nlab-app\n');
  const inputs = { mode, policy: 'internal', mirrors: mirror.indexUrl, cache: 'off', ...more };
  const ran = await runAction({ env, folders, inputs });
  const pip =
    mode === 'select' && ran.exitCode === 0
      ? await runPip({ env: ran.later, args: ['download', '--dest', lab.temporary('dest'), 'lab-app'] })
      : null;
  runs.push({
    mode,
    mirror: mirror.name,
    exitCode: ran.exitCode,
    pip: pip?.exitCode ?? null,
    packets: packetsWithoutRoute() - before,
    log: ran.stdout + ran.stderr + (pip?.stderr ?? ''),
  });
}
// The counter does count: a name that only a resolver elsewhere could know, and pip as it would go without us.
const silent = packetsWithoutRoute();
await lookup('pypi.org').catch(() => {});
const asked = packetsWithoutRoute();
await runPip({ env, args: ['download', '--retries', '0', '--dest', lab.temporary('dest'), 'six'] });
const control = { byName: asked - silent, byPip: packetsWithoutRoute() - asked };
await lab.close();
process.stdout.write(JSON.stringify({ runs, control }));

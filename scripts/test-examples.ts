/**
 * `npm run test:examples`: workflows of examples/ run by a real runner, nektos/act in host mode with its own cache server.
 * The copies that run ask the lab's mirror in place of the public ones; nothing leaves the machine.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { startLab } from '../__tests__/lab/lab.ts';
import { runProcess } from '../__tests__/lab/run-process.ts';
import { goTool } from './outside-tools.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Those that need nothing but the mirror; not run yet: internal-index, offline, pytorch, docker-build. */
const WORKFLOWS = ['audit-cron', 'audit-issue', 'audit-prometheus', 'matrix'];

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}

const lab = await startLab();
let failed = 0;
try {
  const mirror = await lab.mirror({ host: 'mirror.test' });
  const act = await goTool('act');
  for (const name of WORKFLOWS) {
    const folder = lab.temporary(name);
    const file = join(folder, '.github', 'workflows', `${name}.yml`);
    mkdirSync(join(folder, '.github', 'workflows'), { recursive: true });
    const workflow = parse(readFileSync(join(ROOT, 'examples', 'workflows', `${name}.yml`), 'utf8'));
    const steps: Step[] = Object.values(workflow.jobs as Record<string, { steps: Step[] }>).flatMap((job) => job.steps);
    for (const step of steps) {
      if (step.uses?.startsWith('org/pip-mirror-select@') !== true) continue;
      const { issue: _, alerts: __, ...given } = step.with ?? {};
      step.with = { ...given, mirrors: `lab=${mirror.indexUrl}` };
    }
    writeFileSync(file, stringify(workflow));
    writeFileSync(join(folder, 'requirements.txt'), 'six\n');
    copyFileSync(lab.rootPem, join(folder, 'internal-ca.pem'));
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
      ['-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '-qm', 'x'],
    ]) {
      execFileSync('git', args, { cwd: folder });
    }
    const env = lab.environment();
    const flags = ['--import', join(ROOT, '__tests__', 'lab', 'name-hook.mjs')].join(' ');
    const variables = { ...env, NODE_OPTIONS: flags, PATH: `${join(process.execPath, '..')}:${env.PATH}` };
    const event = name.startsWith('audit') ? 'workflow_dispatch' : 'push';
    const asked = [
      event,
      '-W',
      file,
      '-P',
      'ubuntu-latest=-self-hosted',
      '--local-repository',
      `org/pip-mirror-select@v1=${ROOT}`,
    ];
    const cache = ['--cache-server-addr', '127.0.0.1', '--cache-server-path', join(folder, '..', 'act-cache')];
    const passed = Object.entries(variables).flatMap(([key, value]) =>
      key === 'NODE_OPTIONS' || key.startsWith('LAB') || key.startsWith('PIP') || key === 'PYTHONPATH'
        ? ['--env', `${key}=${value}`]
        : [],
    );
    // Not synchronously: this very process serves the mirror.
    const ran = await runProcess(act, [...asked, ...cache, ...passed, '--actor', 'test'], {
      cwd: folder,
      env: { ...variables, NODE_OPTIONS: '' },
    });
    const fine = ran.exitCode === 0 && /usable=1\b/.test(ran.stdout);
    console.log(`${fine ? 'fine ' : 'WRONG'} ${name}`);
    if (!fine) console.log(`${ran.stdout}\n${ran.stderr}`.split('\n').slice(-40).join('\n'));
    failed += fine ? 0 : 1;
  }
} finally {
  await lab.close();
}
process.exitCode = failed === 0 ? 0 : 1;

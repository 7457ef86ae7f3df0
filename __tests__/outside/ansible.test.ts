/**
 * `npm run test:ansible`: the example rulebook and playbook, run by the real ansible-rulebook and ansible-playbook on
 * the alert of a real audit. Stand-ins: the programs that it runs on a mirror, certbot and systemctl. Needs Java 17.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import { runAction } from '../lab/run-action.ts';
import { ansibleTool, type PythonTool } from './python-tool.ts';

const EXAMPLES = resolve(import.meta.dirname, '..', '..', 'examples', 'ansible');
const SECRET = 'wh-s3cr3t';

let lab: Lab;
let ansible: PythonTool;
let folder: string;
let log: string;
let env: Record<string, string>;
before(async () => {
  ansible = await ansibleTool();
  lab = await startLab();
  folder = lab.temporary('ansible');
  log = join(folder, 'called');
  for (const program of ['certbot', 'systemctl']) {
    writeFileSync(join(folder, program), `#!/bin/sh\necho "${program} $*" >>'${log}'\n`);
    chmodSync(join(folder, program), 0o755);
  }
  cpSync(EXAMPLES, folder, { recursive: true });
  const inventory = { mirrors: { hosts: hostsOf(['ending.test', 'ended.test', 'lasting.test', 'foreign.test']) } };
  writeFileSync(join(folder, 'inventory.yml'), JSON.stringify(inventory));
  env = {
    PATH: [folder, ansible.bin, process.env.PATH ?? ''].join(delimiter),
    HOME: folder,
    LANG: 'C.UTF-8',
    ANSIBLE_LOCALHOST_WARNING: 'False',
    WEBHOOK_SECRET: SECRET,
  };
});
after(() => lab.close());

/** Everything runs here: `become` of oneself needs no sudo. */
function hostsOf(names: readonly string[]): object {
  const self = { ansible_connection: 'local', ansible_python_interpreter: ansible.python, ansible_become: false };
  return Object.fromEntries(names.map((name) => [name, self]));
}

const called = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').toSorted() : []);
const play = (...args: readonly string[]) =>
  execFileSync(join(ansible.bin, 'ansible-playbook'), ['-i', 'inventory.yml', 'renew-certificate.yml', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });

test('the playbook is one, and touches nothing that the alert does not name', () => {
  play('--syntax-check');
  const said = play('-e', JSON.stringify({ ending: ['somebody-elses.test'] }));
  assert.match(said, /skipping: \[lasting\.test\]/);
  assert.deepEqual(called(), []);
});

test('an audit’s signed alert renews the two certificates that end, and no other; a forged one renews nothing', async () => {
  const port = await freePort();
  const text = readFileSync(join(EXAMPLES, 'renew-rulebook.yml'), 'utf8');
  const moved = text.replace('port: 5000', `port: ${port}`).replace('0.0.0.0', '127.0.0.1');
  assert.notEqual(moved, text);
  writeFileSync(join(folder, 'renew-rulebook.yml'), moved);
  const rulebook = await listen(port);
  try {
    const ending = await lab.mirror({ host: 'ending.test', certificate: { notAfter: 2.5 } });
    const ended = await lab.mirror({ host: 'ended.test', certificate: { notAfter: -1 } });
    const lasting = await lab.mirror({ host: 'lasting.test', certificate: { notAfter: 80 } });
    // Its certificate's name is a template to Ansible, which would run it where it sees it.
    const commonName = `{{ lookup('pipe', 'touch ${join(folder, 'hacked')}') }}`;
    const stranger = await lab.mirror({ host: 'stranger.test', certificate: { notAfter: 0.5, commonName } });
    const audit = (secret: string) =>
      runAction({
        env: lab.environment(),
        inputs: {
          mode: 'audit',
          'fail-on': 'never',
          mirrors: [ending, ended, lasting, stranger].map(({ host, indexUrl }) => `${host}=${indexUrl}`).join('\n'),
          alerts: `webhook=http://127.0.0.1:${port}/endpoint\nwebhook-secret=${secret}\nwebhook-required=true`,
        },
      });
    const forged = await audit('another');
    assert.equal(forged.exitCode, 1, forged.stdout);
    assert.match(forged.stdout, /http-401/);
    assert.deepEqual(called(), []);

    const told = await audit(SECRET);
    assert.equal(told.exitCode, 0, told.stdout);
    await rulebook.until(() => called().length >= 4);
    assert.deepEqual(called(), [
      'certbot renew --cert-name ended.test --force-renewal',
      'certbot renew --cert-name ending.test --force-renewal',
      'systemctl reload nginx',
      'systemctl reload nginx',
    ]);
    assert.equal(existsSync(join(folder, 'hacked')), false);
  } finally {
    await rulebook.close();
  }
});

interface Rulebook {
  /** Resolves once it holds; throws with all that was said where it does not within a minute. */
  readonly until: (holds: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the rulebook and waits until it takes connections. */
async function listen(port: number): Promise<Rulebook> {
  const said = join(folder, 'said');
  const child: ChildProcess = spawn(
    join(ansible.bin, 'ansible-rulebook'),
    ['--rulebook', 'renew-rulebook.yml', '--inventory', 'inventory.yml', '--env-vars', 'WEBHOOK_SECRET', '-v'],
    { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => appendFileSync(said, data));
  const until: Rulebook['until'] = async (holds) => {
    for (let look = 0; !holds(); look++) {
      if (look > 600 || child.exitCode !== null) throw new Error(readFileSync(said, 'utf8'));
      await new Promise((settle) => setTimeout(settle, 100));
    }
  };
  let open = false;
  const knock = async (): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' }).catch(() => null);
    open = answer !== null;
    if (!open && child.exitCode === null) setTimeout(knock, 300);
  };
  await knock();
  await until(() => open);
  return {
    until,
    close: async () => {
      const gone = new Promise((settle) => child.once('exit', settle));
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => settle(port));
    });
  });
}

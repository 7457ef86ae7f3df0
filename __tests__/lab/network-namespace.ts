/** Network namespaces: what a process tries to send there goes nowhere, and is counted by the kernel. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Arguments of `unshare` that this machine permits, with these kinds of namespace besides the network's; null: none. */
export function permittedNamespace(...kinds: readonly string[]): string[] | null {
  for (const args of [
    ['-n', ...kinds],
    ['-r', '-n', ...kinds],
  ]) {
    try {
      execFileSync('unshare', [...args, 'true'], { stdio: 'ignore' });
      return args;
    } catch {}
  }
  return null;
}

/**
 * Command words that run `command` in a namespace with the loopback interface alone, and with a resolver that is not
 * on it: no name but localhost and no packet gets anywhere. Null where this machine does not permit it.
 */
export function onLoopbackAlone(command: readonly string[], folder: string): string[] | null {
  const args = permittedNamespace('-m');
  if (args === null) return null;
  const resolver = join(folder, 'resolv.conf');
  const hosts = join(folder, 'hosts');
  writeFileSync(resolver, 'nameserver 198.51.100.53\noptions timeout:1 attempts:1\n');
  writeFileSync(hosts, '127.0.0.1 localhost\n');
  const script = [
    'ip link set lo up',
    `mount --bind ${resolver} /etc/resolv.conf`,
    `mount --bind ${hosts} /etc/hosts`,
    'exec "$@"',
  ].join(' && ');
  return ['unshare', ...args, 'sh', '-c', script, 'sh', ...command];
}

/** Whether all of that really works here; a word about it where it does not. */
export function loopbackAloneWorks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'namespace-'));
  try {
    const [command, ...args] = onLoopbackAlone(['true'], folder) ?? [];
    if (command === undefined) return false;
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Packets of this process's namespace for which there was no way: everything that was meant for another host. */
export function packetsWithoutRoute(): number {
  const [names = '', values = ''] = readFileSync('/proc/self/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip:'));
  const at = names.split(' ').indexOf('OutNoRoutes');
  const six = /^Ip6OutNoRoutes\s+(\d+)$/m.exec(readFileSync('/proc/self/net/snmp6', 'utf8'))?.[1] ?? '0';
  return Number(values.split(' ')[at]) + Number(six);
}

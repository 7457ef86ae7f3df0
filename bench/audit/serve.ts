/** Child process: serves the hosts until its standard input ends; prints where they are. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHosts } from './hosts.ts';

const [compared, count, holes, rttMs] = process.argv.slice(2).map(Number);
const { lab, hosts } = await startHosts(compared ?? 10, count ?? 10, holes ?? 0, rttMs ?? 0);
writeFileSync(join(lab.folder, 'hosts.json'), JSON.stringify(hosts));
console.log(JSON.stringify({ folder: lab.folder, rootPem: lab.rootPem }));
process.stdin.resume();
process.stdin.once('end', () => lab.close().then(() => process.exit()));

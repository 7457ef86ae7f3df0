/** The thousand hosts: one server on every loopback address, a certificate for each name, and black holes between. */
import { type Lab, startLab } from '../../__tests__/lab/lab.ts';

export interface BenchHost {
  readonly name: string;
  /** Loopback address of its own: nobody's DNS is measured. */
  readonly address: string;
  readonly port: number;
  readonly dead: boolean;
}

/** Names are spread over 127.1.0.0/16; `bench/audit/names.mjs` computes the same. */
export function addressOf(index: number): string {
  return `127.1.${index >> 8}.${index & 255}`;
}

/** `count` hosts with `rttMs` of round trip; `holes` of the first `compared` are dead, spread evenly. */
export async function startHosts(
  compared: number,
  count: number,
  holes: number,
  rttMs: number,
): Promise<{ lab: Lab; hosts: BenchHost[] }> {
  const lab = await startLab();
  const every = holes === 0 ? Number.POSITIVE_INFINITY : Math.floor(compared / holes);
  const names = Array.from({ length: count }, (_, index) => `host-${index}.test`);
  const mirror = await lab.mirror({
    host: 'localhost',
    address: '0.0.0.0',
    link: { rttMs },
    sni: Object.fromEntries(names.map((name, index) => [name, { notAfter: 20 + (index % 300) }])),
  });
  const hosts: BenchHost[] = [];
  for (const [index, name] of names.entries()) {
    const dead = index < compared && index % every === every - 1;
    const port = dead ? (await lab.blackHole()).port : mirror.port;
    hosts.push({ name, address: addressOf(index), port, dead });
  }
  return { lab, hosts };
}

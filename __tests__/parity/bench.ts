/** Everything that the comparison needs, up and running: the served cases and the bundles. */
import { join } from 'node:path';
import { Authorities } from '../lab/authority.ts';
import { Names } from '../lab/names.ts';
import { startProxy } from '../lab/proxy.ts';
import type { ParityCase } from './case.ts';
import { type ServedCase, serveCases } from './case-server.ts';
import { PARITY_CASES } from './cases.ts';
import type { TrustBench } from './compare.ts';
import { writeTrustFiles } from './trust-cases.ts';

export interface ParityBench {
  readonly cases: readonly ServedCase[];
  readonly trust: TrustBench;
  close(): Promise<void>;
}

export async function startBench(folder: string, cases: readonly ParityCase[] = PARITY_CASES): Promise<ParityBench> {
  const lab = new Authorities();
  const served = await serveCases(cases, lab, join(folder, 'bundles'));
  const files = await writeTrustFiles(lab, join(folder, 'trust'));
  const proxy = await startProxy({ host: '127.0.0.1' }, new Names(folder), lab);
  const [server] = served.cases;
  if (server === undefined) throw new Error('no case is served');
  return {
    cases: served.cases,
    trust: { server, files, proxyUrl: proxy.url },
    close: async () => {
      served.close();
      await proxy.close();
    },
  };
}

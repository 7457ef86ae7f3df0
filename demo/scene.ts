/** What the demo plays: six mirrors of the lab, or the public catalogue. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEnvironment, type Environment } from '../__tests__/lab/environment.ts';
import { blocksPip } from '../__tests__/lab/faults/blocked.ts';
import { startLab } from '../__tests__/lab/lab.ts';
import type { MirrorOptions } from '../__tests__/lab/mirror-options.ts';
import type { LoggedRequest } from '../__tests__/lab/request-log.ts';

export interface Candidate {
  readonly name: string;
  readonly indexUrl: string;
  /** What is wrong or right with it, for the person who watches. */
  readonly note: string;
  /** What it was asked so far. */
  readonly requests: () => readonly LoggedRequest[];
}

export interface Scene {
  readonly title: string;
  readonly candidates: readonly Candidate[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Environment;
  /** Folder for whatever the demo makes. */
  readonly folder: string;
  /** What pip installs at the end. */
  readonly wanted: string;
  /** The mirror that must be chosen; null: any. */
  readonly expected: string | null;
  end(): Promise<void>;
}

const MIRRORS: readonly (MirrorOptions & { readonly name: string; readonly note: string })[] = [
  {
    name: 'expired',
    note: 'the nearest, but its certificate ended yesterday',
    certificate: { notAfter: -1 },
    link: { rttMs: 2 },
  },
  { name: 'wrong-name', note: 'its certificate is another host’s', certificate: { names: ['elsewhere.test'] } },
  { name: 'blocks-pip', note: '403 for pip, a page for everybody else', faults: [blocksPip] },
  { name: 'slow', note: '120 ms away, 400 KB a second', link: { rttMs: 120, bytesPerSecond: 400e3 } },
  { name: 'fast', note: '8 ms away, 40 MB a second', link: { rttMs: 8, bytesPerSecond: 40e6 } },
];

/** Six mirrors on this machine's loopback address; the machine's own pip settings, bundles and proxies do not count. */
export async function labScene(): Promise<Scene> {
  const lab = await startLab();
  const candidates: Candidate[] = [];
  for (const { note, ...options } of MIRRORS) {
    const mirror = await lab.mirror({ ...options, host: `${options.name}.test` });
    candidates.push({ name: options.name, indexUrl: mirror.indexUrl, note, requests: () => mirror.requests });
  }
  const { indexUrl } = await lab.blackHole('black-hole.test');
  candidates.splice(3, 0, { name: 'black-hole', indexUrl, note: 'never answers', requests: () => [] });
  return {
    title: 'Six mirrors of the lab',
    candidates,
    inputs: {
      mirrors: candidates.map(({ name, indexUrl }) => `${name}=${indexUrl}`).join('\n'),
      packages: 'lab-app',
      'ca-bundle': lab.rootPem,
    },
    env: lab.environment({ PIP_CERT: undefined }),
    folder: lab.folder,
    wanted: 'lab-app',
    expected: 'fast',
    end: () => lab.close(),
  };
}

/** Without these the network may be out of reach; everything else of the machine's settings stays out. */
const NETWORK_VARIABLES =
  /^(https?_proxy|all_proxy|no_proxy|ssl_cert_(file|dir)|requests_ca_bundle|curl_ca_bundle|pip_cert)$/i;

/** The public catalogue, asked over the machine's real network. */
export function realScene(): Scene {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const network = Object.entries(process.env).filter(([name]) => NETWORK_VARIABLES.test(name));
  return {
    title: 'The public catalogue',
    candidates: [],
    inputs: { packages: 'sampleproject' },
    env: cleanEnvironment(join(folder, 'home'), Object.fromEntries(network)),
    folder,
    wanted: 'sampleproject',
    expected: null,
    end: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

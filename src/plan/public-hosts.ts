/** Hosts that serve public packages: `policy: internal` sends them not one packet, whoever points there. */
import type { Candidate } from '../model/candidate.ts';
import { CATALOGUE, RETIRED_HOSTS } from './catalogue.ts';
import { PYTORCH_INDEXES } from './pytorch.ts';

/** Public, but neither a mirror nor a file host of one. */
const OTHERS = ['pypi.io', 'testpypi.python.org', 'test-files.pythonhosted.org', 'pypi.nvidia.com', 'pypi.nvidia.cn'];

const hostOf = (url: string): string => new URL(url).hostname;

const PUBLIC_HOSTS: ReadonlySet<string> = new Set([
  ...CATALOGUE.flatMap((row) => [row.indexUrl, ...row.aliases].map(hostOf)),
  ...CATALOGUE.flatMap((row) => row.fileHosts),
  ...RETIRED_HOSTS.map((retired) => retired.host),
  ...PYTORCH_INDEXES.flatMap((index) => [hostOf(index.baseUrl), ...index.fileHosts]),
  ...OTHERS,
]);

/** An index of the job's own: named by it, and no public host. */
export function isPrivate({ origin, indexUrl }: Candidate): boolean {
  return origin === 'input' && !isPublicHost(new URL(indexUrl).hostname);
}

/** `host` as in URL.hostname; a trailing dot does not hide it. */
export function isPublicHost(host: string): boolean {
  return PUBLIC_HOSTS.has(host.toLowerCase().replace(/\.$/, ''));
}

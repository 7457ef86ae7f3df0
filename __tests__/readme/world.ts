/** The internet as the pages write it (pypi.org, a company's mirror, PyTorch's index …), on this machine behind a proxy. */
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { Environment, EnvironmentChanges } from '../lab/environment.ts';
import type { Lab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import type { MirrorOptions } from '../lab/mirror-options.ts';

const DOCKER = resolve(import.meta.dirname, 'docker-stand-in.mjs');

export interface World {
  readonly env: Environment;
  /** By the name that the page writes. */
  readonly mirrors: Readonly<Record<string, Mirror>>;
}

/** Each host of `hosts` is a mirror with a certificate for its name; every other name is refused by the proxy. */
export async function makeWorld(
  lab: Lab,
  hosts: Readonly<Record<string, MirrorOptions>>,
  changes: EnvironmentChanges = {},
): Promise<World> {
  const mirrors: Record<string, Mirror> = {};
  for (const [host, options] of Object.entries(hosts)) mirrors[host] = await lab.mirror({ host, ...options });
  const routes = Object.fromEntries(Object.entries(mirrors).map(([host, { port }]) => [`${host}:443`, port]));
  const proxy = await lab.proxy({ routes });
  const bin = lab.temporary('bin');
  // Some Pythons have pip as a module only.
  program(join(bin, 'pip'), `exec '${lab.python}' -m pip "$@"`);
  program(join(bin, 'docker'), `exec '${process.execPath}' '${DOCKER}' "$@"`);
  const base = lab.environment({
    HTTPS_PROXY: proxy.url,
    PIP_TARGET: lab.temporary('site'),
    PIP_NO_CACHE_DIR: '1',
    PIP_RETRIES: '0',
    ...changes,
  });
  return { env: { ...base, PATH: `${bin}${delimiter}${base.PATH}` }, mirrors };
}

function program(path: string, command: string): void {
  writeFileSync(path, `#!/bin/sh\n${command}\n`);
  chmodSync(path, 0o755);
}

/**
 * The lab: fake mirrors over real TLS on the loopback address. The one lab of all tests, the demo and the benches.
 *
 *     const lab = await startLab();
 *     const fast = await lab.mirror({ name: 'fast', host: 'fast.test', link: { rttMs: 5, bytesPerSecond: 60e6 } });
 *     const ran = await runPip({ args: ['download', 'six'], env: lab.environment({ PIP_INDEX_URL: fast.indexUrl }) });
 *     fast.files();   // what it served
 *     await lab.close();
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Authorities } from './authority.ts';
import { type BlackHoles, digBlackHoles } from './black-hole.ts';
import {
  cleanEnvironment,
  type Environment,
  type EnvironmentChanges,
  machinePython,
  nameVariables,
  withChanges,
} from './environment.ts';
import { type Mirror, startMirror } from './mirror.ts';
import type { MirrorOptions } from './mirror-options.ts';
import { Names } from './names.ts';
import { defaultProjects, type Project } from './project.ts';
import { type LabProxy, type ProxyOptions, startProxy } from './proxy.ts';

/** A candidate that is nobody: only its URL exists. */
export interface Nobody {
  readonly host: string;
  readonly port: number;
  readonly origin: string;
  readonly indexUrl: string;
}

export interface Lab {
  /** Temporary folder, gone after `close`. */
  readonly folder: string;
  readonly authorities: Authorities;
  /** File with the trusted root: PIP_CERT, `ca-bundle`. */
  readonly rootPem: string;
  /** The projects that every mirror carries unless told otherwise. */
  readonly projects: readonly Project[];
  readonly names: Names;
  /** The machine's real interpreter. */
  readonly python: string;
  mirror(options?: MirrorOptions): Promise<Mirror>;
  /** Never answers a SYN. */
  blackHole(host?: string): Promise<Nobody>;
  /** Refuses every connection. */
  refused(host?: string): Nobody;
  /** A name that does not resolve. */
  unresolvable(host?: string): Nobody;
  proxy(options?: ProxyOptions): Promise<LabProxy>;
  /** A new folder below `folder`. */
  temporary(purpose: string): string;
  /**
   * Environment for a child process: built from nothing, with a home of its own (one for each call), the lab's names
   * and no others, and PIP_CERT naming the lab's root. `changes` win; undefined removes a variable.
   */
  environment(changes?: EnvironmentChanges): Environment;
  /** Makes this very process resolve the lab's names too, for stages that are tested without a child process. */
  resolveHere(): Promise<void>;
  close(): Promise<void>;
}

export interface LabOptions {
  readonly projects?: readonly Project[];
}

const HOLES_AT_ONCE = 8;
/** Port that nothing listens on: reserved, and below the ports that a user may take. */
const REFUSING_PORT = 1;

export function startLab(options: LabOptions = {}): Promise<Lab> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lab-')));
  const authorities = new Authorities();
  const projects = options.projects ?? defaultProjects();
  const names = new Names(folder);
  const rootPem = join(folder, 'root.pem');
  writeFileSync(rootPem, authorities.root.pem);
  const closers: (() => Promise<void>)[] = [];
  let folders = 0;
  let holes: { readonly dug: Promise<BlackHoles>; used: number } | null = null;

  const temporary = (purpose: string): string => {
    folders += 1;
    const made = join(folder, `${folders}-${purpose}`);
    mkdirSync(made, { recursive: true });
    return made;
  };
  const nobody = (host: string, port: number, address: string | null): Nobody => {
    if (address !== null) names.add(host, address);
    const origin = `https://${host}:${port}`;
    return { host, port, origin, indexUrl: `${origin}/simple/` };
  };

  return Promise.resolve({
    folder,
    authorities,
    rootPem,
    projects,
    names,
    python: machinePython(),
    temporary,
    mirror: async (wanted = {}) => {
      const mirror = await startMirror(wanted, authorities, projects);
      closers.push(() => mirror.close());
      names.add(mirror.host, mirror.address);
      return mirror;
    },
    blackHole: async (host = 'localhost') => {
      if (holes === null || holes.used >= HOLES_AT_ONCE) {
        const dug = digBlackHoles(HOLES_AT_ONCE);
        holes = { dug, used: 0 };
        closers.push(async () => (await dug).close());
      }
      const index = holes.used;
      holes.used += 1;
      return nobody(host, (await holes.dug).ports[index] ?? 0, '127.0.0.1');
    },
    refused: (host = 'localhost') => nobody(host, REFUSING_PORT, '127.0.0.1'),
    unresolvable: (host = 'nowhere.invalid') => nobody(host, 443, null),
    proxy: async (wanted = {}) => {
      const proxy = await startProxy(wanted, names, authorities);
      closers.push(() => proxy.close());
      names.add(wanted.host ?? 'localhost', '127.0.0.1');
      return proxy;
    },
    environment: (changes = {}) =>
      withChanges(cleanEnvironment(temporary('home'), { ...nameVariables(names.file), PIP_CERT: rootPem }), changes),
    resolveHere: async () => {
      process.env.LAB_NAMES_FILE = names.file;
      await import('./name-hook.mjs' as string);
    },
    close: async () => {
      if (process.env.LAB_NAMES_FILE === names.file) delete process.env.LAB_NAMES_FILE;
      await Promise.all(closers.map((close) => close()));
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

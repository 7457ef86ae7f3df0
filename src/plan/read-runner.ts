/** Where the step runs, from the runner's environment variables. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { RunnerFacts } from '../model/plan.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export function readRunner(env: Environment, platform: NodeJS.Platform, arch: string): RunnerFacts {
  const os = platform === 'win32' ? 'windows' : platform === 'darwin' ? 'macos' : 'linux';
  return {
    forge: readForge(env),
    hosted: env.RUNNER_ENVIRONMENT === 'github-hosted',
    os,
    osVersion: readOsVersion(env, os),
    arch: env.RUNNER_ARCH?.toLowerCase() || arch,
    event: env.GITHUB_EVENT_NAME ?? '',
    ref: env.GITHUB_REF ?? '',
    runId: env.GITHUB_RUN_ID ?? '',
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    temp: env.RUNNER_TEMP || tmpdir(),
    toolCache: env.RUNNER_TOOL_CACHE || env.AGENT_TOOLSDIRECTORY || null,
  };
}

function readForge(env: Environment): RunnerFacts['forge'] {
  if (env.ACT === 'true') return 'act';
  if (env.FORGEJO_ACTIONS === 'true') return 'forgejo';
  if (env.GITEA_ACTIONS === 'true') return 'gitea';
  if (env.GITHUB_ACTIONS !== 'true') return 'none';
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  return server === 'https://github.com' || server.endsWith('.ghe.com') ? 'github' : 'ghes';
}

function readOsVersion(env: Environment, os: RunnerFacts['os']): string {
  // Hosted images name themselves; the distribution file serves containers and self-hosted Linux.
  if (env.ImageOS) return env.ImageOS;
  if (os !== 'linux') return os;
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    const field = (name: string): string => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
    return [field('ID') || 'linux', field('VERSION_ID')].filter((part) => part !== '').join('-');
  } catch {
    return 'linux';
  }
}

/** The User-Agent for a job without pip: what the newest pip would send from this machine. */

export interface MachineFacts {
  /** As Node's process.platform. */
  readonly platform: string;
  /** As Node's process.arch. */
  readonly arch: string;
  /** As `os.release()`. */
  readonly release: string;
  /** Whether a CI variable is set (CI, BUILD_BUILDID, BUILD_ID, PIP_IS_CI). */
  readonly ci: boolean;
}

const NEWEST_PIP = '26.2.1';
const NEWEST_PYTHON = '3.14.2';

const SYSTEMS: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'Darwin', win32: 'Windows' };
const CPUS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  linux: { x64: 'x86_64', arm64: 'aarch64' },
  darwin: { x64: 'x86_64', arm64: 'arm64' },
  win32: { x64: 'AMD64', arm64: 'ARM64' },
};

/** Same shape and key order as pip's `user_agent()`; what only Python knows is left out, as pip itself may do. */
export function fallbackUserAgent(machine: MachineFacts): string {
  const data = {
    ci: machine.ci ? true : null,
    cpu: CPUS[machine.platform]?.[machine.arch] ?? machine.arch,
    implementation: { name: 'CPython', version: NEWEST_PYTHON },
    installer: { name: 'pip', version: NEWEST_PIP },
    python: NEWEST_PYTHON,
    system: { name: SYSTEMS[machine.platform] ?? machine.platform, release: machine.release },
  };
  return `pip/${NEWEST_PIP} ${JSON.stringify(data)}`;
}

/** pip's own test for CI. */
export function looksLikeCi(env: Readonly<Record<string, string | undefined>>): boolean {
  return ['BUILD_BUILDID', 'BUILD_ID', 'CI', 'PIP_IS_CI'].some((name) => env[name] !== undefined);
}

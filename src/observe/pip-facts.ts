/**
 * What the job's own pip says of itself, from one child process.
 *
 *   const pip = observePip(inputs.python, process.env);
 *   await pip.basics;     // about 150 ms: version, certifi, OpenSSL, configuration → trust, proxies
 *   await pip.userAgent;  // about 250 ms (more where rustc is installed: pip asks it for its version)
 *   await pip.facts;      // everything
 *
 * Each is null when there is no Python, no pip, one before 20.0, a broken or a hanging one; none ever rejects.
 */
import type { PipBasics, PipConfig, PipFacts } from '../model/pip-facts.ts';
import { runProcess } from '../platform/process.ts';
import { PIP_FACTS_MARK, PIP_FACTS_SCRIPT } from './pip-script.ts';

export interface PipAnswers {
  readonly basics: Promise<PipBasics | null>;
  readonly userAgent: Promise<string | null>;
  readonly facts: Promise<PipFacts | null>;
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Pending {
  readonly promise: Promise<Record<string, unknown> | null>;
  readonly resolve: (value: Record<string, unknown> | null) => void;
}

/**
 * Asks the pip of `python` (null: the first of python, python3, py that can be started), under `env` alone.
 * `timeoutMs` bounds the whole question; whatever was answered until then counts.
 */
export function observePip(python: string | null, env: Environment, timeoutMs = 15_000): PipAnswers {
  const basics = pending();
  const agent = pending();
  const rest = pending();
  const words: Record<string, Pending> = { basics, agent, rest };
  void ask(python === null ? ['python', 'python3', 'py'] : [python], env, timeoutMs, (word, facts) =>
    words[word]?.resolve(facts),
  ).finally(() => {
    for (const word of Object.values(words)) word.resolve(null);
  });
  const known = basics.promise.then(readBasics);
  const userAgent = agent.promise.then((facts) => text(facts?.userAgent));
  const facts = Promise.all([known, userAgent, rest.promise]).then(([first, spoken, last]) =>
    first === null || spoken === null || last === null ? null : readFacts(first, spoken, last),
  );
  return { basics: known, userAgent, facts };
}

async function ask(
  commands: readonly string[],
  env: Environment,
  timeoutMs: number,
  say: (word: string, facts: Record<string, unknown>) => void,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (const command of commands) {
    let answered = false;
    await runProcess(command, ['-c', PIP_FACTS_SCRIPT], {
      env,
      timeoutMs: Math.max(1, end - Date.now()),
      onLine: (line) => {
        const parsed = parseLine(line);
        if (parsed === null) return;
        answered = true;
        say(parsed.word, parsed.facts);
      },
    });
    // One that said nothing is no Python (a shim without a version, the Windows store's stub): try the next name.
    if (answered || Date.now() >= end) return;
  }
}

/** `<mark> <word> <json object>`, or null for any other line. */
export function parseLine(line: string): { readonly word: string; readonly facts: Record<string, unknown> } | null {
  const [mark, word, ...json] = line.split(' ');
  if (mark !== PIP_FACTS_MARK || word === undefined) return null;
  try {
    const facts: unknown = JSON.parse(json.join(' '));
    return typeof facts === 'object' && facts !== null ? { word, facts: facts as Record<string, unknown> } : null;
  } catch {
    return null;
  }
}

function readBasics(facts: Record<string, unknown> | null): PipBasics | null {
  if (facts === null) return null;
  const version = text(facts.version);
  const python = text(facts.python);
  const certifiPath = text(facts.certifiPath);
  if (version === null || python === null || certifiPath === null || Number.parseInt(version, 10) < 20) return null;
  const config = readConfig(strings(facts.settings), list(facts.files));
  return {
    version,
    python,
    executable: text(facts.executable) ?? '',
    openssl: text(facts.openssl) ?? '',
    certifiPath,
    truststore: usesTruststore(version, facts.canTruststore === true, config.features),
    urllib3: text(facts.urllib3) ?? '',
    opensslCafile: text(facts.opensslCafile) ?? '',
    opensslCapath: text(facts.opensslCapath) ?? '',
    ciphers: list(facts.ciphers),
    config,
  };
}

function readFacts(basics: PipBasics, userAgent: string, rest: Record<string, unknown>): PipFacts {
  return {
    ...basics,
    userAgent,
    cacheDir: text(rest.cacheDir),
    tags: list(rest.tags),
    markers: strings(rest.markers),
  };
}

/** pip verifies with truststore by default from 24.2, on demand from 22.2, always on Python 3.10 or newer only. */
export function usesTruststore(version: string, available: boolean, features: readonly string[]): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (!available || features.includes('legacy-certs')) return false;
  if (major > 24 || (major === 24 && minor >= 2)) return true;
  return features.includes('truststore') && (major > 22 || (major === 22 && minor >= 2));
}

/** pip's settings (option name → value as pip's Configuration gives it) as the configuration in force. */
export function readConfig(settings: Readonly<Record<string, string>>, files: readonly string[]): PipConfig {
  const words = (name: string): string[] => (settings[name] ?? '').split(/\s+/).filter((word) => word !== '');
  const flag = (name: string): boolean => /^(y|yes|t|true|on|1)$/i.test(settings[name] ?? '');
  return {
    indexUrl: settings['index-url'] ?? settings['pypi-url'] ?? null,
    extraIndexUrls: words('extra-index-url'),
    trustedHosts: words('trusted-host'),
    findLinks: words('find-links'),
    noIndex: flag('no-index'),
    cert: settings.cert ?? null,
    clientCert: settings['client-cert'] ?? null,
    proxy: settings.proxy ?? null,
    requireHashes: flag('require-hashes'),
    features: [...words('use-feature'), ...words('use-deprecated')],
    files,
  };
}

function pending(): Pending {
  const { promise, resolve } = Promise.withResolvers<Record<string, unknown> | null>();
  return { promise, resolve };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function strings(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

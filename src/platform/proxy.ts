/** Which proxy pip would use for a URL: the rules of requests and urllib, as a pure function. */
import { isIPv4 } from 'node:net';
import type { PipBasics } from '../model/pip-facts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ProxySettings {
  /** pip's own `proxy` setting (PIP_PROXY, pip.conf); null where unset. */
  readonly explicit: string | null;
  /** From 22.1 on that setting wins over the environment and NO_PROXY; before, the environment's proxy won. */
  readonly explicitWins: boolean;
  /** Whether NO_PROXY's 'b.test' matches 'ab.test': so it did before pip 26.2 (requests 2.34). */
  readonly looseSuffix: boolean;
  /** The environment that *_PROXY variables are read from. */
  readonly env: Environment;
}

/** A proxy, parsed. */
export interface HttpProxy {
  /** 'http' or 'https'; anything else (socks5 …) cannot be used, as pip cannot without extra packages. */
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  /** Value of Proxy-Authorization, or null. A secret. */
  readonly authorization: string | null;
}

/** The settings in force for this pip (null: none, the newest one's rules) under this environment. */
export function proxySettings(pip: Pick<PipBasics, 'version' | 'config'> | null, env: Environment): ProxySettings {
  const [major = 0, minor = 0] = (pip?.version ?? '99.0').split('.').map((part) => Number.parseInt(part, 10));
  const ignored = major * 100 + minor >= 2602 && /^(1|y|yes|t|true|on)$/i.test(env.PIP_NO_PROXY_ENV ?? '');
  return {
    explicit: pip === null ? (env.PIP_PROXY ?? null) : pip.config.proxy,
    explicitWins: major * 100 + minor >= 2201,
    looseSuffix: major * 100 + minor < 2602,
    env: ignored ? {} : env,
  };
}

/** The proxy URL that pip uses for `url`, as written; null for a direct connection. */
export function proxyFor(url: string, settings: ProxySettings): string | null {
  const explicit = settings.explicit || null;
  if (explicit !== null && settings.explicitWins) return explicit;
  const { protocol, hostname, port } = new URL(url);
  if (bypasses(hostname.replace(/^\[|\]$/g, ''), port, settings)) return explicit;
  const proxies = environmentProxies(settings.env);
  return proxies.get(protocol.slice(0, -1)) ?? proxies.get('all') ?? explicit;
}

/** A proxy URL (scheme optional) in parts; null where it is none. */
export function parseProxy(text: string): HttpProxy | null {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url === null || url.hostname === '') return null;
  const scheme = url.protocol.slice(0, -1);
  const login = url.username !== '' || url.password !== '';
  const pair = `${decode(url.username)}:${decode(url.password)}`;
  return {
    scheme,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (scheme === 'https' ? 443 : 80) : Number(url.port),
    authorization: login ? `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` : null,
  };
}

/** `urllib.request.getproxies_environment`: any case, lower case wins, and an empty lower-case one removes. */
function environmentProxies(env: Environment): Map<string, string> {
  const proxies = new Map<string, string>();
  const names = Object.keys(env).filter((name) => /.+_proxy$/i.test(name));
  for (const name of names) {
    const value = env[name];
    if (value) proxies.set(name.slice(0, -6).toLowerCase(), value);
  }
  // A CGI script's HTTP_PROXY may come from a request header.
  if (env.REQUEST_METHOD !== undefined) proxies.delete('http');
  for (const name of names.filter((name) => name.endsWith('_proxy'))) {
    const key = name.slice(0, -6).toLowerCase();
    const value = env[name];
    if (value) proxies.set(key, value);
    else proxies.delete(key);
  }
  return proxies;
}

/** `requests.utils.should_bypass_proxies`, then `urllib.request.proxy_bypass_environment`. */
function bypasses(host: string, port: string, { env, looseSuffix }: ProxySettings): boolean {
  const list = env.no_proxy || env.NO_PROXY || '';
  const entries = list.replaceAll(' ', '').split(',').filter(Boolean);
  if (isIPv4(host)) {
    if (entries.some((entry) => entry === host || inNetwork(host, entry))) return true;
  } else {
    const withPort = port === '' ? host : `${host}:${port}`;
    const ends = looseSuffix ? (name: string, end: string) => name.endsWith(end) : endsWithName;
    if (entries.some((entry) => ends(host, entry) || ends(withPort, entry))) return true;
  }
  const urllibList = environmentProxies(env).get('no') ?? '';
  if (urllibList === '*') return true;
  return urllibList
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .some((entry) => entry !== '' && endsWithName(host, entry));
}

function endsWithName(host: string, entry: string): boolean {
  const name = entry.replace(/^\.+/, '');
  return host === name || host.endsWith(`.${name}`);
}

function inNetwork(host: string, entry: string): boolean {
  const [network, bits, ...more] = entry.split('/');
  if (network === undefined || bits === undefined || more.length > 0 || !isIPv4(network)) return false;
  const length = /^\d+$/.test(bits) ? Number(bits) : 0;
  if (length < 1 || length > 32) return false;
  const shift = 32 - length;
  return number(host) >>> shift === number(network) >>> shift;
}

function number(address: string): number {
  return address.split('.').reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

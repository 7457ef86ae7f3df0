/** How pip must be told of one trusted host. */

/**
 * pip compares `host:port` with the URL as written: on a scheme's own port, where the URL has none, only the bare host
 * matches (pip `network/session.py`, `add_trusted_host`).
 */
export function pipTrustedHost(host: string, port: number | null, scheme: 'https' | 'http' = 'https'): string {
  const name = host.includes(':') ? `[${host}]` : host;
  const isDefault = port === null || port === (scheme === 'https' ? 443 : 80);
  return isDefault ? name : `${name}:${port}`;
}

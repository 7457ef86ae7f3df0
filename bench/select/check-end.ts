/** `openssl s_client | openssl x509 -checkend 0` under `timeout`: no chain, no name, only the end of the certificate. */
import { connect } from 'node:tls';

export interface CheckedEnd {
  readonly valid: boolean;
  readonly countedMs: number;
}

export type CheckEnd = (url: string, maxMs: number) => Promise<CheckedEnd>;

/** `silent`: hosts that never answer; their limit is counted at once. */
export function createCheckEnd(silent: ReadonlySet<string>): CheckEnd {
  return (url, maxMs) => {
    const { host, hostname, port } = new URL(url);
    if (silent.has(host)) return Promise.resolve({ valid: false, countedMs: maxMs });
    return new Promise((settle) => {
      const socket = connect({ host: hostname, port: Number(port), servername: hostname, rejectUnauthorized: false });
      const finish = (valid: boolean): void => {
        clearTimeout(timer);
        socket.destroy();
        settle({ valid, countedMs: 0 });
      };
      const timer = setTimeout(() => finish(false), maxMs);
      socket.on('error', () => finish(false));
      socket.on('secureConnect', () => finish(Date.parse(socket.getPeerCertificate().valid_to) > Date.now()));
    });
  };
}

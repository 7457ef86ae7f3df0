/** Debian's nginx: as the TLS front of a server without TLS, and as a caching proxy, both with the lab's private CA. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianTool } from '../../scripts/outside-tools.ts';
import type { Lab } from '../lab/lab.ts';
import { freePort, type Server, startServer } from './server.ts';

export interface Nginx extends Server {
  /** 'https://host:port' */
  readonly origin: string;
  /** Lines of its access log: method, path, status, user, User-Agent. */
  readonly logFile: string;
}

export interface NginxSpec {
  readonly host: string;
  /** Directives of the server block; {folder} is a folder of this nginx's own. */
  readonly server: string;
  /** Directives of the http block. */
  readonly http?: string;
}

export async function startNginx(lab: Lab, { host, server, http = '' }: NginxSpec): Promise<Nginx> {
  const tool = await debianTool('nginx');
  const folder = lab.temporary(`nginx-${host}`);
  const port = await freePort();
  const { cert, key } = lab.authorities.serve({}, host);
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);
  for (const name of ['body', 'proxy', 'other']) mkdirSync(join(folder, name));
  const logFile = join(folder, 'access.log');
  const config = `
    worker_processes 1;
    daemon off;
    user ${process.getuid?.() === 0 ? 'root' : 'nobody'};
    pid ${folder}/nginx.pid;
    error_log stderr warn;
    events { worker_connections 256; }
    http {
      log_format lab '$request_method $uri $status $remote_user "$http_user_agent"';
      access_log ${logFile} lab;
      client_body_temp_path ${folder}/body;
      proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/other;
      uwsgi_temp_path ${folder}/other;
      scgi_temp_path ${folder}/other;
      ${http}
      server {
        listen 127.0.0.1:${port} ssl;
        server_name ${host};
        ssl_certificate ${folder}/cert.pem;
        ssl_certificate_key ${folder}/key.pem;
        ${server}
      }
    }
  `.replaceAll('{folder}', folder);
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, config);
  lab.names.add(host, '127.0.0.1');
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LD_LIBRARY_PATH: tool.libraries };
  const running = await startServer({ command: tool.path, args: ['-p', folder, '-c', file], env, port });
  return { ...running, origin: `https://${host}:${port}`, logFile };
}

/** A line of a password file that nginx and pypiserver read. */
export function passwordLine(user: string, password: string): string {
  return `${user}:{SHA}${createHash('sha1').update(password).digest('base64')}\n`;
}

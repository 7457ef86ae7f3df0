/** Puts each case behind its own port: an index with one project and one wheel. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Authorities } from '../lab/authority.ts';
import { buildWheel } from '../lab/distribution.ts';
import type { ParityCase, Scene } from './case.ts';

export const PROJECT = 'demopkg';

export interface ServedCase {
  readonly id: string;
  readonly case: ParityCase;
  /** As the user would write it, and as a URL in normal form. */
  readonly indexUrl: string;
  readonly host: string;
  /** PEM file that the case's pip takes as its bundle. */
  readonly bundle: string;
  readonly clientCertificate: string | null;
}

export interface ServedCases {
  readonly cases: readonly ServedCase[];
  close(): void;
}

const wheel = buildWheel({ name: PROJECT });

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  const send = (type: string, body: string | Buffer) => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
  };
  if (path === `/simple/${PROJECT}/`) {
    send('text/html', `<!DOCTYPE html><a href="/files/${wheel.filename}#sha256=${wheel.sha256}">${wheel.filename}</a>`);
  } else if (path === `/files/${wheel.filename}`) send('application/octet-stream', wheel.bytes);
  else response.writeHead(404).end();
}

/** A server that nothing throws out of: peers break off as they like. */
function serverOf(scene: Scene): Server {
  const { raw } = scene;
  if (raw !== undefined) {
    return createServer((socket) => {
      // Whatever a case leaves open must not keep the process alive.
      socket.unref();
      socket.on('error', () => {});
      raw(socket);
    });
  }
  // The server's own security level must not stand in the way of what the case wants to show.
  const server = https.createServer({ ciphers: 'DEFAULT:@SECLEVEL=0', ...scene.tls }, answer);
  server.on('tlsClientError', () => {});
  server.on('clientError', (_error, socket) => socket.destroy());
  const { staple } = scene;
  if (staple !== undefined) server.on('OCSPRequest', (_certificate, _issuer, done) => done(null, Buffer.from(staple)));
  return server;
}

async function serveOne(
  one: ParityCase,
  lab: Authorities,
  folder: string,
  number: number,
): Promise<[Server, ServedCase]> {
  const scene = one.build(lab);
  const host = scene.host ?? 'localhost';
  const server = serverOf(scene);
  await new Promise<void>((listening) => server.listen(0, host === '[::1]' ? '::1' : '127.0.0.1', listening));
  const indexUrl = `https://${host}:${(server.address() as AddressInfo).port}/simple/`;
  const bundle = join(folder, `${number}.pem`);
  await writeFile(bundle, (scene.anchors ?? [lab.root]).map(({ pem }) => pem).join(''));
  const clientCertificate = scene.clientCertificate === undefined ? null : join(folder, `${number}.client.pem`);
  if (clientCertificate !== null) await writeFile(clientCertificate, scene.clientCertificate ?? '');
  return [server, { id: one.id, case: one, indexUrl, host, bundle, clientCertificate }];
}

/** Serves all cases on the loopback address; bundles are written below `folder`. */
export async function serveCases(cases: readonly ParityCase[], lab: Authorities, folder: string): Promise<ServedCases> {
  await mkdir(folder, { recursive: true });
  const served = await Promise.all(cases.map((one, number) => serveOne(one, lab, folder, number)));
  return {
    cases: served.map(([, one]) => one),
    close: () => {
      for (const [server] of served) {
        if (server instanceof https.Server) server.closeAllConnections();
        server.close();
      }
    },
  };
}

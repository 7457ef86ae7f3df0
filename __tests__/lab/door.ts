/** Where a mirror listens: plain TCP, with faults before TLS and a shaped link where asked. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Link, relay } from './link.ts';
import type { RequestLog } from './request-log.ts';

export interface DoorOptions {
  readonly address: string;
  /** 0: any free one. */
  readonly port: number;
  /** null: straight through. */
  readonly link: Link | null;
  readonly log: RequestLog;
  /** True: a fault has taken the connection. */
  readonly taken: (socket: Socket) => boolean;
  /** Gets each connection that no fault has taken. */
  readonly serve: (socket: Socket) => void;
}

export interface Door {
  readonly port: number;
  close(): Promise<void>;
}

const listen = (server: Server, port: number, address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const stop = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

/** Starts to listen. Behind a link the connections go on to an inner port, so that TLS works on real sockets. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { address, link, log, taken, serve } = options;
  const sockets = new Set<Socket>();
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };

  const inner = createServer({ noDelay: true }, (socket) => {
    track(socket);
    serve(socket);
  });
  const innerPort = link === null ? 0 : await listen(inner, 0, '127.0.0.1');
  const through = (client: Socket, over: Link): void => {
    const server = connect({ port: innerPort, host: '127.0.0.1', noDelay: true });
    track(server);
    server.once('connect', () => {
      log.goesOnFrom(client, server.localPort ?? 0);
      relay(client, server, over);
      client.resume();
    });
  };

  const front = createServer({ noDelay: true, pauseOnConnect: link !== null }, (socket) => {
    track(socket);
    log.opened(socket);
    if (taken(socket)) socket.resume();
    else if (link === null) serve(socket);
    else through(socket, link);
  });
  const port = await listen(front, options.port, address);
  return {
    port,
    close: async () => {
      const stopped = [front, inner].filter((server) => server.listening).map(stop);
      for (const socket of sockets) socket.destroy();
      await Promise.all(stopped);
    },
  };
}

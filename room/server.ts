/** One server: the room under `room/`, and the site everywhere else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import { getRequestListener } from '@hono/node-server';
import { type RoomOptions, roomApp } from './app.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface ServerOptions extends Omit<RoomOptions, 'addresses'> {
  readonly port: number;
  /** '0.0.0.0' for everybody on the network, '127.0.0.1' for this machine alone. */
  readonly host: string;
  /** The one that others see, behind a proxy; else those of this machine are told. */
  readonly publicAddress?: string | undefined;
  readonly site: Handler;
}

export interface RoomServer {
  readonly port: number;
  readonly addresses: readonly string[];
  close(): Promise<void>;
}

/** Of this machine, as others on the network see them. */
export function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

function listening(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Rejects with Node's error when the port cannot be had. */
export async function serveRoom(options: ServerOptions): Promise<RoomServer> {
  const { base, host, site, publicAddress } = options;
  const addresses: string[] = [];
  const { app, close } = roomApp({ ...options, addresses });
  const room = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    const isRoom = request.url?.startsWith(`${base}room/`);
    return isRoom ? room(request, response) : site(request, response);
  });
  const port = await listening(server, options.port, host);
  const hosts = host === '0.0.0.0' ? [...networkAddresses(), '127.0.0.1'] : [host];
  addresses.push(
    ...(publicAddress ? [publicAddress] : hosts.map((one) => `http://${one}:${port}`)),
  );
  return {
    port,
    addresses,
    close: () =>
      new Promise((resolve) => {
        close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

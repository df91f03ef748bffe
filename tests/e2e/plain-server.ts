/** A static server that knows nothing of the site: a folder under some path. It can go away and come back. */
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface PlainServer {
  readonly origin: string;
  /** Texts served in place of files, by path below the folder. */
  readonly instead: Map<string, string>;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}

/** @param path with slashes at both ends */
export async function servePlain(folder: string, path: string): Promise<PlainServer> {
  const files = sirv(folder, { etag: true });
  const instead = new Map<string, string>();
  const server = createServer((request, response) => {
    const missing = (): void => {
      response.writeHead(404).end();
    };
    if (!request.url?.startsWith(path)) return missing();
    request.url = request.url.slice(path.length - 1);
    const other = instead.get(request.url.slice(1));
    if (other !== undefined)
      return response.setHeader('Content-Type', 'text/javascript').end(other);
    return files(request, response, missing);
  });
  const port = await listen(server, 0);
  return {
    origin: `http://127.0.0.1:${port}`,
    instead,
    goAway: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
    comeBack: async () => void (await listen(server, port)),
  };
}

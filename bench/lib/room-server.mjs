// The room's server in a process of its own: arguments are the file of its SQLite; DATABASE_URL is a PostgreSQL instead.
import { drawCode, drawId, drawKey, hashOf } from '../../room/keys.ts';
import { openStore } from '../../room/open-store.ts';
import { serveRoom } from '../../room/server.ts';

const store = await openStore(process.env.DATABASE_URL, process.argv[2]);
const [code, key] = [drawCode(), drawKey()];
await store.addRoom({ id: drawId(), code, keyHash: hashOf(key) });
const server = await serveRoom({
  ...{ store, base: '/', port: 0, host: '127.0.0.1' },
  site: (_request, response) => response.writeHead(404).end(),
});
console.log(JSON.stringify({ port: server.port, code, key }));

/** The room in a process of its own, which a test may kill. Arguments: the store's file, and a port or 0. */
import { openRooms, roomFor } from '../../room/command.ts';
import { serveRoom } from '../../room/server.ts';

const [data = '', port = '0'] = process.argv.slice(2);
const store = await openRooms({ data, database: process.env['DATABASE_URL'] });
const { room, key } = await roomFor(store, {});
const server = await serveRoom({
  ...{ store, base: '/', port: Number(port), host: '127.0.0.1' },
  site: (_request, response) => response.end('the site'),
});
console.log(JSON.stringify({ port: server.port, code: room.code, key }));

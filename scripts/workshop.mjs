// `npm run workshop`: the site and a room on this machine. Installs, builds and serves, each when needed.
import './lib/refuse-old-node.mjs';
import { fileURLToPath } from 'node:url';
import { bootstrap, stop } from './lib/bootstrap.mjs';
import { explainListen } from './lib/explain.mjs';
import { HELP, readWorkshop } from './lib/workshop-options.mjs';

const settings = readWorkshop(process.argv.slice(2), process.env);
if (settings.problem) stop(settings.problem);
if (settings.help) {
  console.log(HELP);
  process.exit(0);
}
await bootstrap(fileURLToPath(import.meta.url));

// Only now: these need installed packages, and a Node that reads TypeScript.
const { openRooms, printReport, tellRoom } = await import('../room/command.ts');
const { serveRoom } = await import('../room/server.ts');
const { baseFrom } = await import('./lib/site-server.mjs');
const { siteWhenBuilt } = await import('./lib/site-when-built.mjs');

const store = await openRooms(settings).catch((error) => stop(error.message));
if (settings.delete || settings.csv) {
  if (settings.csv) await printReport(store);
  else await store.deleteAll();
  await store.close();
  if (settings.delete) console.log('Deleted: all rooms, learners, events and hand-outs.');
  process.exit(0);
}

const base = baseFrom(process.env.SITE_BASE);
const site = siteWhenBuilt(base);
let server;
try {
  const { address: publicAddress, port, host, isBehindProxy } = settings;
  server = await serveRoom({
    ...{ store, base, port, host, publicAddress, isBehindProxy },
    site: site.handler,
  });
} catch (error) {
  stop(explainListen(error, settings.port, 'npm run workshop'));
}
const failure = await site.ready({ asItIs: settings['no-build'] });
if (failure) stop(failure);
await tellRoom(store, server, base, settings);

// Somebody may build the site anew while it is served: a file that is gone must not end the room.
process.on('uncaughtException', (error) => {
  if (error.code !== 'ENOENT') {
    console.error(error);
    process.exit(1);
  }
  console.error(`${error.path} is gone. Was the site built anew? Then start the workshop again.`);
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await server.close();
    await store.close();
    process.exit(0);
  });

// `npm start`: from a fresh clone to a running site. Installs, builds and serves, each when needed.
import './lib/refuse-old-node.mjs';
import { fileURLToPath } from 'node:url';
import { bootstrap, stop } from './lib/bootstrap.mjs';
import { explainListen } from './lib/explain.mjs';
import { readPort } from './lib/options.mjs';

const { port, problem } = readPort(process.argv.slice(2), process.env.PORT, 4321);
if (problem) stop(problem);
await bootstrap(fileURLToPath(import.meta.url));

// Only now: these need installed packages.
const { baseFrom, listen } = await import('./lib/site-server.mjs');
const { siteWhenBuilt } = await import('./lib/site-when-built.mjs');

const base = baseFrom(process.env.SITE_BASE);
const site = siteWhenBuilt(base);
// Listening comes first: a taken port is better known before the build than after it.
let server;
try {
  server = await listen(port, site.handler);
} catch (error) {
  stop(explainListen(error, port));
}
const failure = await site.ready();
if (failure) stop(failure);
console.log(`PyMemLab is at http://127.0.0.1:${server.address().port}${base}  (Ctrl+C stops it)`);

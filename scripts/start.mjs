// `npm start`: from a fresh clone to a running site. Installs, builds and serves, each when needed.
import './lib/refuse-old-node.mjs';
import { fileURLToPath } from 'node:url';
import { bootstrap, stop } from './lib/bootstrap.mjs';
import { explainListen } from './lib/explain.mjs';
import { readPort } from './lib/options.mjs';
import { inRoot } from './lib/paths.mjs';

const { port, problem } = readPort(process.argv.slice(2), process.env.PORT, 4321);
if (problem) stop(problem);
await bootstrap(fileURLToPath(import.meta.url));

// Only now: these need installed packages.
const { build } = await import('./lib/build.mjs');
const { isBuilt } = await import('./lib/freshness.mjs');
const { baseFrom, listen, siteHandler } = await import('./lib/site-server.mjs');

let handler = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '5' }).end('The site is being built. One moment.');
};
// Listening comes first: a taken port is better known before the build than after it.
let server;
try {
  server = await listen(port, (request, response) => handler(request, response));
} catch (error) {
  stop(explainListen(error, port));
}

if (!isBuilt()) {
  console.log('Building the site …');
  const failure = await build();
  if (failure) stop(failure);
}
const base = baseFrom(process.env.SITE_BASE);
handler = siteHandler(inRoot('dist'), base);
console.log(`PyMemLab is at http://127.0.0.1:${server.address().port}${base}  (Ctrl+C stops it)`);

// Serves dist/ as it is. `npm start` does this after building; the browser tests do it alone.
import './lib/refuse-old-node.mjs';
import { existsSync } from 'node:fs';
import { stop } from './lib/bootstrap.mjs';
import { explainListen } from './lib/explain.mjs';
import { readPort } from './lib/options.mjs';
import { inRoot } from './lib/paths.mjs';
import { baseFrom, listen, siteHandler } from './lib/site-server.mjs';

const { port, problem } = readPort(process.argv.slice(2), process.env.PORT, 4321);
if (problem) stop(problem);
if (!existsSync(inRoot('dist', 'index.html'))) stop('There is no built site yet: npm run build');
const base = baseFrom(process.env.SITE_BASE);
try {
  const server = await listen(port, siteHandler(inRoot('dist'), base));
  console.log(`http://127.0.0.1:${server.address().port}${base}`);
} catch (error) {
  stop(explainListen(error, port));
}

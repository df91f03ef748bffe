// The site for a server that listens already: until it is built, a word of patience.
import { build } from './build.mjs';
import { isBuilt } from './freshness.mjs';
import { inRoot } from './paths.mjs';
import { siteHandler } from './site-server.mjs';

/** `ready` resolves to what went wrong, or to undefined once the site is served. */
export function siteWhenBuilt(base) {
  let handler = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '5' }).end('The site is being built. One moment.');
  };
  return {
    handler: (request, response) => handler(request, response),
    ready: async ({ asItIs = false } = {}) => {
      if (!asItIs && !isBuilt()) {
        console.log('Building the site …');
        const failure = await build();
        if (failure) return failure;
      }
      handler = siteHandler(inRoot('dist'), base);
      return undefined;
    },
  };
}

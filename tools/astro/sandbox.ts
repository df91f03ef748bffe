import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { inlineScripts } from './csp.ts';

/** One script: it is handed to the sandbox as a text. */
async function runner(root: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('src/construct/runner.ts', root))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Nothing from anywhere, not even from the site; scripts only out of blobs that the page itself makes. A
 * frame without an origin has no other way to start a worker.
 */
const policy = (scripts: readonly string[]) =>
  `default-src 'none'; script-src ${scripts.join(' ')} blob:; worker-src blob:`;

async function page(root: URL): Promise<string> {
  const html = await readFile(new URL('src/construct/sandbox.html', root), 'utf8');
  return html.replace('{policy}', policy(inlineScripts(html)));
}

const files = [
  { path: 'build/runner.js', type: 'text/javascript', make: runner },
  { path: 'build/sandbox/index.html', type: 'text/html', make: page },
] as const;

/**
 * Adds the room in which readers' own code runs: /build/sandbox/, a page that Astro has no part in, and
 * /build/runner.js, the worker that runs there.
 */
export function sandbox(): AstroIntegration {
  let root = new URL('./', import.meta.url);
  return {
    name: 'sandbox',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:server:setup': ({ server }) => {
        for (const { path, type, make } of files)
          server.middlewares.use(`/${path.replace('index.html', '')}`, async (_, response) => {
            response.setHeader('Content-Type', `${type}; charset=utf-8`);
            response.end(await make(root));
          });
      },
      'astro:build:done': async ({ dir }) => {
        for (const { path, make } of files) {
          await mkdir(new URL('.', new URL(path, dir)), { recursive: true });
          await writeFile(new URL(path, dir), await make(root));
        }
      },
    },
  };
}

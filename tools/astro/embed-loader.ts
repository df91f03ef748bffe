import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';

/** One file that is a module and a plain script alike: blogs include it either way. */
async function loader(root: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('src/embed/loader/index.ts', root))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

/** Adds /embed.js, the loader of the elements in blogs, under a name that never changes. */
export function embedLoader(): AstroIntegration {
  let root = new URL('./', import.meta.url);
  return {
    name: 'embed-loader',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/embed.js', async (_request, response) => {
          response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
          response.end(await loader(root));
        });
      },
      'astro:build:done': async ({ dir }) => {
        await writeFile(new URL('embed.js', dir), await loader(root));
      },
    },
  };
}

/** /embed.js, the loader that blogs include: one file under one name, for modules and plain scripts. */
import { fileURLToPath } from 'node:url';
import type { APIRoute } from 'astro';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('src/embed/loader/index.ts', `file://${process.cwd()}/`));

export const GET: APIRoute = async () => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  });
  return new Response(outputFiles[0]?.text, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
};

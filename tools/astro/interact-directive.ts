import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { rewritePages } from './pages.ts';

const EARLY_PRESS = fileURLToPath(new URL('../../src/directives/early-press.ts', import.meta.url));

/**
 * Adds `client:interact`: an island loads its code on its first pointer press, focus or key. What is pressed
 * before the directive has come is kept by a few lines in the head.
 */
export function interactDirective(): AstroIntegration {
  let early = '';
  return {
    name: 'interact-directive',
    hooks: {
      'astro:config:setup': async ({ addClientDirective, injectScript }) => {
        addClientDirective({ name: 'interact', entrypoint: './src/directives/interact.ts' });
        const { outputFiles } = await build({
          entryPoints: [EARLY_PRESS],
          bundle: true,
          write: false,
          minify: true,
          format: 'iife',
          target: 'es2022',
        });
        early = outputFiles[0]!.text.trim();
        injectScript('head-inline', early);
      },
      // Where there is no such island, nothing can be pressed too early.
      'astro:build:done': async ({ dir }) => {
        await rewritePages(dir, (html) =>
          /<astro-island[^>]* client="interact"/.test(html)
            ? html
            : html.replace(`<script>${early}</script>`, ''),
        );
      },
    },
  };
}

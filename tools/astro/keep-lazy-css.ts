import type { Plugin } from 'vite';

/**
 * Astro deletes a stylesheet that only a dynamically imported client chunk uses
 * (core/build/plugins/plugin-css.js, `isOrphaned`: it looks for it among the chunk's
 * `importedAssets`, never its `importedCss`). Naming it there too keeps the file, and Vite's
 * preload helper then loads it with the chunk.
 */
export function keepLazyCss(): Plugin {
  return {
    name: 'keep-lazy-css',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle(_options, bundle) {
      for (const item of Object.values(bundle)) {
        if (item.type !== 'chunk') continue;
        for (const css of item.viteMetadata?.importedCss ?? []) {
          item.viteMetadata?.importedAssets.add(css);
        }
      }
    },
  };
}

import type { AstroIntegration } from 'astro';

/** Adds `client:interact`: an island loads its code on its first pointer press, focus or key. */
export function interactDirective(): AstroIntegration {
  return {
    name: 'interact-directive',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({ name: 'interact', entrypoint: './src/directives/interact.ts' });
      },
    },
  };
}

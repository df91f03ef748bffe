import type { AstroIntegration } from 'astro';
import { builtPages } from './pages.ts';

/**
 * Classes that styles of Starlight and of Expressive Code speak of, and no page of this site has: asides,
 * badges, banners, steps, terminals. Their rules are left out of the stylesheets that every page loads.
 */
export const UNUSED: string[] = [
  'sl-banner',
  'sl-badge',
  'sl-link-button',
  'sl-steps',
  'starlight-aside',
  'starlight-aside--note',
  'starlight-aside--tip',
  'starlight-aside--caution',
  'starlight-aside--danger',
  'starlight-aside__title',
  'starlight-aside__icon',
  'starlight-aside__content',
  'is-terminal',
  'light:sl-hidden',
  'dark:sl-hidden',
  'md:sl-block',
  'rtl:flip',
  'print:flex',
  'print:block',
  // Marks of components: Badge, EditLink, SocialIcons.
  '_f4z',
  '_qle',
  '_n2m',
];

/** The first of them that a page has after all. */
export function usedAfterAll(html: string): string | undefined {
  const used = new Set<string>();
  for (const [, quoted = '', bare = ''] of html.matchAll(/\sclass=(?:"([^"]*)"|([^\s>]+))/g))
    for (const name of (quoted || bare).split(/\s+/)) used.add(name);
  return UNUSED.find((name) => used.has(name));
}

/** Ends a build in which a page has a class whose rules were left out. */
export function unusedStyles(): AstroIntegration {
  return {
    name: 'unused-styles',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for await (const { file, html } of builtPages(dir)) {
          const name = usedAfterAll(html);
          if (name)
            throw new Error(
              `${file} has the class ${name}: take it off tools/astro/unused-styles.ts`,
            );
        }
      },
    },
  };
}

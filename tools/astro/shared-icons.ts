import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { builtPages, rewritePages } from './pages.ts';

/** An icon of Starlight's: what is drawn in it may be drawn anywhere. */
const ICON =
  /(<svg aria-hidden="true" class="[^"]*" width="16" height="16" viewBox="0 0 24 24" fill="currentColor"[^>]*>)([\s\S]*?)(<\/svg>)/g;

/** Shorter drawings cost less in the page than their address. */
const SHORTEST = 100;

/**
 * Starlight draws the icons of its header, its menus and its sidebar into every page. They are the same everywhere:
 * as one file they are fetched once for all pages, and a page has more room for its content.
 */
export function sharedIcons(): AstroIntegration {
  let base = '/';
  return {
    name: 'shared-icons',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const drawings = new Set<string>();
        for await (const { html } of builtPages(dir))
          for (const drawing of drawingsIn(html)) drawings.add(drawing);
        if (drawings.size === 0) return;
        const all = [...drawings].sort();
        const file = fileOf(all);
        const name = `_astro/icons.${createHash('sha256').update(file).digest('hex').slice(0, 8)}.svg`;
        await mkdir(new URL('_astro', dir), { recursive: true });
        await writeFile(new URL(name, dir), file);
        await rewritePages(dir, (html) => withIcons(html, all, base + name));
      },
    },
  };
}

/** What the long icons of a page show. */
export const drawingsIn = (html: string): readonly string[] =>
  [...html.matchAll(ICON)]
    .map(([, , drawing = '']) => drawing)
    .filter((drawing) => drawing.length >= SHORTEST);

const nameOf = (place: number) => `i${place.toString(36)}`;

/** One picture of all drawings, each to be used by its name. */
export const fileOf = (drawings: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg">${drawings
    .map((drawing, place) => `<g id="${nameOf(place)}">${drawing}</g>`)
    .join('')}</svg>`;

/** The page, with the drawings that stand in the file at `address` taken from there. */
export const withIcons = (html: string, drawings: readonly string[], address: string): string =>
  html.replace(ICON, (whole, open: string, drawing: string, close: string) => {
    const place = drawings.indexOf(drawing);
    return place < 0 ? whole : `${open}<use href="${address}#${nameOf(place)}"/>${close}`;
  });

import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './pages.ts';

/**
 * Astro links the styles of everything that an island may ever load, the lenses behind its tabs among
 * them. Those come with their code when they are chosen (see keep-lazy-css.ts). So a page need not
 * fetch a stylesheet that a script names, unless it uses a class that only this one speaks of.
 */
export function stylesInUse(): AstroIntegration {
  let base = '/';
  return {
    name: 'styles-in-use',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const styles = new Map<string, string>();
        for await (const file of glob('_astro/*.css', { cwd: folder }))
          styles.set(file.replaceAll('\\', '/'), await readFile(join(folder, file), 'utf8'));
        let scripts = '';
        for await (const file of glob('_astro/*.js', { cwd: folder }))
          scripts += await readFile(join(folder, file), 'utf8');
        const lazy = lazyStyles(styles, scripts, base);
        await rewritePages(dir, (html) => withoutUnused(html, lazy));
      },
    },
  };
}

/** The names of the classes that a stylesheet speaks of. */
const classesOf = (css: string): ReadonlySet<string> =>
  new Set(Array.from(css.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g), ([, name = '']) => name));

/**
 * Stylesheets that scripts load themselves, by address, each with the classes that no other has.
 * @param styles texts by name: `_astro/EventsLens.DfUtjvP5.css`
 * @param scripts the text of all scripts
 */
export function lazyStyles(
  styles: ReadonlyMap<string, string>,
  scripts: string,
  base: string,
): ReadonlyMap<string, readonly string[]> {
  const texts = new Set(styles.values());
  const count = new Map<string, number>();
  for (const css of texts)
    for (const one of classesOf(css)) count.set(one, (count.get(one) ?? 0) + 1);
  // A page may name the same text otherwise than the script does.
  const loaded = new Set(
    [...styles].filter(([name]) => scripts.includes(basename(name))).map(([, css]) => css),
  );
  const lazy = new Map<string, readonly string[]>();
  for (const [name, css] of styles)
    if (loaded.has(css))
      lazy.set(
        `${base}${name}`,
        [...classesOf(css)].filter((one) => count.get(one) === 1),
      );
  return lazy;
}

/** Leaves out the links to lazy stylesheets of which no class stands in the page. */
export function withoutUnused(html: string, lazy: ReadonlyMap<string, readonly string[]>): string {
  const used = new Set<string>();
  for (const [, names = ''] of html.matchAll(/\sclass="([^"]*)"/g))
    for (const name of names.split(/\s+/)) used.add(name);
  return html.replace(/<link rel="stylesheet" href="([^"]+)"[^>]*>/g, (link, href: string) =>
    lazy.get(href)?.some((name) => used.has(name)) === false ? '' : link,
  );
}

import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type AtRule, type Container, parse, type Rule } from 'postcss';
import { rewritePages } from './pages.ts';

/**
 * Pages say `data-theme="dark"`, and a script in their head puts the reader's preference in its place. Where no
 * script runs, the rules for the light theme are given again, as those of a page that does not say
 * `light`: in a sheet that browsers with scripts never fetch.
 */
export function lightWithoutScript(): AstroIntegration {
  let base = '/';
  return {
    name: 'light-without-script',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const names: string[] = [];
        for await (const name of glob('_astro/*.css', { cwd: folder })) names.push(name);
        names.sort();
        const sheets = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
        // The same rules may stand in several sheets.
        const rules = [...new Set(sheets.map(lightRules))].join('');
        if (rules === '') throw new Error('no rule for the light theme in any stylesheet');
        // The condition stands in the sheet: in every page it would cost as much as its address.
        const css = `@media (prefers-color-scheme: light){${rules}}`;
        const name = `_astro/light.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
        await writeFile(join(folder, name), css);
        await rewritePages(dir, (html) => withLight(html, `${base}${name}`));
      },
    },
  };
}

/** Puts the sheet last into the head of a page that a script would make light. */
export function withLight(html: string, href: string): string {
  if (!/<html\b[^>]*\sdata-theme="?dark/.test(html)) return html;
  return html.replace(
    '</head>',
    `<noscript><link rel="stylesheet" href="${href}"></noscript></head>`,
  );
}

/**
 * The rules of a stylesheet that hold in the light theme alone, in the layers and under the conditions that they
 * stand in, for a page whose root has the other theme; '' when there are none.
 */
export function lightRules(css: string): string {
  const root = parse(css);
  root.walk((node) => {
    if (node.type === 'comment' || (node.type === 'atrule' && !node.nodes)) node.remove();
    if (node.type !== 'rule') return;
    if (isStop(node)) return;
    const light = node.selectors.filter((selector) => LIGHT.test(selector));
    if (light.length === 0) node.remove();
    else node.selectors = light.map(unlessLight);
  });
  removeEmpty(root);
  return root.toString();
}

/** Of `@keyframes`: no selector. */
const isStop = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name);

/** Layers and conditions without a rule, and what is no group of rules: fonts, movements. */
function removeEmpty(within: Container): void {
  within.each((node) => {
    if (node.type !== 'atrule') return;
    if (!GROUPS.test(node.name)) node.remove();
    else {
      removeEmpty(node);
      if (node.nodes?.length === 0) node.remove();
    }
  });
}

const GROUPS = /^(?:media|supports|layer|container)$/;

/** Not what stands within `:not()`, which is true already. */
const LIGHT = /(?<!:not\()\[data-theme=["']?light["']?\]/;
const NOT_LIGHT = ":not([data-theme='light'])";

/**
 * `[data-theme='light']` becomes `:not([data-theme='light'])`, which is true of the page, and twice: code
 * blocks bring their sheet with them, behind this one.
 */
const unlessLight = (selector: string): string =>
  selector.replace(new RegExp(LIGHT, 'g'), NOT_LIGHT + NOT_LIGHT);

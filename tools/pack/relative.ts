/**
 * Makes the links of built pages relative, so that the site works under any path. Scripts and styles find
 * each other relatively as they are built (`renderBuiltUrl` in astro.config.mjs, src/site-base.ts), and the
 * inline scripts, whose hashes are in the policy, name no file.
 */
import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Addresses from the root: `/`, `/_astro/x.js`, `/chapters/05-pools/`. */
export type Addresses = ReadonlySet<string>;

/** Islands are imported by a script of the site, which lies beside them. */
const FROM_SCRIPT = new Set(['component-url', 'renderer-url', 'before-hydration-url']);
const BESIDE = '/_astro/';

/** @param page the page's address from the root, `/chapters/05-pools/` */
export function relativeLinks(html: string, page: string, addresses: Addresses): string {
  const up = '../'.repeat(page.split('/').length - 2) || './';
  const isOurs = (link: string) => addresses.has(link.replace(/[?#].*$/, ''));
  const attributes = (tag: string) =>
    tag
      .replace(/\s([a-z-]+)="(\/[^"]*)"/g, (whole, name: string, link: string) => {
        if (!isOurs(link)) return whole;
        if (!FROM_SCRIPT.has(name)) return ` ${name}="${up}${link.slice(1)}"`;
        return ` ${name}="./${link.slice(BESIDE.length)}"`;
      })
      // What islands are given, as JSON.
      .replace(/(&quot;|")(\/[^&"]*)\1/g, (whole, quote: string, link: string) =>
        isOurs(link) ? `${quote}${up}${link.slice(1)}${quote}` : whole,
      );
  // Tags alone: in the text of a page, and in its scripts, a path is what it says.
  return html.replace(/<script>[\s\S]*?<\/script>|<[a-z][^>]*>/g, (part) =>
    part.startsWith('<script>') ? part : attributes(part),
  );
}

async function addressesIn(folder: string): Promise<Addresses> {
  const found = new Set<string>();
  for await (const name of glob('**/*', { cwd: folder })) {
    const path = `/${name.replaceAll('\\', '/')}`;
    const isFolder = (await stat(join(folder, name))).isDirectory();
    found.add(isFolder ? `${path}/` : path);
  }
  return found.add('/');
}

/** Changes all pages of the site built in `folder` for the root. */
export async function makeRelative(folder: string): Promise<void> {
  const addresses = await addressesIn(folder);
  for await (const name of glob('**/*.html', { cwd: folder })) {
    const file = join(folder, name);
    const page = `/${name.replaceAll('\\', '/')}`;
    await writeFile(file, relativeLinks(await readFile(file, 'utf8'), page, addresses));
  }
}

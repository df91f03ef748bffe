import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './pages.ts';

/** Everything from the site itself. Monaco and the code blocks set styles on elements. */
const fixed = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
];

export function policy(scripts: Iterable<string>, extra: readonly string[] = []): string {
  const sources = ["'self'", ...extra, ...[...new Set(scripts)].sort()];
  return [...fixed, `script-src ${sources.join(' ')}`].join('; ');
}

/** The hashes of the scripts written into a page; data blocks (JSON) are not scripts. */
export function inlineScripts(html: string): string[] {
  const hashes: string[] = [];
  for (const [, attributes = '', body = ''] of html.matchAll(
    /<script\b([^>]*)>([\s\S]*?)<\/script>/gi,
  )) {
    if (/\ssrc\s*=/i.test(attributes) || /\btype\s*=\s*["']?[\w./+-]*json/i.test(attributes))
      continue;
    hashes.push(`'sha256-${createHash('sha256').update(body).digest('base64')}'`);
  }
  return hashes;
}

/** Puts the policy first in the head, right behind the character set that must come before it. */
export function addPolicy(html: string): string {
  // The sandbox has a narrower one of its own.
  if (html.includes('http-equiv="Content-Security-Policy"')) return html;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(inlineScripts(html))}">`;
  const charset = /<meta charset=[^>]*>/i;
  return charset.test(html)
    ? html.replace(charset, (found) => found + meta)
    : html.replace(/<head[^>]*>/i, (found) => found + meta);
}

/**
 * A Content-Security-Policy on every page, with the hash of each script Astro and Starlight write
 * into it. Astro's own `security.csp` leaves out scripts marked `is:inline`, which Starlight uses.
 * Hosts that read `_headers` get the same policy as a header, there with the hashes of all pages.
 * A header also governs workers, and Pagefind compiles its index reader (WebAssembly) in one. It must
 * allow what any page needs, so blobs too; what is allowed in a page is what its header and its own policy both allow.
 */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const all: string[] = [];
        await rewritePages(dir, (html) => {
          all.push(...inlineScripts(html));
          return addPolicy(html);
        });
        const headers = new URL('_headers', dir);
        const text = await readFile(headers, 'utf8');
        await writeFile(
          headers,
          text.replace('{policy}', policy(all, ["'wasm-unsafe-eval'", 'blob:'])),
        );
      },
    },
  };
}

import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** From the project's root, and the names they get on the site. */
const files = {
  LICENSE: 'LICENSE.txt',
  NOTICE: 'NOTICE.txt',
  'node_modules/monaco-editor/ThirdPartyNotices.txt': 'monaco-third-party.txt',
} as const;

/** The built site carries other people's code; their licences ask that the notices go with it. */
export function licences(): AstroIntegration {
  let root = '';
  return {
    name: 'licences',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'licences');
        await mkdir(folder, { recursive: true });
        for (const [from, to] of Object.entries(files))
          await copyFile(join(root, from), join(folder, to));
      },
    },
  };
}

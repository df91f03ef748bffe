import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fileList } from './file-list.ts';

const entry = fileURLToPath(new URL('../../src/offline/worker/index.ts', import.meta.url));

/**
 * Writes sw.js into a built site. It holds a hash of each file, so that it differs whenever anything
 * does: that is how a browser sees that there is a newer version. To be written after all other files.
 */
export async function writeServiceWorker(folder: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { FILES: JSON.stringify(await fileList(folder)) },
  });
  await writeFile(join(folder, 'sw.js'), outputFiles[0]?.text ?? '');
}

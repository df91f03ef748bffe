import { createHash } from 'node:crypto';
import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileList } from '../../src/offline/messages.ts';

/** For machines: hosts, search engines, sites that unfold links. No reader opens them. */
const FOR_MACHINES =
  /^(_headers|sw\.js|oembed\/|zh-cn\/oembed\/|cards\/|sitemap|robots\.txt)|(^|\/)\./;
/** Named by tools/astro/editor-chunks.ts and by what they are. Monaco weighs as much as the rest of the site, and whoever only reads and runs never needs it. */
const ON_USE =
  /^_astro\/(monaco|monaco-\w+|editor\.worker|ts\.worker|editorWebWorkerMain|codicon)[.-]/;

/** Addresses below the root: those of pages end in a slash. */
const addressOf = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');

/** What the device keeps of the site built in `folder`. */
export async function fileList(folder: string): Promise<FileList> {
  const always: Record<string, string> = {};
  const onUse: Record<string, string> = {};
  let onUseBytes = 0;
  for (const file of await filesIn(folder)) {
    if (FOR_MACHINES.test(file)) continue;
    const bytes = await readFile(join(folder, file));
    const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    (ON_USE.test(file) ? onUse : always)[addressOf(file)] = mark;
    if (ON_USE.test(file)) onUseBytes += bytes.length;
  }
  return { always, onUse, onUseBytes };
}

/** Every file in it, with slashes: scripts and styles first, for pages are of no use without them. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const name of glob('**/*', { cwd: folder }))
    if ((await stat(join(folder, name))).isFile()) files.push(name.replaceAll('\\', '/'));
  const late = (file: string) => Number(!file.startsWith('_astro/'));
  return files.sort((a, b) => late(a) - late(b) || (a < b ? -1 : 1));
}

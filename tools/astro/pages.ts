import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @prop file its place below the folder of the built site: `chapters/05-pools/index.html` */
export interface BuiltPage {
  readonly file: string;
  readonly html: string;
}

/** Every page of the built site, one after the other. */
export async function* builtPages(dir: URL): AsyncGenerator<BuiltPage> {
  const folder = fileURLToPath(dir);
  for await (const file of glob('**/*.html', { cwd: folder }))
    yield { file, html: await readFile(join(folder, file), 'utf8') };
}

/** Puts what `change` makes of each page in its place; `file` as in BuiltPage. */
export async function rewritePages(
  dir: URL,
  change: (html: string, file: string) => string,
): Promise<void> {
  const folder = fileURLToPath(dir);
  for await (const { file, html } of builtPages(dir))
    await writeFile(join(folder, file), change(html, file));
}

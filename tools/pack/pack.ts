/** `npm run pack`: the built site as a folder and as a zip, for any static server and any path. */
import { cp, glob, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Zippable, zipSync } from 'fflate';
import { writeServiceWorker } from '../offline/service-worker.ts';
import { makeRelative } from './relative.ts';

const NAME = 'pymemlab';
/** What the project's own commands leave in a built site, and no server needs. */
const STAMP = '.stamp';

export interface Packed {
  readonly folder: string;
  readonly zip: string;
  readonly bytes: number;
}

/** @param site a folder with the site, built for the root */
export async function pack(site: string, out: string): Promise<Packed> {
  const folder = join(out, NAME);
  await rm(folder, { recursive: true, force: true });
  await cp(site, folder, { recursive: true });
  await rm(join(folder, STAMP), { force: true });
  await makeRelative(folder);
  // Once more: it knows each page by its contents.
  await writeServiceWorker(folder);
  const zip = join(out, `${NAME}.zip`);
  const packed = zipSync(await zippable(folder), { level: 9 });
  await writeFile(zip, packed);
  return { folder, zip, bytes: packed.length };
}

async function zippable(folder: string): Promise<Zippable> {
  const files: Zippable = {};
  for await (const name of glob('**/*', { cwd: folder })) {
    const file = join(folder, name);
    if (!(await stat(file)).isFile()) continue;
    files[`${NAME}/${name.replaceAll('\\', '/')}`] = await readFile(file);
  }
  return files;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'pack' } } });
  const { folder, zip, bytes } = await pack('dist', resolve(values.out));
  console.log(`${folder}\n${zip}  (${(bytes / 1_000_000).toFixed(1)} MB)`);
  console.log(`To look at it: python3 -m http.server --directory ${resolve(values.out)}`);
}

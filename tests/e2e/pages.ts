import { globSync } from 'node:fs';

/** The address of every page in the built site, from the build itself: a new page is tested unasked. */
const built: readonly string[] = globSync('dist/**/*.html')
  .map((file) => file.replaceAll('\\', '/').replace(/^dist/, ''))
  .map((path) => path.replace(/\/index\.html$/, '/'))
  .sort();

/** A frame for embedding holds what a chapter holds, in an empty page: of each language, a few do. */
const isFrame = (path: string) => /^\/(zh-cn\/)?embed\/[^/]+\/$/.test(path);
const FRAMES = ['let-go', 'counts-first', 'own-program'];

/** Nobody sees it: in it readers' own code runs. */
const SANDBOX = '/build/sandbox/';

export const pages: readonly string[] = built.filter(
  (path) =>
    path !== SANDBOX && (!isFrame(path) || FRAMES.some((name) => path.endsWith(`/${name}/`))),
);

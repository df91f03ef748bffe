import { globSync } from 'node:fs';

/** The address of every page in the built site, from the build itself: a new page is tested unasked. */
export const pages: readonly string[] = globSync('dist/**/*.html')
  .map((file) => file.replaceAll('\\', '/').replace(/^dist/, ''))
  .map((path) => path.replace(/\/index\.html$/, '/'))
  .sort();

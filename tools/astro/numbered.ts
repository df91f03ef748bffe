/** A loader of files of data in YAML, whose prose has the course's numbers filled in before a schema sees it. */
import { readFileSync } from 'node:fs';
import type { Loader, ParseDataOptions } from 'astro/loaders';
import { parse } from 'yaml';

/** @param withNumbers of a text and its path; throws Error where there is no such number */
export const numbered = (
  files: Loader,
  withNumbers: (text: string, file: string) => string,
): Loader => ({
  ...files,
  load(context) {
    function parseData<Data extends Record<string, unknown>>(read: ParseDataOptions<Data>) {
      const { filePath = '' } = read;
      const text = withNumbers(readFileSync(filePath, 'utf8'), filePath);
      return context.parseData<Data>({ ...read, data: parse(text) });
    }
    // An earlier build's are kept as long as a file stays as it is, and know nothing of newer numbers.
    context.store.clear();
    return files.load({ ...context, parseData });
  },
});

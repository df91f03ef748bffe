import { readFileSync } from 'node:fs';

/** The text of a file as CPython reads it: UTF-8, a byte order mark dropped, line ends unified. */
export function readProgram(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
}

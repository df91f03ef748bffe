/** What both scaffolds do alike: an id that is in order, files that are not there yet, words at the end. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Files = Readonly<Record<string, string>>;

/** One sentence on stderr. @returns exit status 2 */
export function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

/** Writes all files or, where one is there already, none. @returns the one that is there, or null */
export function writeFiles(files: Files): string | null {
  const there = Object.keys(files).find((path) => existsSync(path));
  if (there !== undefined) return there;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return null;
}

export function tell(files: Files, next: readonly string[]): void {
  const written = Object.keys(files).map((path) => `  ${path}`);
  const steps = next.map((step, index) => `  ${index + 1}. ${step}`);
  process.stdout.write(`Written:\n${written.join('\n')}\n\nNext:\n${steps.join('\n')}\n`);
}

/** Whether this module was started, not imported by a test. */
export const isStarted = (url: string) => url === pathToFileURL(process.argv[1] ?? '').href;

/**
 * What a program plainly needs of the code that does not come with the engine. A guess that saves a
 * second run, no more: what only the running program knows is fetched when it comes to it.
 */
import { chunkOf, withNeeded } from '../modules/catalogue.ts';
import type { Program } from '../timeline/api.ts';
import type { CodeName } from './loaders.ts';

export function codeHintedIn({ source }: Program): ReadonlySet<CodeName> {
  return withNeeded(importedIn(source));
}

/** The chunks of modules that are named in a line that imports. */
function* importedIn(source: string) {
  for (const [line] of source.matchAll(/^.*import.*$/gm)) {
    for (const [word] of line.matchAll(/\w+/g)) {
      const chunk = chunkOf(word);
      if (chunk !== undefined) yield chunk;
    }
  }
}

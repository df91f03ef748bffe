/** What the engine says of an object in one line, in the reader's language where it has words in it. */
import type { Translate, WordKey } from '../../i18n/words.ts';

/** Values are as Python writes them and stay; these are the engine's own words (engine/lenses/describe.ts). */
const FORMS: readonly (readonly [RegExp, WordKey])[] = [
  [/^(?<open>[[({])1 item(?<close>[\])}])$/, 'object.oneItem'],
  [/^(?<open>[[({])(?<count>\d+) items(?<close>[\])}])$/, 'object.items'],
  [/^int of (?<count>\d+) digits$/, 'object.digits'],
  [/^str of (?<count>\d+)$/, 'object.characters'],
  [/^code of (?<name>.+)$/, 'object.code'],
  [/^bound (?<name>.+)$/, 'object.bound'],
];

/** @param text as a scene has it: `[2 items]`, `'word'`, `class Node` */
export function objectText(t: Translate, text: string): string {
  for (const [form, key] of FORMS) {
    const values = form.exec(text)?.groups;
    if (values) return t(key, values);
  }
  return text;
}

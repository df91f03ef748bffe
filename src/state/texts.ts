/** What a learner wrote, by playground: it survives a reload and a crash. */
import { load, save } from './storage.ts';

export const textKey = (id: string) => `text:${id}`;

export const loadText = (id: string): string | null => load(textKey(id));

/** Nothing is kept of a text that is as the course has it: a corrected course must reach the reader. */
export function saveText(id: string, text: string, original: string): void {
  save(textKey(id), text === original ? null : text);
}

/** What a prompt calls the file that it reads, and what its inputs are called. */
import type { Runtime } from '../objects/runtime.ts';

export const PROMPT_FILE = '<stdin>';

/** Each input may have a number: Profile.prompt.file. */
export function isPromptFile(filename: string): boolean {
  return /^<stdin(?:>-\d+|-\d+>|>)$/.test(filename);
}

/** Whether linecache.getline finds the lines of a file. */
export function isKnownByName(rt: Runtime, filename: string): boolean {
  return rt.profile.prompt.lines === 'always' || !isPromptFile(filename);
}

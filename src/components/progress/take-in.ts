/** Reads a text or a file that somebody brought, and adds it to what is there. */
import type { Translate } from '../../i18n/words.ts';
import { decodeProgress } from '../../state/progress-code.ts';
import type { ProgressKey } from '../../state/progress-key.ts';
import { mergeProgress } from '../../state/progress.ts';

function added(t: Translate, keys: readonly ProgressKey[], unknown: number): string {
  const count = mergeProgress(keys);
  const said = count > 0 ? t('progress.added', { count }) : t('progress.nothingNew');
  return unknown > 0 ? `${said} ${t('progress.unknown', { count: unknown })}` : said;
}

/** @returns what to tell the reader */
export function takeCode(t: Translate, text: string, known: readonly ProgressKey[]): string {
  const read = decodeProgress(text, known);
  return read.ok ? added(t, read.keys, read.unknown) : t(`progress.fault.${read.fault}`);
}

/** @returns what to tell the reader */
export async function takeFile(t: Translate, text: string): Promise<string> {
  const { readProgressFile } = await import('../../state/progress-file.ts');
  const read = readProgressFile(text);
  return read.ok ? added(t, read.keys, 0) : t(`progress.fault.${read.fault}`);
}

/** A file's text may come by way of the clipboard as well. */
export const takeText = async (
  t: Translate,
  text: string,
  known: readonly ProgressKey[],
): Promise<string> =>
  text.trimStart().startsWith('{') ? takeFile(t, text) : takeCode(t, text, known);

/**
 * How an embed begins, as the query of its address: `?version=3.12&lens=memory&step=4`. The same for
 * the loader, which writes it, for a bare frame, whose author writes it, and for the frame.
 */
import type { Theme } from './messages.ts';

export interface EmbedSettings {
  readonly version?: string;
  readonly mode?: 'script' | 'repl';
  readonly lens?: string;
  readonly step?: number;
  readonly readOnly?: boolean;
  readonly theme?: Theme;
}

const NAMES = ['version', 'mode', 'lens', 'step', 'readonly', 'theme'] as const;

/** Settings out of attributes or a query; what is not understood is left out. */
export function readSettings(get: (name: string) => string | null): EmbedSettings {
  const [version, mode, lens, step, readOnly, theme] = NAMES.map((name) => get(name) ?? undefined);
  const at = Number(step);
  return {
    ...(version && /^3\.\d+(\.\d+)?$/.test(version) ? { version } : {}),
    ...(mode === 'script' || mode === 'repl' ? { mode } : {}),
    ...(lens && /^[a-z]+$/.test(lens) ? { lens } : {}),
    ...(Number.isSafeInteger(at) && at > 0 ? { step: at } : {}),
    ...(readOnly !== undefined && readOnly !== 'false' ? { readOnly: true } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
  };
}

/** The query, with its question mark; '' when everything is as the embed has it. */
export function queryOf({ version, mode, lens, step, readOnly, theme }: EmbedSettings): string {
  const given = [version, mode, lens, step, readOnly ? 'true' : undefined, theme];
  const query = new URLSearchParams();
  for (const [index, value] of given.entries())
    if (value !== undefined) query.set(NAMES[index]!, String(value));
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** Whether a run begins elsewhere than the picture in the page: then its code loads at once. */
export const changesRun = ({ version, mode, lens, step, readOnly }: EmbedSettings): boolean =>
  [version, mode, lens, step, readOnly].some((value) => value !== undefined);

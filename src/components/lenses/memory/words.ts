/** Blocks, addresses and sizes in words. */
import type { BlockContent, Narration, SceneBlock } from '../../../../engine/index.ts';
import { type Translate, type WordKey, isWordKey } from '../../../i18n/words.ts';
import { longName, nameOf } from '../names.ts';
import { objectText } from '../object-text.ts';

export const hex = (address: number): string => `0x${address.toString(16)}`;

/** Whole numbers with a thin space between thousands. */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');

const KIB = 1024;

export function bytesText(t: Translate, bytes: number): string {
  if (bytes < 10 * KIB) return t('memory.bytes', { bytes: count(bytes) });
  return t('memory.kib', { kib: count(Math.round(bytes / KIB)) });
}

const PARTS: Partial<Record<BlockContent['kind'], WordKey>> = {
  items: 'memory.holds.items',
  keys: 'memory.holds.keys',
  values: 'memory.holds.values',
  table: 'memory.holds.table',
  data: 'memory.holds.data',
};

/** `list #1`, `dict globals`: an object of the machine's own has no number. */
function owner(t: Translate, content: BlockContent): string {
  const { number, type, text } = content;
  const isOwn = number <= 0 && text !== '' && text !== type;
  return isOwn ? `${type} ${objectText(t, text)}` : nameOf(content);
}

/** What stands in a block, in one line. */
export function contentText(t: Translate, content: BlockContent): string {
  const { kind, type, text } = content;
  const part = PARTS[kind];
  if (part) return t(part, { object: owner(t, content) });
  if (kind === 'sharedKeys') return t('memory.holds.sharedKeys', { type: text });
  if (kind === 'kept') return t('memory.holds.kept', { type });
  if (kind === 'allocator' || kind === 'unknown') return t(`memory.holds.${kind}`);
  return longName(t, content);
}

/** A block of a pool, in one line: its state, what is in it, what the line did to it. */
export function blockText(
  t: Translate,
  block: SceneBlock | undefined,
  freePlace: number | null,
): string {
  if (!block) return t('memory.look.untouched');
  const what = block.content
    ? contentText(t, block.content)
    : t('memory.freePlace', { place: freePlace ?? 0 });
  return block.change === 'none' ? what : `${what} · ${t(`memory.change.${block.change}`)}`;
}

/** A field's note, when the catalogue has words for it. */
export function noteText(t: Translate, note: Narration | null): string {
  const key = `memory.note.${note?.key}`;
  return note && isWordKey(key) ? t(key, note.values) : '';
}

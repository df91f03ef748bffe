/** A request and what came back, in words. */
import type { Answer, LayerPages, LayerRequest, LayerReturns } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { bytesText, count } from '../memory/words.ts';

export interface Tier {
  /** '3', '2', '1, 0', '−1' as in the picture of CPython's source. */
  readonly layer: string;
  readonly name: string;
  readonly text: string;
  /** The layer that had what was asked for: none below it was asked. */
  readonly answers: boolean;
}

/** What stands in layer 3: an object and its header, or a table. */
export function needText(t: Translate, { needs, before, content }: LayerRequest): string {
  if (content.kind === 'kept') return t('layers.keptAgain');
  if (needs === null) return t('layers.needsUnknown');
  if (before === 0) return t('layers.needs', { bytes: count(needs) });
  return t('layers.needsHeader', {
    bytes: count(needs),
    before,
    object: count(needs - before),
  });
}

function pymallocText(t: Translate, { answer, blockBytes, szidx, arena }: LayerRequest): string {
  const block = t('layers.block', { bytes: blockBytes, szidx, arena });
  const from: Partial<Record<Answer, string>> = {
    pool: t('layers.answer.pool'),
    newPool: t('layers.answer.newPool'),
    newArena: t('layers.answer.newArena'),
  };
  return `${block} ${from[answer] ?? ''}`;
}

/** The layers that a request reached, from the top. */
export function tiersOf(t: Translate, request: LayerRequest, threshold: number): Tier[] {
  const { answer, blockBytes } = request;
  const tier = (layer: string, name: string, text: string, answers: boolean): Tier => ({
    layer,
    name,
    text,
    answers,
  });
  const kept = answer === 'freeList';
  const top = kept
    ? `${needText(t, request)} ${t('layers.answer.freeList')}`
    : needText(t, request);
  const tiers = [tier('3', t('layers.objects'), top, kept)];
  if (kept) return tiers;
  const large = answer === 'heap' || answer === 'mapping';
  const second = large ? t('layers.tooLarge', { threshold }) : pymallocText(t, request);
  tiers.push(tier('2', 'pymalloc', second, !large && answer !== 'newArena'));
  if (large) {
    const chunk = t('layers.chunk', { bytes: count(blockBytes) });
    tiers.push(tier('1, 0', 'PyMem_Raw, malloc', chunk, answer === 'heap'));
  }
  if (answer === 'mapping') tiers.push(tier('−1', t('layers.system'), t('layers.mapping'), true));
  if (answer === 'newArena') tiers.push(tier('−1', t('layers.system'), t('layers.mapArena'), true));
  return tiers;
}

/** What the line gave back, to which layer. */
export function returnTexts(t: Translate, returns: LayerReturns): string[] {
  const { blocks, bytes, kept, large, largeBytes, pools, arenas } = returns;
  const texts: string[] = [];
  if (kept > 0) texts.push(t('layers.back.kept', { count: count(kept) }));
  if (blocks > 0) {
    texts.push(t('layers.back.blocks', { count: count(blocks), bytes: bytesText(t, bytes) }));
  }
  if (pools > 0) texts.push(t('layers.back.pools', { count: count(pools) }));
  if (arenas > 0) texts.push(t('layers.back.arenas', { count: count(arenas) }));
  if (large > 0) {
    texts.push(t('layers.back.large', { count: count(large), bytes: bytesText(t, largeBytes) }));
  }
  return texts;
}

/** Pages in memory before the line and after it, and how they came. */
export function pageText(
  t: Translate,
  { before, after, pageBytes, mmap, munmap }: LayerPages,
): string {
  const pages =
    before === after
      ? t('layers.pages.same', { pages: count(after), bytes: pageBytes })
      : t('layers.pages.changed', { before: count(before), after: count(after), bytes: pageBytes });
  if (mmap + munmap === 0) return `${pages} ${t('layers.pages.noCalls')}`;
  return `${pages} ${t('layers.pages.calls', { mmap, munmap })}`;
}

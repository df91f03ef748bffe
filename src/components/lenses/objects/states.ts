import type { Translate } from '../../../i18n/words.ts';
import type { PlacedObject } from './layout.ts';

export type State = 'new' | 'count' | 'contents' | 'unreachable' | 'freed' | 'none';

/** The one thing that a box's border and label tell; what is lost weighs more than what is new. */
export function stateOf({ live, freed }: PlacedObject): State {
  if (freed) return 'freed';
  if (!live) return 'none';
  return live.reachable ? live.change : 'unreachable';
}

/** A changed count shows in the badge, with an arrow; the border needs no label for it. */
export function labelOf(t: Translate, state: State): string | null {
  switch (state) {
    case 'new':
      return t('lens.new');
    case 'contents':
      return t('lens.changed');
    case 'unreachable':
      return t('lens.unreachable');
    case 'freed':
      return t('lens.freed');
    case 'count':
    case 'none':
      return null;
  }
}

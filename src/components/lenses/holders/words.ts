import type { Holder } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { refText } from '../names.ts';

export const frameText = (t: Translate, frame: string): string =>
  frame === 'globals' ? t('lens.globals') : `${frame}()`;

/** A place that holds a reference, in words; the object that it belongs to is named besides. */
export function placeText(t: Translate, { kind, frame, label, owner }: Holder): string {
  switch (kind) {
    case 'name':
      return frame === 'globals'
        ? label
        : t('lens.nameIn', { name: label, frame: frameText(t, frame) });
    case 'stack':
      return t('holders.stack', { place: label, frame: frameText(t, frame) });
    case 'frame':
      return t('holders.frame', { frame: frameText(t, frame) });
    case 'item':
    case 'attribute':
      return owner ? t('lens.itemOf', { item: label, holder: refText(t, owner) }) : label;
    case 'inside':
      return owner ? t('holders.inside', { field: label, holder: refText(t, owner) }) : label;
    case 'interpreter':
      return t('holders.interpreter', { field: label });
  }
}

/** How many references the place counts, where that is not one. */
export function countText(t: Translate, { count }: Holder): string {
  if (count === 0) return t('holders.borrowed');
  return count === 1 ? '' : t('holders.times', { count });
}

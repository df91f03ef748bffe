import type { ObjectNumber, ObjectRef } from '../../../engine/index.ts';
import type { Translate } from '../../i18n/words.ts';
import { objectText } from './object-text.ts';

/** `list #2`; objects that were there before the program have no number. */
export const nameOf = ({ type, number }: { type: string; number: ObjectNumber }): string =>
  number > 0 ? `${type} #${number}` : type;

/** An object without a number is told by its text. */
export const refText = (t: Translate, object: ObjectRef): string =>
  object.number > 0 ? nameOf(object) : `${object.type} ${objectText(t, object.text)}`;

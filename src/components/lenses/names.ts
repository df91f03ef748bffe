import type { ObjectNumber, ObjectRef } from '../../../engine/index.ts';
import type { Translate } from '../../i18n/words.ts';
import { objectText } from './object-text.ts';

/** `list #2`; objects that were there before the program have no number. */
export const nameOf = ({ type, number }: { type: string; number: ObjectNumber }): string =>
  number > 0 ? `${type} #${number}` : type;

/** `list #2  [2 items]`; the name alone where the text would only say the type again. */
export const longName = (t: Translate, object: Pick<ObjectRef, 'number' | 'type' | 'text'>) =>
  object.text === '' || object.text === object.type
    ? nameOf(object)
    : `${nameOf(object)}  ${objectText(t, object.text)}`;

/** An object without a number is told by its text. */
export const refText = (t: Translate, object: ObjectRef): string =>
  object.number > 0 ? nameOf(object) : `${object.type} ${objectText(t, object.text)}`;

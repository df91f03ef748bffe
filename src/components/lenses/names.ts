import type { ObjectNumber, ObjectRef } from '../../../engine/index.ts';

/** `list #2`; objects that were there before the program have no number. */
export const nameOf = ({ type, number }: { type: string; number: ObjectNumber }): string =>
  number > 0 ? `${type} #${number}` : type;

/** An object without a number is told by its text. */
export const refText = (object: ObjectRef): string =>
  object.number > 0 ? nameOf(object) : `${object.type} ${object.text}`;

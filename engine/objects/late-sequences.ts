/** What few programs do with lists and tuples. */
import { late, Part } from '../base/part.ts';

export const sequencesPart = new Part<typeof import('./sequences-part.ts')>('sequences');
export const tupleConcat = late(sequencesPart, 'tupleConcat');
export const tupleCount = late(sequencesPart, 'tupleCount');
export const tupleGetNewArgs = late(sequencesPart, 'tupleGetNewArgs');
export const tupleIndex = late(sequencesPart, 'tupleIndex');
export const tupleRepeat = late(sequencesPart, 'tupleRepeat');
export const tupleSqItem = late(sequencesPart, 'tupleSqItem');
export const tupleTpNew = late(sequencesPart, 'tupleTpNew');
export const badIndex = late(sequencesPart, 'badIndex');
export const listInit = late(sequencesPart, 'listInit');
export const listSqItem = late(sequencesPart, 'listSqItem');
export const takeRoomFor = late(sequencesPart, 'takeRoomFor');
export const assignStrided = late(sequencesPart, 'assignStrided');
export const deleteStrided = late(sequencesPart, 'deleteStrided');

/** What the part for lists and tuples holds. */
export {
  tupleConcat,
  tupleCount,
  tupleGetNewArgs,
  tupleIndex,
  tupleRepeat,
  tupleSqItem,
  tupleTpNew,
} from './tuple-type-code.ts';
export { badIndex, listInit, listSqItem, takeRoomFor } from './list-type-code.ts';
export { assignStrided, deleteStrided } from './list-strided-code.ts';

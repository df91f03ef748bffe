/** What the part for iterators holds. */
export {
  enumDealloc,
  enumNext,
  enumReduce,
  enumTraverse,
  enumTypeNew,
  enumVectorcall,
} from './enumerate-code.ts';
export {
  reversedDealloc,
  reversedLength,
  reversedNext,
  reversedReduce,
  reversedSetState,
  reversedTypeNew,
  reversedVectorcall,
} from './reversed-code.ts';
export {
  filterDealloc,
  filterNew,
  filterNext,
  filterReduce,
  filterTraverse,
  filterVectorcall,
} from './filter-code.ts';
export {
  checkStrict,
  setStrict,
  strictOf,
  strictOfDict,
  strictReduced,
  tooMany,
} from './strict-lengths-code.ts';
export {
  callIterDealloc,
  callIterNew,
  callIterNext,
  callIterReduce,
  callIterTraverse,
  listIterLength,
  listReverseLength,
  listReverseNext,
  listReverseReduce,
  listReverseSetState,
  listReversed,
  reduceForward,
  seqIterLength,
  seqIterNext,
  stateIndex,
  tupleIterLength,
} from './seq-iterators-code.ts';
export {
  iterLengthHint,
  iterReduce,
  iterSetState,
  iterTraverse,
  strIterNext,
} from './str-iterators-code.ts';

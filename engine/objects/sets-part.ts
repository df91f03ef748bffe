/** What the part for sets holds. */
export {
  viewAnd,
  viewIsDisjoint,
  viewOr,
  viewRichCompare,
  viewSubtract,
  viewXor,
} from './dict-view-sets.ts';
export {
  frozenCopy,
  setCopy,
  setDifference,
  setDifferenceUpdate,
  setIntersection,
  setIsDisjoint,
  setIsSubset,
  setIsSuperset,
  setRichCompare,
  setSymmetricDifference,
  setSymmetricUpdate,
} from './set-algebra.ts';
export { frozensetHash } from './set-hash.ts';
export {
  difference,
  differenceUpdate,
  frozensetCopy,
  intersectWith,
  intersection,
  intersectionUpdate,
  setAnd,
  setOr,
  setSub,
  setXor,
  sizeOf,
  union,
} from './set-methods-code.ts';
export { frozensetTpNew, mayBeEmpty, setInit, setRepr } from './set-type-code.ts';
export { lengthHint } from './set-iterator-code.ts';
export {
  frozensetFromItems,
  makeNewSetBase,
  setDiscard,
  setDiscardEntry,
  takeEntry,
  updateFromDict,
} from './set-code.ts';

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

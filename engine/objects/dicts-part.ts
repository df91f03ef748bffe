/** What the part for dicts holds. */
export {
  dictContainsRef,
  dictSizeOf,
  fillFrom,
  fromKeys,
  popItem,
  setDefault,
} from './dict-methods-code.ts';
export {
  becomeClone,
  copySplit,
  isAnyDict,
  isCloneable,
  mappingKeys,
  mergeItem,
  mergeMapping,
  mergePair,
} from './dict-merge-code.ts';
export { dictInit, dictInplaceOr, dictOr, dictRichCompare } from './dict-type-code.ts';
export { advanceBack, lastPosition, lengthHint } from './dict-iterators-code.ts';
export { viewItemsContains, viewRepr } from './dict-views-code.ts';
export { column, dictItemsList } from './dict-lists-code.ts';
export { dictPrevious, insertInKeyOrder } from './dict-code.ts';

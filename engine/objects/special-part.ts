/** What the part for special methods holds. */
export { dispatch } from './slot-operators-code.ts';
export {
  callSpecialMaybe,
  containsByIteration,
  slotNbBool,
  slotSqAssItem,
  slotSqItem,
  slotTpDescrSet,
  slotTpGetattrHook,
  slotTpHash,
  slotTpRepr,
  slotTpRichcompare,
  slotTpSetattro,
} from './slot-functions-code.ts';
export {
  indexOf,
  mayApply,
  takes,
  takesPower,
  twoArguments,
  unpacks,
} from './slot-wrappers-code.ts';

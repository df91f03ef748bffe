/** Special methods of classes, beyond those that most classes have. */
import { late, Part } from '../base/part.ts';

export const specialPart = new Part<typeof import('./special-part.ts')>('special-methods');
export const dispatch = late(specialPart, 'dispatch');
export const callSpecialMaybe = late(specialPart, 'callSpecialMaybe');
export const containsByIteration = late(specialPart, 'containsByIteration');
export const slotNbBool = late(specialPart, 'slotNbBool');
export const slotSqAssItem = late(specialPart, 'slotSqAssItem');
export const slotSqItem = late(specialPart, 'slotSqItem');
export const slotTpDescrSet = late(specialPart, 'slotTpDescrSet');
export const slotTpGetattrHook = late(specialPart, 'slotTpGetattrHook');
export const slotTpHash = late(specialPart, 'slotTpHash');
export const slotTpRepr = late(specialPart, 'slotTpRepr');
export const slotTpRichcompare = late(specialPart, 'slotTpRichcompare');
export const slotTpSetattro = late(specialPart, 'slotTpSetattro');
export const indexOf = late(specialPart, 'indexOf');
export const mayApply = late(specialPart, 'mayApply');
export const takes = late(specialPart, 'takes');
export const takesPower = late(specialPart, 'takesPower');
export const twoArguments = late(specialPart, 'twoArguments');
export const unpacks = late(specialPart, 'unpacks');

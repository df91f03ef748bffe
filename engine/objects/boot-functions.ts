/**
 * Functions that a boot writes into many types and objects, and that no TypeSpec names.
 *
 * They have numbers before anything is written, so that memory put back from an image refers to the
 * same ones (boot-image.ts).
 */
import { cfunctionVectorcall } from './cfunction.ts';
import { DICT_SPEC, WEAKREF_SPEC } from './class-slots.ts';
import { methodVectorcall } from './descriptors.ts';
import { gcDel } from './gc-object.ts';
import { genericAlloc, objectFree } from './generic-alloc.ts';
import { nextNotImplemented, unhashable } from './object.ts';
import type { Native, Runtime } from './runtime.ts';
import * as F from './slot-functions.ts';
import { strDealloc } from './str-type.ts';
import { subtypeClear, subtypeDealloc, subtypeTraverse } from './subtype.ts';
import { tpNewWrapper } from './type-ready.ts';
import { weakrefVectorcall } from './weakref-object.ts';

export function numberCommonFunctions(rt: Runtime): void {
  for (const { get, set } of [DICT_SPEC, WEAKREF_SPEC]) {
    rt.numberAhead(get);
    if (set !== undefined) rt.numberAhead(set);
  }
  const common: readonly Native[] = [
    cfunctionVectorcall,
    methodVectorcall,
    weakrefVectorcall,
    tpNewWrapper,
    unhashable,
    nextNotImplemented,
    genericAlloc,
    objectFree,
    gcDel,
    strDealloc,
    // the one class that a boot makes: ExceptionGroup
    subtypeDealloc,
    subtypeTraverse,
    subtypeClear,
    F.slotTpRepr,
    F.slotTpHash,
    F.slotTpStr,
    F.slotTpGetattrHook,
    F.slotTpSetattro,
    F.slotTpRichcompare,
    F.slotTpInit,
    F.slotTpNew,
  ];
  for (const native of common) rt.numberAhead(native);
}

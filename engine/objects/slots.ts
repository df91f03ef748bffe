/**
 * Special methods and slots: which name fills which slot, and how a class and its slots are kept in
 * step. A class written in Python has a slot filled with a function that looks the method up
 * (slot-functions.ts), unless what it inherits is the wrapper of a slot function of the engine's
 * own: then that function goes straight into the slot.
 * v3.13.0 Objects/typeobject.c slotdefs, add_operators, update_one_slot, fixup_slot_dispatchers
 */
import type { Addr } from '../base/brand.ts';
import { dictContains, dictGetStr, dictSetItem } from './dict.ts';
import { wrapperDescriptorNew } from './descriptors.ts';
import type { Identifiers } from './identifiers.ts';
import * as L from './layouts.ts';
import { nextNotImplemented, unhashable } from './object.ts';
import { decref } from './refcount.ts';
import type { Native, Runtime } from './runtime.ts';
import * as F from './slot-functions.ts';
import { binarySlot, inplaceSlot, slotNbPower } from './slot-operators.ts';
import * as W from './slot-wrappers.ts';
import { tpNewWrapper } from './type-ready.ts';
import { findNameInMro, forEachSubclass, isSubtype } from './type-object.ts';

/** v3.13.0 struct wrapperbase */
export interface SlotDef {
  readonly name: keyof Identifiers;
  readonly offset: number;
  /** what fills the slot of a class that defines the method in Python; null: nothing does */
  readonly fn: Native | null;
  /** null: the slot is not shown as an attribute */
  readonly wrapper: W.Wrapper | null;
  readonly keywords: boolean;
}

let table: readonly SlotDef[] | null = null;

/** The table, in CPython's order; entries of one offset stand together. Made at the first use. */
export function slotDefs(): readonly SlotDef[] {
  table ??= [...typeSlots(), ...asyncSlots(), ...numberSlots(), ...containerSlots()];
  return table;
}

function def(
  name: keyof Identifiers,
  offset: number,
  fn: Native | null,
  wrapper: W.Wrapper | null,
  keywords = false,
): SlotDef {
  return { name, offset, fn, wrapper, keywords };
}

function typeSlots(): SlotDef[] {
  const compare = (['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const).map(
    (name, op) => def(name, L.TP_RICHCOMPARE, F.slotTpRichcompare, W.wrapRichCompares[op]!),
  );
  return [
    def('__repr__', L.TP_REPR, F.slotTpRepr, W.wrapUnary),
    def('__hash__', L.TP_HASH, F.slotTpHash, W.wrapHash),
    def('__call__', L.TP_CALL, F.slotTpCall, W.wrapCall, true),
    def('__str__', L.TP_STR, F.slotTpStr, W.wrapUnary),
    def('__getattribute__', L.TP_GETATTRO, F.slotTpGetattrHook, W.wrapBinary),
    def('__getattr__', L.TP_GETATTRO, F.slotTpGetattrHook, null),
    def('__setattr__', L.TP_SETATTRO, F.slotTpSetattro, W.wrapSetattr),
    def('__delattr__', L.TP_SETATTRO, F.slotTpSetattro, W.wrapDelattr),
    ...compare,
    def('__iter__', L.TP_ITER, F.slotTpIter, W.wrapUnary),
    def('__next__', L.TP_ITERNEXT, F.slotTpIternext, W.wrapNext),
    def('__get__', L.TP_DESCR_GET, F.slotTpDescrGet, W.wrapDescrGet),
    def('__set__', L.TP_DESCR_SET, F.slotTpDescrSet, W.wrapDescrSet),
    def('__delete__', L.TP_DESCR_SET, F.slotTpDescrSet, W.wrapDescrDelete),
    def('__init__', L.TP_INIT, F.slotTpInit, W.wrapInit, true),
    def('__new__', L.TP_NEW, F.slotTpNew, null),
    def('__del__', L.TP_FINALIZE, F.slotTpFinalize, W.wrapDel),
  ];
}

type Name = keyof Identifiers;

/** v3.13.0 BINSLOT, RBINSLOT */
function pair(offset: number, name: Name, reflected: Name): SlotDef[] {
  const fn = binarySlot(offset, name, reflected);
  return [def(name, offset, fn, W.wrapBinaryL), def(reflected, offset, fn, W.wrapBinaryR)];
}

function unary(offset: number, name: Name): SlotDef {
  return def(
    name,
    offset,
    F.slotUnary((rt) => rt.ids[name]),
    W.wrapUnary,
  );
}

function inplace(offset: number, name: Name): SlotDef {
  return def(name, offset, inplaceSlot(name), W.wrapBinary);
}

function asyncSlots(): SlotDef[] {
  return [
    unary(L.AM_AWAIT, '__await__'),
    unary(L.AM_AITER, '__aiter__'),
    unary(L.AM_ANEXT, '__anext__'),
  ];
}

function numberSlots(): SlotDef[] {
  return [
    ...pair(L.NB_ADD, '__add__', '__radd__'),
    ...pair(L.NB_SUBTRACT, '__sub__', '__rsub__'),
    ...pair(L.NB_MULTIPLY, '__mul__', '__rmul__'),
    ...pair(L.NB_REMAINDER, '__mod__', '__rmod__'),
    ...pair(L.NB_DIVMOD, '__divmod__', '__rdivmod__'),
    def('__pow__', L.NB_POWER, slotNbPower, W.wrapTernary),
    def('__rpow__', L.NB_POWER, slotNbPower, W.wrapTernaryR),
    unary(L.NB_NEGATIVE, '__neg__'),
    unary(L.NB_POSITIVE, '__pos__'),
    unary(L.NB_ABSOLUTE, '__abs__'),
    def('__bool__', L.NB_BOOL, F.slotNbBool, W.wrapInquiry),
    unary(L.NB_INVERT, '__invert__'),
    ...pair(L.NB_LSHIFT, '__lshift__', '__rlshift__'),
    ...pair(L.NB_RSHIFT, '__rshift__', '__rrshift__'),
    ...pair(L.NB_AND, '__and__', '__rand__'),
    ...pair(L.NB_XOR, '__xor__', '__rxor__'),
    ...pair(L.NB_OR, '__or__', '__ror__'),
    unary(L.NB_INT, '__int__'),
    unary(L.NB_FLOAT, '__float__'),
    inplace(L.NB_INPLACE_ADD, '__iadd__'),
    inplace(L.NB_INPLACE_SUBTRACT, '__isub__'),
    inplace(L.NB_INPLACE_MULTIPLY, '__imul__'),
    inplace(L.NB_INPLACE_REMAINDER, '__imod__'),
    inplace(L.NB_INPLACE_POWER, '__ipow__'),
    inplace(L.NB_INPLACE_LSHIFT, '__ilshift__'),
    inplace(L.NB_INPLACE_RSHIFT, '__irshift__'),
    inplace(L.NB_INPLACE_AND, '__iand__'),
    inplace(L.NB_INPLACE_XOR, '__ixor__'),
    inplace(L.NB_INPLACE_OR, '__ior__'),
    ...pair(L.NB_FLOOR_DIVIDE, '__floordiv__', '__rfloordiv__'),
    ...pair(L.NB_TRUE_DIVIDE, '__truediv__', '__rtruediv__'),
    inplace(L.NB_INPLACE_FLOOR_DIVIDE, '__ifloordiv__'),
    inplace(L.NB_INPLACE_TRUE_DIVIDE, '__itruediv__'),
    unary(L.NB_INDEX, '__index__'),
    ...pair(L.NB_MATRIX_MULTIPLY, '__matmul__', '__rmatmul__'),
    inplace(L.NB_INPLACE_MATRIX_MULTIPLY, '__imatmul__'),
  ];
}

function containerSlots(): SlotDef[] {
  return [
    def('__len__', L.MP_LENGTH, F.slotSqLength, W.wrapLength),
    def('__getitem__', L.MP_SUBSCRIPT, F.slotMpSubscript, W.wrapBinary),
    def('__setitem__', L.MP_ASS_SUBSCRIPT, F.slotMpAssSubscript, W.wrapSetitem),
    def('__delitem__', L.MP_ASS_SUBSCRIPT, F.slotMpAssSubscript, W.wrapDelitem),
    def('__len__', L.SQ_LENGTH, F.slotSqLength, W.wrapLength),
    def('__add__', L.SQ_CONCAT, null, W.wrapBinary),
    def('__mul__', L.SQ_REPEAT, null, W.wrapIndexArg),
    def('__rmul__', L.SQ_REPEAT, null, W.wrapIndexArg),
    def('__getitem__', L.SQ_ITEM, F.slotSqItem, W.wrapSqItem),
    def('__setitem__', L.SQ_ASS_ITEM, F.slotSqAssItem, W.wrapSqSetitem),
    def('__delitem__', L.SQ_ASS_ITEM, F.slotSqAssItem, W.wrapSqDelitem),
    def('__contains__', L.SQ_CONTAINS, F.slotSqContains, W.wrapContains),
    def('__iadd__', L.SQ_INPLACE_CONCAT, null, W.wrapBinary),
    def('__imul__', L.SQ_INPLACE_REPEAT, null, W.wrapIndexArg),
  ];
}

// ---- static types: wrappers for the slots they fill ------------------------------------------------

/** Gives tp_dict a wrapper for each slot that is filled. -1 with an exception. v3.13.0 add_operators */
export function addOperators(rt: Runtime, type: Addr): number {
  const dict = rt.ptr(type + L.TP_DICT);
  const defs = slotDefs();
  const notHashable = rt.fn(unhashable);
  for (let i = 0; i < defs.length; i++) {
    const { name, offset, wrapper } = defs[i]!;
    const fn = rt.ptr(type + offset);
    if (wrapper === null || fn === 0 || dictGetStr(rt, dict, rt.ids[name]) !== 0) continue;
    if (fn === notHashable) {
      if (dictSetItem(rt, dict, rt.ids[name], rt.none) < 0) return -1;
      continue;
    }
    const descr = wrapperDescriptorNew(rt, type, i, fn);
    if (descr === 0) return -1;
    const failed = dictSetItem(rt, dict, rt.ids[name], descr);
    decref(rt, descr);
    if (failed < 0) return -1;
  }
  return 0;
}

// ---- classes: slots for the methods they have ------------------------------------------------------

/** Of all slots that the name stands for: the one that is filled, 0 when none or several are. */
function resolveSlotdups(rt: Runtime, type: Addr, name: Name): number {
  let found = 0;
  for (const other of slotDefs()) {
    if (other.name !== name || rt.ptr(type + other.offset) === 0) continue;
    if (found !== 0) return 0;
    found = other.offset;
  }
  return found;
}

/**
 * Fills the slot that entry `i` and its neighbours stand for from what the MRO holds.
 * @returns the first entry of the next slot. v3.13.0 update_one_slot
 */
function updateOneSlot(rt: Runtime, type: Addr, i: number): number {
  const defs = slotDefs();
  const offset = defs[i]!.offset;
  let specific = 0;
  let generic = 0;
  let useGeneric = false;
  for (; i < defs.length && defs[i]!.offset === offset; i++) {
    const p = defs[i]!;
    const descr = findNameInMro(rt, type, rt.ids[p.name]);
    if (descr === 0) continue;
    const own = p.fn === null ? 0 : rt.fn(p.fn);
    const base = wrapperBase(rt, descr);
    if (base !== null && base.name === p.name) {
      const slot = resolveSlotdups(rt, type, p.name);
      if (slot === 0 || slot === offset) generic = own;
      const wrapped = rt.ptr(descr + L.DESCR_EXTRA);
      const fits = base.wrapper === p.wrapper && isSubtype(rt, type, rt.ptr(descr + L.DESCR_TYPE));
      if (fits && (specific === 0 || specific === wrapped)) specific = wrapped;
      else useGeneric = true;
    } else if (offset === L.TP_NEW && isNewWrapper(rt, descr)) {
      specific = rt.ptr(type + L.TP_NEW);
    } else if (descr === rt.none && offset === L.TP_HASH) {
      specific = rt.fn(unhashable);
    } else {
      useGeneric = true;
      generic = own;
      if (offset === L.TP_CALL) {
        rt.i32[(type + L.TP_FLAGS) >> 2]! &= ~L.TPFLAGS_HAVE_VECTORCALL;
      }
    }
  }
  let fn = specific !== 0 && !useGeneric ? specific : generic;
  if (fn === 0 && offset === L.TP_ITERNEXT) fn = rt.fn(nextNotImplemented);
  rt.setFn(type + offset, fn);
  return i;
}

/** The table entry of a wrapper descriptor, null when it is something else. */
function wrapperBase(rt: Runtime, descr: Addr): SlotDef | null {
  if (rt.typeOf(descr) !== rt.types.wrapperDescriptor) return null;
  return slotDefs()[rt.ptr(descr + L.DESCR_DEF) - 1]!;
}

/** Whether the object is the `__new__` that a type of the engine shows. */
function isNewWrapper(rt: Runtime, descr: Addr): boolean {
  return (
    rt.typeOf(descr) === rt.types.builtinFunction &&
    rt.ptr(rt.ptr(descr + L.CFUNCTION_ML) + L.ML_METH) === rt.fn(tpNewWrapper)
  );
}

/** Fills every slot of a new class. v3.13.0 fixup_slot_dispatchers */
export function fixupSlotDispatchers(rt: Runtime, type: Addr): void {
  for (let i = 0, n = slotDefs().length; i < n;) i = updateOneSlot(rt, type, i);
}

/** Refills the slots of a name that was set or deleted, here and in the subclasses. v3.13.0 update_slot */
export function updateSlot(rt: Runtime, type: Addr, name: Addr): void {
  const starts: number[] = [];
  const defs = slotDefs();
  for (let i = 0; i < defs.length; i++) {
    if (rt.ids[defs[i]!.name] === name) starts.push(firstOfSlot(i));
  }
  if (starts.length > 0) updateSubclasses(rt, type, name, starts);
}

function firstOfSlot(i: number): number {
  const defs = slotDefs();
  while (i > 0 && defs[i - 1]!.offset === defs[i]!.offset) i--;
  return i;
}

/** v3.13.0 update_subclasses, recurse_down_subclasses */
function updateSubclasses(rt: Runtime, type: Addr, name: Addr, starts: readonly number[]): void {
  for (const start of starts) updateOneSlot(rt, type, start);
  forEachSubclass(rt, type, (_rt, subclass) => {
    // a class with the name in its own dict is not affected
    if (dictContains(rt, rt.ptr(subclass + L.TP_DICT), name) === 1) return;
    updateSubclasses(rt, subclass, name, starts);
  });
}

/** Fills every slot again, here and in the subclasses: the bases changed. v3.13.0 update_all_slots */
export function updateAllSlots(rt: Runtime, type: Addr): void {
  fixupSlotDispatchers(rt, type);
  forEachSubclass(rt, type, updateAllSlots);
}

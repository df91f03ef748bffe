/**
 * What a type takes from its bases: flags, sizes, slots.
 * v3.13.0 Objects/typeobject.c inherit_special, inherit_slots
 */
import type { Addr } from '../base/brand.ts';
import { dictGetStr } from './dict.ts';
import * as L from './layouts.ts';
import type { Runtime } from './runtime.ts';
import { isSubtype, mroItem, mroLength, typeFlags } from './type-object.ts';

/** Slots that are inherited one by one, without conditions. */
const PLAIN_SLOTS: readonly number[] = [
  ...range(L.AM_AWAIT, L.AM_SEND),
  ...range(L.NB_ADD, L.NB_INPLACE_MATRIX_MULTIPLY),
  ...range(L.MP_LENGTH, L.MP_ASS_SUBSCRIPT),
  ...range(L.SQ_LENGTH, L.SQ_INPLACE_REPEAT),
  ...range(L.AS_BUFFER, L.AS_BUFFER + 8),
  L.TP_DEALLOC,
  L.TP_GETATTRO,
  L.TP_SETATTRO,
  L.TP_REPR,
  L.TP_STR,
  L.TP_ITER,
  L.TP_ITERNEXT,
  L.TP_DESCR_GET,
  L.TP_DESCR_SET,
  L.TP_INIT,
  L.TP_ALLOC,
];

function range(first: number, last: number): number[] {
  const offsets: number[] = [];
  for (let at = first; at <= last; at += 8) offsets.push(at);
  return offsets;
}

function addFlags(rt: Runtime, type: Addr, flags: number): void {
  const i = (type + L.TP_FLAGS) >> 2;
  rt.i32[i] = rt.i32[i]! | flags;
}

function copySize(rt: Runtime, type: Addr, base: Addr, field: number): void {
  if (rt.size(type + field) === 0) rt.setSize(type + field, rt.size(base + field));
}

/** Flags and sizes, from tp_base alone. v3.13.0 inherit_special */
export function inheritSpecial(rt: Runtime, type: Addr, base: Addr): void {
  const baseFlags = typeFlags(rt, base);
  if (
    baseFlags & L.TPFLAGS_HAVE_GC &&
    rt.ptr(type + L.TP_TRAVERSE) === 0 &&
    rt.ptr(type + L.TP_CLEAR) === 0
  ) {
    addFlags(rt, type, L.TPFLAGS_HAVE_GC);
    rt.setFn(type + L.TP_TRAVERSE, rt.ptr(base + L.TP_TRAVERSE));
    rt.setFn(type + L.TP_CLEAR, rt.ptr(base + L.TP_CLEAR));
  }
  addFlags(rt, type, baseFlags & (L.TPFLAGS_PREHEADER | INHERITED_FLAGS));
  copySize(rt, type, base, L.TP_BASICSIZE);
  copySize(rt, type, base, L.TP_ITEMSIZE);
  copySize(rt, type, base, L.TP_WEAKLISTOFFSET);
  copySize(rt, type, base, L.TP_DICTOFFSET);
  if (isSubtype(rt, base, rt.exc.BaseException)) addFlags(rt, type, L.TPFLAGS_BASE_EXC_SUBCLASS);
  else if (isSubtype(rt, base, rt.types.type)) addFlags(rt, type, L.TPFLAGS_TYPE_SUBCLASS);
}

/** Each base has the flag from the start, so passing it on says the same as CPython's tests. */
const INHERITED_FLAGS =
  L.TPFLAGS_LONG_SUBCLASS |
  L.TPFLAGS_LIST_SUBCLASS |
  L.TPFLAGS_TUPLE_SUBCLASS |
  L.TPFLAGS_BYTES_SUBCLASS |
  L.TPFLAGS_UNICODE_SUBCLASS |
  L.TPFLAGS_DICT_SUBCLASS |
  L.TPFLAGS_MATCH_SELF;

/** v3.13.0 inherit_patma_flags */
function inheritPatmaFlags(rt: Runtime, type: Addr, base: Addr): void {
  const both = L.TPFLAGS_SEQUENCE | L.TPFLAGS_MAPPING;
  if (!(typeFlags(rt, type) & both)) addFlags(rt, type, typeFlags(rt, base) & both);
}

/** Whether `base` brings something of its own into the slot. v3.13.0 SLOTDEFINED */
function defines(rt: Runtime, base: Addr, baseBase: Addr, slot: number): boolean {
  const fn = rt.ptr(base + slot);
  return fn !== 0 && (baseBase === 0 || fn !== rt.ptr(baseBase + slot));
}

/** v3.13.0 COPYSLOT */
function copySlot(rt: Runtime, type: Addr, base: Addr, baseBase: Addr, slot: number): void {
  if (rt.ptr(type + slot) === 0 && defines(rt, base, baseBase, slot)) {
    rt.setFn(type + slot, rt.ptr(base + slot));
  }
}

/** Slots from each type of the MRO behind the first. v3.13.0 type_ready_inherit */
export function inheritAllSlots(rt: Runtime, type: Addr): void {
  const base = rt.ptr(type + L.TP_BASE);
  if (base !== 0) inheritSpecial(rt, type, base);
  for (let i = 1, n = mroLength(rt, type); i < n; i++) {
    const from = mroItem(rt, type, i);
    inheritSlots(rt, type, from);
    inheritPatmaFlags(rt, type, from);
  }
}

/** v3.13.0 inherit_slots */
function inheritSlots(rt: Runtime, type: Addr, base: Addr): void {
  const baseBase = rt.ptr(base + L.TP_BASE);
  for (let i = 0; i < PLAIN_SLOTS.length; i++) {
    copySlot(rt, type, base, baseBase, PLAIN_SLOTS[i]!);
  }
  inheritCall(rt, type, base, baseBase);
  inheritHash(rt, type, base);
  const baseFlags = typeFlags(rt, base);
  if (
    rt.ptr(type + L.TP_DESCR_GET) !== 0 &&
    rt.ptr(type + L.TP_DESCR_GET) === rt.ptr(base + L.TP_DESCR_GET) &&
    typeFlags(rt, type) & L.TPFLAGS_IMMUTABLETYPE
  ) {
    addFlags(rt, type, baseFlags & L.TPFLAGS_METHOD_DESCRIPTOR);
  }
  copySlot(rt, type, base, baseBase, L.TP_FINALIZE);
  copySize(rt, type, base, L.TP_DICTOFFSET);
  inheritFree(rt, type, base, baseBase);
}

/** tp_call and vectorcall go together. */
function inheritCall(rt: Runtime, type: Addr, base: Addr, baseBase: Addr): void {
  if (rt.size(type + L.TP_VECTORCALL_OFFSET) === 0) {
    rt.setSize(type + L.TP_VECTORCALL_OFFSET, rt.size(base + L.TP_VECTORCALL_OFFSET));
  }
  if (rt.ptr(type + L.TP_CALL) === 0) {
    addFlags(rt, type, typeFlags(rt, base) & L.TPFLAGS_HAVE_VECTORCALL);
  }
  copySlot(rt, type, base, baseBase, L.TP_CALL);
}

/** Hash and comparison are inherited together, unless the class defines `__eq__` or `__hash__`. */
function inheritHash(rt: Runtime, type: Addr, base: Addr): void {
  if (rt.ptr(type + L.TP_RICHCOMPARE) !== 0 || rt.ptr(type + L.TP_HASH) !== 0) return;
  const dict = rt.ptr(type + L.TP_DICT);
  if (dictGetStr(rt, dict, rt.ids.__eq__) !== 0 || dictGetStr(rt, dict, rt.ids.__hash__) !== 0) {
    return;
  }
  rt.setFn(type + L.TP_RICHCOMPARE, rt.ptr(base + L.TP_RICHCOMPARE));
  rt.setFn(type + L.TP_HASH, rt.ptr(base + L.TP_HASH));
}

/** tp_free follows whether there is a GC header to free. */
function inheritFree(rt: Runtime, type: Addr, base: Addr, baseBase: Addr): void {
  const gc = typeFlags(rt, type) & L.TPFLAGS_HAVE_GC;
  if (gc === (typeFlags(rt, base) & L.TPFLAGS_HAVE_GC)) {
    copySlot(rt, type, base, baseBase, L.TP_FREE);
  }
}

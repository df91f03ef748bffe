/**
 * What the containers keep in the static segment: one struct, made when the first container is.
 *
 *     +0    empty_keys    the table of every empty dict: one index, no entries
 *     +48   repr list     owned list of the objects whose repr is being made (Py_ReprEnter), or NULL
 *     +56   dict version  counts every change to any dict
 *     +64   keys version  the last dk_version that was given out
 *     +80   set dummy     stands where an entry of a set was taken out
 *     +112  tuple_empty   behind its unused GC header, as in CPython's _PyRuntime
 *
 * `rt.emptyTuple` points to the last, and the others are found from it.
 * v3.13.0 Include/internal/pycore_global_objects.h, Objects/dictobject.c empty_keys_struct
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { GC_HEAD_SIZE } from './layouts.ts';
import type { Runtime } from './runtime.ts';

const REPR_LIST = 48;
const DICT_VERSION = 56;
const KEYS_VERSION = 64;
const SET_DUMMY = 80;
const TUPLE_EMPTY = 96 + GC_HEAD_SIZE;
const STATICS_SIZE = TUPLE_EMPTY + 40;

/** dk_refcnt of tables that are never freed. v3.13.0 Include/object.h _Py_IMMORTAL_REFCNT */
export const IMMORTAL_KEYS = -1;

/** Makes the struct; done by the first container that needs it. @returns its address */
export function initContainerStatics(rt: Runtime): Addr {
  const base = rt.memory.sbrkStatic(STATICS_SIZE);
  fillEmptyKeys(rt, base);
  rt.i32[(base + SET_DUMMY) >> 2] = rt.profile.globalRefcnt;
  rt.setPtr(base + SET_DUMMY + 8, rt.types.object);
  rt.emptyTuple = base + TUPLE_EMPTY;
  refreshEmptyTuple(rt);
  return base;
}

/** v3.13.0 Objects/dictobject.c empty_keys_struct */
function fillEmptyKeys(rt: Runtime, keys: Addr): void {
  rt.i32[keys >> 2] = IMMORTAL_KEYS;
  rt.u8[keys + 8] = 0; // dk_log2_size
  rt.u8[keys + 9] = 3; // dk_log2_index_bytes
  rt.u8[keys + 10] = 1; // DICT_KEYS_UNICODE
  rt.i32[(keys + 12) >> 2] = 1; // dk_version
  const indices = keys + rt.layout.dictKeysHeader;
  rt.u8.fill(0xff, indices, indices + 8);
}

/** Writes the head of `()`; again once the type's address is known. */
export function refreshEmptyTuple(rt: Runtime): void {
  const i = rt.emptyTuple >> 2;
  if (rt.i32[i] === 0) rt.i32[i] = rt.profile.globalRefcnt;
  rt.i32[i + 2] = rt.types.tuple;
  rt.i32[i + 3] = ADDRESS_HIGH;
}

/** Address of the struct. */
function statics(rt: Runtime): Addr {
  return rt.emptyTuple === 0 ? initContainerStatics(rt) : rt.emptyTuple - TUPLE_EMPTY;
}

/** The keys table that every empty dict shares. v3.13.0 Objects/dictobject.c Py_EMPTY_KEYS */
export function emptyKeys(rt: Runtime): Addr {
  return statics(rt);
}

/** The mark for a deleted entry. v3.13.0 Objects/setobject.c _PySet_Dummy */
export function setDummy(rt: Runtime): Addr {
  return statics(rt) + SET_DUMMY;
}

/** Address of the pointer to the list of objects whose repr is being made. */
export function reprListField(rt: Runtime): Addr {
  return statics(rt) + REPR_LIST;
}

/**
 * Writes the next dict version, 64 bits that count by 4096, to word index `at`.
 * v3.13.0 DICT_NEXT_VERSION
 */
export function writeDictVersion(rt: Runtime, at: number): void {
  const i32 = rt.i32;
  const i = (statics(rt) + DICT_VERSION) >> 2;
  const low = (i32[i]! + 4096) | 0;
  i32[i] = low;
  if (low === 0) i32[i + 1] = i32[i + 1]! + 1;
  i32[at] = low;
  i32[at + 1] = i32[i + 1]!;
}

/** The next dk_version, 0 when they are used up. v3.13.0 _PyDictKeys_GetVersionForCurrentState */
export function nextKeysVersion(rt: Runtime): number {
  const i = (statics(rt) + KEYS_VERSION) >> 2;
  if (rt.i32[i] === -2) return 0;
  rt.i32[i] = rt.i32[i]! + 1;
  return rt.i32[i]! + 1; // 1 is the empty table's
}

/** Every reference that the struct owns: a root for whoever recounts. */
export function visitContainerStatics(rt: Runtime, visit: (child: Addr) => void): void {
  const list = rt.ptr(reprListField(rt));
  if (list !== 0) visit(list);
}

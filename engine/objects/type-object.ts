/**
 * Types: names, the method resolution order, lookup with its cache, and what a change invalidates.
 *
 * A type is a PyTypeObject of its bytes (layouts.ts TP_*). What `type` itself offers to programs
 * stands in type-type.ts, making classes in type-new.ts, the slots in slots.ts.
 * v3.13.0 Objects/typeobject.c
 */
import type { Addr } from '../base/brand.ts';
import { cStringText } from './cfunction.ts';
import { dictGetStr, dictNext } from './dict.ts';
import * as L from './layouts.ts';
import { newRef } from './refcount.ts';
import { type Native, type Runtime, STATE } from './runtime.ts';
import { isStr, newStr, strHash, strToJs } from './strings.ts';

/** tp_flags of a type. */
export function typeFlags(rt: Runtime, type: Addr): number {
  return rt.i32[(type + L.TP_FLAGS) >> 2]!;
}

/** Whether `p` is a type (an instance of `type` or of a metaclass). v3.13.0 PyType_Check */
export function isType(rt: Runtime, p: Addr): boolean {
  return (typeFlags(rt, rt.typeOf(p)) & L.TPFLAGS_TYPE_SUBCLASS) !== 0;
}

/** Whether the type was made while the program ran, not written in the engine. */
export function isHeapType(rt: Runtime, type: Addr): boolean {
  return (typeFlags(rt, type) & L.TPFLAGS_HEAPTYPE) !== 0;
}

// ---- names -------------------------------------------------------------------------------------

/** tp_name: whole for a static type ('collections.deque'), `__name__` for a class. */
export function typeName(rt: Runtime, type: Addr): string {
  if (isHeapType(rt, type)) return strToJs(rt, rt.ptr(type + L.HT_NAME));
  return cStringText(rt, rt.ptr(type + L.TP_NAME));
}

/** `__name__` as a JavaScript string: what stands behind the last dot of tp_name. _PyType_Name */
export function typeShortName(rt: Runtime, type: Addr): string {
  const name = typeName(rt, type);
  return isHeapType(rt, type) ? name : name.slice(name.lastIndexOf('.') + 1);
}

/**
 * The name that `%T` gives in messages: with its module, but for builtins and __main__; tp_name where
 * the release names types so. v3.13.0 _PyType_GetFullyQualifiedName
 */
export function typeMessageName(rt: Runtime, type: Addr): string {
  if (!rt.profile.texts.typesInFull || !isHeapType(rt, type)) return typeName(rt, type);
  const qualname = strToJs(rt, rt.ptr(type + L.HT_QUALNAME));
  const module = dictGetStr(rt, rt.ptr(type + L.TP_DICT), rt.ids.__module__);
  if (module === 0 || !isStr(rt, module)) return qualname;
  const text = strToJs(rt, module);
  return text === 'builtins' || text === '__main__' ? qualname : `${text}.${qualname}`;
}

/** `__name__`, a new reference. v3.13.0 type_name */
export function typeNameObject(rt: Runtime, type: Addr): Addr {
  if (isHeapType(rt, type)) return newRef(rt, rt.ptr(type + L.HT_NAME));
  return newStr(rt, typeShortName(rt, type));
}

/** `__qualname__`, a new reference. v3.13.0 type_qualname */
export function typeQualnameObject(rt: Runtime, type: Addr): Addr {
  if (isHeapType(rt, type)) return newRef(rt, rt.ptr(type + L.HT_QUALNAME));
  return newStr(rt, typeShortName(rt, type));
}

// ---- method resolution order ---------------------------------------------------------------------

/** The number of types in the MRO, the type itself the first; 0 when it is not computed yet. */
export function mroLength(rt: Runtime, type: Addr): number {
  const mro = rt.ptr(type + L.TP_MRO);
  return mro === 0 ? 0 : rt.size(mro + L.OB_SIZE);
}

/** Type `i` of the MRO; borrowed. */
export function mroItem(rt: Runtime, type: Addr, i: number): Addr {
  return rt.i32[(rt.ptr(type + L.TP_MRO) + rt.layout.tupleItems + 8 * i) >> 2]!;
}

/** Whether `a` is `b` or derives from it. v3.13.0 PyType_IsSubtype */
export function isSubtype(rt: Runtime, a: Addr, b: Addr): boolean {
  if (a === b) return true;
  const i32 = rt.i32;
  const mro = i32[(a + L.TP_MRO) >> 2]!;
  if (mro === 0) return isSubtypeByBase(rt, a, b);
  let at = (mro + rt.layout.tupleItems) >> 2;
  for (let n = i32[(mro + L.OB_SIZE) >> 2]!; n > 0; n--, at += 2) {
    if (i32[at] === b) return true;
  }
  return false;
}

/** While a type is not complete: follow tp_base. v3.13.0 type_is_subtype_base_chain */
function isSubtypeByBase(rt: Runtime, a: Addr, b: Addr): boolean {
  for (let base = rt.ptr(a + L.TP_BASE); base !== 0; base = rt.ptr(base + L.TP_BASE)) {
    if (base === b) return true;
  }
  return b === rt.types.object;
}

// ---- lookup --------------------------------------------------------------------------------------

/**
 * The method cache: version tag and name of the type -> what the MRO holds. An entry answers only
 * while the type has the version that was looked up and the string at that address has the hash it
 * had, so a name that died may leave its entry behind. JavaScript side; dropping it changes nothing.
 * NOT CPYTHON: there an entry owns its name.
 */
const CACHE_BITS = 12;
const CACHE_SIZE = 1 << CACHE_BITS;
const cacheVersion = new Int32Array(CACHE_SIZE);
const cacheName = new Int32Array(CACHE_SIZE);
const cacheHashLow = new Int32Array(CACHE_SIZE);
const cacheHashHigh = new Int32Array(CACHE_SIZE);
const cacheValue = new Int32Array(CACHE_SIZE);
/** Whose answers the cache holds: the function table stands for the machine. */
let cacheOwner: readonly Native[] | null = null;
let cacheEpoch = 0;

function claimCache(rt: Runtime): void {
  cacheVersion.fill(0);
  cacheOwner = rt.fns;
  cacheEpoch = rt.cacheEpoch;
}

/**
 * What the types of the MRO hold under a name; descriptors are not called.
 * @returns borrowed, 0 when no type has it; never an error. v3.13.0 _PyType_Lookup
 */
export function typeLookup(rt: Runtime, type: Addr, name: Addr): Addr {
  if (cacheOwner !== rt.fns || cacheEpoch !== rt.cacheEpoch) claimCache(rt);
  const i32 = rt.i32;
  const version = i32[(type + L.TP_VERSION_TAG) >> 2]!;
  const h = (version ^ (name >> 3)) & (CACHE_SIZE - 1);
  if (
    version !== 0 &&
    cacheVersion[h] === version &&
    cacheName[h] === name &&
    cacheHashLow[h] === i32[(name + L.STR_HASH) >> 2] &&
    cacheHashHigh[h] === i32[(name + L.STR_HASH + 4) >> 2]
  ) {
    return cacheValue[h]!;
  }
  return lookupAndKeep(rt, type, name);
}

function lookupAndKeep(rt: Runtime, type: Addr, name: Addr): Addr {
  const found = findNameInMro(rt, type, name);
  if (rt.typeOf(name) !== rt.types.str || !assignVersionTag(rt, type)) return found;
  const version = rt.i32[(type + L.TP_VERSION_TAG) >> 2]!;
  const h = (version ^ (name >> 3)) & (CACHE_SIZE - 1);
  cacheVersion[h] = version;
  cacheName[h] = name;
  cacheHashLow[h] = strHash(rt, name);
  cacheHashHigh[h] = rt.hashHigh;
  cacheValue[h] = found;
  return found;
}

/** The walk itself, without the cache. Borrowed or 0. v3.13.0 find_name_in_mro */
export function findNameInMro(rt: Runtime, type: Addr, name: Addr): Addr {
  const i32 = rt.i32;
  const mro = i32[(type + L.TP_MRO) >> 2]!;
  if (mro === 0) return findNameInBases(rt, type, name);
  let at = (mro + rt.layout.tupleItems) >> 2;
  for (let n = i32[(mro + L.OB_SIZE) >> 2]!; n > 0; n--, at += 2) {
    const dict = i32[(i32[at]! + L.TP_DICT) >> 2]!;
    const found = dict === 0 ? 0 : dictGetStr(rt, dict, name);
    if (found !== 0) return found;
  }
  return 0;
}

/** A static type that boot did not reach yet has no MRO: its base types stand in. */
function findNameInBases(rt: Runtime, type: Addr, name: Addr): Addr {
  for (let t = type; t !== 0; t = rt.ptr(t + L.TP_BASE)) {
    const dict = rt.ptr(t + L.TP_DICT);
    const found = dict === 0 ? 0 : dictGetStr(rt, dict, name);
    if (found !== 0) return found;
  }
  return 0;
}

// ---- versions ------------------------------------------------------------------------------------

/**
 * Gives the type, and first its bases, a version, so that a cache may keep what is looked up in it.
 * @returns false when it cannot have one. v3.13.0 assign_version_tag
 */
function assignVersionTag(rt: Runtime, type: Addr): boolean {
  if (rt.i32[(type + L.TP_VERSION_TAG) >> 2] !== 0) return true;
  if (!(typeFlags(rt, type) & L.TPFLAGS_READY)) return false;
  const bases = rt.ptr(type + L.TP_BASES);
  if (bases === 0) return false;
  for (let i = 0, n = rt.size(bases + L.OB_SIZE); i < n; i++) {
    if (!assignVersionTag(rt, rt.ptr(bases + rt.layout.tupleItems + 8 * i))) return false;
  }
  const next = (rt.state + STATE.nextTypeVersion) >> 2;
  rt.i32[next] = rt.i32[next]! + 1;
  rt.i32[(type + L.TP_VERSION_TAG) >> 2] = rt.i32[next]!;
  return true;
}

/**
 * Tells every cache that the type, and so each of its subclasses, answers differently from now on.
 * v3.13.0 PyType_Modified, type_modified_unlocked
 */
export function typeModified(rt: Runtime, type: Addr): void {
  if (rt.i32[(type + L.TP_VERSION_TAG) >> 2] === 0) return;
  forEachSubclass(rt, type, typeModified);
  setVersionTag(rt, type, 0);
}

function setVersionTag(rt: Runtime, type: Addr, version: number): void {
  rt.i32[(type + L.TP_VERSION_TAG) >> 2] = version;
  // v3.13.0 set_version_unlocked: what the specialised BINARY_SUBSCR kept is forgotten
  if (version === 0 && isHeapType(rt, type)) rt.setPtr(type + L.HT_SPEC_CACHE, 0);
}

/** Calls `visit` with each class that names `type` among its bases, oldest first. */
export function forEachSubclass(
  rt: Runtime,
  type: Addr,
  visit: (rt: Runtime, subclass: Addr) => void,
): void {
  const dict = rt.ptr(type + L.TP_SUBCLASSES);
  if (dict === 0) return;
  const found: Addr[] = [];
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    found.push(subclassOfKey(rt, rt.dictKey));
  }
  for (const subclass of found) visit(rt, subclass);
}

/**
 * tp_subclasses has the address of each subclass, as an int, for key. The entry goes before the
 * class does (`removeAllSubclasses`), so the address is good while it stands there.
 */
function subclassOfKey(rt: Runtime, key: Addr): Addr {
  const low = rt.u32[(key + L.OB_DIGIT) >> 2]!;
  const high = rt.u32[(key + L.OB_DIGIT + 4) >> 2]!;
  // two digits of 30 bits; an Addr is the low 32 bits of the address
  return (low | (high << 30)) >>> 0;
}

/**
 * The method resolution order: C3, the check of the bases that goes with it, and the metaclass.
 * v3.13.0 Objects/typeobject.c mro_implementation, pmerge, best_base, _PyType_CalculateMetaclass
 */
import type { Addr } from '../base/brand.ts';
import { callNoArgs, callOneArg } from './call.ts';
import { raise } from './errors.ts';
import * as L from './layouts.ts';
import { lookupSpecial } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from './tuple.ts';
import {
  isSubtype,
  isType,
  mroItem,
  mroLength,
  typeFlags,
  typeName,
  typeShortName,
} from './type-object.ts';

// ---- C3 ------------------------------------------------------------------------------------------

/** The MRO of a type whose bases are set, as a new tuple; 0 with TypeError. v3.13.0 mro_implementation */
export function computeMro(rt: Runtime, type: Addr): Addr {
  const bases = rt.ptr(type + L.TP_BASES);
  const n = tupleSize(rt, bases);
  for (let i = 0; i < n; i++) {
    const base = tupleItem(rt, bases, i);
    if (rt.ptr(base + L.TP_MRO) === 0) {
      const name = typeName(rt, base);
      return raise(rt, rt.exc.TypeError, `Cannot extend an incomplete type '${name}'`);
    }
  }
  if (n === 1) return tupleOf(rt, [type, ...mroOf(rt, tupleItem(rt, bases, 0))]);
  const lists: Addr[][] = [];
  const last: Addr[] = [];
  for (let i = 0; i < n; i++) {
    const base = tupleItem(rt, bases, i);
    if (last.includes(base)) {
      const name = typeShortName(rt, base);
      return raise(rt, rt.exc.TypeError, `duplicate base class ${name}`);
    }
    lists.push(mroOf(rt, base));
    last.push(base);
  }
  const merged = merge(rt, [...lists, last]);
  return merged === null ? 0 : tupleOf(rt, [type, ...merged]);
}

function mroOf(rt: Runtime, type: Addr): Addr[] {
  const types: Addr[] = [];
  for (let i = 0, n = mroLength(rt, type); i < n; i++) types.push(mroItem(rt, type, i));
  return types;
}

function tupleOf(rt: Runtime, types: readonly Addr[]): Addr {
  const tuple = tupleNew(rt, types.length);
  if (tuple === 0) return 0;
  types.forEach((type, i) => tupleSetItem(rt, tuple, i, newRef(rt, type)));
  return tuple;
}

/** The C3 merge, null with TypeError. v3.13.0 pmerge */
function merge(rt: Runtime, lists: readonly Addr[][]): Addr[] | null {
  const at = lists.map(() => 0);
  const result: Addr[] = [];
  for (;;) {
    let rest = false;
    let taken = false;
    for (let i = 0; i < lists.length && !taken; i++) {
      const candidate = lists[i]![at[i]!];
      if (candidate === undefined) continue;
      rest = true;
      // not while another list still has it behind its head
      if (lists.some((list, k) => list.includes(candidate, at[k]! + 1))) continue;
      result.push(candidate);
      lists.forEach((list, k) => {
        if (list[at[k]!] === candidate) at[k]!++;
      });
      taken = true;
    }
    if (!rest) return result;
    if (!taken) return mroError(rt, lists, at);
  }
}

/** v3.13.0 set_mro_error */
function mroError(rt: Runtime, lists: readonly Addr[][], at: readonly number[]): null {
  const heads = new Set<Addr>();
  lists.forEach((list, i) => {
    const head = list[at[i]!];
    if (head !== undefined) heads.add(head);
  });
  const names = [...heads].map((type) => typeShortName(rt, type)).join(', ');
  raise(rt, rt.exc.TypeError, `${rt.profile.texts.noOrderOfBases}${names}`);
  return null;
}

/**
 * The MRO as the metaclass wants it: its `mro()` is asked when it is not `type` itself.
 * @returns a new tuple, 0 with an exception. v3.13.0 mro_invoke
 */
export function mroOfMetaclass(rt: Runtime, type: Addr): Addr {
  if (rt.typeOf(type) === rt.types.type) return computeMro(rt, type);
  const method = lookupSpecial(rt, type, rt.ids.mro);
  if (method === 0) return 0;
  const answer = callNoArgs(rt, method);
  decref(rt, method);
  if (answer === 0) return 0;
  const mro = callOneArg(rt, rt.types.tuple, answer);
  decref(rt, answer);
  if (mro === 0) return 0;
  if (checkMro(rt, type, mro)) return mro;
  decref(rt, mro);
  return 0;
}

/** v3.13.0 mro_check */
function checkMro(rt: Runtime, type: Addr, mro: Addr): boolean {
  const solid = solidBase(rt, type);
  for (let i = 0, n = tupleSize(rt, mro); i < n; i++) {
    const base = tupleItem(rt, mro, i);
    if (!isType(rt, base)) {
      const what = typeName(rt, rt.typeOf(base));
      raise(rt, rt.exc.TypeError, `mro() returned a non-class ('${what}')`);
      return false;
    }
    if (!isSubtype(rt, solid, solidBase(rt, base))) {
      const name = typeName(rt, base);
      raise(rt, rt.exc.TypeError, `mro() returned base with unsuitable layout ('${name}')`);
      return false;
    }
  }
  return true;
}

// ---- bases ---------------------------------------------------------------------------------------

function shapeDiffers(rt: Runtime, a: Addr, b: Addr): boolean {
  let size = rt.size(a + L.TP_BASICSIZE);
  const itemsize = rt.size(a + L.TP_ITEMSIZE);
  if (itemsize !== rt.size(b + L.TP_ITEMSIZE)) return true;
  // a pointer for weak references or a dict at the end is no layout of its own (extra_ivars)
  if (itemsize === 0 && typeFlags(rt, a) & L.TPFLAGS_HEAPTYPE) {
    for (const field of [L.TP_WEAKLISTOFFSET, L.TP_DICTOFFSET]) {
      if (rt.size(b + field) === 0 && rt.size(a + field) + 8 === size) size -= 8;
    }
  }
  return size !== rt.size(b + L.TP_BASICSIZE);
}

/** The nearest type upward that added fields. v3.13.0 solid_base */
export function solidBase(rt: Runtime, type: Addr): Addr {
  const parent = rt.ptr(type + L.TP_BASE);
  const base = parent === 0 ? rt.types.object : solidBase(rt, parent);
  return shapeDiffers(rt, type, base) ? type : base;
}

/** Of several bases, the one whose layout the class takes; borrowed, 0 with TypeError. v3.13.0 best_base */
export function bestBase(rt: Runtime, bases: Addr): Addr {
  let winner = 0;
  let best = 0;
  for (let i = 0, n = tupleSize(rt, bases); i < n; i++) {
    const base = tupleItem(rt, bases, i);
    if (!isType(rt, base)) return raise(rt, rt.exc.TypeError, 'bases must be types');
    if (!(typeFlags(rt, base) & L.TPFLAGS_BASETYPE)) {
      const name = typeName(rt, base);
      return raise(rt, rt.exc.TypeError, `type '${name}' is not an acceptable base type`);
    }
    const candidate = solidBase(rt, base);
    if (winner === 0 || (winner !== candidate && isSubtype(rt, candidate, winner))) {
      winner = candidate;
      best = base;
    } else if (!isSubtype(rt, winner, candidate)) {
      return raise(rt, rt.exc.TypeError, 'multiple bases have instance lay-out conflict');
    }
  }
  return best;
}

/** The most derived metaclass; borrowed, 0 with TypeError. v3.13.0 _PyType_CalculateMetaclass */
export function calculateMetaclass(rt: Runtime, metatype: Addr, bases: Addr): Addr {
  let winner = metatype;
  for (let i = 0, n = tupleSize(rt, bases); i < n; i++) {
    const other = rt.typeOf(tupleItem(rt, bases, i));
    if (isSubtype(rt, winner, other)) continue;
    if (!isSubtype(rt, other, winner)) return raise(rt, rt.exc.TypeError, METACLASS_CONFLICT);
    winner = other;
  }
  return winner;
}

const METACLASS_CONFLICT =
  'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the ' +
  'metaclasses of all its bases';

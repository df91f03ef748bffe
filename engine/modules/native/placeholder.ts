/** functools.Placeholder: an argument of a partial that is given later. v3.14.0 Modules/_functoolsmodule.c */
import type { Addr } from '../../base/brand.ts';
import { dictLen, dictNext } from '../../objects/dict.ts';
import { raise } from '../../objects/errors.ts';
import { gcNew, gcTrack } from '../../objects/gc-object.ts';
import * as L from '../../objects/layouts.ts';
import { newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tupleItem, tupleSize } from '../../objects/tuple.ts';
import { readyType } from '../../objects/type-ready.ts';
import { noArgs } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';

const text = (rt: Runtime): Addr => newStr(rt, 'Placeholder');

/** v3.14.0 placeholder_new: the one object */
function placeholderNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (tupleSize(rt, args) > 0 || (kwargs !== 0 && dictLen(rt, kwargs) > 0)) {
    return raise(rt, rt.exc.TypeError, 'PlaceholderType takes no arguments');
  }
  return newRef(rt, placeholder(rt));
}

function makeType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'functools._PlaceholderType',
    basicsize: 16,
    flags: L.TPFLAGS_HAVE_GC,
    slots: { tp_repr: text, tp_new: placeholderNew, tp_traverse: () => undefined },
    methods: { __reduce__: noArgs(text) },
    doc: DOC,
  });
}

/** The object; borrowed. */
export function placeholder(rt: Runtime): Addr {
  return ensureType(rt, 'placeholder', (r) => {
    const type = ensureType(r, 'placeholderType', makeType);
    const object = gcNew(r, type, 16);
    if (object !== 0) gcTrack(r, object);
    return object;
  });
}

/** How many items of a tuple are placeholders. */
export function placesIn(rt: Runtime, args: Addr): number {
  const it = placeholder(rt);
  let count = 0;
  for (let i = 0; i < tupleSize(rt, args); i++) if (tupleItem(rt, args, i) === it) count++;
  return count;
}

/**
 * Whether arguments of a partial (a tuple, a dict or 0) have placeholders only where they may be;
 * else TypeError. v3.14.0 partial_new
 */
export function mayHoldPlaces(rt: Runtime, args: Addr, kwargs: Addr): boolean {
  if (!rt.profile.partials.placeholders) return true;
  const it = placeholder(rt);
  const n = tupleSize(rt, args);
  if (n > 0 && tupleItem(rt, args, n - 1) === it) {
    raise(rt, rt.exc.TypeError, 'trailing Placeholders are not allowed');
    return false;
  }
  if (kwargs === 0) return true;
  for (let at = dictNext(rt, kwargs, 0); at !== 0; at = dictNext(rt, kwargs, at)) {
    if (rt.dictValue !== it) continue;
    raise(rt, rt.exc.TypeError, 'Placeholder cannot be passed as a keyword argument');
    return false;
  }
  return true;
}

/** Puts the first `count` of a row into the first placeholders of another; no reference is taken. */
export function fillPlaceholders(rt: Runtime, row: Addr, from: Addr, count: number): void {
  const it = count === 0 ? 0 : placeholder(rt);
  for (let at = row, i = 0; i < count; at += 8) {
    if (rt.ptr(at) === it) rt.setPtr(at, rt.arg(from, i++));
  }
}

/** @returns 0 with TypeError */
export function tooFewFor(rt: Runtime, places: number, nargs: number): 0 {
  const why = `expected at least ${places}, got ${nargs}`;
  return raise(rt, rt.exc.TypeError, `missing positional arguments in 'partial' call; ${why}`);
}

const DOC = `The type of the Placeholder singleton.

Used as a placeholder for partial arguments.`;

/** The module _functools: reduce, cmp_to_key, partial, the cache of lru_cache. v3.13.0 Modules/_functoolsmodule.c */
import type { Addr } from '../../base/brand.ts';
import { checkPositional, type Params, parseArgs } from '../../objects/args.ts';
import { callTwoArgs } from '../../objects/call.ts';
import { errMatches, errOccurred, raise } from '../../objects/errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import { newInt } from '../../objects/int.ts';
import * as L from '../../objects/layouts.ts';
import { builtinModule, moduleAddSteal } from '../../objects/module.ts';
import * as O from '../../objects/object.ts';
import { clearOwned, decref, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { readyType } from '../../objects/type-ready.ts';
import { fast, fastKeywords, type Visit } from '../../objects/type-spec.ts';
import { readNewArgs } from '../../objects/new-args.ts';
import { ensureType } from '../module-types.ts';
import { lruCacheType } from './lru-cache.ts';
import { partialType } from './partial.ts';
import { placeholder } from './placeholder.ts';

// ---- reduce --------------------------------------------------------------------------------------

const REDUCE: Params = { names: ['', '', 'initial'], required: 2, positional: 3 };
const reduceGiven = new Int32Array(3);

/** From 3.14 on `initial` may be given by name. */
function reduceOfRow(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'reduce', REDUCE, reduceGiven, argv, nargs, kwnames)) return 0;
  return reduced(rt, reduceGiven[0]!, reduceGiven[1]!, reduceGiven[2]!);
}

function reduce(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'reduce', nargs, 2, 3)) return 0;
  return reduced(rt, rt.arg(argv, 0), rt.arg(argv, 1), nargs === 3 ? rt.arg(argv, 2) : 0);
}

/** `initial` 0: none. v3.13.0 functools_reduce */
function reduced(rt: Runtime, func: Addr, iterable: Addr, initial: Addr): Addr {
  const it = O.getIter(rt, iterable);
  if (it === 0) {
    if (errMatches(rt, rt.exc.TypeError)) {
      raise(rt, rt.exc.TypeError, 'reduce() arg 2 must support iteration');
    }
    return 0;
  }
  let result = initial === 0 ? 0 : newRef(rt, initial);
  for (;;) {
    const item = O.iterNext(rt, it);
    if (item === 0) break;
    if (result === 0) {
      result = item;
      continue;
    }
    const next = callTwoArgs(rt, func, result, item);
    decref(rt, result);
    decref(rt, item);
    result = next;
    if (result === 0) break;
  }
  decref(rt, it);
  if (errOccurred(rt)) {
    xdecref(rt, result);
    return 0;
  }
  if (result !== 0) return result;
  return raise(rt, rt.exc.TypeError, 'reduce() of empty iterable with no initial value');
}

// ---- cmp_to_key ----------------------------------------------------------------------------------

/** A key: the comparison function and the object, both owned. v3.13.0 keyobject */
const CMP = 16;
const OBJECT = 24;
const KEY_SIZE = 32;
const given = new Int32Array(1);
const ONE_OBJECT: Params = { names: ['obj'], required: 1, positional: 1 };
const MY_CMP: Params = { names: ['mycmp'], required: 1, positional: 1 };

function newKey(rt: Runtime, cmp: Addr, object: Addr): Addr {
  const key = gcNew(rt, keyType(rt), KEY_SIZE);
  if (key === 0) return 0;
  rt.setPtr(key + CMP, newRef(rt, cmp));
  rt.setPtr(key + OBJECT, object === 0 ? 0 : newRef(rt, object));
  gcTrack(rt, key);
  return key;
}

function callKey(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'K', ONE_OBJECT, given, args, kwargs)) return 0;
  return newKey(rt, rt.ptr(self + CMP), given[0]!);
}

/** v3.13.0 keyobject_richcompare */
function compareKeys(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (rt.typeOf(b) !== rt.typeOf(a)) {
    return raise(rt, rt.exc.TypeError, 'other argument must be K instance');
  }
  const x = rt.ptr(a + OBJECT);
  const y = rt.ptr(b + OBJECT);
  if (x === 0 || y === 0) return raise(rt, rt.exc.AttributeError, 'object');
  const order = callTwoArgs(rt, rt.ptr(a + CMP), x, y);
  if (order === 0) return 0;
  const zero = newInt(rt, 0);
  const answer = O.richCompare(rt, order, zero, op);
  decref(rt, zero);
  decref(rt, order);
  return answer;
}

function keyType(rt: Runtime): Addr {
  return ensureType(rt, 'cmpToKey', (r) =>
    readyType(r, {
      name: 'functools.KeyWrapper',
      basicsize: KEY_SIZE,
      flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_DISALLOW_INSTANTIATION,
      unhashable: true,
      slots: {
        tp_dealloc: (r2, key) => {
          gcUntrackIfTracked(r2, key);
          xdecref(r2, r2.ptr(key + CMP));
          xdecref(r2, r2.ptr(key + OBJECT));
          gcDel(r2, key);
        },
        tp_call: callKey,
        tp_richcompare: compareKeys,
        tp_traverse: (r2, key, visit: Visit) => {
          if (r2.ptr(key + CMP) !== 0) visit(r2.ptr(key + CMP));
          if (r2.ptr(key + OBJECT) !== 0) visit(r2.ptr(key + OBJECT));
        },
        tp_clear: (r2, key) => {
          clearOwned(r2, key + CMP);
          if (r2.ptr(key + OBJECT) !== 0) clearOwned(r2, key + OBJECT);
          return 0;
        },
      },
      members: { obj: { offset: OBJECT, type: 'object', readonly: false } },
    }),
  );
}

function cmpToKey(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'cmp_to_key', MY_CMP, given, argv, nargs, kwnames)) return 0;
  return newKey(rt, given[0]!, 0);
}

export function createFunctoolsModule(rt: Runtime): Addr {
  const { placeholders } = rt.profile.partials;
  const module = builtinModule(rt, '_functools', {
    reduce: placeholders ? fastKeywords(reduceOfRow) : fast(reduce),
    cmp_to_key: fastKeywords(cmpToKey),
  });
  moduleAddSteal(rt, module, 'partial', newRef(rt, partialType(rt)));
  if (placeholders) moduleAddSteal(rt, module, 'Placeholder', newRef(rt, placeholder(rt)));
  moduleAddSteal(rt, module, '_lru_cache_wrapper', newRef(rt, lruCacheType(rt)));
  return module;
}

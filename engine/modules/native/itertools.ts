/** The module itertools. v3.13.0 Modules/itertoolsmodule.c */
import type { Addr } from '../../base/brand.ts';
import { dictLen, dictNext } from '../../objects/dict.ts';
import { errOccurred, raise } from '../../objects/errors.ts';
import { callAlloc } from '../../objects/generic-alloc.ts';
import { iteratorsOfRow } from '../../objects/map.ts';
import { builtinModule, moduleAddSteal } from '../../objects/module.ts';
import { iterNext } from '../../objects/object.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { isStr, strToJs } from '../../objects/strings.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from '../../objects/tuple.ts';
import { fast } from '../../objects/type-spec.ts';
import { ensureType, type ModuleType } from '../module-types.ts';
import { COMBINATORIC_TYPES } from './itertools-combinatorics.ts';
import { makeGroupby } from './itertools-groupby.ts';
import { ITERATOR_TYPES } from './itertools-iterators.ts';
import { tee, teeType } from './itertools-tee.ts';
import { readySimple } from './simple-type.ts';

// ---- zip_longest: +16 numactive, +24 ittuple, +32 fillvalue ------------------------------------------

const ACTIVE = 16;
const ITERS = 24;
const FILL = 32;

function zipLongestNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  let fill = rt.none;
  if (kwargs !== 0 && dictLen(rt, kwargs) > 0) {
    for (let at = dictNext(rt, kwargs, 0); at !== 0; at = dictNext(rt, kwargs, at)) {
      if (!isStr(rt, rt.dictKey) || strToJs(rt, rt.dictKey) !== 'fillvalue') {
        const text = 'zip_longest() got an unexpected keyword argument';
        return raise(rt, rt.exc.TypeError, text);
      }
      fill = rt.dictValue;
    }
  }
  const n = tupleSize(rt, args);
  const iters = iteratorsOfRow(rt, args + rt.layout.tupleItems, n);
  const self = iters === 0 ? 0 : callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setSize(self + ACTIVE, n);
  rt.setPtr(self + ITERS, iters);
  rt.setPtr(self + FILL, newRef(rt, fill));
  return self;
}

/** v3.13.0 zip_longest_next; an iterator that ended leaves NULL in the tuple */
function zipLongestNext(rt: Runtime, self: Addr): Addr {
  const iters = rt.ptr(self + ITERS);
  const n = tupleSize(rt, iters);
  if (n === 0 || rt.size(self + ACTIVE) === 0) return 0;
  const result = tupleNew(rt, n);
  if (result === 0) return 0;
  for (let i = 0; i < n; i++) {
    const it = tupleItem(rt, iters, i);
    let item = it === 0 ? newRef(rt, rt.ptr(self + FILL)) : iterNext(rt, it);
    if (item === 0) {
      rt.setSize(self + ACTIVE, rt.size(self + ACTIVE) - 1);
      if (rt.size(self + ACTIVE) === 0 || errOccurred(rt)) {
        rt.setSize(self + ACTIVE, 0);
        decref(rt, result);
        return 0;
      }
      item = newRef(rt, rt.ptr(self + FILL));
      tupleSetItem(rt, iters, i, 0);
      decref(rt, it);
    }
    tupleSetItem(rt, result, i, item);
  }
  return result;
}

function makeZipLongest(rt: Runtime): Addr {
  return readySimple(rt, {
    name: 'itertools.zip_longest',
    size: 56,
    owned: [ITERS, FILL],
    next: zipLongestNext,
    slots: { tp_new: zipLongestNew },
  });
}

const TYPES: Readonly<Record<string, (rt: Runtime) => Addr>> = {
  ...ITERATOR_TYPES,
  ...COMBINATORIC_TYPES,
  groupby: makeGroupby,
  zipLongest: makeZipLongest,
};

/** camelCase to snake_case */
function pythonName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function createItertoolsModule(rt: Runtime): Addr {
  const module = builtinModule(rt, 'itertools', { tee: fast(tee) });
  const absent = rt.profile.absent['itertools'] ?? [];
  for (const [name, make] of Object.entries(TYPES)) {
    if (absent.includes(name)) continue;
    const type = ensureType(rt, name as ModuleType, make);
    moduleAddSteal(rt, module, pythonName(name), newRef(rt, type));
  }
  moduleAddSteal(rt, module, '_tee', newRef(rt, teeType(rt)));
  return module;
}

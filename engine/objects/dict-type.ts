/** The type dict: construction, text, comparison, operators. v3.13.0 Objects/dictobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { emptyKeys } from './container-statics.ts';
import { LOG_MINSIZE, newKeys } from './dict-keys.ts';
import { dictTraverse } from './dict-collect.ts';
import { dictIter } from './dict-iterators.ts';
import { dictMethods, updateFromRow } from './dict-methods.ts';
import {
  dictClear,
  dictContains,
  dictDealloc,
  dictDelItem,
  dictGetItem,
  dictLen,
  dictNext,
  dictSetItem,
  fillDict,
} from './dict.ts';
import { errOccurred } from './errors.ts';
import { gcUntrack } from './gc-object.ts';
import { callAlloc } from './generic-alloc.ts';
import {
  DICT_SIZE,
  TPFLAGS_BASETYPE,
  TPFLAGS_DICT_SUBCLASS,
  TPFLAGS_HAVE_GC,
  TPFLAGS_MAPPING,
  TPFLAGS_MATCH_SELF,
} from './layouts.ts';
import { callOneArg } from './call.ts';
import { lookupSpecial, raiseKeyError, reprText } from './object.ts';
import { decref, newRef } from './refcount.ts';
import { reprEnter, reprLeave } from './repr-enter.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { readyType } from './type-ready.ts';
import { dictInit, dictInplaceOr, dictOr, dictRichCompare } from './late-dicts.ts';

export { dictOr, dictRichCompare } from './late-dicts.ts';

// ---- making ------------------------------------------------------------------------------------

/** v3.13.0 dict_new: what tp_alloc tracked is untracked again, but only for dict itself */
function dictTpNew(rt: Runtime, type: Addr): Addr {
  const dict = callAlloc(rt, type, 0);
  if (dict === 0) return 0;
  const table = rt.profile.dictCallAllocates ? newKeys(rt, LOG_MINSIZE, true) : 0;
  fillDict(rt, dict, table || emptyKeys(rt), 0, 0);
  if (type === rt.types.dict && !rt.profile.dictsAlwaysTracked) gcUntrack(rt, dict);
  return dict;
}

/** v3.13.0 dict_vectorcall */
function dictVectorcall(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!checkPositional(rt, 'dict', nargs, 0, 1)) return 0;
  const dict = dictTpNew(rt, type);
  if (dict !== 0 && updateFromRow(rt, dict, argv, nargs, kwnames) < 0) {
    decref(rt, dict);
    return 0;
  }
  return dict;
}

// ---- text and comparison -------------------------------------------------------------------------

/** v3.13.0 dict_repr */
function dictRepr(rt: Runtime, dict: Addr): Addr {
  const entered = reprEnter(rt, dict);
  if (entered !== 0) return entered > 0 ? newStr(rt, '{...}') : 0;
  const text = itemsText(rt, dict);
  reprLeave(rt, dict);
  return text === null ? 0 : newStr(rt, `{${text}}`);
}

/** Its items as a display has them, without braces; null with an exception. */
export function itemsText(rt: Runtime, dict: Addr): string | null {
  let text = '';
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    const key = newRef(rt, rt.dictKey); // a repr may change the dict
    const value = newRef(rt, rt.dictValue);
    const keyText = reprText(rt, key);
    const valueText = keyText === null ? null : reprText(rt, value);
    decref(rt, key);
    decref(rt, value);
    if (valueText === null) return null;
    text += (text === '' ? '' : ', ') + keyText + ': ' + valueText;
  }
  return text;
}

// ---- operators -----------------------------------------------------------------------------------

/** `dict[key]`, asking `__missing__` of a subclass. v3.13.0 dict_subscript */
export function dictSubscript(rt: Runtime, dict: Addr, key: Addr): Addr {
  const value = dictGetItem(rt, dict, key);
  if (value !== 0) return newRef(rt, value);
  if (errOccurred(rt)) return 0;
  if (rt.typeOf(dict) !== rt.types.dict) {
    const missing = lookupSpecial(rt, dict, rt.ids.__missing__);
    if (missing !== 0) {
      const result = callOneArg(rt, missing, key);
      decref(rt, missing);
      return result;
    }
    if (errOccurred(rt)) return 0;
  }
  return raiseKeyError(rt, key);
}

/** v3.13.0 dict_ass_sub */
function dictAssSubscript(rt: Runtime, dict: Addr, key: Addr, value: Addr): number {
  return value === 0 ? dictDelItem(rt, dict, key) : dictSetItem(rt, dict, key, value);
}

export function initDictType(rt: Runtime): void {
  rt.types.dict = readyType(rt, {
    name: 'dict',
    basicsize: DICT_SIZE,
    flags:
      TPFLAGS_HAVE_GC |
      TPFLAGS_BASETYPE |
      TPFLAGS_DICT_SUBCLASS |
      TPFLAGS_MATCH_SELF |
      TPFLAGS_MAPPING,
    unhashable: true,
    slots: {
      tp_dealloc: dictDealloc,
      tp_repr: dictRepr,
      tp_traverse: dictTraverse,
      tp_clear: (rt2, dict) => {
        dictClear(rt2, dict);
        return 0;
      },
      tp_richcompare: dictRichCompare,
      tp_iter: dictIter,
      tp_init: dictInit,
      tp_new: dictTpNew,
      tp_vectorcall: dictVectorcall,
      nb_or: dictOr,
      nb_inplace_or: dictInplaceOr,
      sq_contains: dictContains,
      mp_length: dictLen,
      mp_subscript: dictSubscript,
      mp_ass_subscript: dictAssSubscript,
    },
    methods: dictMethods,
  });
}

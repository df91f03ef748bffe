/**
 * Calling: from native code, anything callable.
 *
 * Two protocols, as in CPython. Vectorcall takes the arguments as a row of pointers in memory
 * (`argv`), which the caller keeps alive; tp_call takes a tuple and a dict. The row of a call made
 * by native code lies on the data stack, above every frame. v3.13.0 Objects/call.c
 */
import type { Addr } from '../base/brand.ts';
import { DATA_STACK_HIGH_WORD, DATA_STACK_TOP_WORD } from '../memory/index.ts';
import { dictFromItems } from './dict-presized.ts';
import { dictLen, dictNext } from './dict.ts';
import { raise } from './errors.ts';
import {
  TP_CALL,
  TP_FLAGS,
  TP_VECTORCALL_OFFSET,
  TPFLAGS_HAVE_VECTORCALL,
  TPFLAGS_UNICODE_SUBCLASS,
} from './layouts.ts';
import { enterCall, leaveCall } from './recursion.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleFromRow, tupleNew, tupleSetItem, tupleSize } from './tuple.ts';
import { typeName } from './type-object.ts';

/**
 * Calls `callable` with a row of arguments.
 * @param nargs positional arguments in the row
 * @param kwnames tuple of keyword names whose values follow in the row, 0 for none
 * @returns a new reference, 0 with an exception. v3.13.0 PyObject_Vectorcall
 */
export function vectorcall(
  rt: Runtime,
  callable: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const i32 = rt.i32;
  const type = i32[(callable + 8) >> 2]!;
  if (i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_HAVE_VECTORCALL) {
    const fn = i32[(callable + i32[(type + TP_VECTORCALL_OFFSET) >> 2]!) >> 2]!;
    if (fn !== 0) return rt.fns[fn]!(rt, callable, argv, nargs, kwnames);
  }
  return makeTpCall(rt, callable, argv, nargs, kwnames);
}

/** Calls tp_call with a tuple and a dict made of the row. v3.13.0 _PyObject_MakeTpCall */
function makeTpCall(rt: Runtime, callable: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  const fn = rt.i32[(rt.typeOf(callable) + TP_CALL) >> 2]!;
  if (fn === 0) return notCallable(rt, callable);
  const args = tupleFromRow(rt, argv, nargs);
  if (args === 0) return 0;
  let kwargs = 0;
  if (kwnames !== 0 && tupleSize(rt, kwnames) > 0) {
    kwargs = dictFromRow(rt, argv + 8 * nargs, kwnames);
    if (kwargs === 0) {
      decref(rt, args);
      return 0;
    }
  }
  const result = tpCall(rt, fn, callable, args, kwargs);
  decref(rt, args);
  if (kwargs !== 0) decref(rt, kwargs);
  return result;
}

function tpCall(rt: Runtime, fn: number, callable: Addr, args: Addr, kwargs: Addr): Addr {
  if (enterCall(rt)) return 0;
  const result = rt.fns[fn]!(rt, callable, args, kwargs);
  leaveCall(rt);
  return result;
}

export function notCallable(rt: Runtime, callable: Addr): 0 {
  return raise(
    rt,
    rt.exc.TypeError,
    `'${typeName(rt, rt.typeOf(callable))}' object is not callable`,
  );
}

/** A dict of the names and the row of values. v3.13.0 _PyStack_AsDict */
export function dictFromRow(rt: Runtime, values: Addr, kwnames: Addr): Addr {
  const names = kwnames + rt.layout.tupleItems;
  return dictFromItems(rt, names, values, tupleSize(rt, kwnames), 8, 8);
}

/** Takes room for `n` pointers on the data stack; `dropRow` gives it back. 0 with RecursionError. */
export function takeRow(rt: Runtime, n: number): Addr {
  const top = rt.i32[DATA_STACK_TOP_WORD]!;
  const end = top + n * 8;
  if (end > rt.memory.dataStackLimit) {
    return raise(rt, rt.exc.RecursionError, 'maximum recursion depth exceeded');
  }
  rt.i32[DATA_STACK_TOP_WORD] = end;
  if (end > rt.i32[DATA_STACK_HIGH_WORD]!) rt.i32[DATA_STACK_HIGH_WORD] = end;
  return top;
}

/** Gives a row back. Rows nest: the last taken goes first. */
export function dropRow(rt: Runtime, row: Addr): void {
  rt.i32[DATA_STACK_TOP_WORD] = row;
}

/** `callable()`. v3.13.0 PyObject_CallNoArgs */
export function callNoArgs(rt: Runtime, callable: Addr): Addr {
  return vectorcall(rt, callable, 0, 0, 0);
}

/** `callable(a)`. v3.13.0 PyObject_CallOneArg */
export function callOneArg(rt: Runtime, callable: Addr, a: Addr): Addr {
  const row = takeRow(rt, 1);
  if (row === 0) return 0;
  rt.setPtr(row, a);
  const result = vectorcall(rt, callable, row, 1, 0);
  dropRow(rt, row);
  return result;
}

/** `callable(a, b)` */
export function callTwoArgs(rt: Runtime, callable: Addr, a: Addr, b: Addr): Addr {
  const row = takeRow(rt, 2);
  if (row === 0) return 0;
  rt.setPtr(row, a);
  rt.setPtr(row + 8, b);
  const result = vectorcall(rt, callable, row, 2, 0);
  dropRow(rt, row);
  return result;
}

/** `callable(*args)` */
export function callRow(rt: Runtime, callable: Addr, args: readonly Addr[]): Addr {
  const row = takeRow(rt, args.length);
  if (row === 0) return 0;
  args.forEach((arg, i) => rt.setPtr(row + 8 * i, arg));
  const result = vectorcall(rt, callable, row, args.length, 0);
  dropRow(rt, row);
  return result;
}

/**
 * `callable(*args, **kwargs)`: `args` a tuple, `kwargs` a dict or 0.
 * v3.13.0 PyObject_Call, _PyVectorcall_Call
 */
export function callObject(rt: Runtime, callable: Addr, args: Addr, kwargs: Addr): Addr {
  const type = rt.typeOf(callable);
  const flags = rt.i32[(type + TP_FLAGS) >> 2]!;
  const offset = flags & TPFLAGS_HAVE_VECTORCALL ? rt.i32[(type + TP_VECTORCALL_OFFSET) >> 2]! : 0;
  if (offset === 0 || rt.i32[(callable + offset) >> 2] === 0) {
    const fn = rt.i32[(type + TP_CALL) >> 2]!;
    if (fn === 0) return notCallable(rt, callable);
    return tpCall(rt, fn, callable, args, kwargs);
  }
  const nargs = tupleSize(rt, args);
  const nkw = kwargs === 0 ? 0 : dictLen(rt, kwargs);
  const itemsAt = args + rt.layout.tupleItems;
  if (nkw === 0) return vectorcall(rt, callable, itemsAt, nargs, 0);
  return callWithDict(rt, callable, itemsAt, nargs, kwargs, nkw);
}

/**
 * A call with the row at `itemsAt` and the dict's values behind it, its keys in a tuple; the row is
 * copied and counted. v3.13.0 Objects/call.c _PyStack_UnpackDict
 */
export function callWithDict(
  rt: Runtime,
  callable: Addr,
  itemsAt: Addr,
  nargs: number,
  kwargs: Addr,
  nkw: number,
): Addr {
  const kwnames = tupleNew(rt, nkw);
  if (kwnames === 0) return 0;
  const row = takeRow(rt, nargs + nkw);
  if (row === 0) {
    decref(rt, kwnames);
    return 0;
  }
  for (let i = 0; i < nargs; i++) rt.setPtr(row + 8 * i, newRef(rt, rt.arg(itemsAt, i)));
  let count = nargs;
  let strings = true;
  for (let at = dictNext(rt, kwargs, 0); at !== 0; at = dictNext(rt, kwargs, at)) {
    const key = rt.dictKey;
    strings &&= (rt.i32[(rt.typeOf(key) + TP_FLAGS) >> 2]! & TPFLAGS_UNICODE_SUBCLASS) !== 0;
    tupleSetItem(rt, kwnames, count - nargs, newRef(rt, key));
    rt.setPtr(row + 8 * count++, newRef(rt, rt.dictValue));
  }
  const result = strings
    ? vectorcall(rt, callable, row, nargs, kwnames)
    : raise(rt, rt.exc.TypeError, 'keywords must be strings');
  for (let i = 0; i < count; i++) decref(rt, rt.arg(row, i));
  dropRow(rt, row);
  decref(rt, kwnames);
  return result;
}

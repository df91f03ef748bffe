/**
 * Calls, as `execute` makes them: Python functions get a frame, the rest goes through vectorcall.
 * v3.13.0 Python/bytecodes.c CALL, CALL_KW, CALL_FUNCTION_EX, Python/ceval.c _PyEvalFramePushAndInit
 */
import type { Addr } from '../base/brand.ts';
import { EngineFault } from '../base/errors.ts';
import { CO_NEWLOCALS, CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS } from '../compile/index.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { callObject, dropRow, takeRow, vectorcall } from '../objects/call.ts';
import { dictLen, dictNext } from '../objects/dict.ts';
import { errClear, raise } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { isSequence, lookupAttr, slotOf, strText, typeNameOf } from '../objects/object.ts';
import { enterRecursive, leaveRecursive } from '../objects/recursion.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { sequenceToTuple, tupleItem, tupleNew, tupleSetItem, tupleSize } from '../objects/tuple.ts';
import { initializeLocals } from './arguments.ts';
import { execute } from './execute.ts';
import { clearFrame, nullLocals, popFrame, pushFrame } from './frames.ts';
import { BORROWED_HIGH, drop, dropSlots, own, ownRow, replaceTop } from './stack-refs.ts';
import { PAUSED, type Stepper } from './stepper.ts';

/** Flags of code that needs more than arguments moved into slots. */
const COMPLEX = CO_VARARGS | CO_VARKEYWORDS;

/** `row[base]` is a bound method with NULL behind it: becomes the function and self. */
export function unpackBoundMethod(rt: Runtime, base: number): void {
  const i32 = rt.i32;
  const method = i32[base]!;
  i32[base + 2] = newRef(rt, i32[(method + L.METHOD_SELF) >> 2]!);
  i32[base + 3] = ADDRESS_HIGH;
  replaceTop(rt, base + 2, newRef(rt, i32[(method + L.METHOD_FUNC) >> 2]!));
}

/**
 * A frame for a call of a Python function, its arguments in their slots.
 * @param func stolen
 * @param argv row of owned references, stolen
 * @returns 0 with an exception. v3.13.0 _PyEvalFramePushAndInit
 */
export function enterFunction(
  rt: Runtime,
  func: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const i32 = rt.i32;
  const code = i32[(func + L.FUNC_CODE) >> 2]!;
  const flags = i32[(code + L.CO_FLAGS) >> 2]!;
  const locals =
    (flags & (CO_OPTIMIZED | CO_NEWLOCALS)) === 0
      ? newRef(rt, i32[(func + L.FUNC_GLOBALS) >> 2]!)
      : 0;
  const frame = pushFrame(rt, func, code, locals);
  if (frame === 0) {
    dropArguments(rt, argv, nargs + (kwnames === 0 ? 0 : tupleSize(rt, kwnames)));
    return 0;
  }
  if (
    kwnames === 0 &&
    (flags & COMPLEX) === 0 &&
    nargs === i32[(code + L.CO_ARGCOUNT) >> 2] &&
    i32[(code + L.CO_KWONLYARGCOUNT) >> 2] === 0
  ) {
    moveArguments(rt, frame, argv, nargs, i32[(code + L.CO_NLOCALSPLUS) >> 2]!);
    return frame;
  }
  if (initializeLocals(rt, func, frame, argv, nargs, kwnames)) return frame;
  clearFrame(rt, frame);
  popFrame(rt, frame);
  return 0;
}

/**
 * enterFunction for a caller that keeps callable and arguments on its stack until the function
 * returns: nothing is stolen. @param slots how many stack slots from `base` on the caller keeps
 */
export function enterHeld(
  rt: Runtime,
  base: number,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
  slots: number,
): Addr {
  const total = nargs + (kwnames === 0 ? 0 : tupleSize(rt, kwnames));
  const row = takeRow(rt, total);
  if (row === 0) return 0;
  for (let i = 0; i < total; i++) rt.setPtr(row + 8 * i, newRef(rt, rt.arg(argv, i)));
  const made = enterFunction(rt, newRef(rt, rt.i32[base]!), row, nargs, kwnames);
  if (made === 0) {
    dropRow(rt, row);
    return 0;
  }
  return hold(rt, slideFrame(rt, made, row), slots);
}

/** Notes in a frame what its caller keeps; the function is then borrowed from there. */
function hold(rt: Runtime, frame: Addr, slots: number): Addr {
  rt.u8[frame + L.F_HELD] = slots < 256 ? slots : 0;
  if (rt.profile.callerHolds === 'all' && slots < 256) {
    const at = (frame + L.F_FUNCOBJ) >> 2;
    rt.i32[at + 1] = BORROWED_HIGH;
    decref(rt, rt.i32[at]!);
  }
  return frame;
}

/** Drops what a caller kept for a function that has returned: the topmost `n` of its stack. */
export function dropHeld(rt: Runtime, caller: Addr, n: number): void {
  const top = (caller + L.F_STACKTOP) >> 2;
  const first = (caller + rt.layout.frameHeader) >> 2;
  for (let left = n; left > 0; left--) {
    const slot = rt.i32[top]! - 1;
    rt.i32[top] = slot;
    drop(rt, first + 2 * slot);
  }
}

/** Exactly as many arguments as parameters: moved over, the other locals NULL. */
function moveArguments(rt: Runtime, frame: Addr, argv: Addr, nargs: number, slots: number): void {
  const i32 = rt.i32;
  const to = (frame + rt.layout.frameHeader) >> 2;
  const from = argv >> 2;
  const given = 2 * nargs;
  for (let i = 0; i < given; i += 2) {
    i32[to + i] = i32[from + i]!;
    i32[to + i + 1] = i32[from + i + 1]!;
  }
  for (let i = given; i < 2 * slots; i++) i32[to + i] = 0;
}

function dropArguments(rt: Runtime, argv: Addr, count: number): void {
  dropSlots(rt, argv >> 2, count);
}

/** Anything but a Python function; the row stays the caller's. */
export function callOther(rt: Runtime, callable: Addr, argv: Addr, nargs: number): Addr {
  return vectorcall(rt, callable, argv, nargs, 0);
}

/**
 * CALL_KW: row at `base` is callable, self or NULL, `n` arguments, tuple of names.
 * @param saved word index of instr_ptr in the frame, whose stacktop follows
 * @returns the result, minus the frame entered, or 0 with an exception; the row is consumed
 */
export function callKeywords(
  rt: Runtime,
  base: number,
  n: number,
  saved: number,
  fast: number,
): number {
  const i32 = rt.i32;
  if (i32[base + 2] === 0 && rt.typeOf(i32[base]!) === rt.types.method) unpackBoundMethod(rt, base);
  const callable = i32[base]!;
  const bound = i32[base + 2] !== 0;
  const argv = (bound ? base + 2 : base + 4) << 2;
  const total = bound ? n + 1 : n;
  const kwnames = i32[base + 4 + 2 * n]!;
  own(rt, base);
  own(rt, base + 4 + 2 * n);
  const nargs = total - tupleSize(rt, kwnames);
  if (rt.typeOf(callable) === rt.types.function) {
    if (rt.profile.callerHolds === 'all') {
      const held = enterHeld(rt, base, argv, nargs, kwnames, n + 3);
      return held === 0 ? dropOperands(rt, base, n + 3, saved, fast) : -held;
    }
    i32[saved + 2] = (base - fast) >> 1;
    const frame = enterFunction(rt, callable, argv, nargs, kwnames);
    decref(rt, kwnames);
    return frame === 0 ? 0 : -frame;
  }
  const result = vectorcall(rt, callable, argv, nargs, kwnames);
  i32[saved + 2] = (base - fast) >> 1;
  decref(rt, kwnames);
  dropSlots(rt, base, n + 2);
  return result;
}

/**
 * CALL_FUNCTION_EX: row at `base` is callable, NULL, arguments, and with `hasKeywords` a mapping.
 * @returns as callKeywords
 */
export function callFunctionEx(
  rt: Runtime,
  base: number,
  hasKeywords: number,
  saved: number,
  fast: number,
): number {
  const i32 = rt.i32;
  ownRow(rt, base, hasKeywords ? 4 : 3);
  const callable = i32[base]!;
  const kwargs = hasKeywords ? i32[base + 6]! : 0;
  let result = 0;
  if (argumentsToTuple(rt, callable, base + 4)) {
    const args = i32[base + 4]!;
    if (rt.typeOf(callable) === rt.types.function) {
      if (rt.profile.callerHolds !== 'nothing') {
        newRef(rt, callable);
        newRef(rt, args);
        if (kwargs !== 0) newRef(rt, kwargs);
        const slots = hasKeywords ? 4 : 3;
        if (rt.profile.callerHoldsUnpacked) holdUnpacked(rt, base + 2, args, kwargs);
        const frame = -enterFunctionEx(rt, callable, args, kwargs);
        if (frame === 0) return dropOperands(rt, base, slots, saved, fast);
        return -hold(rt, frame, slots);
      }
      i32[saved + 2] = (base - fast) >> 1;
      return enterFunctionEx(rt, callable, args, kwargs);
    }
    result = callObject(rt, callable, args, kwargs);
  }
  i32[saved + 2] = (base - fast) >> 1;
  dropSlots(rt, base, hasKeywords ? 4 : 3);
  return result;
}

/**
 * Puts what `f(*args, **kwargs)` passes into the slot where NULL stands, so that it is counted once
 * more during the call. NOT CPYTHON: there it is a row of pointers, no tuple.
 */
function holdUnpacked(rt: Runtime, at: number, args: Addr, kwargs: Addr): void {
  const nkw = kwargs === 0 ? 0 : dictLen(rt, kwargs);
  if (nkw === 0) return;
  const nargs = tupleSize(rt, args);
  const row = tupleNew(rt, nargs + nkw);
  if (row === 0) {
    errClear(rt);
    return;
  }
  for (let i = 0; i < nargs; i++) tupleSetItem(rt, row, i, newRef(rt, tupleItem(rt, args, i)));
  let k = nargs;
  for (let pos = dictNext(rt, kwargs, 0); pos !== 0; pos = dictNext(rt, kwargs, pos)) {
    tupleSetItem(rt, row, k++, newRef(rt, rt.dictValue));
  }
  rt.setPtr(at << 2, row);
}

/** Drops the operands of a call that failed. */
function dropOperands(rt: Runtime, base: number, n: number, saved: number, fast: number): 0 {
  rt.i32[saved + 2] = (base - fast) >> 1;
  for (let i = base; i < base + 2 * n; i += 2) drop(rt, i);
  return 0;
}

/** `*args` becomes a tuple in its stack slot. */
function argumentsToTuple(rt: Runtime, callable: Addr, at: number): boolean {
  const args = rt.i32[at]!;
  if (rt.typeOf(args) === rt.types.tuple) return true;
  if (slotOf(rt, args, L.TP_ITER) === 0 && !isSequence(rt, args)) {
    const name = functionText(rt, callable);
    raise(
      rt,
      rt.exc.TypeError,
      `${rt.profile.starErrorNamesFunction ? `${name} argument` : 'Value'} after * must be an iterable, not ${typeNameOf(rt, args)}`,
    );
    return false;
  }
  const tuple = sequenceToTuple(rt, args);
  if (tuple === 0) return false;
  rt.i32[at] = tuple;
  decref(rt, args);
  return true;
}

/** v3.8.18 Python/ceval.c PyEval_GetFuncName, PyEval_GetFuncDesc */
function shortText(rt: Runtime, callable: Addr): string {
  const type = rt.typeOf(callable);
  const named = [rt.types.function, rt.types.method, rt.types.builtinFunction].includes(type);
  if (!named) return `${typeNameOf(rt, callable)} object`;
  const name = lookupAttr(rt, callable, rt.ids.__name__);
  const text = name !== 0 && isStr(rt, name) ? strToJs(rt, name) : '';
  if (name !== 0) decref(rt, name);
  return `${text}()`;
}

/** `module.function()` as CPython's messages put it. v3.13.0 Objects/object.c _PyObject_FunctionStr */
export function functionText(rt: Runtime, callable: Addr): string {
  if (rt.profile.texts.calledInShort) return shortText(rt, callable);
  const qualname = lookupAttr(rt, callable, rt.ids.__qualname__);
  if (qualname === 0) {
    errClear(rt);
    return strText(rt, callable) ?? '';
  }
  const name = isStr(rt, qualname) ? strToJs(rt, qualname) : '';
  decref(rt, qualname);
  const module = lookupAttr(rt, callable, rt.ids.__module__);
  if (module === 0) {
    errClear(rt);
    return `${name}()`;
  }
  const where = isStr(rt, module) ? strToJs(rt, module) : 'builtins';
  decref(rt, module);
  return where === 'builtins' ? `${name}()` : `${where}.${name}()`;
}

/** A frame for `func(*args, **kwargs)`; all three stolen. v3.13.0 _PyEvalFramePushAndInit_Ex */
function enterFunctionEx(rt: Runtime, func: Addr, args: Addr, kwargs: Addr): number {
  const nargs = tupleSize(rt, args);
  const nkw = kwargs === 0 ? 0 : dictLen(rt, kwargs);
  const kwnames = nkw === 0 ? 0 : tupleNew(rt, nkw);
  const row = takeRow(rt, nargs + nkw);
  if (row === 0) return 0;
  for (let i = 0; i < nargs; i++) rt.setPtr(row + 8 * i, newRef(rt, tupleItem(rt, args, i)));
  let k = 0;
  let strings = true;
  if (nkw > 0) {
    for (let at = dictNext(rt, kwargs, 0); at !== 0; at = dictNext(rt, kwargs, at)) {
      strings &&= isStr(rt, rt.dictKey);
      tupleSetItem(rt, kwnames, k, newRef(rt, rt.dictKey));
      rt.setPtr(row + 8 * (nargs + k++), newRef(rt, rt.dictValue));
    }
  }
  // the frame comes behind the row, which is dropped with it when the function returns
  const frame = strings
    ? enterFunction(rt, func, row, nargs, kwnames)
    : keywordsNotStrings(rt, func, row, nargs + nkw);
  decref(rt, args);
  if (kwargs !== 0) decref(rt, kwargs);
  if (kwnames !== 0) decref(rt, kwnames);
  if (frame === 0) {
    dropRow(rt, row);
    return 0;
  }
  return -slideFrame(rt, frame, row);
}

function keywordsNotStrings(rt: Runtime, func: Addr, row: Addr, count: number): 0 {
  dropArguments(rt, row, count);
  const whose = rt.profile.texts.calledInShort ? `${shortText(rt, func)} ` : '';
  decref(rt, func);
  return raise(rt, rt.exc.TypeError, `${whose}keywords must be strings`);
}

/** Moves a frame that was just made down over the row before it, or gives back the row alone. */
export function slideFrame(rt: Runtime, frame: Addr, to: Addr): Addr {
  if (rt.heapFrames) {
    dropRow(rt, to);
    return frame;
  }
  if (frame === to) return frame;
  const code = rt.ptr(frame + L.F_EXECUTABLE);
  const bytes = 8 * rt.i32[(code + L.CO_FRAMESIZE) >> 2]!;
  rt.u8.copyWithin(to, frame, frame + bytes);
  dropRow(rt, to + bytes);
  return to;
}

// ---- calls from native code ------------------------------------------------------------------------

/**
 * The vectorcall of Python functions: native code calls in here.
 * v3.13.0 Objects/call.c _PyFunction_Vectorcall, Python/ceval.c _PyEval_Vector
 */
export function makeFunctionVectorcall(stepper: Stepper) {
  return function functionVectorcall(
    rt: Runtime,
    func: Addr,
    argv: Addr,
    nargs: number,
    kwnames: Addr,
  ): Addr {
    const total = nargs + (kwnames === 0 ? 0 : tupleSize(rt, kwnames));
    // the caller's row is borrowed, and binding empties the row it is given
    const row = takeRow(rt, total);
    if (row === 0) return 0;
    for (let i = 0; i < total; i++) rt.setPtr(row + 8 * i, newRef(rt, rt.arg(argv, i)));
    const made = enterFunction(rt, newRef(rt, func), row, nargs, kwnames);
    if (made === 0) {
      dropRow(rt, row);
      return 0;
    }
    return runFrame(rt, stepper, slideFrame(rt, made, row));
  };
}

/** Runs a frame that was just pushed, from native code, to its end. */
export function runFrame(rt: Runtime, stepper: Stepper, frame: Addr): Addr {
  if (enterRecursive(rt, '')) {
    clearFrame(rt, frame);
    popFrame(rt, frame);
    return 0;
  }
  const result = execute(rt, stepper, frame, frame);
  leaveRecursive(rt);
  if (result === PAUSED) throw new EngineFault('paused inside native code');
  return result;
}

/** As runFrame, for a frame that begins by raising the exception that is set. */
export function runFrameThrowing(rt: Runtime, stepper: Stepper, frame: Addr): Addr {
  if (enterRecursive(rt, '')) return 0;
  const result = execute(rt, stepper, frame, frame, true);
  leaveRecursive(rt);
  if (result === PAUSED) throw new EngineFault('paused inside native code');
  return result;
}

/** A frame for module or class code, its names in `locals` (borrowed, as `func` is); 0 with an exception. */
export function pushCodeFrame(rt: Runtime, func: Addr, locals: Addr): Addr {
  const code = rt.ptr(func + L.FUNC_CODE);
  const frame = pushFrame(rt, newRef(rt, func), code, newRef(rt, locals));
  if (frame !== 0) nullLocals(rt, frame, 0, rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!);
  return frame;
}

/** Runs module or class code from native code; new. v3.13.0 Python/ceval.c PyEval_EvalCode */
export function runCode(rt: Runtime, stepper: Stepper, func: Addr, locals: Addr): Addr {
  const frame = pushCodeFrame(rt, func, locals);
  return frame === 0 ? 0 : runFrame(rt, stepper, frame);
}

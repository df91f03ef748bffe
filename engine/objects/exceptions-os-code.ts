/** What stands in exceptions-os.ts and is fetched when a program needs it: see there. */
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { raise, raiseInt } from './errors.ts';
import { baseExceptionStr, exceptionArgs } from './exceptions.ts';
import { intToNumber, isInt, newInt } from './int.ts';
import * as L from './layouts.ts';
import { asSsize, reprText, strText } from './object.ts';
import { decref, newRef, setOwned } from './refcount.ts';
import type { ExceptionTable } from './type-table.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleGetSlice, tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { typeName } from './type-object.ts';
import {
  ERRNO,
  FILENAME,
  FILENAME2,
  STRERROR,
  osErrorInit as initSlot,
  osErrorNew as newSlot,
} from './exceptions-os.ts';

const WRITTEN = 32;
/** Linux's errno -> subclass. v3.13.0 Objects/exceptions.c ADD_ERRNO */
const BY_ERRNO: Readonly<Record<number, keyof ExceptionTable>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  108: 'BrokenPipeError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
  114: 'BlockingIOError',
  115: 'BlockingIOError',
};

/** Whether `__init__` is a subclass's own, so that it does the work. v3.13.0 oserror_use_init */
function usesInit(rt: Runtime, type: Addr): boolean {
  return rt.ptr(type + L.TP_INIT) !== rt.fn(initSlot) && rt.ptr(type + L.TP_NEW) === rt.fn(newSlot);
}

/** v3.13.0 oserror_init, oserror_parse_args. -1 with an exception */
function fill(rt: Runtime, self: Addr, type: Addr, args: Addr): number {
  const at = self + rt.layout.baseException;
  const n = tupleSize(rt, args);
  let kept = newRef(rt, args);
  if (n >= 2 && n <= 5) {
    const filename = n > 2 ? tupleItem(rt, args, 2) : rt.none;
    if (filename !== rt.none) {
      if (type === rt.exc.BlockingIOError && isInt(rt, filename)) {
        const written = asSsize(rt, filename, rt.exc.ValueError);
        rt.setSize(at + WRITTEN, written);
      } else {
        setOwned(rt, at + FILENAME, newRef(rt, filename));
        const second = n > 4 ? tupleItem(rt, args, 4) : rt.none;
        if (second !== rt.none) setOwned(rt, at + FILENAME2, newRef(rt, second));
        decref(rt, kept);
        kept = tupleGetSlice(rt, args, 0, 2);
        if (kept === 0) return -1;
      }
    }
    setOwned(rt, at + ERRNO, newRef(rt, tupleItem(rt, args, 0)));
    setOwned(rt, at + STRERROR, newRef(rt, tupleItem(rt, args, 1)));
  }
  setOwned(rt, self + L.EXC_ARGS, kept);
  return 0;
}

export function osErrorNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  let cls = type;
  const init = usesInit(rt, type);
  if (!init) {
    if (!noKeywords(rt, typeName(rt, type), kwargs)) return 0;
    const n = tupleSize(rt, args);
    if (type === rt.exc.OSError && n >= 2 && n <= 5) {
      const errno = tupleItem(rt, args, 0);
      const name = isInt(rt, errno) ? BY_ERRNO[intToNumber(rt, errno)] : undefined;
      if (name !== undefined) cls = rt.exc[name];
    }
  }
  const self: Addr = rt.fns[rt.ptr(cls + L.TP_ALLOC)]!(rt, cls, 0);
  if (self === 0) return 0;
  rt.setSize(self + rt.layout.baseException + WRITTEN, -1);
  if (init) {
    rt.setPtr(self + L.EXC_ARGS, newRef(rt, rt.emptyTuple));
  } else if (fill(rt, self, cls, args) < 0) {
    decref(rt, self);
    return 0;
  }
  return self;
}

export function osErrorInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  const type = rt.typeOf(self);
  if (!usesInit(rt, type)) return 0;
  if (!noKeywords(rt, typeName(rt, type), kwargs)) return -1;
  return fill(rt, self, type, args);
}

/** v3.13.0 OSError_str */
export function osErrorStr(rt: Runtime, self: Addr): Addr {
  const at = self + rt.layout.baseException;
  const errno = rt.ptr(at + ERRNO);
  const strerror = rt.ptr(at + STRERROR);
  const filename = rt.ptr(at + FILENAME);
  if (filename === 0 && (errno === 0 || strerror === 0)) return baseExceptionStr(rt, self);
  const number = strText(rt, errno || rt.none);
  const message = number === null ? null : strText(rt, strerror || rt.none);
  if (message === null) return 0;
  let text = `[Errno ${number}] ${message}`;
  if (filename !== 0) {
    const first = reprText(rt, filename);
    if (first === null) return 0;
    text += `: ${first}`;
    if (rt.ptr(at + FILENAME2) !== 0) {
      const second = reprText(rt, rt.ptr(at + FILENAME2));
      if (second === null) return 0;
      text += ` -> ${second}`;
    }
  }
  return newStr(rt, text);
}

/** v3.13.0 OSError_reduce */
export function reduce(rt: Runtime, self: Addr): Addr {
  const args = exceptionArgs(rt, self);
  const filename = rt.ptr(self + rt.layout.baseException + FILENAME);
  if (tupleSize(rt, args) !== 2 || filename === 0) return tuplePack(rt, rt.typeOf(self), args);
  const all = tuplePack(rt, tupleItem(rt, args, 0), tupleItem(rt, args, 1), filename);
  if (all === 0) return 0;
  const result = tuplePack(rt, rt.typeOf(self), all);
  decref(rt, all);
  return result;
}

/** v3.13.0 OSError_written_get */
export function getWritten(rt: Runtime, self: Addr): Addr {
  const written = rt.size(self + rt.layout.baseException + WRITTEN);
  if (written !== -1) return newInt(rt, written);
  return raise(rt, rt.exc.AttributeError, 'characters_written');
}

/** v3.13.0 OSError_written_set */
export function setWritten(rt: Runtime, self: Addr, value: Addr): number {
  const at = self + rt.layout.baseException + WRITTEN;
  if (value === 0) {
    if (rt.size(at) === -1) {
      return raiseInt(rt, rt.exc.AttributeError, 'characters_written');
    }
    rt.setSize(at, -1);
    return 0;
  }
  const written = asSsize(rt, value, rt.exc.ValueError);
  if (written === -1 && rt.i32[rt.excWord] !== 0) return -1;
  rt.setSize(at, written);
  return 0;
}

/** What few programs need of what exceptions.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { callOneArg } from './call.ts';
import { dictNext } from './dict.ts';
import { raise, raiseInt } from './errors.ts';
import { baseExceptionStr, exceptionArgs } from './exceptions.ts';
import { repr, reprText, setAttr } from './object.ts';
import { clearOwned, decref, newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { typeFlags, typeShortName } from './type-object.ts';

/** v3.13.0 BaseException_repr */
export function baseExceptionRepr(rt: Runtime, self: Addr): Addr {
  const name = typeShortName(rt, rt.typeOf(self));
  const args = exceptionArgs(rt, self);
  const one = tupleSize(rt, args) === 1;
  const text = reprText(rt, one ? tupleItem(rt, args, 0) : args);
  if (text === null) return 0;
  return newStr(rt, one ? `${name}(${text})` : `${name}${text}`);
}

/** v3.13.0 BaseException_setstate */
export function setState(rt: Runtime, self: Addr, state: Addr): Addr {
  if (state === rt.none) return newRef(rt, rt.none);
  if (!(typeFlags(rt, rt.typeOf(state)) & L.TPFLAGS_DICT_SUBCLASS)) {
    return raise(rt, rt.exc.TypeError, 'state is not a dictionary');
  }
  for (let at = dictNext(rt, state, 0); at !== 0; at = dictNext(rt, state, at)) {
    const key = newRef(rt, rt.dictKey);
    const value = newRef(rt, rt.dictValue);
    const failed = setAttr(rt, self, key, value);
    decref(rt, key);
    decref(rt, value);
    if (failed < 0) return 0;
  }
  return newRef(rt, rt.none);
}

/** v3.13.0 BaseException_with_traceback */
export function withTraceback(rt: Runtime, self: Addr, traceback: Addr): Addr {
  return setTraceback(rt, self, traceback) < 0 ? 0 : newRef(rt, self);
}

/** v3.13.0 BaseException_set_args */
export function setArgs(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, 'args may not be deleted');
  const args = callOneArg(rt, rt.types.tuple, value);
  if (args === 0) return -1;
  setOwned(rt, self + L.EXC_ARGS, args);
  return 0;
}

/** v3.13.0 BaseException_set_tb */
export function setTraceback(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, '__traceback__ may not be deleted');
  if (value !== rt.none && rt.typeOf(value) !== rt.types.traceback) {
    return raiseInt(rt, rt.exc.TypeError, '__traceback__ must be a traceback or None');
  }
  setOwned(rt, self + L.EXC_TRACEBACK, value === rt.none ? 0 : newRef(rt, value));
  return 0;
}

/** v3.13.0 BaseException_set_context, BaseException_set_cause */
export function setException(
  rt: Runtime,
  self: Addr,
  value: Addr,
  field: number,
  name: string,
  what: string,
): number {
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, `${name} may not be deleted`);
  if (value === rt.none) {
    clearOwned(rt, self + field);
    return 0;
  }
  if (!(typeFlags(rt, rt.typeOf(value)) & L.TPFLAGS_BASE_EXC_SUBCLASS)) {
    return raiseInt(rt, rt.exc.TypeError, `${what} must be None or derive from BaseException`);
  }
  setOwned(rt, self + field, newRef(rt, value));
  return 0;
}

/** KeyError shows its one argument as repr does, so that an empty string is seen. KeyError_str */
export function keyErrorStr(rt: Runtime, self: Addr): Addr {
  const args = exceptionArgs(rt, self);
  if (tupleSize(rt, args) === 1) return repr(rt, tupleItem(rt, args, 0));
  return baseExceptionStr(rt, self);
}

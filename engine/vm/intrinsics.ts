/** CALL_INTRINSIC_1 and _2: rare work that needs no instruction of its own. v3.13.0 Python/intrinsics.c */
import type { Addr } from '../base/brand.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../compile/index.ts';
import * as Op from '../compile/opcodes.ts';
import { callOneArg } from '../objects/call.ts';
import { dictGetStr } from '../objects/dict.ts';
import { errFetch, isExceptionInstance, raise } from '../objects/errors.ts';
import { prepReraiseStar } from '../objects/late-parts.ts';
import * as L from '../objects/layouts.ts';
import { listToTuple } from '../objects/list.ts';
import { numberPositive } from '../objects/number-protocol.ts';
import { decref, incref, newRef, setOwned } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isSubtype } from '../objects/type-object.ts';
import { frameCode } from './frames.ts';
import { importStar } from './imports.ts';
import { wrapAsyncValue } from './late-parts.ts';

/** @param value borrowed. @returns new, 0 with an exception */
export function callIntrinsic1(rt: Runtime, frame: Addr, which: number, value: Addr): Addr {
  switch (which) {
    case Op.INTRINSIC_PRINT:
      return displayValue(rt, value);
    case Op.INTRINSIC_IMPORT_STAR:
      return importStar(rt, frame, value);
    case Op.INTRINSIC_STOPITERATION_ERROR:
      return stopIterationError(rt, frame, value);
    case Op.INTRINSIC_ASYNC_GEN_WRAP:
      return wrapAsyncValue(rt, value);
    case Op.INTRINSIC_UNARY_POSITIVE:
      return numberPositive(rt, value);
    case Op.INTRINSIC_LIST_TO_TUPLE:
      return listToTuple(rt, value);
    default:
      return rt.vm.typeIntrinsic(rt, which, value, 0);
  }
}

/** @param a borrowed. @param b borrowed. @returns new, 0 with an exception */
export function callIntrinsic2(rt: Runtime, which: number, a: Addr, b: Addr): Addr {
  if (which === Op.INTRINSIC_PREP_RERAISE_STAR) return prepReraiseStar(rt, a, b);
  if (which === Op.INTRINSIC_SET_FUNCTION_TYPE_PARAMS) {
    setOwned(rt, a + rt.layout.functionTypeParams, newRef(rt, b));
    return newRef(rt, a);
  }
  if (which >= Op.INTRINSIC_INTERPOLATION) return rt.vm.templateIntrinsic(rt, which, a, b);
  return rt.vm.typeIntrinsic(rt, which, a, b);
}

/** An expression typed at the prompt: sys.displayhook(value). v3.13.0 Python/intrinsics.c print_expr */
function displayValue(rt: Runtime, value: Addr): Addr {
  const hook = dictGetStr(rt, rt.statePtr(STATE.sysdict), rt.ids.displayhook);
  if (hook === 0) return raise(rt, rt.exc.RuntimeError, 'lost sys.displayhook');
  incref(rt, hook);
  const result = callOneArg(rt, hook, value);
  decref(rt, hook);
  return result;
}

/**
 * StopIteration that leaves a generator becomes RuntimeError, as does StopAsyncIteration that leaves
 * an asynchronous one. v3.13.0 stopiteration_error
 */
function stopIterationError(rt: Runtime, frame: Addr, exception: Addr): Addr {
  const text = stopText(rt, rt.i32[(frameCode(rt, frame) + L.CO_FLAGS) >> 2]!, exception);
  if (text === '') return newRef(rt, exception);
  raise(rt, rt.exc.RuntimeError, text);
  const error = errFetch(rt);
  setOwned(rt, error + L.EXC_CAUSE, newRef(rt, exception));
  rt.u8[error + rt.layout.exceptionSuppress] = 1;
  setOwned(rt, error + L.EXC_CONTEXT, newRef(rt, exception));
  return error;
}

/** What is wrong with the exception in code with these flags; '' when nothing is. */
function stopText(rt: Runtime, flags: number, exception: Addr): string {
  if (!isExceptionInstance(rt, exception)) return '';
  const type = rt.typeOf(exception);
  const isAsyncGenerator = (flags & CO_ASYNC_GENERATOR) !== 0;
  if (isSubtype(rt, type, rt.exc.StopIteration)) {
    const coroutine = flags & CO_COROUTINE ? 'coroutine' : 'generator';
    return `${isAsyncGenerator ? 'async generator' : coroutine} raised StopIteration`;
  }
  if (!isAsyncGenerator || !isSubtype(rt, type, rt.exc.StopAsyncIteration)) return '';
  return 'async generator raised StopAsyncIteration';
}

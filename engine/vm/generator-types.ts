/**
 * The types of generators, coroutines and asynchronous generators: attributes, methods, finalisation,
 * and coroutine_wrapper, which `coroutine.__await__()` gives.
 *
 * v3.13.0 Objects/genobject.c PyGen_Type, PyCoro_Type, _PyCoroWrapper_Type
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from '../objects/args.ts';
import { newBool } from '../objects/bool.ts';
import { currentException, errFetch, errRestore, raise } from '../objects/errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack, isTracked } from '../objects/gc-object.ts';
import { newInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { addressText } from '../objects/object.ts';
import { clearOwned, decref, newRef, setOwned, xdecref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, newStr, strToJs } from '../objects/strings.ts';
import { callFinalizerFromDealloc } from '../objects/subtype.ts';
import { readyType } from '../objects/type-ready.ts';
import {
  classMethod,
  fast,
  type GetSetSpec,
  type MethodSpec,
  noArgs,
  oneArg,
  type TypeSpec,
  type Visit,
} from '../objects/type-spec.ts';
import { writeUnraisable } from '../objects/late-values.ts';
import {
  ask,
  closeGenerator,
  discardFrame,
  FRAME_CLEARED,
  FRAME_COMPLETED,
  FRAME_CREATED,
  FRAME_EXECUTING,
  FRAME_SUSPENDED,
  FRAME_SUSPENDED_YIELD_FROM,
  GEN_EXC_STATE,
  GEN_FRAME,
  GEN_NAME,
  GEN_ORIGIN,
  GEN_QUALNAME,
  GEN_WEAKREFLIST,
  generatorCode,
  generatorFrame,
  generatorState,
  raiseStopIteration,
  sendInto,
  throwInto,
  traverseFrame,
  yieldFromTarget,
  clearHandled,
} from './generator.ts';
import type { Stepper } from './stepper.ts';
import { warnUnawaitedCoroutine } from './late-parts.ts';
import { genericAliasNew } from '../objects/late-parts.ts';

// ---- the end of one ------------------------------------------------------------------------------

/** v3.13.0 gen_dealloc */
function generatorDealloc(rt: Runtime, gen: Addr): void {
  gcUntrack(rt, gen);
  if (rt.ptr(gen + GEN_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, gen);
  if (generatorState(rt, gen) < FRAME_EXECUTING) {
    gcTrack(rt, gen);
    if (callFinalizerFromDealloc(rt, gen)) return;
    if (isTracked(rt, gen)) gcUntrack(rt, gen);
  }
  if (generatorState(rt, gen) !== FRAME_CLEARED) discardFrame(rt, gen);
  clearHandled(rt, gen);
  xdecref(rt, rt.ptr(gen + GEN_ORIGIN));
  xdecref(rt, generatorCode(rt, gen));
  xdecref(rt, rt.ptr(gen + GEN_NAME));
  xdecref(rt, rt.ptr(gen + GEN_QUALNAME));
  gcDel(rt, gen);
}

/** What it holds, with what its frame does where that is its own. v3.13.0 gen_traverse, _PyFrame_Traverse */
function generatorTraverse(rt: Runtime, gen: Addr, visit: Visit): void {
  for (const field of [GEN_NAME, GEN_QUALNAME, GEN_EXC_STATE, GEN_ORIGIN]) {
    const p = rt.ptr(gen + field);
    if (p !== 0) visit(p);
  }
  const ended = generatorState(rt, gen) === FRAME_CLEARED;
  if (rt.heapFrames || ended) visit(generatorCode(rt, gen));
  if (ended) return;
  if (rt.heapFrames) visit(rt.ptr(gen + GEN_FRAME));
  else traverseFrame(rt, generatorFrame(rt, gen), visit);
}

/** v3.13.0 Objects/genobject.c _PyGen_Finalize */
function finalize(rt: Runtime, stepper: Stepper, gen: Addr): void {
  const state = generatorState(rt, gen);
  if (state >= FRAME_EXECUTING) return;
  const kept = errFetch(rt);
  if (state === FRAME_CREATED && rt.typeOf(gen) === rt.types.coroutine) {
    warnUnawaitedCoroutine(rt, gen, strToJs(rt, rt.ptr(gen + GEN_QUALNAME)));
  } else {
    const result = closeGenerator(rt, stepper, gen);
    if (result !== 0) decref(rt, result);
    else if (currentException(rt) !== 0) writeUnraisable(rt, gen, 'while closing generator');
  }
  errRestore(rt, kept);
}

// ---- what all three have -------------------------------------------------------------------------

function repr(kind: string) {
  return (rt: Runtime, gen: Addr): Addr => {
    const name = strToJs(rt, rt.ptr(gen + GEN_QUALNAME));
    return newStr(rt, `<${kind} object ${name} at ${addressText(rt, gen)}>`);
  };
}

function nameSetter(field: number, name: string) {
  return (rt: Runtime, gen: Addr, value: Addr): number => {
    if (value === 0 || !isStr(rt, value)) {
      raise(rt, rt.exc.TypeError, `${name} must be set to a string object`);
      return -1;
    }
    setOwned(rt, gen + field, newRef(rt, value));
    return 0;
  };
}

/** The attributes; `prefix` is gi, cr or ag, `awaits` the name of what it waits for. */
function attributes(prefix: string, awaits: string): Record<string, GetSetSpec> {
  return {
    __name__: {
      get: (rt, gen) => newRef(rt, rt.ptr(gen + GEN_NAME)),
      set: nameSetter(GEN_NAME, '__name__'),
    },
    __qualname__: {
      get: (rt, gen) => newRef(rt, rt.ptr(gen + GEN_QUALNAME)),
      set: nameSetter(GEN_QUALNAME, '__qualname__'),
    },
    [`${prefix}_${awaits}`]: {
      get: (rt, gen) => newRef(rt, yieldFromTarget(rt, gen) || rt.none),
    },
    [`${prefix}_suspended`]: {
      get: (rt, gen) => {
        const state = generatorState(rt, gen);
        return newBool(rt, state === FRAME_SUSPENDED || state === FRAME_SUSPENDED_YIELD_FROM);
      },
    },
    [`${prefix}_frame`]: {
      get: (rt, gen) =>
        generatorState(rt, gen) >= FRAME_COMPLETED
          ? newRef(rt, rt.none)
          : rt.vm.frameObject(rt, generatorFrame(rt, gen)),
    },
    [`${prefix}_code`]: {
      get: (rt, gen) => newRef(rt, generatorCode(rt, gen)),
    },
  };
}

const running: GetSetSpec = {
  get: (rt, gen) => newBool(rt, generatorState(rt, gen) === FRAME_EXECUTING),
};

/** `generator[int, None, None]` */
export const CLASS_GETITEM = classMethod(oneArg(genericAliasNew));

const THROW =
  'the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.';

/** Whether what throw() is given will do; else with an exception. v3.13.0 gen_throw */
function checkThrow(rt: Runtime, argv: Addr, nargs: number): boolean {
  if (!checkPositional(rt, 'throw', nargs, 1, 3)) return false;
  const warns = nargs > 1 && rt.profile.texts.throwWithTypeIsDeprecated;
  if (warns && rt.vm.warn(rt, rt.exc.DeprecationWarning, THROW) < 0) return false;
  const traceback = nargs > 2 ? rt.arg(argv, 2) : rt.none;
  if (traceback === rt.none || rt.typeOf(traceback) === rt.types.traceback) return true;
  raise(rt, rt.exc.TypeError, 'throw() third argument must be a traceback object');
  return false;
}

function methods(rt: Runtime, stepper: Stepper): Record<string, MethodSpec> {
  return {
    send: oneArg((rt, gen, value) => sendInto(rt, stepper, gen, value)),
    throw: fast((rt, gen, argv, nargs) => {
      if (!checkThrow(rt, argv, nargs)) return 0;
      return throwInto(rt, stepper, gen, rt.arg(argv, 0), nargs > 1 ? rt.arg(argv, 1) : 0);
    }),
    close: noArgs((rt, gen) => closeGenerator(rt, stepper, gen)),
    __class_getitem__: CLASS_GETITEM,
    ...sizeofMethod(rt),
  };
}

/** v3.13.0 gen_sizeof */
const SIZEOF = noArgs((rt, gen) => {
  const code = generatorCode(rt, gen);
  const slots = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]! + rt.i32[(code + L.CO_STACKSIZE) >> 2]!;
  return newInt(rt, rt.layout.generatorHeader + rt.layout.frameHeader + 8 * slots);
});

/** Only a generator with its frame inside has a size of its own. */
export function sizeofMethod(rt: Runtime): Record<string, MethodSpec> {
  return rt.heapFrames ? {} : { __sizeof__: SIZEOF };
}

/** Bytes behind those of a generator: cr_origin; what keeps the hooks of an asynchronous one. */
const OWN_BYTES: Readonly<Record<string, number>> = { cr: 8, ag: 24 };

/** What is the same in the three types; `kind` is the type's name. */
export function generatorLikeSpec(
  rt: Runtime,
  stepper: Stepper,
  kind: string,
  prefix: string,
  awaits: string,
): TypeSpec {
  return {
    name: kind,
    basicsize:
      rt.layout.generatorHeader +
      (rt.heapFrames ? (OWN_BYTES[prefix] ?? 0) : rt.layout.frameHeader),
    itemsize: rt.heapFrames ? 0 : 8,
    flags: L.TPFLAGS_HAVE_GC,
    weaklistoffset: GEN_WEAKREFLIST,
    slots: {
      tp_dealloc: generatorDealloc,
      tp_repr: repr(kind),
      tp_traverse: generatorTraverse,
      tp_finalize: (r, gen) => finalize(r, stepper, gen),
    },
    getset: attributes(prefix, awaits),
  };
}

export function initGeneratorType(rt: Runtime, stepper: Stepper): void {
  const spec = generatorLikeSpec(rt, stepper, 'generator', 'gi', 'yieldfrom');
  rt.types.generator = readyType(rt, {
    ...spec,
    slots: {
      ...spec.slots,
      tp_iter: newRef,
      tp_iternext: (r, gen) => {
        const answer = ask(r, stepper, gen, 'send', r.none);
        if (answer.kind !== 'return') return answer.value;
        if (answer.value !== r.none) return raiseStopIteration(r, answer.value);
        decref(r, answer.value);
        return 0;
      },
    },
    methods: methods(rt, stepper),
    getset: { ...spec.getset, gi_running: running },
  });
}

// ---- coroutines ----------------------------------------------------------------------------------

/** coroutine_wrapper: the coroutine */
const CW_COROUTINE = 16;
const CW_SIZE = 24;

/** v3.13.0 coro_await */
function coroutineAwait(rt: Runtime, coroutine: Addr): Addr {
  const wrapper = gcNew(rt, rt.types.coroutineWrapper, CW_SIZE);
  if (wrapper === 0) return 0;
  rt.setPtr(wrapper + CW_COROUTINE, newRef(rt, coroutine));
  gcTrack(rt, wrapper);
  return wrapper;
}

export function initCoroutineTypes(rt: Runtime, stepper: Stepper): void {
  const spec = generatorLikeSpec(rt, stepper, 'coroutine', 'cr', 'await');
  rt.types.coroutine = readyType(rt, {
    ...spec,
    slots: { ...spec.slots, am_await: coroutineAwait },
    methods: methods(rt, stepper),
    getset: { ...spec.getset, cr_running: running },
    members: { cr_origin: { offset: GEN_ORIGIN, type: 'object', readonly: true } },
  });
  const inner = (r: Runtime, wrapper: Addr): Addr => r.ptr(wrapper + CW_COROUTINE);
  rt.types.coroutineWrapper = readyType(rt, {
    name: 'coroutine_wrapper',
    basicsize: CW_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (r, wrapper) => {
        gcUntrack(r, wrapper);
        clearOwned(r, wrapper + CW_COROUTINE);
        gcDel(r, wrapper);
      },
      tp_traverse: (r, wrapper, visit) => {
        const coroutine = inner(r, wrapper);
        if (coroutine !== 0) visit(coroutine);
      },
      tp_iter: newRef,
      tp_iternext: (r, wrapper) => sendInto(r, stepper, inner(r, wrapper), r.none),
    },
    methods: {
      send: oneArg((r, wrapper, value) => sendInto(r, stepper, inner(r, wrapper), value)),
      throw: fast((r, wrapper, argv, nargs) => {
        if (!checkThrow(r, argv, nargs)) return 0;
        const value = nargs > 1 ? r.arg(argv, 1) : 0;
        return throwInto(r, stepper, inner(r, wrapper), r.arg(argv, 0), value);
      }),
      close: noArgs((r, wrapper) => closeGenerator(r, stepper, inner(r, wrapper))),
    },
  });
}

/**
 * Asynchronous generators, and what their methods give to await: asend, athrow, and the box that
 * tells a value which is yielded from one that goes through to the event loop.
 *
 *     asend   +16 gen  +24 value to send, 0 for none   +32 state
 *     athrow  +16 gen  +24 arguments, 0 for aclose()   +32 state
 *     value   +16 the value
 *
 * NOT CPYTHON: sys.set_asyncgen_hooks() is not there, so no generator has a finalizer of a loop.
 * v3.13.0 Objects/genobject.c PyAsyncGen_Type, _PyAsyncGenASend_Type, _PyAsyncGenAThrow_Type
 */
import { checkPositional } from '../objects/args.ts';
import { newBool } from '../objects/bool.ts';
import * as L from '../objects/layouts.ts';
import { newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { readyType } from '../objects/type-ready.ts';
import { fast, type MethodSpec, noArgs, oneArg, type Slots } from '../objects/type-spec.ts';
import { AG_RUNNING } from './generator.ts';
import { CLASS_GETITEM, generatorLikeSpec, sizeofMethod } from './generator-types.ts';
import type { Stepper } from './stepper.ts';
import { late } from '../base/part.ts';
import type { Send, Throw } from './async-generator-code.ts';
import { asyncGeneratorCode } from './late-parts.ts';

const athrowSend = late(asyncGeneratorCode, 'athrowSend');
const athrowThrow = late(asyncGeneratorCode, 'athrowThrow');
const closeBy = late(asyncGeneratorCode, 'closeBy');
const awaitableDealloc = late(asyncGeneratorCode, 'awaitableDealloc');
const finalize = late(asyncGeneratorCode, 'finalize');
const asendSend = late(asyncGeneratorCode, 'asendSend');
const asendThrow = late(asyncGeneratorCode, 'asendThrow');
const awaitableNew = late(asyncGeneratorCode, 'awaitableNew');
const athrow = late(asyncGeneratorCode, 'athrow');
const valueDealloc = late(asyncGeneratorCode, 'valueDealloc');

export const GEN = 16;
/** of an asend the value, of an athrow the arguments */
export const GIVEN = 24;
export const SIZE = 40;
export const VALUE = 16;
export const VALUE_SIZE = 24;
const AWAITABLE_SLOTS: Partial<Slots> = {
  tp_dealloc: awaitableDealloc,
  tp_finalize: finalize,
  tp_traverse: (rt, p, visit) => {
    for (const field of [GEN, GIVEN]) {
      const q = rt.ptr(p + field);
      if (q !== 0) visit(q);
    }
  },
  tp_iter: newRef,
  am_await: newRef,
};

function awaitableMethods(sending: Send, throwing: Throw): Record<string, MethodSpec> {
  return {
    send: oneArg(sending),
    throw: fast((rt, p, argv, nargs) => {
      if (!checkPositional(rt, 'throw', nargs, 1, 3)) return 0;
      return throwing(rt, p, rt.arg(argv, 0), nargs > 1 ? rt.arg(argv, 1) : 0);
    }),
    close: noArgs((rt, p) => closeBy(rt, p, throwing)),
  };
}

function initASendType(rt: Runtime, stepper: Stepper): void {
  const sending: Send = (r, p, value) => asendSend(r, stepper, p, value);
  const throwing: Throw = (r, p, type, value) => asendThrow(r, stepper, p, type, value);
  rt.types.asyncGenASend = readyType(rt, {
    name: 'async_generator_asend',
    basicsize: SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: { ...AWAITABLE_SLOTS, tp_iternext: (r, p) => asendSend(r, stepper, p, r.none) },
    methods: awaitableMethods(sending, throwing),
  });
}

function initAThrowType(rt: Runtime, stepper: Stepper): void {
  const sending: Send = (r, p, value) => athrowSend(r, stepper, p, value);
  const throwing: Throw = (r, p, type, value) => athrowThrow(r, stepper, p, type, value);
  rt.types.asyncGenAThrow = readyType(rt, {
    name: 'async_generator_athrow',
    basicsize: SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: { ...AWAITABLE_SLOTS, tp_iternext: (r, p) => athrowSend(r, stepper, p, r.none) },
    methods: awaitableMethods(sending, throwing),
  });
}

export function initAsyncGeneratorTypes(rt: Runtime, stepper: Stepper): void {
  const spec = generatorLikeSpec(rt, stepper, 'async_generator', 'ag', 'await');
  rt.types.asyncGenerator = readyType(rt, {
    ...spec,
    slots: {
      ...spec.slots,
      am_aiter: newRef,
      am_anext: (r, gen) => awaitableNew(r, r.types.asyncGenASend, gen, 0),
    },
    methods: {
      asend: oneArg((r, gen, value) => awaitableNew(r, r.types.asyncGenASend, gen, value)),
      athrow: fast(athrow),
      aclose: noArgs((r, gen) => awaitableNew(r, r.types.asyncGenAThrow, gen, 0)),
      __class_getitem__: CLASS_GETITEM,
      ...sizeofMethod(rt),
    },
    getset: {
      ...spec.getset,
      ag_running: { get: (r, gen) => newBool(r, r.u8[gen + AG_RUNNING] !== 0) },
    },
  });
  initASendType(rt, stepper);
  initAThrowType(rt, stepper);
  rt.types.asyncGenWrappedValue = readyType(rt, {
    name: 'async_generator_wrapped_value',
    basicsize: VALUE_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: valueDealloc,
      tp_traverse: (r, box, visit) => {
        const value = r.ptr(box + VALUE);
        if (value !== 0) visit(value);
      },
    },
  });
}

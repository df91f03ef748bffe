/**
 * `frame.f_locals` of a function: a view of its variables that writes through (PEP 667), as far as it
 * stands before a program uses one.
 *
 *     +16  frame object  owned
 *
 * v3.13.0 Objects/frameobject.c PyFrameLocalsProxy_Type
 */
import type { Addr } from '../base/brand.ts';
import { gcNew, gcTrack } from '../objects/gc-object.ts';
import { TPFLAGS_HAVE_GC, TPFLAGS_MAPPING } from '../objects/layouts.ts';
import { newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { readyType } from '../objects/type-ready.ts';
import { fast, lateMethods, lateSlots, noArgs, oneArg } from '../objects/type-spec.ts';
import { frameLocalsPart } from './late-parts.ts';

export const PROXY_FRAME = 16;
const PROXY_SIZE = 24;

/** A view of the variables of a frame object (borrowed); new. v3.13.0 _PyFrameLocalsProxy_New */
export function frameLocalsProxyNew(rt: Runtime, frameObject: Addr): Addr {
  const proxy = gcNew(rt, rt.types.frameLocalsProxy, PROXY_SIZE);
  if (proxy === 0) return 0;
  rt.setPtr(proxy + PROXY_FRAME, newRef(rt, frameObject));
  gcTrack(rt, proxy);
  return proxy;
}

const slots = lateSlots(
  () => frameLocalsPart.code.proxySlots,
  [
    'tp_new',
    'tp_dealloc',
    'tp_repr',
    'tp_traverse',
    'tp_clear',
    'tp_richcompare',
    'tp_iter',
    'mp_length',
    'mp_subscript',
    'mp_ass_subscript',
    'sq_contains',
    'nb_or',
    'nb_inplace_or',
  ],
);

const brought = (): typeof frameLocalsPart.code.proxyMethods => frameLocalsPart.code.proxyMethods;
const methods = lateMethods(brought, {
  copy: noArgs,
  get: fast,
  items: noArgs,
  keys: noArgs,
  setdefault: fast,
  update: oneArg,
  values: noArgs,
  __reversed__: noArgs,
});
const removing = lateMethods(brought, { pop: fast });

export function initFrameLocalsType(rt: Runtime): void {
  const { localsProxy } = rt.profile;
  if (localsProxy === null) return;
  rt.types.frameLocalsProxy = readyType(rt, {
    name: 'FrameLocalsProxy',
    basicsize: PROXY_SIZE,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_MAPPING,
    slots,
    unhashable: true,
    methods: localsProxy.removes ? { ...methods, ...removing } : methods,
  });
}

/**
 * Puts a recorder around the machine's native functions: those that are called, and deallocators.
 *
 * All of them are reached through the table `rt.fns`, so that what stands there is all there is to
 * change, and nobody pays for it otherwise. Types and functions that are made later use the same ones.
 */
import type { Addr } from '../base/brand.ts';
import { genericGetAttr } from '../objects/generic-attr.ts';
import { methodDefName } from '../objects/cfunction.ts';
import * as L from '../objects/layouts.ts';
import { objectNewInstance } from '../objects/object-type.ts';
import type { Native, Runtime } from '../objects/runtime.ts';
import { slotTpInit } from '../objects/slot-functions.ts';
import { strToJs } from '../objects/strings.ts';
import { isType, typeName } from '../objects/type-object.ts';

export interface NativeListener {
  /** A native function begins; null when it has no name to be called by. */
  enter(name: string | null): void;
  leave(): void;
  /** tp_dealloc of an object begins. */
  enterDealloc(p: Addr): void;
  leaveDealloc(): void;
}

/** Functions that the machine compares by identity: what stands in the table must be they. */
const COMPARED: ReadonlySet<Native> = new Set<Native>([
  genericGetAttr,
  slotTpInit,
  objectNewInstance,
]);

/**
 * Begins to listen.
 * @param objects all live objects: their types are known then, and what calls them
 * @returns what ends it
 */
export function listenToNatives(
  rt: Runtime,
  objects: readonly Addr[],
  listener: NativeListener,
): () => void {
  const { callables, deallocators } = functionsOf(rt, objects);
  const replaced = new Map<number, Native>();
  const replace = (n: number, wrapper: (native: Native) => Native) => {
    const native = rt.fns[n];
    if (n === 0 || native === undefined || replaced.has(n) || COMPARED.has(native)) return;
    replaced.set(n, native);
    rt.fns[n] = wrapper(native);
  };
  for (const n of deallocators) replace(n, (native) => deallocating(native, listener));
  for (const n of callables) replace(n, (native) => calling(native, listener));
  return () => {
    for (const [n, native] of replaced) rt.fns[n] = native;
  };
}

function calling(native: Native, listener: NativeListener): Native {
  return (rt: Runtime, callable: Addr, ...rest: readonly unknown[]) => {
    listener.enter(callableName(rt, callable));
    const result = native(rt, callable, ...rest);
    listener.leave();
    return result;
  };
}

function deallocating(native: Native, listener: NativeListener): Native {
  return (rt: Runtime, p: Addr) => {
    listener.enterDealloc(p);
    native(rt, p);
    listener.leaveDealloc();
  };
}

/** Numbers of the functions that types call and deallocate by. */
function functionsOf(
  rt: Runtime,
  objects: readonly Addr[],
): { readonly callables: ReadonlySet<number>; readonly deallocators: ReadonlySet<number> } {
  const callables = new Set<number>();
  const deallocators = new Set<number>();
  for (const p of objects) {
    if (isType(rt, p)) {
      deallocators.add(rt.i32[(p + L.TP_DEALLOC) >> 2]!);
      callables.add(rt.i32[(p + L.TP_CALL) >> 2]!);
    }
    const type = rt.typeOf(p);
    if (rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_HAVE_VECTORCALL) {
      callables.add(rt.i32[(p + rt.i32[(type + L.TP_VECTORCALL_OFFSET) >> 2]!) >> 2]!);
    }
  }
  return { callables, deallocators };
}

/** `len`, `list.append`, `dict`: how readers know a callable; null for what is not native. */
function callableName(rt: Runtime, p: Addr): string | null {
  const { types } = rt;
  const type = rt.typeOf(p);
  if (type === types.builtinFunction) return functionName(rt, p);
  if (type === types.methodDescriptor || type === types.wrapperDescriptor) {
    const owner = typeName(rt, rt.ptr(p + L.DESCR_TYPE));
    return `${owner}.${strToJs(rt, rt.ptr(p + L.DESCR_NAME))}`;
  }
  return isType(rt, p) ? typeName(rt, p) : null;
}

function functionName(rt: Runtime, p: Addr): string {
  const name = methodDefName(rt, rt.ptr(p + L.CFUNCTION_ML));
  const self = rt.ptr(p + L.CFUNCTION_SELF);
  if (self === 0) return name;
  if (rt.typeOf(self) !== rt.types.module) return `${typeName(rt, rt.typeOf(self))}.${name}`;
  const module = strToJs(rt, rt.ptr(self + L.MODULE_NAME));
  return module === 'builtins' ? name : `${module}.${name}`;
}

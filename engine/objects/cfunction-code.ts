/** What few programs need of what cfunction.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { methodDefName, methodNew } from './cfunction.ts';
import { dictLen } from './dict.ts';
import { errOccurred, raise } from './errors.ts';
import {
  addressText,
  EQ,
  getAttr,
  hashPointer,
  isTypeObject,
  lookupAttr,
  NE,
  notImplemented,
  reprText,
  richCompareBool,
  typeNameOf,
} from './object.ts';
import { reduceBuiltin } from './reduce-builtin.ts';
import { newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tupleSize } from './tuple.ts';
import { typeLookup, typeName, typeQualnameObject } from './type-object.ts';

export function wrongCount(rt: Runtime, callable: Addr, takes: string, nargs: number): 0 {
  return raise(
    rt,
    rt.exc.TypeError,
    `${qualifiedName(rt, callable)}() takes ${takes} (${nargs} given)`,
  );
}

/** `list.append`, `len`: what error messages call it. v3.13.0 Objects/object.c _PyObject_FunctionStr */
export function qualifiedName(rt: Runtime, callable: Addr): string {
  const name = methodDefName(rt, rt.ptr(callable + L.CFUNCTION_ML));
  if (!rt.profile.texts.nativesAreQualified) return name;
  const self = rt.ptr(callable + L.CFUNCTION_SELF);
  if (self === 0 || rt.typeOf(self) === rt.types.module) {
    const module = rt.ptr(callable + L.CFUNCTION_MODULE);
    if (module === 0) return name;
    const moduleName = strToJs(rt, module);
    return moduleName === 'builtins' ? name : `${moduleName}.${name}`;
  }
  const qualname = typeQualnameObject(rt, isTypeObject(rt, self) ? self : rt.typeOf(self));
  const owner = qualname === 0 ? '?' : strToJs(rt, qualname);
  xdecref(rt, qualname);
  return `${owner}.${name}`;
}

export function cfunctionRepr(rt: Runtime, self: Addr): Addr {
  const name = methodDefName(rt, rt.ptr(self + L.CFUNCTION_ML));
  const owner = rt.ptr(self + L.CFUNCTION_SELF);
  if (owner === 0 || rt.typeOf(owner) === rt.types.module) {
    return newStr(rt, `<built-in function ${name}>`);
  }
  return newStr(
    rt,
    `<built-in method ${name} of ${typeNameOf(rt, owner)} object at ${addressText(rt, owner)}>`,
  );
}

export function cfunctionQualname(rt: Runtime, self: Addr): Addr {
  const name = methodDefName(rt, rt.ptr(self + L.CFUNCTION_ML));
  const owner = rt.ptr(self + L.CFUNCTION_SELF);
  if (owner === 0 || rt.typeOf(owner) === rt.types.module) return newStr(rt, name);
  const type = isTypeObject(rt, owner) ? owner : rt.typeOf(owner);
  return newStr(rt, `${typeName(rt, type)}.${name}`);
}

function sameFunction(rt: Runtime, a: Addr, b: Addr): boolean {
  return (
    rt.ptr(a + L.CFUNCTION_SELF) === rt.ptr(b + L.CFUNCTION_SELF) &&
    rt.ptr(rt.ptr(a + L.CFUNCTION_ML) + L.ML_METH) ===
      rt.ptr(rt.ptr(b + L.CFUNCTION_ML) + L.ML_METH)
  );
}

export function cfunctionRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if ((op !== EQ && op !== NE) || rt.typeOf(b) !== rt.types.builtinFunction) {
    return notImplemented(rt);
  }
  return newBool(rt, sameFunction(rt, a, b) === (op === EQ));
}

export function cfunctionHash(rt: Runtime, self: Addr): number {
  const x = hashPointer(rt, rt.ptr(self + L.CFUNCTION_SELF));
  return x ^ rt.ptr(rt.ptr(self + L.CFUNCTION_ML) + L.ML_METH);
}

/** A function of a module pickles to its name, a method to getattr and its arguments. v3.13.0 meth_reduce */
export function cfunctionReduce(rt: Runtime, self: Addr): Addr {
  const name = newStr(rt, methodDefName(rt, rt.ptr(self + L.CFUNCTION_ML)));
  const owner = rt.ptr(self + L.CFUNCTION_SELF);
  if (name === 0 || owner === 0 || rt.typeOf(owner) === rt.types.module) return name;
  return reduceBuiltin(rt, 'getattr', newRef(rt, owner), 0, name);
}

/** Attributes of the type first, then those of the function. v3.13.0 method_getattro */
export function methodGetAttr(rt: Runtime, self: Addr, name: Addr): Addr {
  const type = rt.typeOf(self);
  const descr = typeLookup(rt, type, name);
  if (descr === 0) return getAttr(rt, rt.ptr(self + L.METHOD_FUNC), name);
  const get = rt.i32[(rt.typeOf(descr) + L.TP_DESCR_GET) >> 2]!;
  return get === 0 ? newRef(rt, descr) : rt.fns[get]!(rt, descr, self, type);
}

export function methodRepr(rt: Runtime, self: Addr): Addr {
  const func = rt.ptr(self + L.METHOD_FUNC);
  let nameObject = lookupAttr(rt, func, rt.ids.__qualname__);
  if (nameObject === 0 && !errOccurred(rt)) nameObject = lookupAttr(rt, func, rt.ids.__name__);
  if (nameObject === 0 && errOccurred(rt)) return 0;
  const name = nameObject !== 0 && isStr(rt, nameObject) ? strToJs(rt, nameObject) : '?';
  xdecref(rt, nameObject);
  const owner = reprText(rt, rt.ptr(self + L.METHOD_SELF));
  return owner === null ? 0 : newStr(rt, `<bound method ${name} of ${owner}>`);
}

export function methodRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if ((op !== EQ && op !== NE) || rt.typeOf(b) !== rt.types.method) return notImplemented(rt);
  let same = richCompareBool(rt, rt.ptr(a + L.METHOD_FUNC), rt.ptr(b + L.METHOD_FUNC), EQ);
  if (same < 0) return 0;
  if (rt.ptr(a + L.METHOD_SELF) !== rt.ptr(b + L.METHOD_SELF)) same = 0;
  return newBool(rt, (same === 1) === (op === EQ));
}

export function methodHash(rt: Runtime, self: Addr): number {
  const low = hashPointer(rt, rt.ptr(self + L.METHOD_SELF));
  const high = rt.hashHigh;
  const fn = rt.i32[(rt.typeOf(rt.ptr(self + L.METHOD_FUNC)) + L.TP_HASH) >> 2]!;
  const other: number = rt.fns[fn]!(rt, rt.ptr(self + L.METHOD_FUNC));
  if (other === -1 && rt.hashHigh === -1) return -1;
  rt.hashHigh ^= high;
  return low ^ other;
}

export function methodTypeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (kwargs !== 0 && dictLen(rt, kwargs) !== 0) {
    return raise(rt, rt.exc.TypeError, 'method() takes no keyword arguments');
  }
  const n = tupleSize(rt, args);
  if (n !== 2) return raise(rt, rt.exc.TypeError, `method expected 2 arguments, got ${n}`);
  const func = rt.ptr(args + rt.layout.tupleItems);
  const self = rt.ptr(args + rt.layout.tupleItems + 8);
  if (rt.i32[(rt.typeOf(func) + L.TP_CALL) >> 2] === 0) {
    return raise(rt, rt.exc.TypeError, 'first argument must be callable');
  }
  if (self === rt.none) return raise(rt, rt.exc.TypeError, 'instance must not be None');
  return methodNew(rt, func, self);
}

/** What a bound method pickles to: getattr and its arguments. v3.13.0 method___reduce__ */
export function methodReduce(rt: Runtime, self: Addr): Addr {
  const name = getAttr(rt, rt.ptr(self + L.METHOD_FUNC), rt.ids.__name__);
  if (name === 0) return 0;
  return reduceBuiltin(rt, 'getattr', newRef(rt, rt.ptr(self + L.METHOD_SELF)), 0, name);
}

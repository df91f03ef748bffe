/**
 * weakref.proxy: stands for its referent in every operation while that lives.
 * v3.13.0 Objects/weakrefobject.c _PyWeakref_ProxyType, _PyWeakref_CallableProxyType
 */
import type { Addr } from '../base/brand.ts';
import { callObject } from './call.ts';
import { raise, raiseInt } from './errors.ts';
import { gcDel } from './gc-object.ts';
import { TPFLAGS_DISALLOW_INSTANTIATION, TPFLAGS_HAVE_GC } from './layouts.ts';
import {
  numberAbsolute,
  binaryOp,
  numberDivmod,
  numberInvert,
  numberNegative,
  numberPositive,
  numberPower,
} from './number-protocol.ts';
import { numberFloat } from './float.ts';
import { numberLong } from './int.ts';
import {
  addressText,
  callMethod,
  contains,
  delItem,
  getAttr,
  getItem,
  getIter,
  isCallable,
  isIterator,
  isTrue,
  iterNext,
  lengthOf,
  numberIndex,
  richCompare,
  setAttr,
  setItem,
  str,
  typeNameOf,
} from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs, newStr } from './strings.ts';
import { typeMessageName } from './type-object.ts';
import { readyType } from './type-ready.ts';
import { noArgs, type Slots } from './type-spec.ts';
import { getOrCreateWeakref, isWeakProxy, weakrefReferent } from './weakref-object.ts';

/** `weakref.proxy(p, callback)`; new. v3.13.0 PyWeakref_NewProxy */
export function newWeakProxy(rt: Runtime, p: Addr, callback: Addr): Addr {
  const type = isCallable(rt, p) ? rt.types.weakCallableProxy : rt.types.weakProxy;
  return getOrCreateWeakref(rt, type, p, callback);
}

// ---- unwrapping ----------------------------------------------------------------------------------

/** The referent of a proxy, anything else itself; new, 0 with ReferenceError. v3.13.0 UNWRAP */
function unwrap(rt: Runtime, p: Addr): Addr {
  if (!isWeakProxy(rt, p)) return newRef(rt, p);
  const referent = weakrefReferent(rt, p);
  if (referent !== 0) return newRef(rt, referent);
  return raise(rt, rt.exc.ReferenceError, 'weakly-referenced object no longer exists');
}

type Unary = (rt: Runtime, p: Addr) => Addr;
type Binary = (rt: Runtime, a: Addr, b: Addr) => Addr;

/** v3.13.0 WRAP_UNARY */
function wrapUnary(operation: Unary): Unary {
  return (rt, self) => {
    const p = unwrap(rt, self);
    if (p === 0) return 0;
    const result = operation(rt, p);
    decref(rt, p);
    return result;
  };
}

/** v3.13.0 WRAP_BINARY */
function wrapBinary(operation: Binary): Binary {
  return (rt, a, b) => {
    const p = unwrap(rt, a);
    if (p === 0) return 0;
    const q = unwrap(rt, b);
    const result = q === 0 ? 0 : operation(rt, p, q);
    decref(rt, p);
    if (q !== 0) decref(rt, q);
    return result;
  };
}

/** An operator by its number in BINARY_OP. */
function wrapOperator(operator: number): Binary {
  return wrapBinary((rt, a, b) => binaryOp(rt, a, b, operator));
}

/** v3.13.0 WRAP_METHOD */
function wrapMethod(name: string): Unary {
  return wrapUnary((rt, p) => {
    const key = internJs(rt, name);
    const result = callMethod(rt, p, key);
    decref(rt, key);
    return result;
  });
}

/** Runs an operation that gives an int; -1 with an exception. */
function withReferent(rt: Runtime, self: Addr, operation: (p: Addr) => number): number {
  const p = unwrap(rt, self);
  if (p === 0) return -1;
  const result = operation(p);
  decref(rt, p);
  return result;
}

// ---- slots that are more than that ---------------------------------------------------------------

/** v3.13.0 proxy_repr */
function proxyRepr(rt: Runtime, self: Addr): Addr {
  const at = addressText(rt, self);
  const p = weakrefReferent(rt, self);
  if (p === 0) return newStr(rt, `<weakproxy at ${at}; dead>`);
  const type = typeMessageName(rt, rt.typeOf(p));
  const to = rt.profile.texts.proxyQuotesType ? `; to '${type}'` : ` to ${type}`;
  return newStr(rt, `<weakproxy at ${at}${to} at ${addressText(rt, p)}>`);
}

/** v3.13.0 proxy_richcompare */
function proxyCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  return wrapBinary((r, p, q) => richCompare(r, p, q, op))(rt, a, b);
}

/** v3.13.0 proxy_iternext */
function proxyNext(rt: Runtime, self: Addr): Addr {
  const p = unwrap(rt, self);
  if (p === 0) return 0;
  const result = !isIterator(rt, p)
    ? raise(
        rt,
        rt.exc.TypeError,
        `Weakref proxy referenced a non-iterator '${typeNameOf(rt, p)}' object`,
      )
    : iterNext(rt, p);
  decref(rt, p);
  return result;
}

/** v3.13.0 PyObject_HashNotImplemented: a proxy's hash would change when its referent dies */
function proxyHash(rt: Runtime, self: Addr): number {
  rt.hashHigh = -1;
  const type = typeNameOf(rt, self);
  return raiseInt(rt, rt.exc.TypeError, `unhashable type: '${type}'`);
}

/** v3.13.0 proxy_call */
function proxyCall(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  const p = unwrap(rt, self);
  if (p === 0) return 0;
  const result = callObject(rt, p, args, kwargs);
  decref(rt, p);
  return result;
}

/** The three-operand power. v3.13.0 WRAP_TERNARY(proxy_pow) */
function proxyPower(rt: Runtime, a: Addr, b: Addr, modulus: Addr): Addr {
  const m = unwrap(rt, modulus);
  if (m === 0) return 0;
  const result = wrapBinary((r, p, q) => numberPower(r, p, q, m))(rt, a, b);
  decref(rt, m);
  return result;
}

/** Numbers of BINARY_OP. v3.13.0 Include/opcode.h NB_ADD... */
const OPERATOR_SLOTS: readonly (keyof Slots)[] = [
  'nb_add',
  'nb_and',
  'nb_floor_divide',
  'nb_lshift',
  'nb_matrix_multiply',
  'nb_multiply',
  'nb_remainder',
  'nb_or',
  'nb_power',
  'nb_rshift',
  'nb_subtract',
  'nb_true_divide',
  'nb_xor',
];

function operatorSlots(): Partial<Slots> {
  const slots: Record<string, Binary> = {};
  OPERATOR_SLOTS.forEach((slot, operator) => {
    slots[slot] = wrapOperator(operator);
    slots[slot.replace('nb_', 'nb_inplace_')] = wrapOperator(operator + OPERATOR_SLOTS.length);
  });
  return slots as Partial<Slots>;
}

function proxySlots(): Partial<Slots> {
  return {
    ...operatorSlots(),
    nb_power: proxyPower,
    nb_divmod: wrapBinary(numberDivmod),
    nb_negative: wrapUnary(numberNegative),
    nb_positive: wrapUnary(numberPositive),
    nb_absolute: wrapUnary(numberAbsolute),
    nb_invert: wrapUnary(numberInvert),
    nb_int: wrapUnary(numberLong),
    nb_float: wrapUnary(numberFloat),
    nb_index: wrapUnary(numberIndex),
    nb_bool: (rt, self) => withReferent(rt, self, (p) => isTrue(rt, p)),
    sq_length: (rt, self) => withReferent(rt, self, (p) => lengthOf(rt, p)),
    sq_contains: (rt, self, item) => withReferent(rt, self, (p) => contains(rt, p, item)),
    mp_length: (rt, self) => withReferent(rt, self, (p) => lengthOf(rt, p)),
    mp_subscript: wrapBinary(getItem),
    mp_ass_subscript: (rt, self, key, value) =>
      withReferent(rt, self, (p) =>
        value === 0 ? delItem(rt, p, key) : setItem(rt, p, key, value),
      ),
    tp_repr: proxyRepr,
    tp_str: wrapUnary(str),
    tp_hash: proxyHash,
    tp_getattro: wrapBinary(getAttr),
    tp_setattro: (rt, self, name, value) =>
      withReferent(rt, self, (p) => setAttr(rt, p, name, value)),
    tp_richcompare: proxyCompare,
    tp_iter: wrapUnary(getIter),
    tp_iternext: proxyNext,
  };
}

/** The two types of proxies, whose lives are those of any weak reference. */
export function initWeakProxyTypes(
  rt: Runtime,
  life: {
    readonly weakrefDealloc: Slots['tp_dealloc'];
    readonly weakrefTraverse: Slots['tp_traverse'];
    readonly weakrefClear: Slots['tp_clear'];
  },
): void {
  const shared: Partial<Slots> = {
    ...proxySlots(),
    tp_dealloc: life.weakrefDealloc,
    tp_traverse: life.weakrefTraverse,
    tp_clear: life.weakrefClear,
    tp_free: gcDel,
  };
  const flags = TPFLAGS_HAVE_GC | TPFLAGS_DISALLOW_INSTANTIATION;
  rt.types.weakProxy = readyType(rt, {
    name: rt.profile.weakrefNames[1],
    basicsize: rt.layout.sizes.weakref,
    flags,
    slots: shared,
    methods: {
      __bytes__: noArgs(wrapMethod('__bytes__')),
      __reversed__: noArgs(wrapMethod('__reversed__')),
    },
  });
  rt.types.weakCallableProxy = readyType(rt, {
    name: rt.profile.weakrefNames[2],
    basicsize: rt.layout.sizes.weakref,
    flags,
    slots: { ...shared, tp_call: proxyCall },
  });
}

/**
 * weakref.proxy: stands for its referent in every operation while that lives.
 * v3.13.0 Objects/weakrefobject.c _PyWeakref_ProxyType, _PyWeakref_CallableProxyType
 */
import type { Addr } from '../base/brand.ts';
import { gcDel } from './gc-object.ts';
import { TPFLAGS_DISALLOW_INSTANTIATION, TPFLAGS_HAVE_GC } from './layouts.ts';
import {
  numberAbsolute,
  binaryOp,
  numberDivmod,
  numberInvert,
  numberNegative,
  numberPositive,
} from './number-protocol.ts';
import { numberFloat } from './float.ts';
import { numberLong } from './int.ts';
import {
  callMethod,
  contains,
  delItem,
  getAttr,
  getItem,
  getIter,
  isTrue,
  lengthOf,
  numberIndex,
  setAttr,
  setItem,
  str,
} from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs } from './strings.ts';
import { readyType } from './type-ready.ts';
import { noArgs, type Slots } from './type-spec.ts';
import {
  proxyCall,
  proxyCompare,
  proxyHash,
  proxyNext,
  proxyPower,
  proxyRepr,
  unwrap,
  withReferent,
} from './late-introspection.ts';

export { newWeakProxy } from './late-introspection.ts';

// ---- unwrapping ----------------------------------------------------------------------------------

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
export function wrapBinary(operation: Binary): Binary {
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

// ---- slots that are more than that ---------------------------------------------------------------

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

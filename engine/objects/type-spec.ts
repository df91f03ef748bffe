/**
 * How a built-in type is written down: its slots, methods, getters and members, as data.
 *
 * Each file of objects/ that defines a type exports one function, `initXxxType(rt)`, that hands a
 * TypeSpec to `readyType` (type-ready.ts) and stores the address in `rt.types`.
 */
import type { Addr, Bytes } from '../base/brand.ts';
import * as L from './layouts.ts';
import type { Native, Runtime } from './runtime.ts';

type Destructor = (rt: Runtime, self: Addr) => void;
/** @returns 0 with an exception */
type Unary = (rt: Runtime, self: Addr) => Addr;
type Binary = (rt: Runtime, a: Addr, b: Addr) => Addr;
type Ternary = (rt: Runtime, a: Addr, b: Addr, c: Addr) => Addr;
/** @returns -1 with an exception */
type Inquiry = (rt: Runtime, self: Addr) => number;
type ObjObjProc = (rt: Runtime, self: Addr, other: Addr) => number;
/** Calls `visit` with each object that self owns a reference to. */
export type Visit = (child: Addr) => void;
type Traverse = (rt: Runtime, self: Addr, visit: Visit) => void;

/** The slots a TypeSpec may fill, by CPython's names. A hash's high word is left in rt.hashHigh. */
export interface Slots {
  tp_dealloc: Destructor;
  tp_repr: Unary;
  tp_hash: Inquiry;
  /** kwargs may be 0 */
  tp_call: (rt: Runtime, self: Addr, args: Addr, kwargs: Addr) => Addr;
  tp_str: Unary;
  tp_getattro: Binary;
  /** value 0: delete */
  tp_setattro: (rt: Runtime, self: Addr, name: Addr, value: Addr) => number;
  /**
   * Every reference that the object owns, for the collector and for the checker. A type without
   * GC that owns references has one too: only the checker calls it.
   */
  tp_traverse: Traverse;
  tp_clear: Inquiry;
  /** op: 0 `<`, 1 `<=`, 2 `==`, 3 `!=`, 4 `>`, 5 `>=` */
  tp_richcompare: (rt: Runtime, a: Addr, b: Addr, op: number) => Addr;
  tp_iter: Unary;
  /** @returns 0 at the end too: then without an exception */
  tp_iternext: Unary;
  /** obj and type may be 0 */
  tp_descr_get: (rt: Runtime, self: Addr, obj: Addr, type: Addr) => Addr;
  tp_descr_set: (rt: Runtime, self: Addr, obj: Addr, value: Addr) => number;
  /** kwargs may be 0 */
  tp_init: (rt: Runtime, self: Addr, args: Addr, kwargs: Addr) => number;
  tp_alloc: (rt: Runtime, type: Addr, nitems: number) => Addr;
  tp_new: (rt: Runtime, type: Addr, args: Addr, kwargs: Addr) => Addr;
  tp_free: Destructor;
  tp_finalize: Destructor;
  /** of the type itself: `list(x)` without tuple and dict */
  tp_vectorcall: (rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr) => Addr;
  am_await: Unary;
  am_aiter: Unary;
  am_anext: Unary;
  nb_add: Binary;
  nb_subtract: Binary;
  nb_multiply: Binary;
  nb_remainder: Binary;
  nb_divmod: Binary;
  nb_power: Ternary;
  nb_negative: Unary;
  nb_positive: Unary;
  nb_absolute: Unary;
  nb_bool: Inquiry;
  nb_invert: Unary;
  nb_lshift: Binary;
  nb_rshift: Binary;
  nb_and: Binary;
  nb_xor: Binary;
  nb_or: Binary;
  nb_int: Unary;
  nb_float: Unary;
  nb_inplace_add: Binary;
  nb_inplace_subtract: Binary;
  nb_inplace_multiply: Binary;
  nb_inplace_remainder: Binary;
  nb_inplace_power: Ternary;
  nb_inplace_lshift: Binary;
  nb_inplace_rshift: Binary;
  nb_inplace_and: Binary;
  nb_inplace_xor: Binary;
  nb_inplace_or: Binary;
  nb_floor_divide: Binary;
  nb_true_divide: Binary;
  nb_inplace_floor_divide: Binary;
  nb_inplace_true_divide: Binary;
  nb_index: Unary;
  nb_matrix_multiply: Binary;
  nb_inplace_matrix_multiply: Binary;
  mp_length: Inquiry;
  mp_subscript: Binary;
  /** value 0: delete */
  mp_ass_subscript: (rt: Runtime, self: Addr, key: Addr, value: Addr) => number;
  sq_length: Inquiry;
  sq_concat: Binary;
  sq_repeat: (rt: Runtime, self: Addr, count: number) => Addr;
  sq_item: (rt: Runtime, self: Addr, index: number) => Addr;
  sq_ass_item: (rt: Runtime, self: Addr, index: number, value: Addr) => number;
  sq_contains: ObjObjProc;
  sq_inplace_concat: Binary;
  sq_inplace_repeat: (rt: Runtime, self: Addr, count: number) => Addr;
  /** Lends memory: fills the Py_buffer at `view`, see py-buffer.ts. */
  bf_getbuffer: (rt: Runtime, self: Addr, view: Addr, flags: number) => number;
  bf_releasebuffer: (rt: Runtime, self: Addr, view: Addr) => void;
}

/** Where each slot stands in a type object. */
export const SLOT_OFFSETS: Readonly<Record<keyof Slots, number>> = {
  tp_dealloc: L.TP_DEALLOC,
  tp_repr: L.TP_REPR,
  tp_hash: L.TP_HASH,
  tp_call: L.TP_CALL,
  tp_str: L.TP_STR,
  tp_getattro: L.TP_GETATTRO,
  tp_setattro: L.TP_SETATTRO,
  tp_traverse: L.TP_TRAVERSE,
  tp_clear: L.TP_CLEAR,
  tp_richcompare: L.TP_RICHCOMPARE,
  tp_iter: L.TP_ITER,
  tp_iternext: L.TP_ITERNEXT,
  tp_descr_get: L.TP_DESCR_GET,
  tp_descr_set: L.TP_DESCR_SET,
  tp_init: L.TP_INIT,
  tp_alloc: L.TP_ALLOC,
  tp_new: L.TP_NEW,
  tp_free: L.TP_FREE,
  tp_finalize: L.TP_FINALIZE,
  tp_vectorcall: L.TP_VECTORCALL,
  am_await: L.AM_AWAIT,
  am_aiter: L.AM_AITER,
  am_anext: L.AM_ANEXT,
  nb_add: L.NB_ADD,
  nb_subtract: L.NB_SUBTRACT,
  nb_multiply: L.NB_MULTIPLY,
  nb_remainder: L.NB_REMAINDER,
  nb_divmod: L.NB_DIVMOD,
  nb_power: L.NB_POWER,
  nb_negative: L.NB_NEGATIVE,
  nb_positive: L.NB_POSITIVE,
  nb_absolute: L.NB_ABSOLUTE,
  nb_bool: L.NB_BOOL,
  nb_invert: L.NB_INVERT,
  nb_lshift: L.NB_LSHIFT,
  nb_rshift: L.NB_RSHIFT,
  nb_and: L.NB_AND,
  nb_xor: L.NB_XOR,
  nb_or: L.NB_OR,
  nb_int: L.NB_INT,
  nb_float: L.NB_FLOAT,
  nb_inplace_add: L.NB_INPLACE_ADD,
  nb_inplace_subtract: L.NB_INPLACE_SUBTRACT,
  nb_inplace_multiply: L.NB_INPLACE_MULTIPLY,
  nb_inplace_remainder: L.NB_INPLACE_REMAINDER,
  nb_inplace_power: L.NB_INPLACE_POWER,
  nb_inplace_lshift: L.NB_INPLACE_LSHIFT,
  nb_inplace_rshift: L.NB_INPLACE_RSHIFT,
  nb_inplace_and: L.NB_INPLACE_AND,
  nb_inplace_xor: L.NB_INPLACE_XOR,
  nb_inplace_or: L.NB_INPLACE_OR,
  nb_floor_divide: L.NB_FLOOR_DIVIDE,
  nb_true_divide: L.NB_TRUE_DIVIDE,
  nb_inplace_floor_divide: L.NB_INPLACE_FLOOR_DIVIDE,
  nb_inplace_true_divide: L.NB_INPLACE_TRUE_DIVIDE,
  nb_index: L.NB_INDEX,
  nb_matrix_multiply: L.NB_MATRIX_MULTIPLY,
  nb_inplace_matrix_multiply: L.NB_INPLACE_MATRIX_MULTIPLY,
  mp_length: L.MP_LENGTH,
  mp_subscript: L.MP_SUBSCRIPT,
  mp_ass_subscript: L.MP_ASS_SUBSCRIPT,
  sq_length: L.SQ_LENGTH,
  sq_concat: L.SQ_CONCAT,
  sq_repeat: L.SQ_REPEAT,
  sq_item: L.SQ_ITEM,
  sq_ass_item: L.SQ_ASS_ITEM,
  sq_contains: L.SQ_CONTAINS,
  sq_inplace_concat: L.SQ_INPLACE_CONCAT,
  sq_inplace_repeat: L.SQ_INPLACE_REPEAT,
  bf_getbuffer: L.AS_BUFFER,
  bf_releasebuffer: L.AS_BUFFER + 8,
};

/** A method: how it takes its arguments (METH_*), and its function. */
export interface MethodSpec {
  readonly flags: number;
  readonly fn: Native;
}

/** `self.name()` */
export function noArgs(fn: (rt: Runtime, self: Addr) => Addr): MethodSpec {
  return { flags: L.METH_NOARGS, fn };
}

/** `self.name(arg)` */
export function oneArg(fn: (rt: Runtime, self: Addr, arg: Addr) => Addr): MethodSpec {
  return { flags: L.METH_O, fn };
}

/** `self.name(*args)`, arguments as a row; see args.ts for reading them */
export function fast(fn: (rt: Runtime, self: Addr, argv: Addr, nargs: number) => Addr): MethodSpec {
  return { flags: L.METH_FASTCALL, fn };
}

/** `self.name(*args, **kwargs)`, arguments as a row, keyword names in a tuple (0 for none) */
export function fastKeywords(
  fn: (rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr) => Addr,
): MethodSpec {
  return { flags: L.METH_FASTCALL | L.METH_KEYWORDS, fn };
}

/** Makes it a class method: self is the type. */
export function classMethod(method: MethodSpec): MethodSpec {
  return { flags: method.flags | L.METH_CLASS, fn: method.fn };
}

/** Makes it a static method: self is 0. */
export function staticMethod(method: MethodSpec): MethodSpec {
  return { flags: method.flags | L.METH_STATIC, fn: method.fn };
}

/** How a method takes its arguments, for one whose function is not there yet. */
type Kind = (fn: (rt: Runtime, self: Addr) => Addr) => MethodSpec;

/**
 * Methods that a part brings, with how each takes its arguments: that stands in the type object, and
 * so is known before. Each is as in the part's own table (asserted by a test).
 */
export function lateMethods(
  table: () => Readonly<Record<string, MethodSpec>>,
  kinds: Readonly<Record<string, Kind>>,
): Readonly<Record<string, MethodSpec>> {
  const methods = Object.entries(kinds).map(([name, kind]) => {
    const fn: Native = (...args) => table()[name]!.fn(...args);
    return [name, kind(fn)] as const;
  });
  return Object.fromEntries(methods);
}

/** Slots that a part brings: the same ones are in the part's own table (asserted by a test). */
export function lateSlots<Name extends keyof Slots>(
  table: () => Pick<Slots, Name>,
  names: readonly Name[],
): Pick<Slots, Name> {
  const slots = names.map((name) => {
    const fn: Native = (...args) => (table()[name] as Native)(...args);
    return [name, fn] as const;
  });
  return Object.fromEntries(slots) as unknown as Pick<Slots, Name>;
}

export interface GetSetSpec {
  readonly get: Unary;
  /** value 0: delete. Absent: read-only */
  readonly set?: (rt: Runtime, self: Addr, value: Addr) => number;
}

/** A field of the object that is an attribute. v3.13.0 Include/descrobject.h PyMemberDef */
export interface MemberSpec {
  readonly offset: number;
  /** The offset counts from behind the items. */
  readonly afterItems?: boolean;
  /** 'object': NULL reads as None; 'objectEx': NULL raises AttributeError; ints and bools as such */
  readonly type: 'object' | 'objectEx' | 'ssize' | 'int' | 'uint' | 'bool' | 'double';
  readonly readonly: boolean;
}

export interface TypeSpec {
  /** tp_name; a dotted name gives `__module__` */
  readonly name: string;
  /** Address of the base type; `object` when absent */
  readonly base?: Addr;
  /** bytes of an instance without items */
  readonly basicsize: Bytes;
  readonly itemsize?: Bytes;
  /** TPFLAGS_* beyond those every static type has (STATIC_BUILTIN, IMMUTABLETYPE, READY) */
  readonly flags?: number;
  /** offset of the instance dict pointer, 0 for none */
  readonly dictoffset?: number;
  readonly weaklistoffset?: number;
  readonly vectorcallOffset?: number;
  readonly slots?: Partial<Slots>;
  readonly methods?: Readonly<Record<string, MethodSpec>>;
  readonly getset?: Readonly<Record<string, GetSetSpec>>;
  readonly members?: Readonly<Record<string, MemberSpec>>;
  /** `__doc__` */
  readonly doc?: string;
  /** `__hash__` is None: lists, dicts, sets */
  readonly unhashable?: boolean;
}

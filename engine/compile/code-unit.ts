/**
 * What the compiler hands to the machine: one code object, not yet in memory.
 *
 * `vm/code-object.ts` makes the PyCodeObject of it. Everything here is plain, frozen data, so a
 * listing of it can be compared with `dis` of a real interpreter.
 */

/**
 * A constant as the compiler knows it. `-0.0` and `0.0`, `1` and `True` and `1.0` are different.
 *
 * Equal constants of one compilation are one object here, as they are in CPython
 * (v3.13.0 Python/compile.c merge_consts_recursive): `===` tells whether two are the same.
 */
export type ConstValue = (
  | { readonly type: 'None' | 'True' | 'False' | 'Ellipsis' }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly real: number; readonly imag: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'tuple'; readonly items: readonly ConstValue[] }
  | { readonly type: 'frozenset'; readonly items: readonly ConstValue[] }
  | { readonly type: 'slice'; readonly items: readonly [ConstValue, ConstValue, ConstValue] }
  | { readonly type: 'code'; readonly code: CodeUnit }
) & {
  /**
   * The object stood in the syntax tree: a literal, or a constant folded by ast_opt.c. CPython's
   * arena holds a reference of its own to it for as long as the tree lives, which is until the
   * program ends; what codegen and flowgraph made (folded tuples, keyword names) has none.
   */
  readonly fromTree?: true;
};

/** How a name lives in localsplus (v3.13.0 Include/internal/pycore_code.h CO_FAST_LOCAL ...). */
export const CO_FAST_HIDDEN = 0x10;
export const CO_FAST_LOCAL = 0x20;
export const CO_FAST_CELL = 0x40;
export const CO_FAST_FREE = 0x80;

// co_flags (v3.13.0 Include/cpython/code.h)
export const CO_OPTIMIZED = 0x0001;
export const CO_NEWLOCALS = 0x0002;
export const CO_VARARGS = 0x0004;
export const CO_VARKEYWORDS = 0x0008;
export const CO_NESTED = 0x0010;
export const CO_GENERATOR = 0x0020;
export const CO_COROUTINE = 0x0080;
/** A generator that may be awaited: types.coroutine() sets it. */
export const CO_ITERABLE_COROUTINE = 0x0100;
export const CO_ASYNC_GENERATOR = 0x0200;
export const CO_FUTURE_BARRY_AS_BDFL = 0x40_0000;
/** Of a function that stands in a class. */
export const CO_METHOD = 0x800_0000;
export const CO_FUTURE_ANNOTATIONS = 0x100_0000;

/** A row of the exception table: instruction indexes, `end` excluded. */
export interface ExceptionRange {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** Stack depth to unwind to, in slots, before the exception is pushed. */
  readonly depth: number;
  /** Whether the index of the raising instruction is pushed (as an int) before the exception. */
  readonly lasti: boolean;
}

/** One code object. */
export interface CodeUnit {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstlineno: number;
  readonly flags: number;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  /** Slots of evaluation stack, at most. */
  readonly stacksize: number;
  /** co_stacksize: what the release's own instructions would need. */
  readonly statedStacksize: number;
  /** Pairs (opcode, operand); the operand is whole (no EXTENDED_ARG), jumps are instruction indexes. */
  readonly instructions: Int32Array;
  /** Four numbers an instruction: line, end line, column, end column (code points); -1 where none. */
  readonly locations: Int32Array;
  readonly consts: readonly ConstValue[];
  readonly names: readonly string[];
  /** localsplus: locals first, then cells that are not arguments, then free variables. */
  readonly localsplusnames: readonly string[];
  /** CO_FAST_* of each, combined with `|`. */
  readonly localspluskinds: readonly number[];
  readonly exceptiontable: readonly ExceptionRange[];
}

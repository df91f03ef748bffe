/**
 * What the compiler has to know about instructions, and the instructions only it knows.
 *
 * v3.13.0 Include/internal/pycore_opcode_utils.h, pycore_opcode_metadata.h
 */

import * as op from './opcodes.ts';

// Pseudo-instructions: they stand between code generation and assembly only. Their numbers start
// above every real one.
export const LOAD_CLOSURE = 128;
/** A STORE_FAST of what LOAD_FAST_AND_CLEAR pushed, NULL included. */
export const STORE_FAST_MAYBE_NULL = 129;
/** An unconditional jump whose direction is not known yet. */
export const JUMP = 130;
export const JUMP_NO_INTERRUPT = 131;
/** From here on an exception goes to the target; it finds the exception on the stack. */
export const SETUP_FINALLY = 132;
/** As SETUP_FINALLY; the target finds the index of the raising instruction beneath it too. */
export const SETUP_CLEANUP = 133;
/** As SETUP_CLEANUP, for `with`: the result of __enter__ is no longer on the stack. */
export const SETUP_WITH = 134;
/** Ends the innermost SETUP_*. */
export const POP_BLOCK = 135;

const OPCODE_LIMIT = 136;

/** Names of the pseudo-instructions, for messages. */
export const PSEUDO_NAMES: readonly string[] = [
  'LOAD_CLOSURE',
  'STORE_FAST_MAYBE_NULL',
  'JUMP',
  'JUMP_NO_INTERRUPT',
  'SETUP_FINALLY',
  'SETUP_CLEANUP',
  'SETUP_WITH',
  'POP_BLOCK',
];

const IS_JUMP = 1;
const IS_UNCONDITIONAL_JUMP = 2;
const IS_BLOCK_PUSH = 4;
const IS_SCOPE_EXIT = 8;
const HAS_EVAL_BREAK = 16;
const HAS_CONST = 32;

const flags = new Uint8Array(OPCODE_LIMIT);

function mark(flag: number, opcodes: readonly number[]): void {
  for (const opcode of opcodes) flags[opcode] = (flags[opcode] ?? 0) | flag;
}

const UNCONDITIONAL = [
  JUMP,
  JUMP_NO_INTERRUPT,
  op.JUMP_FORWARD,
  op.JUMP_BACKWARD,
  op.JUMP_BACKWARD_NO_INTERRUPT,
];
const CONDITIONAL = [
  op.POP_JUMP_IF_FALSE,
  op.POP_JUMP_IF_TRUE,
  op.POP_JUMP_IF_NONE,
  op.POP_JUMP_IF_NOT_NONE,
];
mark(IS_JUMP, [...UNCONDITIONAL, ...CONDITIONAL, op.FOR_ITER, op.SEND]);
mark(IS_UNCONDITIONAL_JUMP, UNCONDITIONAL);
mark(IS_BLOCK_PUSH, [SETUP_FINALLY, SETUP_CLEANUP, SETUP_WITH]);
mark(IS_SCOPE_EXIT, [op.RETURN_VALUE, op.RETURN_CONST, op.RAISE_VARARGS, op.RERAISE]);
mark(HAS_EVAL_BREAK, [op.CALL, op.CALL_KW, op.CALL_FUNCTION_EX, op.JUMP_BACKWARD, op.RESUME, JUMP]);
mark(HAS_CONST, [op.LOAD_CONST, op.RETURN_CONST]);

export function isJump(opcode: number): boolean {
  return (flags[opcode]! & IS_JUMP) !== 0;
}

export function isUnconditionalJump(opcode: number): boolean {
  return (flags[opcode]! & IS_UNCONDITIONAL_JUMP) !== 0;
}

export function isBlockPush(opcode: number): boolean {
  return (flags[opcode]! & IS_BLOCK_PUSH) !== 0;
}

export function isScopeExit(opcode: number): boolean {
  return (flags[opcode]! & IS_SCOPE_EXIT) !== 0;
}

/** Whether the operand is a jump target or an exception handler. */
export function hasTarget(opcode: number): boolean {
  return (flags[opcode]! & (IS_JUMP | IS_BLOCK_PUSH)) !== 0;
}

/** Whether the instruction can only be the last one of its basic block. */
export function isTerminator(opcode: number): boolean {
  return (flags[opcode]! & (IS_JUMP | IS_SCOPE_EXIT)) !== 0;
}

/** Whether the next instruction is not reached from this one. */
export function endsFlow(opcode: number): boolean {
  return (flags[opcode]! & (IS_UNCONDITIONAL_JUMP | IS_SCOPE_EXIT)) !== 0;
}

export function hasEvalBreak(opcode: number): boolean {
  return (flags[opcode]! & HAS_EVAL_BREAK) !== 0;
}

export function hasConst(opcode: number): boolean {
  return (flags[opcode]! & HAS_CONST) !== 0;
}

/** In `fixedEffects`: the effect depends on the operand. */
const VARIES = 127;

const fixedEffects = new Int8Array(OPCODE_LIMIT);

function effect(amount: number, opcodes: readonly number[]): void {
  for (const opcode of opcodes) fixedEffects[opcode] = amount;
}

effect(1, [
  op.PUSH_NULL,
  op.COPY,
  op.LOAD_CONST,
  op.LOAD_SMALL_INT,
  op.LOAD_FAST,
  op.LOAD_FAST_CHECK,
  op.LOAD_FAST_AND_CLEAR,
  op.LOAD_FAST_BORROW,
  op.LOAD_NAME,
  op.LOAD_DEREF,
  op.LOAD_LOCALS,
  op.FOR_ITER,
  op.GET_LEN,
  op.RETURN_GENERATOR,
  op.LOAD_BUILD_CLASS,
  op.PUSH_EXC_INFO,
  op.LOAD_COMMON_CONSTANT,
  op.BEFORE_WITH,
  op.BEFORE_ASYNC_WITH,
  op.LOAD_SPECIAL,
  op.GET_ANEXT,
  op.WITH_EXCEPT_START,
  op.IMPORT_FROM,
  op.MATCH_MAPPING,
  op.MATCH_SEQUENCE,
  op.MATCH_KEYS,
  LOAD_CLOSURE,
]);
effect(-1, [
  op.POP_TOP,
  op.END_FOR,
  op.END_SEND,
  op.STORE_FAST,
  op.STORE_NAME,
  op.STORE_GLOBAL,
  op.STORE_DEREF,
  op.DELETE_ATTR,
  op.BINARY_SUBSCR,
  op.BINARY_OP,
  op.COMPARE_OP,
  op.IS_OP,
  op.CONTAINS_OP,
  op.CALL_INTRINSIC_2,
  ...CONDITIONAL,
  op.FORMAT_WITH_SPEC,
  op.LIST_APPEND,
  op.LIST_EXTEND,
  op.SET_ADD,
  op.SET_UPDATE,
  op.DICT_UPDATE,
  op.DICT_MERGE,
  op.SET_FUNCTION_ATTRIBUTE,
  op.RETURN_VALUE,
  op.POP_EXCEPT,
  op.RERAISE,
  op.CLEANUP_THROW,
  op.IMPORT_NAME,
  STORE_FAST_MAYBE_NULL,
]);
effect(-2, [
  op.STORE_ATTR,
  op.DELETE_SUBSCR,
  op.BINARY_SLICE,
  op.MAP_ADD,
  op.MATCH_CLASS,
  op.END_ASYNC_FOR,
]);
effect(-3, [op.STORE_SUBSCR]);
effect(-4, [op.STORE_SLICE]);
effect(VARIES, [
  op.LOAD_GLOBAL,
  op.LOAD_ATTR,
  op.LOAD_SUPER_ATTR,
  op.BUILD_TUPLE,
  op.BUILD_LIST,
  op.BUILD_SET,
  op.BUILD_STRING,
  op.BUILD_MAP,
  op.BUILD_CONST_KEY_MAP,
  op.BUILD_SLICE,
  op.UNPACK_SEQUENCE,
  op.UNPACK_EX,
  op.CALL,
  op.CALL_KW,
  op.CALL_FUNCTION_EX,
  op.RAISE_VARARGS,
]);

function varyingEffect(opcode: number, oparg: number): number {
  switch (opcode) {
    case op.LOAD_GLOBAL:
      return 1 + (oparg & 1);
    case op.LOAD_ATTR:
      return oparg & 1;
    case op.LOAD_SUPER_ATTR:
      return (oparg & 1) - 2;
    case op.BUILD_MAP:
      return 1 - 2 * oparg;
    case op.BUILD_CONST_KEY_MAP:
    case op.RAISE_VARARGS:
      return -oparg;
    case op.BUILD_SLICE:
      return oparg === 3 ? -2 : -1;
    case op.UNPACK_SEQUENCE:
      return oparg - 1;
    case op.UNPACK_EX:
      return (oparg & 255) + (oparg >> 8);
    case op.CALL:
      return -1 - oparg;
    case op.CALL_KW:
      return -2 - oparg;
    case op.CALL_FUNCTION_EX:
      return -2 - (oparg & 1);
    default:
      return 1 - oparg;
  }
}

/**
 * How much the stack grows when the instruction does not jump.
 * v3.13.0 Python/compile.c stack_effect
 */
export function stackEffect(opcode: number, oparg: number): number {
  const fixed = fixedEffects[opcode]!;
  return fixed === VARIES ? varyingEffect(opcode, oparg) : fixed;
}

/** How much the stack has grown at the target of a jump or in a handler. */
export function stackEffectAtTarget(opcode: number, oparg: number): number {
  if (opcode === SETUP_CLEANUP) return 2;
  if (opcode === SETUP_FINALLY || opcode === SETUP_WITH) return 1;
  return stackEffect(opcode, oparg);
}

/** Opcodes by how many values they take from the stack, where that is always the same. */
const fixedPops = new Uint8Array(OPCODE_LIMIT);

function pops(count: number, opcodes: readonly number[]): void {
  for (const opcode of opcodes) fixedPops[opcode] = count;
}

pops(1, [
  op.POP_TOP,
  op.END_FOR,
  op.STORE_FAST,
  op.STORE_NAME,
  op.STORE_GLOBAL,
  op.STORE_DEREF,
  op.LOAD_FROM_DICT_OR_DEREF,
  op.LOAD_FROM_DICT_OR_GLOBALS,
  op.DELETE_ATTR,
  op.UNARY_NEGATIVE,
  op.UNARY_NOT,
  op.UNARY_INVERT,
  op.TO_BOOL,
  op.CALL_INTRINSIC_1,
  ...CONDITIONAL,
  op.GET_ITER,
  op.GET_YIELD_FROM_ITER,
  op.CONVERT_VALUE,
  op.FORMAT_SIMPLE,
  op.UNPACK_SEQUENCE,
  op.UNPACK_EX,
  op.MAKE_FUNCTION,
  op.RETURN_VALUE,
  op.YIELD_VALUE,
  op.PUSH_EXC_INFO,
  op.POP_EXCEPT,
  op.BEFORE_WITH,
  op.BEFORE_ASYNC_WITH,
  op.LOAD_SPECIAL,
  op.GET_AWAITABLE,
  op.GET_AITER,
  op.GET_ANEXT,
]);
pops(2, [
  op.END_SEND,
  op.STORE_ATTR,
  op.BINARY_SUBSCR,
  op.DELETE_SUBSCR,
  op.BINARY_OP,
  op.COMPARE_OP,
  op.IS_OP,
  op.CONTAINS_OP,
  op.CALL_INTRINSIC_2,
  op.FORMAT_WITH_SPEC,
  op.SET_FUNCTION_ATTRIBUTE,
  op.CHECK_EG_MATCH,
  op.IMPORT_NAME,
  op.END_ASYNC_FOR,
]);
pops(3, [op.STORE_SUBSCR, op.BINARY_SLICE, op.CLEANUP_THROW, op.MATCH_CLASS]);
pops(4, [op.STORE_SLICE]);

/**
 * How many values an instruction takes from the stack; for those that take all they look at.
 * v3.13.0 Include/internal/pycore_opcode_metadata.h _PyOpcode_num_popped
 */
export function stackPops(opcode: number, oparg: number): number {
  switch (opcode) {
    case op.BUILD_TUPLE:
    case op.BUILD_LIST:
    case op.BUILD_SET:
    case op.BUILD_STRING:
    case op.BUILD_SLICE:
    case op.RAISE_VARARGS:
      return oparg;
    case op.BUILD_MAP:
      return 2 * oparg;
    case op.BUILD_CONST_KEY_MAP:
      return oparg + 1;
    case op.CALL:
      return 2 + oparg;
    case op.CALL_KW:
      return 3 + oparg;
    case op.CALL_FUNCTION_EX:
      return 3 + (oparg & 1);
    default:
      return fixedPops[opcode]!;
  }
}

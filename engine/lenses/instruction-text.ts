/** An instruction in words: its name and what it works on. */
import type { Addr } from '../base/brand.ts';
import { opcodes as Op } from '../compile/index.ts';
import * as L from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strToJs } from '../objects/strings.ts';
import { tupleItem } from '../objects/tuple.ts';
import { OPERATION } from '../vm/super-instructions.ts';
import { describe } from './describe.ts';

export interface InstructionText {
  readonly name: string;
  /** A name, a constant, an operator, a number; '' where it has no operand worth telling. */
  readonly argument: string;
}

/** What stands for another in decoded code, because references are borrowed. */
const PLAIN: ReadonlyMap<number, number> = new Map([
  [Op.LOAD_CONST_BORROW, Op.LOAD_CONST],
  [Op.COPY_BORROW, Op.COPY],
]);

/** Operations with a name, and by how many bits its index is shifted. */
const NAMES: ReadonlyMap<number, number> = new Map([
  [Op.LOAD_NAME, 0],
  [Op.STORE_NAME, 0],
  [Op.DELETE_NAME, 0],
  [Op.LOAD_GLOBAL, 1],
  [Op.STORE_GLOBAL, 0],
  [Op.DELETE_GLOBAL, 0],
  [Op.LOAD_ATTR, 1],
  [Op.STORE_ATTR, 0],
  [Op.DELETE_ATTR, 0],
  [Op.LOAD_SUPER_ATTR, 2],
  [Op.LOAD_FROM_DICT_OR_GLOBALS, 0],
  [Op.IMPORT_NAME, 0],
  [Op.IMPORT_FROM, 0],
]);

const LOCALS: ReadonlySet<number> = new Set([
  Op.LOAD_FAST,
  Op.LOAD_FAST_BORROW,
  Op.LOAD_FAST_CHECK,
  Op.LOAD_FAST_AND_CLEAR,
  Op.STORE_FAST,
  Op.DELETE_FAST,
  Op.LOAD_DEREF,
  Op.STORE_DEREF,
  Op.DELETE_DEREF,
  Op.LOAD_FROM_DICT_OR_DEREF,
  Op.MAKE_CELL,
]);

const COUNTS: ReadonlySet<number> = new Set([
  Op.CALL,
  Op.CALL_KW,
  Op.BUILD_LIST,
  Op.BUILD_TUPLE,
  Op.BUILD_MAP,
  Op.BUILD_SET,
  Op.BUILD_STRING,
  Op.UNPACK_SEQUENCE,
  Op.COPY,
  Op.SWAP,
]);

/** The decoded instruction at word index `at` of a code object, whether it is marked or not. */
export function instructionText(rt: Runtime, code: Addr, at: number): InstructionText {
  const { ops } = rt.vm.decoded.get(code);
  const decoded = ops[at]! & OPERATION;
  const op = PLAIN.get(decoded) ?? decoded;
  return { name: Op.OPCODE_NAMES[op] ?? '', argument: argumentText(rt, code, op, ops[at + 1]!) };
}

function argumentText(rt: Runtime, code: Addr, op: number, arg: number): string {
  const kinds = op === Op.IMPORT_NAME && rt.profile.newerTypes;
  const shift = kinds ? 2 : NAMES.get(op);
  if (shift !== undefined)
    return strToJs(rt, tupleItem(rt, rt.ptr(code + L.CO_NAMES), arg >> shift));
  if (op === Op.LOAD_COMMON_CONSTANT) return Op.COMMON_NAMES[arg] ?? '';
  if (op === Op.LOAD_CONST) return describe(rt, tupleItem(rt, rt.ptr(code + L.CO_CONSTS), arg));
  if (LOCALS.has(op)) return strToJs(rt, tupleItem(rt, rt.ptr(code + L.CO_LOCALSPLUSNAMES), arg));
  if (op === Op.BINARY_OP) return Op.BINARY_OPERATORS[arg] ?? '';
  if (op === Op.COMPARE_OP) return Op.COMPARE_OPERATORS[arg >> 5] ?? '';
  return COUNTS.has(op) ? String(arg) : '';
}

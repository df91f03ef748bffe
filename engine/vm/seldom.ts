/**
 * The instructions that a hot loop seldom has: those of definitions, imports, patterns, exceptions and
 * coroutines, and those whose work outweighs a call. `interpret` (execute.ts) calls them all from one
 * place: V8, which compiles that function several times in a run, has a quarter less to compile, and throws
 * nothing away when one of these comes for the first time. Measured over eight programs, neither faster nor slower.
 *
 * An instruction ends with the stack pointer behind what it leaves, 0 when an exception is set, or SILENT.
 *
 * v3.13.0 Python/bytecodes.c
 */
import type { Addr } from '../base/brand.ts';
import * as Op from '../compile/opcodes.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { errRestore, raise } from '../objects/errors.ts';
import { newInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { numberInvert, numberNegative } from '../objects/number-protocol.ts';
import * as O from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import {
  buildConstKeyMap,
  buildMap,
  buildSet,
  buildSlice,
  buildString,
  convertValue,
  dictMerge,
  dictUpdateOp,
  listExtendOp,
  mapAdd,
  setAddOp,
  setUpdateOp,
  unpackEx,
} from './build.ts';
import { makeFunction, setFunctionAttribute } from './functions.ts';
import { getYieldFromIter } from './generator.ts';
import { importFrom, importInstruction } from './imports.ts';
import { callIntrinsic1, callIntrinsic2 } from './intrinsics.ts';
import {
  endAsyncFor,
  getAiter,
  getAnext,
  getAwaitable,
  matchClass,
  matchKeys,
} from './late-parts.ts';
import {
  deleteDeref,
  deleteGlobal,
  deleteName,
  loadBuildClass,
  loadFromDictOrDeref,
  loadFromDictOrGlobals,
  loadLocals,
  setupAnnotations,
  unboundLocal,
} from './names.ts';
import {
  beforeWith,
  checkEgMatch,
  checkExcMatch,
  cleanupThrow,
  loadSpecial,
  popExcept,
  pushCommonConstant,
  pushExcInfo,
  raiseVarargs,
  withExceptStart,
} from './raising.ts';
import { drop, dropSlots, own, ownRow, replaceTop, replaceTwo } from './stack-refs.ts';

/** An exception is set, which is to be unwound without a traceback entry of its own. */
export const SILENT = -1;

/** Puts `p` (new) on the stack. */
function pushed(rt: Runtime, sp: number, p: Addr): number {
  if (p === 0) return 0;
  rt.i32[sp] = p;
  rt.i32[sp + 1] = ADDRESS_HIGH;
  return sp + 2;
}

/** Puts `p` (new) in the place of the operand on top. */
function inPlace(rt: Runtime, sp: number, p: Addr): number {
  if (p === 0) return 0;
  replaceTop(rt, sp, p);
  return sp;
}

/** Puts `p` (new) in the place of the two operands on top. */
function inPlaceOfTwo(rt: Runtime, sp: number, p: Addr): number {
  if (p === 0) return 0;
  replaceTwo(rt, sp - 2, p);
  return sp - 2;
}

/** Says how far the stack is filled, while an instruction is still at work. */
function saveDepth(rt: Runtime, frame: Addr, fast: number, sp: number): void {
  rt.i32[((frame + L.F_INSTR_PTR) >> 2) + 2] = (sp - fast) >> 1;
}

/**
 * Carries out one instruction of `frame`, into which the registers are saved.
 * @param sp word index of the first free stack slot, @param fast of localsplus, @param names of co_names
 * @returns the new sp; 0 with an exception, or SILENT
 */
export function seldomInstruction(
  rt: Runtime,
  frame: Addr,
  op: number,
  arg: number,
  sp: number,
  fast: number,
  names: number,
): number {
  const { i32 } = rt;
  switch (op) {
    // ---- names and slots ----
    case Op.DELETE_FAST: {
      const at = fast + 2 * arg;
      if (i32[at] === 0) {
        unboundLocal(rt, frame, arg);
        return 0;
      }
      const old = i32[at]!;
      const high = i32[at + 1]!;
      i32[at] = 0;
      i32[at + 1] = 0;
      if (high === ADDRESS_HIGH) decref(rt, old);
      return sp;
    }
    case Op.DELETE_NAME:
      return deleteName(rt, frame, i32[names + 2 * arg]!) < 0 ? 0 : sp;
    case Op.DELETE_GLOBAL:
      return deleteGlobal(rt, frame, i32[names + 2 * arg]!) < 0 ? 0 : sp;
    case Op.DELETE_DEREF:
      return deleteDeref(rt, frame, arg) < 0 ? 0 : sp;
    case Op.LOAD_FROM_DICT_OR_DEREF:
      return inPlace(rt, sp, loadFromDictOrDeref(rt, frame, i32[sp - 2]!, arg));
    case Op.LOAD_FROM_DICT_OR_GLOBALS: {
      const name = i32[names + 2 * arg]!;
      return inPlace(rt, sp, loadFromDictOrGlobals(rt, frame, i32[sp - 2]!, name));
    }
    case Op.LOAD_LOCALS:
      return pushed(rt, sp, loadLocals(rt, frame));
    case Op.LOAD_BUILD_CLASS:
      return pushed(rt, sp, loadBuildClass(rt, frame));
    case Op.SETUP_ANNOTATIONS:
      return setupAnnotations(rt, frame) < 0 ? 0 : sp;
    case Op.LOAD_COMMON_CONSTANT:
      pushCommonConstant(rt, sp, arg);
      return sp + 2;

    // ---- attributes and items ----
    case Op.DELETE_ATTR:
      if (O.setAttr(rt, i32[sp - 2]!, i32[names + 2 * arg]!, 0) < 0) return 0;
      drop(rt, sp - 2);
      return sp - 2;
    case Op.DELETE_SUBSCR:
      if (O.setItem(rt, i32[sp - 4]!, i32[sp - 2]!, 0) < 0) return 0;
      dropSlots(rt, sp - 4, 2);
      return sp - 4;
    case Op.BINARY_SLICE: {
      const slice = buildSlice(rt, sp, 2);
      const rest = sp - 4;
      saveDepth(rt, frame, fast, rest);
      if (slice === 0) return 0;
      const p = O.getItem(rt, i32[rest - 2]!, slice);
      decref(rt, slice);
      return inPlace(rt, rest, p);
    }
    case Op.STORE_SLICE: {
      const slice = buildSlice(rt, sp, 2);
      const rest = sp - 4;
      saveDepth(rt, frame, fast, rest);
      if (slice === 0) return 0;
      const status = O.setItem(rt, i32[rest - 2]!, slice, i32[rest - 4]!);
      decref(rt, slice);
      if (status < 0) return 0;
      dropSlots(rt, rest - 4, 2);
      return rest - 4;
    }

    // ---- operators ----
    case Op.UNARY_NEGATIVE:
      return inPlace(rt, sp, numberNegative(rt, i32[sp - 2]!));
    case Op.UNARY_INVERT:
      return inPlace(rt, sp, numberInvert(rt, i32[sp - 2]!));
    case Op.CALL_INTRINSIC_1:
      return inPlace(rt, sp, callIntrinsic1(rt, frame, arg, i32[sp - 2]!));
    case Op.CALL_INTRINSIC_2:
      return inPlaceOfTwo(rt, sp, callIntrinsic2(rt, arg, i32[sp - 4]!, i32[sp - 2]!));
    case Op.GET_LEN: {
      const n = O.lengthOf(rt, i32[sp - 2]!);
      return pushed(rt, sp, n < 0 ? 0 : newInt(rt, n));
    }
    case Op.CONVERT_VALUE:
      return inPlace(rt, sp, convertValue(rt, i32[sp - 2]!, arg));
    case Op.FORMAT_SIMPLE:
      return inPlace(rt, sp, O.formatObject(rt, i32[sp - 2]!, 0));
    case Op.FORMAT_WITH_SPEC:
      return inPlaceOfTwo(rt, sp, O.formatObject(rt, i32[sp - 4]!, i32[sp - 2]!));

    // ---- building ----
    case Op.BUILD_SET:
      return built(rt, sp, arg, buildSet(rt, sp, arg));
    case Op.BUILD_MAP:
      return built(rt, sp, 2 * arg, buildMap(rt, sp, arg));
    case Op.BUILD_CONST_KEY_MAP:
      return built(rt, sp, arg + 1, buildConstKeyMap(rt, sp, arg));
    case Op.BUILD_STRING:
      return built(rt, sp, arg, buildString(rt, sp, arg));
    case Op.BUILD_SLICE: {
      const p = buildSlice(rt, sp, arg);
      saveDepth(rt, frame, fast, sp - 2 * arg);
      return pushed(rt, sp - 2 * arg, p);
    }
    case Op.LIST_EXTEND:
      return taken(rt, sp, listExtendOp(rt, i32[sp - 2 - 2 * arg]!, i32[sp - 2]!));
    case Op.SET_UPDATE:
      return taken(rt, sp, setUpdateOp(rt, i32[sp - 2 - 2 * arg]!, i32[sp - 2]!));
    case Op.SET_ADD:
      return taken(rt, sp, setAddOp(rt, i32[sp - 2 - 2 * arg]!, i32[sp - 2]!));
    case Op.DICT_UPDATE:
      return taken(rt, sp, dictUpdateOp(rt, i32[sp - 2 - 2 * arg]!, i32[sp - 2]!));
    case Op.DICT_MERGE: {
      const into = i32[sp - 2 - 2 * arg]!;
      const callable = i32[sp - 2 - 2 * (arg + 3)]!;
      return taken(rt, sp, dictMerge(rt, into, i32[sp - 2]!, callable));
    }
    case Op.MAP_ADD:
      if (mapAdd(rt, i32[sp - 4 - 2 * arg]!, i32[sp - 4]!, i32[sp - 2]!) < 0) return 0;
      drop(rt, sp - 4);
      drop(rt, sp - 2);
      return sp - 4;
    case Op.UNPACK_EX: {
      own(rt, sp - 2);
      const a = i32[sp - 2]!;
      if (!unpackEx(rt, a, arg & 255, arg >> 8, sp - 2)) return 0;
      decref(rt, a);
      return sp + 2 * ((arg & 255) + (arg >> 8));
    }
    case Op.MAKE_FUNCTION:
      return inPlace(rt, sp, makeFunction(rt, i32[sp - 2]!, i32[(frame + L.F_GLOBALS) >> 2]!));
    case Op.SET_FUNCTION_ATTRIBUTE:
      own(rt, sp - 4);
      saveDepth(rt, frame, fast, sp - 2);
      return setFunctionAttribute(rt, sp - 2, arg) < 0 ? 0 : sp - 2;

    // ---- exceptions ----
    case Op.PUSH_EXC_INFO:
      pushExcInfo(rt, sp);
      return sp + 2;
    case Op.POP_EXCEPT:
      saveDepth(rt, frame, fast, sp - 2);
      popExcept(rt, i32[sp - 2]!);
      return sp - 2;
    case Op.RERAISE:
      // the traceback stays as it was; the operand's lasti only serves CPython's f_lineno
      own(rt, sp - 2);
      saveDepth(rt, frame, fast, sp - 2);
      errRestore(rt, i32[sp - 2]!);
      return SILENT;
    case Op.RAISE_VARARGS: {
      const rest = sp - 2 * arg;
      ownRow(rt, rest, arg);
      saveDepth(rt, frame, fast, rest);
      return raiseVarargs(rt, rest, arg) ? SILENT : 0;
    }
    case Op.CHECK_EXC_MATCH: {
      const truth = checkExcMatch(rt, i32[sp - 4]!, i32[sp - 2]!);
      return truth < 0 ? 0 : inPlace(rt, sp, newRef(rt, truth ? rt.true : rt.false));
    }
    case Op.CHECK_EG_MATCH:
      ownRow(rt, sp - 4, 2);
      return checkEgMatch(rt, sp) < 0 ? 0 : sp;
    case Op.BEFORE_ASYNC_WITH:
    case Op.BEFORE_WITH:
      own(rt, sp - 2);
      return beforeWith(rt, sp, op === Op.BEFORE_ASYNC_WITH) < 0 ? 0 : sp + 2;
    case Op.LOAD_SPECIAL:
      own(rt, sp - 2);
      return loadSpecial(rt, sp, arg) < 0 ? 0 : sp + 2;
    case Op.WITH_EXCEPT_START:
      return pushed(rt, sp, withExceptStart(rt, sp));
    case Op.CLEANUP_THROW: {
      ownRow(rt, sp - 6, 3);
      const isOver = cleanupThrow(rt, sp);
      saveDepth(rt, frame, fast, sp - 2);
      return isOver ? sp - 2 : SILENT;
    }

    // ---- generators and coroutines ----
    case Op.GET_YIELD_FROM_ITER:
      return inPlace(rt, sp, getYieldFromIter(rt, i32[sp - 2]!));
    case Op.GET_AWAITABLE:
      return inPlace(rt, sp, getAwaitable(rt, i32[sp - 2]!, arg));
    case Op.GET_AITER:
      return inPlace(rt, sp, getAiter(rt, i32[sp - 2]!));
    case Op.GET_ANEXT:
      return pushed(rt, sp, getAnext(rt, i32[sp - 2]!));
    case Op.END_ASYNC_FOR:
      return endAsyncFor(rt, sp) ? sp - 4 : SILENT;

    // ---- imports ----
    case Op.IMPORT_NAME: {
      const p = importInstruction(rt, frame, names, arg, i32[sp - 2]!, i32[sp - 4]!);
      return inPlaceOfTwo(rt, sp, p);
    }
    case Op.IMPORT_FROM:
      return pushed(rt, sp, importFrom(rt, i32[sp - 2]!, i32[names + 2 * arg]!));

    // ---- patterns ----
    case Op.MATCH_MAPPING:
      return pushed(rt, sp, hasFlag(rt, i32[sp - 2]!, L.TPFLAGS_MAPPING));
    case Op.MATCH_SEQUENCE:
      return pushed(rt, sp, hasFlag(rt, i32[sp - 2]!, L.TPFLAGS_SEQUENCE));
    case Op.MATCH_KEYS:
      return pushed(rt, sp, matchKeys(rt, i32[sp - 4]!, i32[sp - 2]!));
    case Op.MATCH_CLASS:
      return built(rt, sp, 3, matchClass(rt, i32[sp - 6]!, i32[sp - 4]!, arg, i32[sp - 2]!));
    default:
      raise(rt, rt.exc.SystemError, `unknown opcode ${op}`);
      return 0;
  }
}

/** Puts `p` (new) in the place of the `count` operands that it was made of, the last let go first. */
function built(rt: Runtime, sp: number, count: number, p: Addr): number {
  if (p === 0) return 0;
  let top = sp;
  for (const end = sp - 2 * count; top > end;) {
    top -= 2;
    drop(rt, top);
  }
  return pushed(rt, top, p);
}

/** Lets go of the operand that a collection has taken in. */
function taken(rt: Runtime, sp: number, status: number): number {
  if (status < 0) return 0;
  drop(rt, sp - 2);
  return sp - 2;
}

/** @returns True or False (new): whether the type of `p` has `flag` */
function hasFlag(rt: Runtime, p: Addr, flag: number): Addr {
  const flags = rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]!;
  return newRef(rt, flags & flag ? rt.true : rt.false);
}

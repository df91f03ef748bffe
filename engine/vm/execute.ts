/**
 * The interpreter loop.
 *
 * One switch over decoded instructions. Its cases stay short and call out, for two reasons: V8
 * never optimises a function whose bytecode is longer than 61,440 bytes (a test holds the size), and
 * a reader should see each instruction whole. What loops seldom have stands in seldom.ts. Python
 * functions that call Python functions push a frame and go on in the same loop; only native code that
 * calls Python comes in anew.
 *
 * The registers are JavaScript locals: `pc` (word index of the next instruction), `sp` (word index
 * of the first free stack slot), `fast` (word index of localsplus). Before an instruction may call
 * out, they are saved into the frame, so that whoever looks (a traceback, the checker, a lens) sees
 * the frame as it is: operands stay on the stack until the instruction is done with them.
 *
 * v3.13.0 Python/ceval.c _PyEval_EvalFrameDefault, Python/bytecodes.c
 */
import type { Addr } from '../base/brand.ts';
import * as Op from '../compile/opcodes.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { cachedGetAttr, cachedSetAttr } from '../objects/attribute-cache.ts';
import { cellNewSteal, cellSetSteal } from '../objects/cell.ts';
import { errClearIf } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { listAppendSteal } from '../objects/list.ts';
import { binaryOp } from '../objects/number-protocol.ts';
import * as O from '../objects/object.ts';
import { rangeIterNext } from '../objects/range-iterators.ts';
import { decref, incref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { loadAttrForCall } from './attributes.ts';
import { buildList, buildTuple, unpackSequence } from './build.ts';
import { callInit, callInitReturned, dropInitRow, specializesInit } from './call-init.ts';
import {
  callFunctionEx,
  callKeywords,
  callOther,
  dropHeld,
  enterFunction,
  enterHeld,
  unpackBoundMethod,
} from './calls.ts';
import { callChecksNothing } from './eval-breaker.ts';
import { fastBinary, fastCompare, fastStoreSubscript, fastSubscript } from './fast-paths.ts';
import { clearFrame, popFrame, pushOn } from './frames.ts';
import {
  endGenerator,
  enterGenerator,
  generatorCanEnter,
  generatorOfFrame,
  makeGenerator,
  resumeAfterGenerator,
  sendTo,
  suspendGenerator,
} from './generator.ts';
import { cachedGlobal } from './global-cache.ts';
import { loadGlobal, loadName, storeName, unboundDeref, unboundLocal } from './names.ts';
import { compareOp } from './operators.ts';
import { SILENT, seldomInstruction } from './seldom.ts';
import {
  appendToLocal,
  concatForgetting,
  despecialize,
  rewrite,
  specializeConcat,
} from './specialize.ts';
import {
  BORROWED_HIGH,
  drop,
  dropSlots,
  own,
  ownRow,
  replaceOperands,
  replaceTop,
  replaceTwo,
} from './stack-refs.ts';
import { PAUSED, type Stepper } from './stepper.ts';
import { enterSubscript, subscriptFunction } from './subscript-call.ts';
import { loadSuperAttr, loadSuperMethod } from './super-attr.ts';
import * as Quick from './super-instructions.ts';
import { addTraceback, dropStack, enterHandler, findHandler } from './unwind.ts';

/**
 * Runs from frame `start` until frame `entry` returns.
 * @param entry the frame whose return ends the run
 * @param start the frame to go on with: `entry`, or after a pause the current frame
 * @param throwing whether `start` begins by raising the exception that is set (generator.throw)
 * @returns the value (new), 0 with an exception, or PAUSED
 */
export function execute(
  rt: Runtime,
  stepper: Stepper,
  entry: Addr,
  start: Addr,
  throwing = false,
): Addr {
  let result = interpret(rt, stepper, entry, start, throwing);
  while (result === AGAIN) {
    result = interpret(rt, stepper, entry, rt.statePtr(STATE.currentFrame), false);
  }
  return result;
}

/** What `interpret` returns when it only wants to be called again. */
const AGAIN = -2;

/**
 * The loop. It leaves now and then (AGAIN) for V8's sake: code that was optimised while a loop ran
 * (on-stack replacement) keeps the registers as tagged values, since it knows nothing of their types;
 * entered from the start, every register is a 32-bit integer (`| 0` says so) and stays one. Measured:
 * 4 to 10 % less on loops, fib and attrs.
 */
function interpret(
  rt: Runtime,
  stepper: Stepper,
  entry: Addr,
  start: Addr,
  throwing: boolean,
): Addr {
  const i32 = rt.i32;
  const header = rt.layout.frameHeader | 0;
  const tupleItems = rt.layout.tupleItems | 0;
  const holds = rt.profile.callerHolds === 'all';
  const concat = rt.profile.concatenation;
  const NONE = rt.none | 0;
  const TRUE = rt.true | 0;
  const FALSE = rt.false | 0;
  const STR = rt.types.str | 0;
  const FUNCTION = rt.types.function | 0;
  const METHOD = rt.types.method | 0;
  const GENERATOR = rt.types.generator | 0;
  const COROUTINE = rt.types.coroutine | 0;
  const LIST_ITERATOR = rt.types.listIterator | 0;
  const RANGE_ITERATOR = rt.types.rangeIterator | 0;
  const excWord = rt.excWord | 0;
  const frameWord = rt.frameWord | 0;
  const codes = rt.vm.decoded;
  const stepsWord = (rt.state + STATE.steps) >> 2;
  const breakerWord = (rt.state + STATE.evalBreaker) >> 2;
  const HIGH = ADDRESS_HIGH | 0;
  const lines = stepper.lines;

  // ---- registers, loaded from the frame at the top of `enter` ----
  let frame = start | 0;
  let decoded = codes.get(i32[frame >> 2]!);
  let ops = decoded.ops;
  let saved = (frame + L.F_INSTR_PTR) >> 2;
  let fast = 0;
  let consts = 0;
  let names = 0;
  let pc = 0;
  let sp = 0;
  let line = -1;
  let silent = false; // set when an exception is to be unwound without a traceback entry of its own
  let raising = throwing;

  enter: for (;;) {
    {
      const code = i32[frame >> 2]!;
      i32[frameWord] = frame;
      i32[frameWord + 1] = HIGH;
      decoded = codes.get(code);
      ops = decoded.ops;
      saved = (frame + L.F_INSTR_PTR) >> 2;
      fast = (frame + header) >> 2;
      consts = (i32[(code + L.CO_CONSTS) >> 2]! + tupleItems) >> 2;
      names = (i32[(code + L.CO_NAMES) >> 2]! + tupleItems) >> 2;
      pc = i32[saved]! + 2;
      sp = fast + 2 * i32[saved + 2]!;
      line = pc === 0 || stepper.lineIsOver ? -1 : decoded.lines[(pc - 2) >> 1]!;
      stepper.lineIsOver = false;
    }
    run: while (!raising) {
      dispatch: for (;;) {
        const arg = ops[pc + 1]!;
        pc += 2;
        switch (ops[pc - 2]!) {
          case Op.NOP:
            continue;
          case Op.LINE: {
            if (arg === line) continue;
            line = arg;
            const n = i32[stepsWord]! + 1;
            i32[stepsWord] = n;
            lines[n - stepper.base] = arg;
            if (n < stepper.stopAt) continue;
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            if (stepper.reached(rt, frame)) return PAUSED;
            continue;
          }

          // ---- the stack ----
          case Op.POP_TOP: {
            sp -= 2;
            if (i32[sp + 1] !== HIGH) continue;
            const p = i32[sp]!;
            const count = i32[p >> 2]!;
            if (count > 1) i32[p >> 2] = count - 1;
            else {
              i32[saved] = pc - 2;
              i32[saved + 2] = (sp - fast) >> 1;
              decref(rt, p);
            }
            continue;
          }
          case Op.PUSH_NULL:
            i32[sp] = 0;
            i32[sp + 1] = 0;
            sp += 2;
            continue;
          case Op.COPY: {
            const p = i32[sp - 2 * arg]!;
            const high = i32[sp - 2 * arg + 1]!;
            if (high === HIGH) incref(rt, p);
            i32[sp] = p;
            i32[sp + 1] = high;
            sp += 2;
            continue;
          }
          case Op.COPY_BORROW:
            i32[sp] = i32[sp - 2 * arg]!;
            i32[sp + 1] = BORROWED_HIGH;
            sp += 2;
            continue;
          case Op.SWAP: {
            const at = sp - 2 * arg;
            const p = i32[at]!;
            const high = i32[at + 1]!;
            i32[at] = i32[sp - 2]!;
            i32[at + 1] = i32[sp - 1]!;
            i32[sp - 2] = p;
            i32[sp - 1] = high;
            continue;
          }
          case Op.END_FOR:
            sp -= 2;
            drop(rt, sp);
            continue;
          case Op.END_SEND: {
            sp -= 2;
            own(rt, sp);
            const receiver = i32[sp - 2]!;
            i32[sp - 2] = i32[sp]!;
            decref(rt, receiver);
            continue;
          }

          // ---- constants and names ----
          case Op.LOAD_CONST: {
            const p = i32[consts + 2 * arg]!;
            const count = i32[p >> 2]!;
            if (count >= 0) i32[p >> 2] = count + 1;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }
          case Op.LOAD_SMALL_INT:
            i32[sp] = rt.smallInt(arg);
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          case Op.LOAD_FAST:
            break; // to what stands behind the switch
          case Op.LOAD_FAST_BORROW:
            i32[sp] = i32[fast + 2 * arg]!;
            i32[sp + 1] = BORROWED_HIGH;
            sp += 2;
            continue;
          case Op.LOAD_CONST_BORROW:
            i32[sp] = i32[consts + 2 * arg]!;
            i32[sp + 1] = BORROWED_HIGH;
            sp += 2;
            continue;
          case Op.LOAD_FAST_CHECK: {
            const p = i32[fast + 2 * arg]!;
            if (p === 0) {
              i32[saved] = pc - 2;
              i32[saved + 2] = (sp - fast) >> 1;
              unboundLocal(rt, frame, arg);
              break dispatch;
            }
            const high = i32[fast + 2 * arg + 1]!;
            if (high === HIGH) incref(rt, p);
            i32[sp] = p;
            i32[sp + 1] = high;
            sp += 2;
            continue;
          }
          case Op.LOAD_FAST_AND_CLEAR: {
            const at = fast + 2 * arg;
            i32[sp] = i32[at]!;
            i32[sp + 1] = i32[at + 1]!;
            i32[at] = 0;
            i32[at + 1] = 0;
            sp += 2;
            continue;
          }
          case Op.STORE_FAST: {
            sp -= 2;
            const at = fast + 2 * arg;
            const old = i32[at]!;
            const high = i32[at + 1]!;
            i32[at] = i32[sp]!;
            i32[at + 1] = i32[sp + 1]!;
            if (high === HIGH) {
              const count = i32[old >> 2]!;
              if (count > 1) i32[old >> 2] = count - 1;
              else {
                i32[saved] = pc - 2;
                i32[saved + 2] = (sp - fast) >> 1;
                decref(rt, old);
              }
            }
            continue;
          }
          case Op.LOAD_NAME: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const p = loadName(rt, frame, i32[names + 2 * arg]!);
            if (p === 0) break dispatch;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }
          case Op.STORE_NAME: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            if (storeName(rt, frame, i32[names + 2 * arg]!, i32[sp - 2]!) < 0) break dispatch;
            sp -= 2;
            drop(rt, sp);
            continue;
          }
          case Op.LOAD_GLOBAL: {
            const name = i32[names + 2 * (arg >> 1)]!;
            let p = cachedGlobal(rt, decoded.globals, pc, frame, name);
            if (p === 0) {
              i32[saved] = pc - 2;
              i32[saved + 2] = (sp - fast) >> 1;
              p = loadGlobal(rt, frame, name);
              if (p === 0) break dispatch;
            }
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            if (arg & 1) {
              i32[sp] = 0;
              i32[sp + 1] = 0;
              sp += 2;
            }
            continue;
          }
          case Op.STORE_GLOBAL: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const globals = i32[(frame + L.F_GLOBALS) >> 2]!;
            if (O.setItem(rt, globals, i32[names + 2 * arg]!, i32[sp - 2]!) < 0) break dispatch;
            sp -= 2;
            drop(rt, sp);
            continue;
          }
          case Op.LOAD_DEREF: {
            const p = i32[(i32[fast + 2 * arg]! + L.CELL_REF) >> 2]!;
            if (p === 0) {
              i32[saved] = pc - 2;
              i32[saved + 2] = (sp - fast) >> 1;
              unboundDeref(rt, frame, arg);
              break dispatch;
            }
            incref(rt, p);
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }
          case Op.STORE_DEREF: {
            i32[saved] = pc - 2;
            sp -= 2;
            own(rt, sp);
            i32[saved + 2] = (sp - fast) >> 1;
            cellSetSteal(rt, i32[fast + 2 * arg]!, i32[sp]!);
            continue;
          }
          case Op.MAKE_CELL: {
            const at = fast + 2 * arg;
            own(rt, at);
            const cell = cellNewSteal(rt, i32[at]!);
            i32[at] = cell;
            i32[at + 1] = cell === 0 ? 0 : HIGH;
            if (cell === 0) {
              i32[saved] = pc - 2;
              i32[saved + 2] = (sp - fast) >> 1;
              break dispatch;
            }
            continue;
          }
          case Op.COPY_FREE_VARS: {
            const closure = i32[(i32[(frame + L.F_FUNCOBJ) >> 2]! + L.FUNC_CLOSURE) >> 2]!;
            const cells = (closure + tupleItems) >> 2;
            const at = sp - 2 * arg;
            for (let i = 0; i < 2 * arg; i += 2) {
              incref(rt, i32[cells + i]!);
              i32[at + i] = i32[cells + i]!;
              i32[at + i + 1] = HIGH;
            }
            continue;
          }

          // ---- super-instructions; `break` when they do not apply: see behind the switch ----
          case Quick.BORROW_FAST_BINARY:
          case Quick.FAST_FAST_BINARY: {
            const a = i32[fast + 2 * arg]!;
            const p = fastBinary(rt, a, i32[fast + 2 * ops[pc + 1]!]!, ops[pc + 3]!);
            if (p === 0) break;
            pc += 4;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }
          case Quick.BORROW_CONST_BINARY:
          case Quick.FAST_CONST_BINARY: {
            const a = i32[fast + 2 * arg]!;
            const p = fastBinary(rt, a, i32[consts + 2 * ops[pc + 1]!]!, ops[pc + 3]!);
            if (p === 0) break;
            pc += 4;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }
          case Quick.BORROW_SMALL_BINARY:
          case Quick.FAST_SMALL_BINARY: {
            const a = i32[fast + 2 * arg]!;
            const p = fastBinary(rt, a, rt.smallInt(ops[pc + 1]!), ops[pc + 3]!);
            if (p === 0) break;
            pc += 4;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }
          case Quick.BORROW_BINARY:
          case Quick.FAST_BINARY: {
            const a = i32[sp - 2]!;
            const p = fastBinary(rt, a, i32[fast + 2 * arg]!, ops[pc + 1]!);
            if (p === 0) break;
            pc += 2;
            replaceTop(rt, sp, p);
            continue;
          }
          case Quick.CONST_BINARY:
          case Quick.CONST_BORROW_BINARY:
          case Quick.SMALL_BINARY: {
            const group = ops[pc - 2];
            const b = group === Quick.SMALL_BINARY ? rt.smallInt(arg) : i32[consts + 2 * arg]!;
            const p = fastBinary(rt, i32[sp - 2]!, b, ops[pc + 1]!);
            if (p !== 0) {
              pc += 2;
              replaceTop(rt, sp, p);
              continue;
            }
            if (group === Quick.CONST_BINARY) incref(rt, b);
            i32[sp] = b;
            i32[sp + 1] = group === Quick.CONST_BORROW_BINARY ? BORROWED_HIGH : HIGH;
            sp += 2;
            continue;
          }
          case Quick.BORROW_FAST_COMPARE_JUMP:
          case Quick.FAST_FAST_COMPARE_JUMP: {
            const b = i32[fast + 2 * ops[pc + 1]!]!;
            const truth = fastCompare(rt, i32[fast + 2 * arg]!, b, ops[pc + 3]! >> 5);
            if (truth < 0) break;
            pc = (ops[pc + 4] === Op.POP_JUMP_IF_TRUE) === (truth === 1) ? ops[pc + 5]! : pc + 6;
            continue;
          }
          case Quick.BORROW_CONST_COMPARE_JUMP:
          case Quick.FAST_CONST_COMPARE_JUMP: {
            const b = i32[consts + 2 * ops[pc + 1]!]!;
            const truth = fastCompare(rt, i32[fast + 2 * arg]!, b, ops[pc + 3]! >> 5);
            if (truth < 0) break;
            pc = (ops[pc + 4] === Op.POP_JUMP_IF_TRUE) === (truth === 1) ? ops[pc + 5]! : pc + 6;
            continue;
          }
          case Quick.BORROW_SMALL_COMPARE_JUMP:
          case Quick.FAST_SMALL_COMPARE_JUMP: {
            const b = rt.smallInt(ops[pc + 1]!);
            const truth = fastCompare(rt, i32[fast + 2 * arg]!, b, ops[pc + 3]! >> 5);
            if (truth < 0) break;
            pc = (ops[pc + 4] === Op.POP_JUMP_IF_TRUE) === (truth === 1) ? ops[pc + 5]! : pc + 6;
            continue;
          }
          case Quick.BORROW_FAST_SUBSCR:
          case Quick.FAST_FAST_SUBSCR: {
            const p = fastSubscript(rt, i32[fast + 2 * arg]!, i32[fast + 2 * ops[pc + 1]!]!);
            if (p === 0) break;
            pc += 4;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }
          case Quick.BORROW_CONST_SUBSCR:
          case Quick.FAST_CONST_SUBSCR:
          case Quick.BORROW_SMALL_SUBSCR:
          case Quick.FAST_SMALL_SUBSCR: {
            const at = ops[pc + 1]!;
            const key = ops[pc] === Op.LOAD_SMALL_INT ? rt.smallInt(at) : i32[consts + 2 * at]!;
            const p = fastSubscript(rt, i32[fast + 2 * arg]!, key);
            if (p === 0) break;
            pc += 4;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }
          case Quick.BORROW_SUBSCR:
          case Quick.FAST_SUBSCR: {
            const p = fastSubscript(rt, i32[sp - 2]!, i32[fast + 2 * arg]!);
            if (p === 0) break;
            i32[saved] = pc;
            i32[saved + 2] = (sp - fast) >> 1;
            pc += 2;
            replaceTop(rt, sp, p);
            continue;
          }

          case Quick.BORROW_ATTR:
          case Quick.FAST_ATTR: {
            const name = i32[names + 2 * (ops[pc + 1]! >> 1)]!;
            const p = cachedGetAttr(rt, i32[fast + 2 * arg]!, name);
            if (p === 0) break;
            pc += 2;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }

          // ---- attributes and items ----
          case Op.LOAD_ATTR: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const owner = i32[sp - 2]!;
            const name = i32[names + 2 * (arg >> 1)]!;
            if (arg & 1) {
              if (loadAttrForCall(rt, owner, name, sp - 2) < 0) break dispatch;
              sp += 2;
              continue;
            }
            const p = cachedGetAttr(rt, owner, name) || O.getAttr(rt, owner, name);
            if (p === 0) break dispatch;
            replaceTop(rt, sp, p);
            continue;
          }
          case Op.STORE_ATTR: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const owner = i32[sp - 2]!;
            const value = i32[sp - 4]!;
            const name = i32[names + 2 * arg]!;
            if (!cachedSetAttr(rt, owner, name, value) && O.setAttr(rt, owner, name, value) < 0) {
              break dispatch;
            }
            sp -= 4;
            drop(rt, sp);
            drop(rt, sp + 2);
            continue;
          }
          case Op.LOAD_SUPER_ATTR_METHOD:
          case Op.LOAD_SUPER_ATTR: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            if (ops[pc - 2] === Op.LOAD_SUPER_ATTR_METHOD) {
              if (loadSuperMethod(rt, sp, i32[names + 2 * (arg >> 2)]!)) {
                sp -= 2;
                continue;
              }
            } else if (arg & 1) rewrite(rt, frame, pc - 2, Op.LOAD_SUPER_ATTR_METHOD);
            ownRow(rt, sp - 6, 3);
            if (loadSuperAttr(rt, sp, i32[names + 2 * (arg >> 2)]!, arg & 3) < 0) break dispatch;
            sp -= arg & 1 ? 2 : 4;
            continue;
          }
          case Op.BINARY_SUBSCR_GETITEM:
          case Op.BINARY_SUBSCR: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const container = i32[sp - 4]!;
            const key = i32[sp - 2]!;
            let p = fastSubscript(rt, container, key);
            if (p === 0) {
              const func = subscriptFunction(rt, container);
              if (func !== 0) {
                if (ops[pc - 2] === Op.BINARY_SUBSCR_GETITEM) {
                  sp -= 4;
                  i32[saved + 2] = (sp - fast) >> 1;
                  const entered = enterSubscript(rt, func, sp + 4);
                  if (entered === 0) break dispatch;
                  frame = entered;
                  continue enter;
                }
                rewrite(rt, frame, pc - 2, Op.BINARY_SUBSCR_GETITEM);
              }
              p = O.getItem(rt, container, key);
            }
            if (p === 0) break dispatch;
            sp -= 2;
            replaceOperands(rt, sp, p);
            continue;
          }
          case Op.STORE_SUBSCR: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const container = i32[sp - 4]!;
            const key = i32[sp - 2]!;
            const value = i32[sp - 6]!;
            if (
              !fastStoreSubscript(rt, container, key, value) &&
              O.setItem(rt, container, key, value) < 0
            ) {
              break dispatch;
            }
            sp -= 6;
            dropSlots(rt, sp, 3);
            continue;
          }

          // ---- operators ----
          case Op.BINARY_OP: {
            const a = i32[sp - 4]!;
            const b = i32[sp - 2]!;
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            let p = fastBinary(rt, a, b, arg);
            if (p === 0) {
              if (
                i32[(a + 8) >> 2] === STR &&
                i32[(b + 8) >> 2] === STR &&
                (arg === 0 || arg === 13)
              ) {
                if (concat.everyVariable) p = concatForgetting(rt, frame, pc, fast, sp);
                else {
                  specializeConcat(rt, frame, pc - 2, fast, a, concat.warmup);
                  p = binaryOp(rt, a, b, arg);
                }
              } else p = binaryOp(rt, a, b, arg);
            }
            if (p === 0) break dispatch;
            sp -= 2;
            replaceOperands(rt, sp, p);
            continue;
          }
          case Op.BINARY_OP_INPLACE_ADD_UNICODE: {
            const a = i32[sp - 4]!;
            const b = i32[sp - 2]!;
            const slot = fast + 2 * ops[pc + 1]!;
            if (i32[(a + 8) >> 2] !== STR || i32[(b + 8) >> 2] !== STR || i32[slot] !== a) {
              despecialize(rt, frame, pc - 2);
              pc -= 2;
              continue;
            }
            // the STORE_FAST behind it is done with it
            i32[saved] = pc;
            pc += 2;
            sp -= 4;
            i32[saved + 2] = (sp - fast) >> 1;
            const ok = appendToLocal(rt, slot, b, i32[sp + 1] === HIGH);
            drop(rt, sp + 2);
            if (!ok) break dispatch;
            continue;
          }
          case Op.UNARY_NOT: {
            const p = i32[sp - 2]!;
            const q = p === TRUE ? FALSE : TRUE;
            incref(rt, q);
            replaceTop(rt, sp, q);
            continue;
          }
          case Op.TO_BOOL: {
            const p = i32[sp - 2]!;
            if (p === TRUE || p === FALSE) {
              // the jump behind it takes a reference
              if (i32[sp - 1] !== HIGH) own(rt, sp - 2);
              continue;
            }
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const truth = O.isTrue(rt, p);
            if (truth < 0) break dispatch;
            const q = truth ? TRUE : FALSE;
            incref(rt, q);
            replaceTop(rt, sp, q);
            continue;
          }
          case Quick.COMPARE_JUMP:
          case Op.COMPARE_OP: {
            const a = i32[sp - 4]!;
            const b = i32[sp - 2]!;
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const truth = fastCompare(rt, a, b, arg >> 5);
            let p: Addr;
            if (truth >= 0) {
              p = truth === 1 ? TRUE : FALSE;
              if (ops[pc - 2] === Quick.COMPARE_JUMP) {
                sp -= 4;
                dropSlots(rt, sp, 2);
                pc = (ops[pc] === Op.POP_JUMP_IF_TRUE) === (truth === 1) ? ops[pc + 1]! : pc + 2;
                continue;
              }
              incref(rt, p);
            } else {
              p = compareOp(rt, a, b, arg);
              if (p === 0) break dispatch;
            }
            sp -= 2;
            replaceTwo(rt, sp, p);
            continue;
          }
          case Op.IS_OP: {
            const a = i32[sp - 4]!;
            const b = i32[sp - 2]!;
            const p = (a === b) !== (arg === 1) ? TRUE : FALSE;
            incref(rt, p);
            sp -= 2;
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            replaceTwo(rt, sp, p);
            continue;
          }
          case Op.CONTAINS_OP: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const item = i32[sp - 4]!;
            const container = i32[sp - 2]!;
            const found = O.contains(rt, container, item);
            if (found < 0) break dispatch;
            const p = found !== arg ? TRUE : FALSE;
            incref(rt, p);
            sp -= 2;
            replaceTwo(rt, sp, p);
            continue;
          }

          // ---- jumps ----
          case Op.JUMP_FORWARD:
          case Op.JUMP_BACKWARD_NO_INTERRUPT:
            pc = arg;
            continue;
          case Op.JUMP_BACKWARD: {
            pc = arg;
            line = -1;
            if (--stepper.budget < 0 || i32[breakerWord] !== 0) {
              i32[saved] = pc - 2;
              i32[saved + 2] = (sp - fast) >> 1;
              stepper.lineIsOver = true;
              return stepper.check(rt) === PAUSED ? PAUSED : AGAIN;
            }
            continue;
          }
          case Op.POP_JUMP_IF_FALSE: {
            sp -= 2;
            const p = i32[sp]!;
            const count = i32[p >> 2]!;
            if (count > 0) i32[p >> 2] = count - 1;
            if (p === FALSE) pc = arg;
            continue;
          }
          case Op.POP_JUMP_IF_TRUE: {
            sp -= 2;
            const p = i32[sp]!;
            const count = i32[p >> 2]!;
            if (count > 0) i32[p >> 2] = count - 1;
            if (p === TRUE) pc = arg;
            continue;
          }
          case Op.POP_JUMP_IF_NONE: {
            sp -= 2;
            const p = i32[sp]!;
            drop(rt, sp);
            if (p === NONE) pc = arg;
            continue;
          }
          case Op.POP_JUMP_IF_NOT_NONE: {
            sp -= 2;
            const p = i32[sp]!;
            drop(rt, sp);
            if (p !== NONE) pc = arg;
            continue;
          }

          // ---- iteration ----
          case Op.GET_ITER: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const a = i32[sp - 2]!;
            const p = O.getIter(rt, a);
            if (p === 0) break dispatch;
            replaceTop(rt, sp, p);
            continue;
          }
          case Op.FOR_ITER: {
            const it = i32[sp - 2]!;
            const type = i32[(it + 8) >> 2]!;
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            if (type === LIST_ITERATOR) {
              const list = i32[(it + L.SEQ_ITER_SEQ) >> 2]!;
              const at = i32[(it + L.SEQ_ITER_INDEX) >> 2]!;
              if (list !== 0 && at < i32[(list + L.OB_SIZE) >> 2]!) {
                i32[(it + L.SEQ_ITER_INDEX) >> 2] = at + 1;
                const p = i32[(i32[(list + L.LIST_ITEMS) >> 2]! >> 2) + 2 * at]!;
                incref(rt, p);
                i32[sp] = p;
                i32[sp + 1] = HIGH;
                sp += 2;
                continue;
              }
            } else if (type === GENERATOR && generatorCanEnter(rt, it)) {
              frame = enterGenerator(rt, it, NONE);
              if (frame === 0) {
                frame = i32[frameWord]!;
                break dispatch;
              }
              continue enter;
            }
            const p: Addr =
              type === RANGE_ITERATOR ? rangeIterNext(rt, it) : O.loopNext(rt, type, it);
            if (p !== 0) {
              i32[sp] = p;
              i32[sp + 1] = HIGH;
              sp += 2;
              continue;
            }
            if (i32[excWord] !== 0 && !errClearIf(rt, rt.exc.StopIteration)) break dispatch;
            sp -= 2;
            i32[saved + 2] = (sp - fast) >> 1;
            decref(rt, it);
            pc = arg;
            continue;
          }
          case Op.SEND: {
            i32[saved] = pc - 2;
            const receiver = i32[sp - 4]!;
            const value = i32[sp - 2]!;
            const type = i32[(receiver + 8) >> 2]!;
            if ((type === GENERATOR || type === COROUTINE) && generatorCanEnter(rt, receiver)) {
              sp -= 2;
              i32[saved + 2] = (sp - fast) >> 1;
              const entered = enterGenerator(rt, receiver, value);
              drop(rt, sp);
              if (entered === 0) break dispatch;
              frame = entered;
              continue enter;
            }
            i32[saved + 2] = (sp - fast) >> 1;
            const p = sendTo(rt, stepper, receiver, value);
            if (p === 0) break dispatch;
            replaceTop(rt, sp, p);
            if (stepper.sendReturned) pc = arg;
            continue;
          }

          // ---- building ----
          case Op.BUILD_TUPLE:
          case Op.BUILD_LIST: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            ownRow(rt, sp - 2 * arg, arg);
            const p =
              ops[pc - 2] === Op.BUILD_TUPLE ? buildTuple(rt, sp, arg) : buildList(rt, sp, arg);
            sp -= 2 * arg;
            i32[saved + 2] = (sp - fast) >> 1; // without memory the items are gone as well
            if (p === 0) break dispatch;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            continue;
          }
          case Op.LIST_APPEND: {
            sp -= 2;
            own(rt, sp);
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            if (listAppendSteal(rt, i32[sp - 2 * arg]!, i32[sp]!) < 0) break dispatch;
            continue;
          }
          case Op.UNPACK_SEQUENCE: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            own(rt, sp - 2);
            const a = i32[sp - 2]!;
            if (!unpackSequence(rt, a, arg, sp - 2)) {
              i32[saved + 2] = (sp - fast) >> 1;
              break dispatch;
            }
            sp += 2 * (arg - 1);
            decref(rt, a);
            continue;
          }

          // ---- calls and functions ----
          case Op.CALL_ALLOC_AND_ENTER_INIT:
          case Op.CALL: {
            const base = sp - 2 * (arg + 2);
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            if (i32[base + 2] === 0 && i32[(i32[base]! + 8) >> 2] === METHOD) {
              unpackBoundMethod(rt, base);
            }
            const callable = i32[base]!;
            const bound = i32[base + 2] !== 0;
            const argv = (bound ? base + 2 : base + 4) << 2;
            const nargs = bound ? arg + 1 : arg;
            own(rt, base);
            if (i32[(callable + 8) >> 2] === FUNCTION) {
              if (holds) {
                const held = enterHeld(rt, base, argv, nargs, 0, arg + 2);
                if (held === 0) break dispatch;
                frame = held;
                continue enter;
              }
              i32[saved + 2] = (base - fast) >> 1;
              const entered = enterFunction(rt, callable, argv, nargs, 0);
              if (entered === 0) {
                sp = base;
                break dispatch;
              }
              frame = entered;
              continue enter;
            }
            const first = ops[pc - 2] === Op.CALL;
            if (first && specializesInit(rt, callable, nargs)) {
              rewrite(rt, frame, pc - 2, Op.CALL_ALLOC_AND_ENTER_INIT);
            }
            const init = callInit(rt, callable, nargs, base, !first);
            if (init > 0) {
              frame = init;
              continue enter;
            }
            if (init < 0) {
              sp = base;
              i32[saved + 2] = (sp - fast) >> 1;
              break dispatch;
            }
            const p = callOther(rt, callable, argv, nargs);
            i32[saved + 2] = (base - fast) >> 1;
            const checks = i32[breakerWord] === 0 || !callChecksNothing(rt, callable, nargs);
            dropSlots(rt, base, arg + 2);
            sp = base;
            if (p === 0) break dispatch;
            i32[sp] = p;
            i32[sp + 1] = HIGH;
            sp += 2;
            if (i32[breakerWord] !== 0 && checks) {
              i32[saved + 2] = (sp - fast) >> 1;
              if (stepper.check(rt) === PAUSED) return PAUSED;
            }
            continue;
          }
          case Op.CALL_KW: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const base = sp - 2 * (arg + 3);
            const p = callKeywords(rt, base, arg, saved, fast);
            if (p > 0) {
              sp = base;
              i32[sp] = p;
              i32[sp + 1] = HIGH;
              sp += 2;
              if (i32[breakerWord] !== 0) {
                i32[saved + 2] = (sp - fast) >> 1;
                const status = stepper.check(rt);
                if (status === PAUSED) return PAUSED;
                if (status < 0) break dispatch;
              }
              continue;
            }
            if (p < 0) {
              frame = -p;
              continue enter;
            }
            sp = base;
            i32[saved + 2] = (sp - fast) >> 1;
            break dispatch;
          }
          case Op.CALL_FUNCTION_EX: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const base = sp - 2 * (3 + (arg & 1));
            const p = callFunctionEx(rt, base, arg & 1, saved, fast);
            if (p > 0) {
              sp = base;
              i32[sp] = p;
              i32[sp + 1] = HIGH;
              sp += 2;
              if (i32[breakerWord] !== 0) {
                i32[saved + 2] = (sp - fast) >> 1;
                const status = stepper.check(rt);
                if (status === PAUSED) return PAUSED;
                if (status < 0) break dispatch;
              }
              continue;
            }
            if (p < 0) {
              frame = -p;
              continue enter;
            }
            sp = base;
            i32[saved + 2] = (sp - fast) >> 1;
            break dispatch;
          }
          case Op.RETURN_CONST:
          case Op.RETURN_VALUE: {
            let p: Addr;
            if (ops[pc - 2] === Op.RETURN_VALUE) {
              sp -= 2;
              own(rt, sp);
              p = i32[sp]!;
            } else {
              p = i32[consts + 2 * arg]!;
              incref(rt, p);
            }
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const leaving = frame;
            const previous = i32[(frame + L.F_PREVIOUS) >> 2]!;
            if (i32[(frame + L.F_RETURN_OFFSET) >> 2] === 0 && leaving !== entry) {
              // neither of a generator nor of an __init__
              i32[frameWord] = previous;
              clearFrame(rt, frame);
              popFrame(rt, frame);
              frame = previous;
              pushOn(rt, frame, p);
              continue enter;
            }
            const ofGenerator = rt.u8[frame + L.F_OWNER] === L.FRAME_OWNED_BY_GENERATOR;
            const ofInit = rt.u8[frame + L.F_RETURN_OFFSET]! === 1;
            const held = rt.u8[frame + L.F_HELD]!;
            i32[frameWord] = previous;
            i32[frameWord + 1] = previous === 0 ? 0 : HIGH;
            if (ofGenerator) endGenerator(rt, generatorOfFrame(rt, frame));
            else {
              clearFrame(rt, frame);
              popFrame(rt, frame);
            }
            if (leaving === entry) return p;
            frame = previous;
            saved = (frame + L.F_INSTR_PTR) >> 2;
            if (ofInit) {
              if (p !== NONE) {
                callInitReturned(rt, p);
                break run;
              }
              decref(rt, p);
              if (held !== 0) dropInitRow(rt, frame, held);
              continue enter;
            }
            if (ofGenerator && resumeAfterGenerator(rt, frame, p)) continue enter;
            if (held !== 0) dropHeld(rt, frame, held);
            pushOn(rt, frame, p);
            continue enter;
          }
          case Op.RETURN_GENERATOR: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const leaving = frame;
            const held = rt.u8[frame + L.F_HELD]!;
            const previous = i32[(frame + L.F_PREVIOUS) >> 2]!;
            const generator = makeGenerator(rt, frame);
            if (generator === 0) break dispatch;
            i32[frameWord] = previous;
            i32[frameWord + 1] = previous === 0 ? 0 : HIGH;
            popFrame(rt, frame);
            if (leaving === entry) return generator;
            frame = previous;
            if (held !== 0) dropHeld(rt, frame, held);
            pushOn(rt, frame, generator);
            continue enter;
          }
          case Op.YIELD_VALUE: {
            sp -= 2;
            own(rt, sp);
            const p = i32[sp]!;
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const leaving = frame;
            const previous = i32[(frame + L.F_PREVIOUS) >> 2]!;
            suspendGenerator(rt, frame, arg);
            i32[frameWord] = previous;
            i32[frameWord + 1] = previous === 0 ? 0 : HIGH;
            if (leaving === entry) return p;
            frame = previous;
            pushOn(rt, frame, p);
            continue enter;
          }
          case Op.RESUME: {
            line = -1;
            if (--stepper.budget < 0 || i32[breakerWord] !== 0) {
              i32[saved] = pc - 2;
              i32[saved + 2] = (sp - fast) >> 1;
              stepper.lineIsOver = true;
              return stepper.check(rt) === PAUSED ? PAUSED : AGAIN;
            }
            continue;
          }

          // ---- exceptions ----

          // ---- coroutines ----

          // ---- imports ----

          // ---- patterns ----
          default: {
            i32[saved] = pc - 2;
            i32[saved + 2] = (sp - fast) >> 1;
            const op = ops[pc - 2]!;
            if (op >= Quick.TRACED) {
              pc -= 2;
              stepper.traced(rt, frame, ops, pc);
              continue;
            }
            const top = seldomInstruction(rt, frame, op, arg, sp, fast, names);
            if (top > 0) {
              sp = top;
              continue;
            }
            silent = top === SILENT;
            break dispatch;
          }
        }
        // LOAD_FAST, and the super-instructions that begin with one and did not apply
        if (ops[pc - 2]! >= Quick.BORROW_FAST_BINARY) {
          i32[sp] = i32[fast + 2 * arg]!;
          i32[sp + 1] = BORROWED_HIGH;
          sp += 2;
        } else {
          const p = i32[fast + 2 * arg]!;
          const high = i32[fast + 2 * arg + 1]!;
          if (high === HIGH) {
            const count = i32[p >> 2]!;
            if (count >= 0) i32[p >> 2] = count + 1;
          }
          i32[sp] = p;
          i32[sp + 1] = high;
          sp += 2;
        }
      }
      break;
    }

    // ---- an exception is set: find who handles it ----
    raising = false;
    for (;;) {
      if (!silent) addTraceback(rt, frame);
      silent = false;
      const handler = findHandler(rt, frame);
      if (handler >= 0) {
        enterHandler(rt, frame, handler);
        continue enter;
      }
      const leaving = frame;
      const previous = i32[(frame + L.F_PREVIOUS) >> 2]!;
      i32[frameWord] = previous;
      i32[frameWord + 1] = previous === 0 ? 0 : HIGH;
      dropStack(rt, frame);
      if (rt.u8[frame + L.F_OWNER] === L.FRAME_OWNED_BY_GENERATOR) {
        endGenerator(rt, generatorOfFrame(rt, frame));
      } else {
        clearFrame(rt, frame);
        popFrame(rt, frame);
      }
      if (leaving === entry) return 0;
      frame = previous;
    }
  }
}

/**
 * Decoding: from the bytes of a code object to what `execute` runs.
 *
 * A decoded instruction is two Int32 words, operation and operand, so `execute` reads
 * `ops[pc]` and `ops[pc + 1]` and goes on by two. Operands that name stack or local slots stay
 * slot numbers; jumps are word indexes (twice the instruction's). In the stepped form a LINE
 * instruction stands where a line begins, which the plain form does not pay for.
 *
 * Decoded code is a cache: it is made of the code object's bytes and can be made again. It is kept
 * by the number in `_co_cached`, which no two code objects of a run share.
 */
import type { Addr } from '../base/brand.ts';
import * as Op from '../compile/opcodes.ts';
import { bytesData, bytesLength } from '../objects/bytes.ts';
import { readLocations } from '../objects/code.ts';
import * as L from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strToJs } from '../objects/strings.ts';
import { quicken, unquickened } from './quicken.ts';
import { OPERATION, TRACED } from './super-instructions.ts';

/** Operation number of the unit that carries higher operand bytes. Never decoded. */
export const EXTENDED_ARG = 255;

export interface Decoded {
  /** Pairs of words (operation, operand). */
  readonly ops: Int32Array;
  /** Four words for each decoded instruction that loads a global: see global-cache.ts. */
  readonly globals: Int32Array;
  /** For each decoded instruction the index of the instruction in the code object. */
  readonly origin: Int32Array;
  /** For each decoded instruction the index of its 16-bit unit. */
  readonly units: Int32Array;
  /** Line of each decoded instruction, -1 for none. */
  readonly lines: Int32Array;
  /** Rows of five: start, end (word indexes), target (word index), depth, lasti. */
  readonly handlers: Int32Array;
}

const JUMPS: ReadonlySet<number> = new Set([
  Op.JUMP_FORWARD,
  Op.JUMP_BACKWARD,
  Op.JUMP_BACKWARD_NO_INTERRUPT,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.FOR_ITER,
  Op.SEND,
]);

/** @param stepped whether LINE instructions are woven in */
export function decode(rt: Runtime, code: Addr, stepped: boolean): Decoded {
  const { words: plain, units: unitOf } = readInstructions(rt, code);
  const count = plain.length / 2;
  const lines = Int32Array.from(readLocations(rt, code, count), (location) => location.line);
  const begins = stepped ? lineBegins(plain, lines) : new Uint8Array(count);
  // where each instruction, with its LINE before it, lands
  const place = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) place[i + 1] = place[i]! + 1 + begins[i]!;
  const total = place[count]!;
  const ops = new Int32Array(2 * total);
  const origin = new Int32Array(total);
  const units = new Int32Array(total);
  const decodedLines = new Int32Array(total);
  const inPlace = rt.profile.shortCircuitInPlace;
  const loadConst = rt.profile.borrowedConstants ? Op.LOAD_CONST_BORROW : Op.LOAD_CONST;
  for (let i = 0, at = 0; i < count; i++) {
    if (begins[i]) {
      ops[2 * at] = Op.LINE;
      ops[2 * at + 1] = lines[i]!;
      origin[at] = i;
      units[at] = unitOf[i]!;
      decodedLines[at++] = lines[i]!;
    }
    const op = plain[2 * i]!;
    ops[2 * at] =
      op === Op.LOAD_CONST
        ? loadConst
        : op === Op.COPY && inPlace && isTest(plain, i)
          ? Op.COPY_BORROW
          : op;
    ops[2 * at + 1] = JUMPS.has(op)
      ? 2 * place[landing(op, plain[2 * i + 1]!)]!
      : plain[2 * i + 1]!;
    origin[at] = i;
    units[at] = unitOf[i]!;
    decodedLines[at++] = lines[i] ?? -1;
  }
  quicken(ops);
  const globals = new Int32Array(4 * total);
  return {
    ops,
    globals,
    origin,
    units,
    lines: decodedLines,
    handlers: readHandlers(rt, code, place),
  };
}

/** COPY 1, TO_BOOL, a jump: the left side of `and` and `or`, of a chained comparison. */
function isTest(plain: Int32Array, i: number): boolean {
  const jump = plain[2 * i + 4];
  return (
    plain[2 * i + 1] === 1 &&
    plain[2 * i + 2] === Op.TO_BOOL &&
    (jump === Op.POP_JUMP_IF_FALSE || jump === Op.POP_JUMP_IF_TRUE)
  );
}

/**
 * Where a jump lands. An exhausted FOR_ITER drops its iterator itself and goes on behind the END_FOR
 * and POP_TOP that its operand names. v3.13.0 Python/bytecodes.c FOR_ITER
 */
function landing(op: number, target: number): number {
  return op === Op.FOR_ITER ? target + 2 : target;
}

/** Joins EXTENDED_ARG units: pairs (operation, operand), and where each one's unit stands. */
function readInstructions(
  rt: Runtime,
  code: Addr,
): { readonly words: Int32Array; readonly units: Int32Array } {
  const count = rt.size(code + L.OB_SIZE);
  const units: number[] = [];
  const words: number[] = [];
  let high = 0;
  for (let i = 0, at = code + rt.layout.codeHeader; i < count; i++, at += 2) {
    const operand = high | rt.u8[at + 1]!;
    if (rt.u8[at] === EXTENDED_ARG) high = operand << 8;
    else {
      units.push(i);
      words.push(rt.u8[at]!, operand);
      high = 0;
    }
  }
  return { words: Int32Array.from(words), units: Int32Array.from(units) };
}

/**
 * Marks the instructions at which a line begins: where the line differs from the instruction
 * before, and where a jump lands, as the line events of CPython do.
 * v3.13.0 Python/instrumentation.c initialize_lines
 */
function lineBegins(plain: Int32Array, lines: Int32Array): Uint8Array {
  const count = plain.length / 2;
  const begins = new Uint8Array(count);
  let current = -1;
  for (let i = 0; i < count; i++) {
    const op = plain[2 * i]!;
    const line = lines[i] ?? -1;
    if (silent(op)) {
      // entries and unwinding belong to no line of their own
      if (op === Op.RESUME) current = -1;
      continue;
    }
    if (line !== current && line >= 0) begins[i] = 1;
    current = line;
  }
  for (let i = 0; i < count; i++) {
    const op = plain[2 * i]!;
    if (!JUMPS.has(op)) continue;
    const target = skipSilent(plain, landing(op, plain[2 * i + 1]!));
    if (target < count && (lines[target] ?? -1) >= 0)
      begins[target] = differs(lines, i, target, op);
  }
  return begins;
}

/** A landing begins a line when the jump comes from another line, or goes back. */
function differs(lines: Int32Array, from: number, target: number, op: number): 0 | 1 {
  if (op === Op.JUMP_BACKWARD) return 1;
  return lines[from] !== lines[target] ? 1 : 0;
}

function silent(op: number): boolean {
  return (
    op === Op.RESUME ||
    op === Op.END_FOR ||
    op === Op.RETURN_GENERATOR ||
    op === Op.MAKE_CELL ||
    op === Op.COPY_FREE_VARS ||
    op === Op.PUSH_EXC_INFO ||
    op === Op.POP_EXCEPT ||
    op === Op.RERAISE ||
    op === Op.CLEANUP_THROW
  );
}

function skipSilent(plain: Int32Array, from: number): number {
  let i = from;
  while (2 * i < plain.length && silent(plain[2 * i]!)) i++;
  return i;
}

/** Rows of the exception table, indexes turned into places in the decoded code. */
function readHandlers(rt: Runtime, code: Addr, place: Int32Array): Int32Array {
  const table = rt.ptr(code + L.CO_EXCEPTIONTABLE);
  let at = bytesData(rt, table);
  const end = at + bytesLength(rt, table);
  const rows: number[] = [];
  const varint = (): number => {
    let byte = rt.u8[at++]!;
    let value = byte & 63;
    while (byte & 64) {
      byte = rt.u8[at++]!;
      value = (value << 6) | (byte & 63);
    }
    return value;
  };
  while (at < end) {
    const start = varint();
    const length = varint();
    const target = varint();
    const depthLasti = varint();
    rows.push(2 * place[start]!, 2 * place[start + length]!, 2 * place[target]!);
    rows.push(depthLasti >> 1, depthLasti & 1);
  }
  return Int32Array.from(rows);
}

/** Marks every instruction but LINE; super-instructions become those that they are made of. */
function trace({ ops }: Decoded): void {
  for (let at = 0; at < ops.length; at += 2) {
    const op = ops[at]!;
    if (op !== Op.LINE) ops[at] = unquickened(op & OPERATION) | TRACED;
  }
}

/** The decoded code of one machine, by the number in `_co_cached`. */
export class DecodedCode {
  private byNumber: (Decoded | undefined)[] = [];
  private readonly rt: Runtime;
  private readonly isStepped: (filename: string) => boolean;

  /** @param isStepped whether the lines of a file are stepped: a library's are not the reader's */
  constructor(rt: Runtime, isStepped: (filename: string) => boolean) {
    this.rt = rt;
    this.isStepped = isStepped;
  }

  /** Forgets all: after a checkpoint was restored, memory may hold other forms of instructions. */
  clear(): void {
    this.byNumber = [];
    this.isTraced = false;
  }

  get(code: Addr): Decoded {
    const number = this.rt.i32[(code + L.CO_CACHED) >> 2]!;
    const known = this.byNumber[number];
    if (known !== undefined) return known;
    const filename = strToJs(this.rt, this.rt.ptr(code + L.CO_FILENAME));
    const made = decode(this.rt, code, this.isStepped(filename));
    this.byNumber[number] = made;
    if (this.isTraced) trace(made);
    return made;
  }

  /** Marks all code, that at work too, so that the stepper is asked before each instruction. */
  traceAll(): void {
    this.isTraced = true;
    for (const decoded of this.byNumber) if (decoded !== undefined) trace(decoded);
  }

  private isTraced = false;
}

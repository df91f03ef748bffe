/**
 * Makes code objects in memory of what the compiler hands over.
 * v3.13.0 Objects/codeobject.c _PyCode_New, Python/assemble.c
 */
import type { Addr } from '../base/brand.ts';
import type { CodeUnit, ConstValue, ExceptionRange } from '../compile/index.ts';
import { bytesNew } from '../objects/bytes.ts';
import { codeAlloc, LOCATION_LONG, LOCATION_NO_COLUMN, LOCATION_NONE } from '../objects/code.ts';
import { newComplex } from '../objects/complex-object.ts';
import { errOccurred, noMemory } from '../objects/errors.ts';
import { newFloat } from '../objects/float.ts';
import { newIntFromBigInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { frozensetFromItems } from '../objects/set.ts';
import { sliceNew } from '../objects/slice.ts';
import { internImmortalJs, internJs } from '../objects/interning.ts';
import { newStr } from '../objects/strings.ts';
import { listAppend } from '../objects/list.ts';
import { tupleNew, tupleSetItem } from '../objects/tuple.ts';
import { EXTENDED_ARG } from './decode.ts';
import { heapFrames } from './late-parts.ts';

/**
 * The constants of one compilation. Equal ones are one object over all its code objects.
 * v3.13.0 Python/compile.c merge_const_one
 */
export class ConstantPool {
  /** By type and value; borrowed from `owned`. */
  private readonly byKey = new Map<string, Addr>();
  private readonly owned: Addr[] = [];
  private readonly rt: Runtime;

  constructor(rt: Runtime) {
    this.rt = rt;
  }

  /** The one object for this constant; a new reference, 0 with an exception. */
  get(value: Exclude<ConstValue, { type: 'code' }>): Addr {
    const key = constantKey(value);
    const known = this.byKey.get(key);
    if (known !== undefined) return newRef(this.rt, known);
    const made = makeConstant(this.rt, value, this);
    if (made === 0) return 0;
    this.byKey.set(key, made);
    this.owned.push(made);
    if (value.fromTree === true) holdInArena(this.rt, made);
    return newRef(this.rt, made);
  }

  /** Drops the compilation's own references; the code objects keep theirs. */
  release(): void {
    for (const p of this.owned) decref(this.rt, p);
    this.owned.length = 0;
    this.byKey.clear();
  }
}

/** The parser's arena keeps what the tree named, as long as the top-level code runs. */
function holdInArena(rt: Runtime, constant: Addr): void {
  const arena = rt.statePtr(STATE.arenaConstants);
  if (arena !== 0) listAppend(rt, arena, constant);
}

function constantKey(value: ConstValue): string {
  switch (value.type) {
    case 'int':
      return `i${value.value}`;
    case 'float':
      return `f${Object.is(value.value, -0) ? '-0' : value.value}`;
    case 'complex':
      return `c${Object.is(value.real, -0) ? '-0' : value.real},${Object.is(value.imag, -0) ? '-0' : value.imag}`;
    case 'str':
      return `s${value.value}`;
    case 'bytes':
      return `b${value.value.join(',')}`;
    case 'tuple':
    case 'frozenset':
    case 'slice':
      return `${value.type}(${value.items.map((item) => JSON.stringify(constantKey(item))).join()})`;
    default:
      return value.type;
  }
}

function makeConstant(rt: Runtime, value: ConstValue, pool: ConstantPool): Addr {
  switch (value.type) {
    case 'None':
      return newRef(rt, rt.none);
    case 'True':
      return newRef(rt, rt.true);
    case 'False':
      return newRef(rt, rt.false);
    case 'Ellipsis':
      return newRef(rt, rt.ellipsis);
    case 'int':
      return newIntFromBigInt(rt, value.value);
    case 'float':
      return newFloat(rt, value.value);
    case 'complex':
      return newComplex(rt, value.real, value.imag);
    case 'str':
      return isNameLike(value.value) ? internJs(rt, value.value) : newStr(rt, value.value);
    case 'bytes':
      return bytesNew(rt, value.value);
    case 'tuple':
      return makeTuple(rt, value.items, pool);
    case 'frozenset':
      return makeFrozenset(rt, value.items, pool);
    case 'slice':
      return makeSlice(rt, value.items, pool);
    case 'code':
      throw new TypeError('a code object is made by makeCode');
  }
}

/** Strings of ASCII letters, digits and underscores are interned. v3.13.0 codeobject.c all_name_chars */
function isNameLike(text: string): boolean {
  return /^[A-Za-z0-9_]*$/.test(text);
}

/** A tuple of constants is made of the pool's own objects. */
function makeTuple(rt: Runtime, items: readonly ConstValue[], pool: ConstantPool): Addr {
  if (items.length === 0) return newRef(rt, rt.emptyTuple);
  const made: Addr[] = [];
  for (const item of items) made.push(pool.get(item as Exclude<ConstValue, { type: 'code' }>));
  const tuple = made.includes(0) ? 0 : tupleNew(rt, items.length); // its items are older than it
  for (const [i, item] of made.entries()) {
    if (tuple !== 0) tupleSetItem(rt, tuple, i, item);
    else if (item !== 0) decref(rt, item);
  }
  return tuple;
}

function makeFrozenset(rt: Runtime, items: readonly ConstValue[], pool: ConstantPool): Addr {
  const tuple = makeTuple(rt, items, pool);
  if (tuple === 0) return 0;
  const set = frozensetFromItems(rt, tuple);
  decref(rt, tuple);
  return set;
}

function makeSlice(rt: Runtime, items: readonly ConstValue[], pool: ConstantPool): Addr {
  const tuple = makeTuple(rt, items, pool);
  if (tuple === 0) return 0;
  const at = tuple + rt.layout.tupleItems;
  const slice = sliceNew(rt, rt.ptr(at), rt.ptr(at + 8), rt.ptr(at + 16));
  decref(rt, tuple);
  return slice;
}

/** A code object and, inside out, those nested in its constants; new. */
export function makeCode(rt: Runtime, unit: CodeUnit, pool: ConstantPool): Addr {
  const consts = makeConsts(rt, unit, pool);
  const bytes = encodeInstructions(unit.instructions);
  const code = consts === 0 ? 0 : codeAlloc(rt, bytes.length >> 1);
  if (code === 0) {
    if (consts === 0) return 0;
    decref(rt, consts);
    return noMemory(rt);
  }
  rt.u8.set(bytes, code + rt.layout.codeHeader);
  rt.setPtr(code + L.CO_CONSTS, consts);
  rt.setPtr(code + L.CO_NAMES, internedTuple(rt, unit.names));
  rt.setPtr(code + L.CO_LOCALSPLUSNAMES, internedTuple(rt, unit.localsplusnames));
  rt.setPtr(code + L.CO_LOCALSPLUSKINDS, bytesNew(rt, Uint8Array.from(unit.localspluskinds)));
  rt.setPtr(code + L.CO_EXCEPTIONTABLE, bytesNew(rt, encodeExceptionTable(unit.exceptiontable)));
  rt.setPtr(code + L.CO_LINETABLE, bytesNew(rt, encodeLocations(unit)));
  rt.setPtr(code + L.CO_FILENAME, pool.get({ type: 'str', value: unit.filename }));
  rt.setPtr(code + L.CO_NAME, internImmortalJs(rt, unit.name));
  rt.setPtr(code + L.CO_QUALNAME, internImmortalJs(rt, unit.qualname));
  fillCounts(rt, code, unit);
  if (!errOccurred(rt)) return code;
  decref(rt, code);
  return 0;
}

function makeConsts(rt: Runtime, unit: CodeUnit, pool: ConstantPool): Addr {
  if (unit.consts.length === 0) return newRef(rt, rt.emptyTuple);
  const tuple = tupleNew(rt, unit.consts.length);
  if (tuple === 0) return 0;
  for (let i = 0; i < unit.consts.length; i++) {
    const value = unit.consts[i]!;
    const item = value.type === 'code' ? makeCode(rt, value.code, pool) : pool.get(value);
    if (item === 0) {
      decref(rt, tuple);
      return 0;
    }
    tupleSetItem(rt, tuple, i, item);
  }
  return tuple;
}

function internedTuple(rt: Runtime, texts: readonly string[]): Addr {
  if (texts.length === 0) return newRef(rt, rt.emptyTuple);
  const tuple = tupleNew(rt, texts.length);
  if (tuple === 0) return 0;
  texts.forEach((text, i) => tupleSetItem(rt, tuple, i, internImmortalJs(rt, text)));
  return tuple;
}

/** v3.10.13 Include/cpython/code.h */
const CO_NOFREE = 0x40;

function fillCounts(rt: Runtime, code: Addr, unit: CodeUnit): void {
  const kinds = unit.localspluskinds;
  const ofKind = (mask: number) => kinds.filter((kind) => kind & mask).length;
  const set = (field: number, value: number) => {
    rt.i32[(code + field) >> 2] = value;
  };
  const isClosed = ofKind(0x40 | 0x80) === 0;
  const noFree = rt.profile.codeTellsNoFree && isClosed ? CO_NOFREE : 0;
  set(L.CO_FLAGS, unit.flags | noFree);
  set(L.CO_ARGCOUNT, unit.argcount);
  set(L.CO_POSONLYARGCOUNT, unit.posonlyargcount);
  set(L.CO_KWONLYARGCOUNT, unit.kwonlyargcount);
  set(L.CO_STACKSIZE, unit.statedStacksize);
  set(L.CO_FIRSTLINENO, unit.firstlineno);
  set(L.CO_NLOCALSPLUS, kinds.length);
  set(L.CO_NLOCALS, ofKind(0x20));
  set(L.CO_NCELLVARS, ofKind(0x40));
  set(L.CO_NFREEVARS, ofKind(0x80));
  const framesize = rt.heapFrames
    ? heapFrames.code.roomNeeded(rt, code, unit.stacksize)
    : kinds.length + unit.stacksize + rt.layout.frameHeader / 8;
  set(L.CO_FRAMESIZE, framesize);
  const next = (rt.state + STATE.nextCodeId) >> 2;
  rt.i32[next] = rt.i32[next]! + 1;
  rt.i32[(code + L.CO_CACHED) >> 2] = rt.i32[next]!;
}

// ---- encodings -----------------------------------------------------------------------------------

/** (operation, operand byte) units; EXTENDED_ARG units carry the higher bytes, highest first. */
function encodeInstructions(instructions: Int32Array): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < instructions.length; i += 2) {
    const operand = instructions[i + 1]!;
    for (const shift of [24, 16, 8]) {
      if (operand >>> shift !== 0) bytes.push(EXTENDED_ARG, (operand >>> shift) & 255);
    }
    bytes.push(instructions[i]!, operand & 255);
  }
  return Uint8Array.from(bytes);
}

/**
 * Four varints a row: start, length, target, depth << 1 | lasti; six bits a byte, highest first,
 * bit 6 goes on, bit 7 begins a row. v3.13.0 InternalDocs/exception_handling.md
 */
function encodeExceptionTable(rows: readonly ExceptionRange[]): Uint8Array {
  const bytes: number[] = [];
  for (const row of rows) {
    const fields = [
      row.start,
      row.end - row.start,
      row.target,
      (row.depth << 1) | Number(row.lasti),
    ];
    fields.forEach((value, i) => {
      const begin = bytes.length;
      for (const shift of [24, 18, 12, 6]) {
        if (value >>> shift !== 0) bytes.push(((value >>> shift) & 63) | 64);
      }
      bytes.push(value & 63);
      if (i === 0) bytes[begin] = bytes[begin]! | 128;
    });
  }
  return Uint8Array.from(bytes);
}

/** Entries as readLocations reads them, equal neighbours joined up to eight. */
function encodeLocations(unit: CodeUnit): Uint8Array {
  const bytes: number[] = [];
  const varint = (value: number) => {
    let rest = value;
    for (; rest >= 64; rest >>>= 6) bytes.push((rest & 63) | 64);
    bytes.push(rest);
  };
  const signed = (value: number) => varint(value < 0 ? (-value << 1) | 1 : value << 1);
  const at = unit.locations;
  const count = unit.instructions.length / 2;
  let previous = unit.firstlineno;
  for (let i = 0; i < count;) {
    const [line, endLine, column, endColumn] = [
      at[4 * i]!,
      at[4 * i + 1]!,
      at[4 * i + 2]!,
      at[4 * i + 3]!,
    ];
    let run = 1;
    while (run < 8 && i + run < count && sameLocation(at, i, i + run)) run++;
    if (line < 0) bytes.push(128 | (LOCATION_NONE << 3) | (run - 1));
    else {
      const form = column < 0 ? LOCATION_NO_COLUMN : LOCATION_LONG;
      bytes.push(128 | (form << 3) | (run - 1));
      signed(line - previous);
      if (form === LOCATION_LONG) {
        varint(Math.max(0, endLine - line));
        varint(column + 1);
        varint(endColumn + 1);
      }
      previous = line;
    }
    i += run;
  }
  return Uint8Array.from(bytes);
}

function sameLocation(at: Int32Array, a: number, b: number): boolean {
  for (let k = 0; k < 4; k++) if (at[4 * a + k] !== at[4 * b + k]) return false;
  return true;
}

/**
 * Code objects: compiled Python, as data. v3.13.0 Objects/codeobject.c
 *
 * The fields stand where CPython has them; behind them, at `profile.layout.codeHeader`, stand the
 * instructions as 16-bit units (operation, operand byte), operands above 255 built up by
 * EXTENDED_ARG units. NOT CPYTHON: the operation numbers are our own (compile/opcodes.ts), there are
 * no inline-cache units, and jumps name the index of an instruction.
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { codeReplace } from './late-parts.ts';
import { bytesData, bytesLength } from './bytes.ts';
import { newBool } from './bool.ts';
import { floatValue } from './float.ts';
import { gcDel } from './gc-object.ts';
import { newInt } from './int.ts';
import * as L from './layouts.ts';
import { addressText, EQ, hash, NE, notImplemented, richCompareBool } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr, strEqual, strToJs } from './strings.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { fastKeywords, noArgs, type Visit } from './type-spec.ts';

/** Kinds of names in localsplus. v3.13.0 Include/internal/pycore_code.h */
export const CO_FAST_HIDDEN = 0x10;
export const CO_FAST_LOCAL = 0x20;
export const CO_FAST_CELL = 0x40;
export const CO_FAST_FREE = 0x80;

/** Fields that hold an object each. */
export const CODE_OWNED = [
  L.CO_CONSTS,
  L.CO_NAMES,
  L.CO_EXCEPTIONTABLE,
  L.CO_LOCALSPLUSNAMES,
  L.CO_LOCALSPLUSKINDS,
  L.CO_FILENAME,
  L.CO_NAME,
  L.CO_QUALNAME,
  L.CO_LINETABLE,
];

function codeDealloc(rt: Runtime, self: Addr): void {
  for (const field of CODE_OWNED) {
    const p = rt.ptr(self + field);
    if (p !== 0) decref(rt, p);
  }
  const frame = rt.ptr(self + L.CO_ZOMBIE);
  if (frame !== 0) gcDel(rt, frame);
  if (rt.ptr(self + L.CO_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, self);
  rt.obj.free(self);
}

/** The frame that is kept for the next call. */
export function codeBlocks(rt: Runtime, self: Addr, visit: (block: Addr) => void): void {
  const frame = rt.ptr(self + L.CO_ZOMBIE);
  if (frame !== 0) visit(frame - L.GC_HEAD_SIZE);
}

function codeTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  for (const field of CODE_OWNED) {
    const p = rt.ptr(self + field);
    if (p !== 0) visit(p);
  }
}

/** Allocates a code object for `units` 16-bit units, everything behind the head zero. */
export function codeAlloc(rt: Runtime, units: number): Addr {
  const bytes = rt.layout.codeHeader + 2 * units;
  const p = rt.obj.malloc(bytes);
  if (p === 0) return 0;
  rt.u8.fill(0, p, p + bytes);
  rt.i32[p >> 2] = 1;
  rt.i32[(p >> 2) + 2] = rt.types.code;
  rt.i32[(p >> 2) + 3] = ADDRESS_HIGH;
  rt.setSize(p + L.OB_SIZE, units);
  return p;
}

/** An unsigned 32-bit field of a code object. */
export function codeField(rt: Runtime, code: Addr, field: number): number {
  return rt.i32[(code + field) >> 2]!;
}

/** Names of localsplus whose kind has `mask`, as a new tuple. v3.13.0 get_localsplus_names */
export function codeNamesOfKind(rt: Runtime, code: Addr, mask: number): Addr {
  const names = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const kinds = bytesData(rt, rt.ptr(code + L.CO_LOCALSPLUSKINDS));
  const found: Addr[] = [];
  for (let i = 0, n = tupleSize(rt, names); i < n; i++) {
    if (rt.u8[kinds + i]! & mask) found.push(tupleItem(rt, names, i));
  }
  if (mask === CO_FAST_CELL && rt.profile.cellsAreSorted) {
    found.sort((a, b) => (strToJs(rt, a) < strToJs(rt, b) ? -1 : 1));
  }
  const tuple = tupleNew(rt, found.length);
  if (tuple !== 0) found.forEach((name, i) => tupleSetItem(rt, tuple, i, newRef(rt, name)));
  return tuple;
}

/** Where instruction `index` stands in the source: line, end line, column, end column; -1: none. */
export function codeLocation(rt: Runtime, code: Addr, index: number): Location {
  return readLocations(rt, code, index + 1)[index] ?? NO_LOCATION;
}

export interface Location {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

const NO_LOCATION: Location = { line: -1, endLine: -1, column: -1, endColumn: -1 };

/**
 * Reads co_linetable: one location an instruction. Entries are CPython's: a first byte 1ccccnnn
 * (form c for n + 1 instructions), then what the form needs. NOT CPYTHON: n counts instructions, not
 * code units. v3.13.0 InternalDocs/locations.md
 */
export function readLocations(rt: Runtime, code: Addr, atMost: number): Location[] {
  const table = rt.ptr(code + L.CO_LINETABLE);
  let at = bytesData(rt, table);
  const end = at + bytesLength(rt, table);
  const locations: Location[] = [];
  let line = codeField(rt, code, L.CO_FIRSTLINENO);
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 6) {
      const byte = rt.u8[at++]!;
      value |= (byte & 63) << shift;
      if (!(byte & 64)) return value;
    }
  };
  const signed = (): number => {
    const value = varint();
    return value & 1 ? -(value >> 1) : value >> 1;
  };
  while (at < end && locations.length < atMost) {
    const first = rt.u8[at++]!;
    const form = (first >> 3) & 15;
    let location = NO_LOCATION;
    if (form === LOCATION_LONG) {
      line += signed();
      const endLine = line + varint();
      const column = varint() - 1;
      location = { line, endLine, column, endColumn: varint() - 1 };
    } else if (form === LOCATION_NO_COLUMN) {
      line += signed();
      location = { line, endLine: line, column: -1, endColumn: -1 };
    }
    for (let i = (first & 7) + 1; i > 0; i--) locations.push(location);
  }
  return locations;
}

export const LOCATION_NO_COLUMN = 13;
export const LOCATION_LONG = 14;
export const LOCATION_NONE = 15;

function codeRepr(rt: Runtime, self: Addr): Addr {
  const name = strToJs(rt, rt.ptr(self + L.CO_NAME));
  const file = strToJs(rt, rt.ptr(self + L.CO_FILENAME));
  const line = codeField(rt, self, L.CO_FIRSTLINENO);
  return newStr(
    rt,
    `<code object ${name} at ${addressText(rt, self)}, file "${file}", line ${line}>`,
  );
}

/** Equal when name, counts and instructions are. */
function codeRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if ((op !== EQ && op !== NE) || rt.typeOf(b) !== rt.types.code) return notImplemented(rt);
  return newBool(rt, (a === b || sameCode(rt, a, b)) === (op === EQ));
}

function sameCode(rt: Runtime, a: Addr, b: Addr): boolean {
  const n = rt.size(a + L.OB_SIZE);
  if (n !== rt.size(b + L.OB_SIZE) || !strEqual(rt, rt.ptr(a + L.CO_NAME), rt.ptr(b + L.CO_NAME))) {
    return false;
  }
  for (const field of [L.CO_ARGCOUNT, L.CO_KWONLYARGCOUNT, L.CO_FLAGS, L.CO_FIRSTLINENO]) {
    if (codeField(rt, a, field) !== codeField(rt, b, field)) return false;
  }
  const header = rt.layout.codeHeader;
  for (let i = 0; i < 2 * n; i++) {
    if (rt.u8[a + header + i] !== rt.u8[b + header + i]) return false;
  }
  return sameConstants(rt, rt.ptr(a + L.CO_CONSTS), rt.ptr(b + L.CO_CONSTS));
}

/** Whether the compiler would store the two as one. v3.13.0 Objects/codeobject.c _PyCode_ConstantKey */
function sameConstants(rt: Runtime, a: Addr, b: Addr): boolean {
  const type = rt.typeOf(a);
  if (a === b) return true;
  if (type !== rt.typeOf(b)) return false;
  if (type === rt.types.code) return sameCode(rt, a, b);
  if (type === rt.types.tuple) {
    const n = tupleSize(rt, a);
    if (n !== tupleSize(rt, b)) return false;
    for (let i = 0; i < n; i++) {
      if (!sameConstants(rt, tupleItem(rt, a, i), tupleItem(rt, b, i))) return false;
    }
    return true;
  }
  // -0.0 is another constant than 0.0
  if (type === rt.types.float) return Object.is(floatValue(rt, a), floatValue(rt, b));
  return richCompareBool(rt, a, b, EQ) === 1;
}

function codeGet(field: number) {
  return (rt: Runtime, self: Addr): Addr => newInt(rt, codeField(rt, self, field));
}

/** v3.13.0 Objects/codeobject.c code_sizeof: rounded up to whole pointers */
function codeSizeof(rt: Runtime, self: Addr): Addr {
  const { codeHeader, codeInstructionsInside } = rt.layout;
  const inside = codeInstructionsInside ? 2 * rt.size(self + L.OB_SIZE) : 0;
  return newInt(rt, (codeHeader + inside + 7) & ~7);
}

export function initCodeType(rt: Runtime): void {
  rt.types.code = readyType(rt, {
    name: 'code',
    basicsize: rt.layout.codeHeader,
    itemsize: 2,
    weaklistoffset: L.CO_WEAKREFLIST,
    slots: {
      tp_dealloc: codeDealloc,
      tp_repr: codeRepr,
      tp_hash: (rt, self) => hash(rt, rt.ptr(self + L.CO_NAME)),
      tp_traverse: codeTraverse,
      tp_richcompare: codeRichCompare,
    },
    methods: { replace: fastKeywords(codeReplace), __sizeof__: noArgs(codeSizeof) },
    members: {
      co_consts: { offset: L.CO_CONSTS, type: 'object', readonly: true },
      co_names: { offset: L.CO_NAMES, type: 'object', readonly: true },
      co_filename: { offset: L.CO_FILENAME, type: 'object', readonly: true },
      co_name: { offset: L.CO_NAME, type: 'object', readonly: true },
      co_qualname: { offset: L.CO_QUALNAME, type: 'object', readonly: true },
      co_linetable: { offset: L.CO_LINETABLE, type: 'object', readonly: true },
      co_exceptiontable: { offset: L.CO_EXCEPTIONTABLE, type: 'object', readonly: true },
    },
    getset: {
      co_argcount: { get: codeGet(L.CO_ARGCOUNT) },
      co_posonlyargcount: { get: codeGet(L.CO_POSONLYARGCOUNT) },
      co_kwonlyargcount: { get: codeGet(L.CO_KWONLYARGCOUNT) },
      co_stacksize: { get: codeGet(L.CO_STACKSIZE) },
      co_flags: { get: codeGet(L.CO_FLAGS) },
      co_firstlineno: { get: codeGet(L.CO_FIRSTLINENO) },
      co_nlocals: { get: codeGet(L.CO_NLOCALS) },
      co_varnames: { get: (rt, self) => codeNamesOfKind(rt, self, CO_FAST_LOCAL) },
      co_cellvars: { get: (rt, self) => codeNamesOfKind(rt, self, CO_FAST_CELL) },
      co_freevars: { get: (rt, self) => codeNamesOfKind(rt, self, CO_FAST_FREE) },
    },
  });
}

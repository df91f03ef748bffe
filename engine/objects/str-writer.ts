/**
 * Builds a string piece by piece in one block that grows ahead of need and is trimmed at the end.
 * v3.13.0 Objects/unicodeobject.c _PyUnicodeWriter, with overallocate set
 */
import type { Addr } from '../base/brand.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strResize, strUnchanged } from './str-build.ts';
import {
  copyUnits,
  findMaxChar,
  readUnit,
  strData,
  strFromCodePoint,
  strKind,
  strLength,
  strMaxChar,
  strNew,
  writeUnit,
} from './strings.ts';

/** v3.13.0 OVERALLOCATE_FACTOR: a quarter more */
const OVERALLOCATE_FACTOR = 4;

/** The block is owned from the first write to `finish` or `drop`, one of which must be called. */
export class StrWriter {
  private buffer: Addr = 0;
  private kind = 0;
  private maxChar = 0;
  private size = 0;
  private position = 0;
  private readonly minLength: number;
  /** the buffer is a string of somebody else, which nothing was added to */
  private readonlyBuffer = false;
  private overallocate = true;

  /** @param minLength room to ask for at the first write */
  constructor(minLength = 0) {
    this.minLength = minLength;
  }

  /** Appends the characters [start, end). @returns false with MemoryError */
  units(rt: Runtime, kind: number, data: Addr, start: number, end: number): boolean {
    const n = end - start;
    if (n <= 0) return true;
    const maxChar = findMaxChar(rt, kind, data, start, end);
    if (!this.prepare(rt, n, maxChar)) return false;
    const to = strData(rt, this.buffer);
    copyUnits(rt, this.kind, to, this.position, kind, data, start, n);
    this.position += n;
    return true;
  }

  /** The next write is the last: no room is taken ahead, and a lone string is taken as it is. */
  last(): void {
    this.overallocate = false;
  }

  /** Appends s[start:end]. @returns false with MemoryError. v3.13.0 _PyUnicodeWriter_WriteSubstring */
  substring(rt: Runtime, s: Addr, start: number, end: number): boolean {
    if (start === 0 && end === strLength(rt, s)) return this.str(rt, s);
    return this.units(rt, strKind(rt, s), strData(rt, s), start, end);
  }

  /** Appends a string. @returns false with MemoryError. v3.13.0 _PyUnicodeWriter_WriteStr */
  str(rt: Runtime, s: Addr): boolean {
    const n = strLength(rt, s);
    if (n === 0) return true;
    if (this.buffer === 0 && !this.overallocate) {
      this.buffer = strUnchanged(rt, s);
      this.kind = strKind(rt, s);
      this.readonlyBuffer = true;
      this.position = n;
      return this.buffer !== 0;
    }
    if (!this.prepare(rt, n, strMaxChar(rt, s))) return false;
    const to = strData(rt, this.buffer);
    copyUnits(rt, this.kind, to, this.position, strKind(rt, s), strData(rt, s), 0, n);
    this.position += n;
    return true;
  }

  /** Appends ASCII text. @returns false with MemoryError. v3.13.0 _PyUnicodeWriter_WriteASCIIString */
  ascii(rt: Runtime, text: string): boolean {
    if (text.length === 0) return true;
    if (!this.prepare(rt, text.length, 0x7f)) return false;
    const to = strData(rt, this.buffer);
    for (let i = 0; i < text.length; i++) {
      writeUnit(rt, this.kind, to, this.position + i, text.charCodeAt(i));
    }
    this.position += text.length;
    return true;
  }

  /** Appends `n` spaces. @returns false with MemoryError */
  spaces(rt: Runtime, n: number): boolean {
    if (n <= 0) return true;
    if (!this.prepare(rt, n, 0x7f)) return false;
    const to = strData(rt, this.buffer);
    for (let i = 0; i < n; i++) writeUnit(rt, this.kind, to, this.position + i, 0x20);
    this.position += n;
    return true;
  }

  /** The finished string; new, 0 with MemoryError. v3.13.0 _PyUnicodeWriter_Finish */
  finish(rt: Runtime): Addr {
    const s = this.buffer;
    this.buffer = 0;
    if (this.readonlyBuffer) return s;
    if (this.position === 0) {
      if (s !== 0) decref(rt, s);
      return newRef(rt, rt.emptyStr);
    }
    if (this.position === 1) {
      const ch = readUnit(rt, this.kind, strData(rt, s), 0);
      if (ch < 0x100) {
        decref(rt, s);
        return strFromCodePoint(rt, ch);
      }
    }
    if (this.position === this.size) return s;
    const trimmed = strResize(rt, s, this.position);
    if (trimmed === 0) decref(rt, s);
    return trimmed;
  }

  /** Lets go of what was written. v3.13.0 _PyUnicodeWriter_Dealloc */
  drop(rt: Runtime): void {
    if (this.buffer !== 0) decref(rt, this.buffer);
    this.buffer = 0;
  }

  /** Makes room for `n` characters not above `maxChar`. v3.13.0 _PyUnicodeWriter_PrepareInternal */
  private prepare(rt: Runtime, n: number, maxChar: number): boolean {
    const length = this.position + n;
    if (this.buffer !== 0 && length <= this.size && maxChar <= this.maxChar) return true;
    let room = this.size;
    if (this.buffer === 0 || length > this.size) {
      room = this.overallocate ? length + Math.floor(length / OVERALLOCATE_FACTOR) : length;
      if (room < this.minLength) room = this.minLength;
    }
    if (this.buffer !== 0 && maxChar <= this.maxChar && !this.readonlyBuffer)
      return this.grow(rt, room);
    return this.replace(rt, room, maxChar > this.maxChar ? maxChar : this.maxChar);
  }

  private grow(rt: Runtime, room: number): boolean {
    const grown = strResize(rt, this.buffer, room);
    if (grown === 0) return false;
    this.buffer = grown;
    this.size = room;
    return true;
  }

  private replace(rt: Runtime, room: number, maxChar: number): boolean {
    const wider = strNew(rt, room, maxChar);
    if (wider === 0) return false;
    const kind = strKind(rt, wider);
    if (this.buffer !== 0) {
      const from = strData(rt, this.buffer);
      copyUnits(rt, kind, strData(rt, wider), 0, this.kind, from, 0, this.position);
      decref(rt, this.buffer);
    }
    this.buffer = wider;
    this.kind = kind;
    this.size = room;
    this.maxChar = strMaxChar(rt, wider);
    this.readonlyBuffer = false;
    return true;
  }
}

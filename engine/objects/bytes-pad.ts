/** strip, padding, replace, translate of bytes and bytearray. v3.13.0 Objects/bytesobject.c, stringlib/transmogrify.h */
import type { Addr } from '../base/brand.ts';
import { checkPositional, type Params, parseArgs } from './args.ts';
import { bufferData, bufferLength, bufferOf, isByteArray } from './buffer.ts';
import { contentOf, mayReturnItself, needBuffer, partOf, sameKind } from './byte-arguments.ts';
import { bytesNew, isBytes } from './bytes.ts';
import { isByteSpace } from './bytes-ctype.ts';
import { badArgument, intArgument, ssizeArgument } from './clinic.ts';
import { noMemory, raise } from './errors.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { countUnits, findUnits, unitsMatch } from './search.ts';
import { STRIP_BOTH, STRIP_LEFT, STRIP_RIGHT } from './strip-ends.ts';
import { fast, fastKeywords, type MethodSpec, oneArg, staticMethod } from './type-spec.ts';

/** `self` when it is exact bytes, else a copy of its kind. v3.13.0 return_self */
function unchanged(rt: Runtime, self: Addr): Addr {
  return mayReturnItself(rt, self) ? newRef(rt, self) : sameKind(rt, self, contentOf(rt, self));
}

function stripMethod(name: string, which: number): MethodSpec {
  return fast((rt, self, argv, nargs) => {
    if (!checkPositional(rt, name, nargs, 0, 1)) return 0;
    const chars = nargs === 0 || rt.arg(argv, 0) === rt.none ? 0 : rt.arg(argv, 0);
    if (chars !== 0 && !needBuffer(rt, chars)) return 0;
    const set = chars === 0 ? null : contentOf(rt, chars);
    const isStripped = (ch: number): boolean => set?.includes(ch) ?? isByteSpace(ch);
    bufferOf(rt, self);
    const data = bufferData();
    let end = bufferLength();
    let start = 0;
    if (which & STRIP_LEFT) while (start < end && isStripped(rt.u8[data + start]!)) start++;
    if (which & STRIP_RIGHT) while (end > start && isStripped(rt.u8[data + end - 1]!)) end--;
    return partOf(rt, self, data + start, end - start);
  });
}

/** removeprefix and removesuffix. */
function removeMethod(atEnd: boolean): MethodSpec {
  return oneArg((rt, self, affix) => {
    if (!needBuffer(rt, affix)) return 0;
    const part = bufferData();
    const m = bufferLength();
    bufferOf(rt, self);
    const data = bufferData();
    const n = bufferLength();
    const at = atEnd ? n - m : 0;
    if (m === 0 || m > n || !unitsMatch(rt, 1, data, at, 1, part, m)) return unchanged(rt, self);
    return partOf(rt, self, atEnd ? data : data + m, n - m);
  });
}

function padWith(rt: Runtime, self: Addr, left: number, right: number, fill: number): Addr {
  const content = contentOf(rt, self);
  const total = left + content.length + right;
  if (total >= 0x7ff00000) return noMemory(rt);
  const out = new Uint8Array(total).fill(fill);
  out.set(content, left);
  return sameKind(rt, self, out);
}

/** ljust, rjust, center. */
function justifyMethod(name: string, left: (margin: number, width: number) => number): MethodSpec {
  return fast((rt, self, argv, nargs) => {
    if (!checkPositional(rt, name, nargs, 1, 2)) return 0;
    const width = ssizeArgument(rt, rt.arg(argv, 0));
    if (Number.isNaN(width)) return 0;
    let fill = 0x20;
    if (nargs > 1) {
      const p = rt.arg(argv, 1);
      const isOne = (isBytes(rt, p) || isByteArray(rt, p)) && bufferOf(rt, p);
      if (!isOne || bufferLength() !== 1) {
        return badArgument(rt, name, 'argument 2', 'a byte string of length 1', p);
      }
      fill = rt.u8[bufferData()]!;
    }
    bufferOf(rt, self);
    const margin = width - bufferLength();
    if (margin <= 0) return unchanged(rt, self);
    const before = left(margin, width);
    return padWith(rt, self, before, margin - before, fill);
  });
}

function centerLeft(margin: number, width: number): number {
  return Math.floor(margin / 2) + (margin % 2 === 1 && width % 2 === 1 ? 1 : 0);
}

function zfill(rt: Runtime, self: Addr, widthArg: Addr): Addr {
  const width = ssizeArgument(rt, widthArg);
  if (Number.isNaN(width)) return 0;
  const content = contentOf(rt, self);
  const fill = width - content.length;
  if (fill <= 0) return unchanged(rt, self);
  const out = new Uint8Array(width).fill(0x30);
  out.set(content, fill);
  if (content[0] === 0x2b || content[0] === 0x2d) {
    out[0] = content[0];
    out[fill] = 0x30;
  }
  return sameKind(rt, self, out);
}

const TABS_PARAMS: Params = { names: ['tabsize'], required: 0, positional: 1 };
const given = new Int32Array(3);

function expandTabs(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'expandtabs', TABS_PARAMS, given, argv, nargs, kwnames)) return 0;
  const size = given[0] === 0 ? 8 : intArgument(rt, given[0]!);
  if (Number.isNaN(size)) return 0;
  const out: number[] = [];
  let column = 0;
  for (const ch of contentOf(rt, self)) {
    if (ch !== 9) {
      out.push(ch);
      column = ch === 10 || ch === 13 ? 0 : column + 1;
    } else if (size > 0) {
      const width = size - (column % size);
      column += width;
      if (out.length + width > rt.u8.length) return noMemory(rt);
      for (let i = 0; i < width; i++) out.push(0x20);
    }
  }
  return sameKind(rt, self, Uint8Array.from(out));
}

/** v3.13.0 Objects/stringlib/transmogrify.h stringlib_replace */
function replace(rt: Runtime, self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'replace', nargs, 2, 3)) return 0;
  const from = rt.arg(argv, 0);
  const to = rt.arg(argv, 1);
  if (!needBuffer(rt, from)) return 0;
  const part = bufferData();
  const m = bufferLength();
  if (!needBuffer(rt, to)) return 0;
  const most = nargs > 2 ? ssizeArgument(rt, rt.arg(argv, 2)) : -1;
  if (Number.isNaN(most)) return 0;
  const by = contentOf(rt, to);
  bufferOf(rt, self);
  const data = bufferData();
  const n = bufferLength();
  const limit = most < 0 ? Infinity : most;
  const count = countUnits(rt, 1, data, 0, n, 1, part, m, limit);
  if (count === 0 || (m === 0 && by.length === 0)) return unchanged(rt, self);
  const out = new Uint8Array(n + count * (by.length - m));
  let read = 0;
  let write = 0;
  for (let i = 0; i < count; i++) {
    const next = m === 0 ? i : findUnits(rt, 1, data, read, n, 1, part, m);
    out.set(rt.u8.subarray(data + read, data + next), write);
    write += next - read;
    out.set(by, write);
    write += by.length;
    read = next + m;
  }
  out.set(rt.u8.subarray(data + read, data + n), write);
  return sameKind(rt, self, out);
}

const TRANSLATE_PARAMS: Params = { names: ['', 'delete'], required: 1, positional: 2 };

/** v3.13.0 bytes_translate_impl */
function translate(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'translate', TRANSLATE_PARAMS, given, argv, nargs, kwnames)) return 0;
  const tableArg = given[0]!;
  const deleteArg = given[1]!;
  let table: Uint8Array | null = null;
  if (tableArg !== rt.none) {
    if (!needBuffer(rt, tableArg)) return 0;
    table = contentOf(rt, tableArg);
    if (table.length !== 256) {
      const message = 'translation table must be 256 characters long';
      return raise(rt, rt.exc.ValueError, message);
    }
  }
  if (deleteArg !== 0 && !needBuffer(rt, deleteArg)) return 0;
  const deleted = deleteArg === 0 ? new Uint8Array(0) : contentOf(rt, deleteArg);
  const content = contentOf(rt, self);
  const out = content.filter((ch) => !deleted.includes(ch)).map((ch) => table?.[ch] ?? ch);
  const same = out.length === content.length && out.every((ch, i) => ch === content[i]);
  return same ? unchanged(rt, self) : sameKind(rt, self, out);
}

/** v3.13.0 _Py_bytes_maketrans */
function makeTrans(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'maketrans', nargs, 2, 2)) return 0;
  for (let i = 0; i < 2; i++) if (!needBuffer(rt, rt.arg(argv, i))) return 0;
  const from = contentOf(rt, rt.arg(argv, 0));
  const to = contentOf(rt, rt.arg(argv, 1));
  if (from.length !== to.length) {
    return raise(rt, rt.exc.ValueError, 'maketrans arguments must have same length');
  }
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  from.forEach((ch, i) => (table[ch] = to[i]!));
  return bytesNew(rt, table);
}

export const bytePadMethods: Readonly<Record<string, MethodSpec>> = {
  strip: stripMethod('strip', STRIP_BOTH),
  lstrip: stripMethod('lstrip', STRIP_LEFT),
  rstrip: stripMethod('rstrip', STRIP_RIGHT),
  removeprefix: removeMethod(false),
  removesuffix: removeMethod(true),
  ljust: justifyMethod('ljust', () => 0),
  rjust: justifyMethod('rjust', (margin) => margin),
  center: justifyMethod('center', centerLeft),
  zfill: oneArg(zfill),
  expandtabs: fastKeywords(expandTabs),
  replace: fast(replace),
  translate: fastKeywords(translate),
  maketrans: staticMethod(fast(makeTrans)),
};

/**
 * Searching characters in memory: for str of every kind, and for bytes as kind 1.
 *
 * NOT CPYTHON: a plain scan for the first character instead of the two-way algorithm; the answers
 * are the same. v3.13.0 Objects/stringlib/fastsearch.h
 */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';
import { readUnit } from './strings.ts';

/** Whether the `m` characters of `needle` stand at index `i`. */
export function unitsMatch(
  rt: Runtime,
  kind: number,
  data: Addr,
  i: number,
  needleKind: number,
  needle: Addr,
  m: number,
): boolean {
  if (kind === 1 && needleKind === 1) {
    const u8 = rt.u8;
    for (let j = 0, at = data + i; j < m; j++) if (u8[at + j] !== u8[needle + j]) return false;
    return true;
  }
  for (let j = 0; j < m; j++) {
    if (readUnit(rt, kind, data, i + j) !== readUnit(rt, needleKind, needle, j)) return false;
  }
  return true;
}

/** The first index from `start` on, before `end`, that holds `ch`; -1 when none. */
export function findChar(
  rt: Runtime,
  kind: number,
  data: Addr,
  start: number,
  end: number,
  ch: number,
): number {
  if (kind === 1) {
    const u8 = rt.u8;
    for (let i = data + start; i < data + end; i++) if (u8[i] === ch) return i - data;
    return -1;
  }
  for (let i = start; i < end; i++) if (readUnit(rt, kind, data, i) === ch) return i;
  return -1;
}

/** The first index of the needle within [start, end), -1 when it is not there. FAST_SEARCH */
export function findUnits(
  rt: Runtime,
  kind: number,
  data: Addr,
  start: number,
  end: number,
  needleKind: number,
  needle: Addr,
  m: number,
): number {
  if (end - start < m || start > end) return -1;
  if (m === 0) return start;
  if (needleKind > kind) return -1;
  const first = readUnit(rt, needleKind, needle, 0);
  const last = end - m;
  for (let i = start; i <= last; i++) {
    i = findChar(rt, kind, data, i, last + 1, first);
    if (i < 0) return -1;
    if (unitsMatch(rt, kind, data, i, needleKind, needle, m)) return i;
  }
  return -1;
}

/** The last index of the needle within [start, end), -1 when it is not there. FAST_RSEARCH */
export function rfindUnits(
  rt: Runtime,
  kind: number,
  data: Addr,
  start: number,
  end: number,
  needleKind: number,
  needle: Addr,
  m: number,
): number {
  if (end - start < m || start > end) return -1;
  if (m === 0) return end;
  if (needleKind > kind) return -1;
  for (let i = end - m; i >= start; i--) {
    if (unitsMatch(rt, kind, data, i, needleKind, needle, m)) return i;
  }
  return -1;
}

/** How often the needle occurs in [start, end) without overlap; at most `most`. FAST_COUNT */
export function countUnits(
  rt: Runtime,
  kind: number,
  data: Addr,
  start: number,
  end: number,
  needleKind: number,
  needle: Addr,
  m: number,
  most: number,
): number {
  if (start > end) return 0;
  if (m === 0) return end - start + 1 < most ? end - start + 1 : most;
  let n = 0;
  for (let at = start; n < most; n++) {
    const i = findUnits(rt, kind, data, at, end, needleKind, needle, m);
    if (i < 0) break;
    at = i + m;
  }
  return n;
}

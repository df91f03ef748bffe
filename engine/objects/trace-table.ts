/**
 * What tracemalloc remembers: for each block the bytes that were asked for, and where the program
 * stood. It lies in two mappings of its own, as CPython's tables lie outside what they watch.
 *
 *     blocks      16 bytes a slot: address, bytes, where (an offset into places), 0. Open addressing
 *     places      runs of words: frames kept, frames there were, then (filename, line) for each
 *
 * Filenames are owned. v3.13.0 Python/tracemalloc.c
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { decref, incref } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';

const SLOT_WORDS = 4;
const FIRST_SLOTS = 4096;
const FIRST_PLACES: Bytes = 64 * 1024;

/** A frame as it is remembered: the address of a str, and a line. */
export interface TracedFrame {
  readonly filename: Addr;
  readonly line: number;
}

/** Where a block was asked for: the innermost frame first, and how many frames there were. */
export interface Place {
  readonly frames: readonly TracedFrame[];
  readonly total: number;
}

/** A block that is remembered. */
export interface Trace {
  readonly block: Addr;
  readonly bytes: Bytes;
  /** For placeAt. */
  readonly place: number;
}

function word(rt: Runtime, field: number): number {
  return rt.i32[(rt.state + field) >> 2]!;
}

function setWord(rt: Runtime, field: number, value: number): void {
  rt.i32[(rt.state + field) >> 2] = value;
}

export function isTracing(rt: Runtime): boolean {
  return word(rt, STATE.traceTable) !== 0;
}

/** Frames that are remembered of each place: what the last start said. */
export function traceLimit(rt: Runtime): number {
  return word(rt, STATE.traceLimit) || 1;
}

/** Bytes of all blocks remembered, now and at most. */
export function tracedMemory(rt: Runtime): { now: Bytes; peak: Bytes } {
  const { f64, state } = rt;
  return { now: f64[(state + STATE.traceNow) >> 3]!, peak: f64[(state + STATE.tracePeak) >> 3]! };
}

/** Bytes of the two tables. */
export function traceTableBytes(rt: Runtime): Bytes {
  return 4 * SLOT_WORDS * word(rt, STATE.traceSlots) + word(rt, STATE.tracePlacesRoom);
}

export function resetTracePeak(rt: Runtime): void {
  rt.f64[(rt.state + STATE.tracePeak) >> 3] = rt.f64[(rt.state + STATE.traceNow) >> 3]!;
}

// ---- the tables ----------------------------------------------------------------------------------

/** Begins to remember. @returns false when there is no memory for the tables */
export function startTraces(rt: Runtime, limit: number): boolean {
  const table = rt.memory.mmap(4 * SLOT_WORDS * FIRST_SLOTS);
  const places = table === 0 ? 0 : rt.memory.mmap(FIRST_PLACES);
  if (places === 0) {
    if (table !== 0) rt.memory.munmap(table, 4 * SLOT_WORDS * FIRST_SLOTS);
    return false;
  }
  setWord(rt, STATE.traceTable, table);
  setWord(rt, STATE.traceSlots, FIRST_SLOTS);
  setWord(rt, STATE.tracePlaces, places);
  setWord(rt, STATE.tracePlacesRoom, FIRST_PLACES);
  setWord(rt, STATE.traceLimit, limit);
  forget(rt);
  return true;
}

/** Forgets all blocks and goes on. v3.13.0 tracemalloc_clear_traces_unlocked */
export function clearTraces(rt: Runtime): void {
  dropFilenames(rt);
  rt.i32.fill(0, word(rt, STATE.traceTable) >> 2, tableEnd(rt) >> 2);
  forget(rt);
}

/** Ends it. */
export function stopTraces(rt: Runtime): void {
  dropFilenames(rt);
  rt.memory.munmap(word(rt, STATE.traceTable), 4 * SLOT_WORDS * word(rt, STATE.traceSlots));
  rt.memory.munmap(word(rt, STATE.tracePlaces), word(rt, STATE.tracePlacesRoom));
  for (const field of [STATE.traceTable, STATE.traceSlots, STATE.tracePlaces])
    setWord(rt, field, 0);
  setWord(rt, STATE.tracePlacesRoom, 0);
  forget(rt);
}

function forget(rt: Runtime): void {
  setWord(rt, STATE.traceCount, 0);
  setWord(rt, STATE.tracePlacesUsed, 0);
  rt.f64[(rt.state + STATE.traceNow) >> 3] = 0;
  rt.f64[(rt.state + STATE.tracePeak) >> 3] = 0;
}

function tableEnd(rt: Runtime): Addr {
  return word(rt, STATE.traceTable) + 4 * SLOT_WORDS * word(rt, STATE.traceSlots);
}

/** Calls with each filename that is owned, as often as it is. For the checker, too. */
export function visitTraceFilenames(rt: Runtime, visit: (filename: Addr) => void): void {
  const places = word(rt, STATE.tracePlaces) >> 2;
  const used = word(rt, STATE.tracePlacesUsed) >> 2;
  for (let i = 0; i < used; i += 2 + 2 * rt.i32[places + i]!) {
    for (let n = 0; n < rt.i32[places + i]!; n++) visit(rt.i32[places + i + 2 + 2 * n]!);
  }
}

function dropFilenames(rt: Runtime): void {
  const names: Addr[] = [];
  visitTraceFilenames(rt, (name) => names.push(name));
  setWord(rt, STATE.tracePlacesUsed, 0);
  for (const name of names) decref(rt, name);
}

// ---- places --------------------------------------------------------------------------------------

/** Remembers a place. @returns its offset, -1 when there is no memory */
export function addPlace(rt: Runtime, { frames, total }: Place): number {
  const bytes = 8 + 8 * frames.length;
  const at = word(rt, STATE.tracePlacesUsed);
  if (at + bytes > word(rt, STATE.tracePlacesRoom) && !growPlaces(rt)) return -1;
  setWord(rt, STATE.tracePlacesUsed, at + bytes);
  let i = (word(rt, STATE.tracePlaces) + at) >> 2;
  rt.i32[i++] = frames.length;
  rt.i32[i++] = total;
  for (const { filename, line } of frames) {
    incref(rt, filename);
    rt.i32[i++] = filename;
    rt.i32[i++] = line;
  }
  return at;
}

/** The place at an offset. */
export function placeAt(rt: Runtime, at: number): Place {
  let i = (word(rt, STATE.tracePlaces) + at) >> 2;
  const kept = rt.i32[i++]!;
  const total = rt.i32[i++]!;
  const frames: TracedFrame[] = [];
  for (let n = 0; n < kept; n++) frames.push({ filename: rt.i32[i++]!, line: rt.i32[i++]! });
  return { frames, total };
}

/** Offsets of all places, in the order in which they came. */
export function placeOffsets(rt: Runtime): number[] {
  const places = word(rt, STATE.tracePlaces);
  const used = word(rt, STATE.tracePlacesUsed);
  const offsets: number[] = [];
  for (let at = 0; at < used; at += 8 + 8 * rt.i32[(places + at) >> 2]!) offsets.push(at);
  return offsets;
}

function growPlaces(rt: Runtime): boolean {
  const room = word(rt, STATE.tracePlacesRoom);
  const places = word(rt, STATE.tracePlaces);
  const more = rt.memory.mmap(2 * room);
  if (more === 0) return false;
  rt.u8.copyWithin(more, places, places + room);
  rt.memory.munmap(places, room);
  setWord(rt, STATE.tracePlaces, more);
  setWord(rt, STATE.tracePlacesRoom, 2 * room);
  return true;
}

// ---- blocks --------------------------------------------------------------------------------------

/** The slot of a block, or the free one where it would go: a word index. */
function slotOf(rt: Runtime, block: Addr): number {
  const { i32 } = rt;
  const table = word(rt, STATE.traceTable) >> 2;
  const mask = word(rt, STATE.traceSlots) - 1;
  let slot = home(block, mask);
  while (i32[table + SLOT_WORDS * slot] !== 0 && i32[table + SLOT_WORDS * slot] !== block) {
    slot = (slot + 1) & mask;
  }
  return table + SLOT_WORDS * slot;
}

function home(block: Addr, mask: number): number {
  return (Math.imul(block >>> 4, 0x9e3779b1) >>> 8) & mask;
}

/** Remembers a block; without memory for that it is forgotten. v3.13.0 tracemalloc_add_trace_unlocked */
export function addTrace(rt: Runtime, block: Addr, bytes: Bytes, place: number): void {
  removeTrace(rt, block);
  const count = word(rt, STATE.traceCount) + 1;
  if (2 * count > word(rt, STATE.traceSlots) && !growTable(rt)) return;
  writeSlot(rt, slotOf(rt, block), block, bytes, place);
  setWord(rt, STATE.traceCount, count);
  const now = (rt.state + STATE.traceNow) >> 3;
  const peak = (rt.state + STATE.tracePeak) >> 3;
  rt.f64[now] = rt.f64[now]! + bytes;
  if (rt.f64[now]! > rt.f64[peak]!) rt.f64[peak] = rt.f64[now]!;
}

function writeSlot(rt: Runtime, slot: number, block: Addr, bytes: Bytes, place: number): void {
  rt.i32[slot] = block;
  rt.i32[slot + 1] = bytes;
  rt.i32[slot + 2] = place;
}

/** Forgets a block, if it is remembered. v3.13.0 tracemalloc_remove_trace_unlocked */
export function removeTrace(rt: Runtime, block: Addr): void {
  const { i32 } = rt;
  const found = slotOf(rt, block);
  if (i32[found] === 0) return;
  const now = (rt.state + STATE.traceNow) >> 3;
  rt.f64[now] = rt.f64[now]! - i32[found + 1]!;
  setWord(rt, STATE.traceCount, word(rt, STATE.traceCount) - 1);
  closeGap(rt, found);
}

/** Empties a slot, and moves up what stands behind it only because it was taken. */
function closeGap(rt: Runtime, emptied: number): void {
  const { i32 } = rt;
  const table = word(rt, STATE.traceTable) >> 2;
  const mask = word(rt, STATE.traceSlots) - 1;
  let gap = (emptied - table) / SLOT_WORDS;
  for (let slot = (gap + 1) & mask; ; slot = (slot + 1) & mask) {
    const at = table + SLOT_WORDS * slot;
    if (i32[at] === 0) break;
    // may it stand at the gap? yes, unless its home lies behind that
    if (((slot - home(i32[at]!, mask)) & mask) < ((slot - gap) & mask)) continue;
    i32.copyWithin(table + SLOT_WORDS * gap, at, at + SLOT_WORDS);
    gap = slot;
  }
  i32[table + SLOT_WORDS * gap] = 0;
}

function growTable(rt: Runtime): boolean {
  const slots = word(rt, STATE.traceSlots);
  const old = word(rt, STATE.traceTable);
  const table = rt.memory.mmap(8 * SLOT_WORDS * slots);
  if (table === 0) return false;
  setWord(rt, STATE.traceTable, table);
  setWord(rt, STATE.traceSlots, 2 * slots);
  const { i32 } = rt;
  for (let i = old >> 2, end = i + SLOT_WORDS * slots; i < end; i += SLOT_WORDS) {
    const block = i32[i]!;
    if (block !== 0) writeSlot(rt, slotOf(rt, block), block, i32[i + 1]!, i32[i + 2]!);
  }
  rt.memory.munmap(old, 4 * SLOT_WORDS * slots);
  return true;
}

/** What is remembered of a block; null when nothing is. */
export function traceOf(rt: Runtime, block: Addr): Trace | null {
  const slot = slotOf(rt, block);
  return rt.i32[slot] === 0 ? null : readSlot(rt, slot);
}

function readSlot(rt: Runtime, slot: number): Trace {
  const { i32 } = rt;
  return { block: i32[slot]!, bytes: i32[slot + 1]!, place: i32[slot + 2]! };
}

/** All blocks that are remembered, in the order of their slots. */
export function allTraces(rt: Runtime): Trace[] {
  const traces: Trace[] = [];
  for (let i = word(rt, STATE.traceTable) >> 2; i < tableEnd(rt) >> 2; i += SLOT_WORDS) {
    if (rt.i32[i] !== 0) traces.push(readSlot(rt, i));
  }
  return traces;
}

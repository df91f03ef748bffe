/**
 * What a boot leaves behind, kept for the next one of the same release and allocators.
 *
 * Booting writes the types, strings and modules, the same each time. What depends on this machine are
 * the functions: closures, whose numbers stand in slots in memory. So a boot from an image goes through
 * the same steps as any other, and gives the functions their numbers, but writes nothing
 * (`Runtime.prepared`). Numbers come out the same because they are always given ahead of writing
 * (`Runtime.numberAhead`): a boot that came upon another function leaves no image.
 *
 * An image holds for the build of the engine that made it.
 */
import type { Addr } from '../base/brand.ts';
import { EngineFault } from '../base/errors.ts';
import { type MemoryCopy, PAGE_BYTES } from '../memory/index.ts';
import type { Runtime } from './runtime.ts';

export interface BootImage {
  /** Bytes of all pages in use that are not empty. */
  readonly copies: readonly MemoryCopy[];
  /** What the runtime knows by address, in the order of `tablesOf`. */
  readonly addresses: Int32Array;
  /** Native functions that have numbers. */
  readonly functions: number;
}

const SINGLES = [
  'none',
  'true',
  'false',
  'ellipsis',
  'notImplemented',
  'emptyTuple',
  'emptyStr',
  'emptyBytes',
  'smallIntZero',
] as const satisfies readonly (keyof Runtime)[];

type Table = Record<string, Addr>;

function tablesOf({ types, exc, ids }: Runtime): readonly Table[] {
  return [types, exc, ids] as unknown as readonly Table[];
}

function addressesOf(rt: Runtime): Int32Array {
  const tables = tablesOf(rt).flatMap((table) => Object.values(table));
  return Int32Array.of(...SINGLES.map((name) => rt[name]), ...rt.latin1, ...tables);
}

function setAddresses(rt: Runtime, addresses: Int32Array): void {
  let at = 0;
  for (const name of SINGLES) rt[name] = addresses[at++]!;
  rt.latin1.set(addresses.subarray(at, at + rt.latin1.length));
  at += rt.latin1.length;
  for (const table of tablesOf(rt)) {
    for (const name of Object.keys(table)) table[name] = addresses[at++]!;
  }
}

/** Runs of pages in use that hold anything but zeros. */
function copyFull({ memory, i32 }: Runtime): MemoryCopy[] {
  const copies: MemoryCopy[] = [];
  const isEmpty = (from: Addr, to: Addr): boolean => {
    for (let w = from >> 2; w < to >> 2; w++) if (i32[w] !== 0) return false;
    return true;
  };
  for (const [start, end] of memory.usedRanges()) {
    let from = start;
    for (let page = start; page < end; page += PAGE_BYTES) {
      const next = Math.min(page + PAGE_BYTES, end);
      const empty = isEmpty(page, (next + 3) & ~3);
      if (empty && page > from) copies.push({ start: from, bytes: memory.u8.slice(from, page) });
      if (empty) from = next;
    }
    if (end > from) copies.push({ start: from, bytes: memory.u8.slice(from, end) });
  }
  return copies;
}

/** Images by `imageName`: what boots left, and what a host has kept of an earlier process. */
export const bootImages = new Map<string, BootImage>();

/** The image of a machine that has booted; null when a function was numbered too late for one. */
export function takeImage(rt: Runtime): BootImage | null {
  const functions = rt.fns.length;
  if (rt.numberedAhead !== functions - 1) return null;
  return { copies: copyFull(rt), addresses: addressesOf(rt), functions };
}

/** Puts an image into the fresh memory of a machine. Its allocators read it anew after that. */
export function putImage(rt: Runtime, image: BootImage): void {
  for (const { start, bytes } of image.copies) rt.u8.set(bytes, start);
  setAddresses(rt, image.addresses);
  rt.prepared = true;
}

/** The boot has gone through its steps: functions are numbered as they were when the image was taken. */
export function endPrepared(rt: Runtime, image: BootImage): void {
  rt.prepared = false;
  setAddresses(rt, image.addresses); // in steps that made no type they were overwritten
  if (rt.fns.length !== image.functions) {
    throw new EngineFault(`the image of the boot is of ${image.functions} functions`);
  }
}

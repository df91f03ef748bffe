/**
 * Every object that stands in memory, found block by block.
 *
 * A block that is in use says of itself whether an object stands in it: a count of at least one whose
 * high word is zero (no pointer looks like that), behind it a pointer to a type, and before it exactly
 * what objects of that type have before them. So objects are found that only native code holds.
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { preheaderSize } from '../objects/gc-object.ts';
import { objectIsGc } from '../objects/gc-tracking.ts';
import * as L from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';
import { BlockCensus } from './block-census.ts';
import { isObject } from './block-owners.ts';
import type { MachineParts } from './layers.ts';

/** What may stand in a block before its object: nothing, a GC header, two managed pointers as well. */
const BEFORE = [0, L.GC_HEAD_SIZE, L.GC_HEAD_SIZE + L.PREHEADER_SIZE] as const;

/** Objects of the static segment begin at multiples of this. */
const STATIC_GRAIN = 16;

/** Whether the words at `p` are the head of a live object. */
export function looksAlive(rt: Runtime, p: Addr): boolean {
  const { i32 } = rt;
  const i = p >> 2;
  return i32[i + 3] === ADDRESS_HIGH && i32[i] !== 0 && i32[i + 1] === 0 && isObject(rt, p);
}

/** The object in a block that is in use, or 0. */
export function objectIn(rt: Runtime, block: Addr): Addr {
  for (const before of BEFORE) {
    const p = block + before;
    if (!looksAlive(rt, p)) continue;
    if ((objectIsGc(rt, p) ? preheaderSize(rt, rt.typeOf(p)) : 0) === before) return p;
  }
  return 0;
}

/** Every object, those of the static segment first, then by blocks. */
export function liveObjects(parts: MachineParts): Addr[] {
  const { rt, pymalloc, heap } = parts;
  const { memory } = rt;
  const objects: Addr[] = [];
  const end = memory.staticTop - L.OB_SIZE;
  for (let p = memory.staticBase; p < end; p += STATIC_GRAIN) {
    if (rt.i32[(p >> 2) + 3] === ADDRESS_HIGH && looksAlive(rt, p)) objects.push(p);
  }
  const enter = (block: Addr) => {
    const p = objectIn(rt, block);
    if (p !== 0) objects.push(p);
  };
  new BlockCensus(pymalloc).visit(enter);
  heap.walk((_chunk, user, _bytes, state) => {
    if (state === 'used' || state === 'mapped') enter(user);
  });
  return objects;
}

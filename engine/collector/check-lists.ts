/**
 * What must hold for the generations' lists between two collections: each is a ring that reads the
 * same in both directions, no object is in two of them, no flag of a collection is left behind, and
 * exactly the objects whose header says so are in one.
 */
import type { Addr } from '../base/brand.ts';
import { generationHead, isTracked, PERMANENT_GENERATION } from '../objects/gc-object.ts';
import { objectIsGc } from '../objects/gc-tracking.ts';
import {
  GC_NEXT_FLAGS,
  GC_PREV_COLLECTING,
  TPFLAGS_HEAPTYPE,
  TP_FLAGS,
} from '../objects/layouts.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import type { AddressTable } from './address-table.ts';
import { fromGc, gcNext, gcPrev } from './gc-list.ts';
import { YOUNG } from './spaces.ts';

/** Notes what is wrong with the object, list head or block at an address. */
export type Note = (at: Addr, message: string) => void;

/** Checks the four lists. @param tracked enters the objects in them */
export function checkGenerations(rt: Runtime, tracked: AddressTable, note: Note): void {
  for (let n = 0; n <= PERMANENT_GENERATION; n++) checkGeneration(rt, n, tracked, note);
}

function checkGeneration(rt: Runtime, n: number, tracked: AddressTable, note: Note): void {
  const head = generationHead(rt, n);
  let prev = head;
  let node = gcNext(rt, head);
  while (node !== head) {
    const p = fromGc(node);
    if (node === 0) {
      note(fromGc(prev), `generation ${n}: _gc_next is NULL`);
      return;
    }
    const flags = rt.i32[node >> 2]! & GC_NEXT_FLAGS;
    if (flags !== flagsIn(rt, n)) note(p, `generation ${n}: _gc_next has the flags ${flags}`);
    if (tracked.has(p)) {
      note(p, `generation ${n}: the object is in two lists, or twice in one`);
      return;
    }
    tracked.set(p, 1);
    if (!objectIsGc(rt, p)) note(p, `generation ${n}: the type has no GC header`);
    if (gcPrev(rt, node) !== prev) note(p, `generation ${n}: _gc_prev is ${gcPrev(rt, node)}`);
    if (rt.i32[(node >> 2) + 2]! & GC_PREV_COLLECTING) {
      note(p, `generation ${n}: COLLECTING is set and no collection is under way`);
    }
    prev = node;
    node = gcNext(rt, node);
  }
  if (rt.ptr(head + 8) !== prev) note(head, `generation ${n}: the head's _gc_prev is wrong`);
}

/** What `_gc_next` has beside the pointer: the space, with the incremental collector. */
function flagsIn(rt: Runtime, n: number): number {
  if (rt.profile.collector.kind === 'generational') return 0;
  const visited = rt.i32[(rt.state + STATE.gcVisitedSpace) >> 2]!;
  if (n === PERMANENT_GENERATION) return visited;
  return n === YOUNG ? visited ^ 1 : n - 1;
}

/** Whether the header of an object agrees with the lists, and whether it ought to be in one. */
export function checkTracking(rt: Runtime, p: Addr, tracked: AddressTable, note: Note): void {
  if (!objectIsGc(rt, p)) return;
  const says = isTracked(rt, p);
  if (says !== tracked.has(p)) {
    note(p, says ? 'tracked, and in no generation' : 'in a generation, and not tracked');
  }
  if (!says && mustBeTracked(rt, p)) note(p, 'not tracked, and can be part of a cycle');
}

/** Objects of these types are tracked from their making to their end. */
function mustBeTracked(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  const { list, set, function: func, cell, module, method } = rt.types;
  if (type === list || type === set || type === func || type === cell) return true;
  if (type === module || type === method) return true;
  return (rt.i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_HEAPTYPE) !== 0;
}

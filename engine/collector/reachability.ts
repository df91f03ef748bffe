/**
 * Which objects of a generation can be reached from outside it: the heart of the collector.
 *
 * 1. updateRefs copies every count into the GC header: gc_refs.
 * 2. subtractRefs takes off one for each reference that comes from within. What is left are the
 *    references from outside: from other generations, from running frames, from native code.
 * 3. moveUnreachable walks the list. An object with gc_refs above zero is reachable, and so is all
 *    that it refers to; one with zero is put aside, and comes back if something reachable turns out
 *    to refer to it. What stays aside is unreachable.
 *
 * v3.13.0 Python/gc.c deduce_unreachable
 */
import type { Addr } from '../base/brand.ts';
import { EngineFault } from '../base/errors.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { generationHead, PERMANENT_GENERATION } from '../objects/gc-object.ts';
import { objectIsGc } from '../objects/gc-tracking.ts';
import {
  GC_HEAD_SIZE,
  GC_NEXT_FLAGS,
  GC_PREV_COLLECTING,
  GC_PREV_FINALIZED,
  TP_TRAVERSE,
} from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';
import type { Visit } from '../objects/type-spec.ts';
import {
  asGc,
  fromGc,
  gcClearUnreachable,
  gcListAppend,
  gcListMove,
  gcNext,
  gcPrev,
  gcSetNext,
  gcSetPrev,
  gcSetRefs,
  gcSetUnreachable,
  gcGetRefs,
  PREV_SHIFT,
} from './gc-list.ts';
import { ended } from './watch.ts';

// The loops of this file go through every object there is, in each collection and in the exit of each run,
// most of them before V8 has compiled anything: so they read the headers themselves.

/** Words from a GC header to its object, and to its `_gc_prev`. */
const OBJECT = GC_HEAD_SIZE >> 2;
const PREV = 2;

/** Calls the tp_traverse of the object behind a node. */
export function traverseNode(rt: Runtime, node: Addr, visit: Visit): void {
  const p = fromGc(node);
  rt.fns[rt.i32[(rt.i32[(p + 8) >> 2]! + TP_TRAVERSE) >> 2]!]!(rt, p, visit);
}

/**
 * Sorts `base` into what is reachable, which stays, and what is not, which moves to `unreachable`
 * with COLLECTING and UNREACHABLE set.
 * @param again whether finalizers have run in between, and `base` is what was garbage before
 * v3.13.0 deduce_unreachable
 */
export function deduceUnreachable(
  rt: Runtime,
  base: Addr,
  unreachable: Addr,
  again: boolean,
): void {
  updateRefs(rt, base);
  ended(rt, 'update_refs', base, unreachable, again);
  subtractRefs(rt, base);
  ended(rt, 'subtract_refs', base, unreachable, again);
  moveUnreachable(rt, base, unreachable);
  ended(rt, 'move_unreachable', base, unreachable, again);
}

/**
 * gc_refs = ob_refcnt for every object of the list, and the COLLECTING flag. Immortal objects leave
 * it for good. v3.13.0 update_refs
 */
export function updateRefs(rt: Runtime, containers: Addr): void {
  const { i32 } = rt;
  let next: Addr;
  for (let node = gcNext(rt, containers); node !== containers; node = next) {
    const at = node >> 2;
    next = i32[at]! & ~GC_NEXT_FLAGS;
    const refs = i32[at + OBJECT]!;
    if (refs > 0) {
      i32[at + PREV] =
        (refs << PREV_SHIFT) | GC_PREV_COLLECTING | (i32[at + PREV]! & GC_PREV_FINALIZED);
      i32[at + PREV + 1] = 0;
    } else if (refs < 0) gcListMove(rt, node, generationHead(rt, PERMANENT_GENERATION));
    else throw new EngineFault(`the object at ${fromGc(node)} has no references and is tracked`);
  }
}

/** Takes off gc_refs what refers from within the list. v3.13.0 subtract_refs */
export function subtractRefs(rt: Runtime, containers: Addr): void {
  const { i32, fns } = rt;
  const watcher = rt.hooks.collection;
  let from: Addr = 0;
  /** v3.13.0 visit_decref */
  const visitDecref = (p: Addr): void => {
    if (!objectIsGc(rt, p)) return;
    const i = (p >> 2) - OBJECT + PREV;
    const prev = i32[i]!;
    if ((prev & GC_PREV_COLLECTING) === 0) return;
    if (prev >>> PREV_SHIFT === 0) throw tooManyReferences(p);
    i32[i] = prev - (1 << PREV_SHIFT);
    if (watcher !== null) watcher({ kind: 'subtract', from, to: p, left: gcGetRefs(rt, asGc(p)) });
  };
  for (
    let node = gcNext(rt, containers);
    node !== containers;
    node = i32[node >> 2]! & ~GC_NEXT_FLAGS
  ) {
    from = node + GC_HEAD_SIZE;
    fns[i32[(i32[(from + 8) >> 2]! + TP_TRAVERSE) >> 2]!]!(rt, from, visitDecref);
  }
}

function tooManyReferences(p: Addr): EngineFault {
  return new EngineFault(`the object at ${p} has more references than its count says`);
}

/**
 * Puts aside what has no reference from outside, and takes back what something reachable refers to.
 * `young` is doubly linked again at the end and its objects are no longer COLLECTING.
 * v3.13.0 move_unreachable
 */
export function moveUnreachable(rt: Runtime, young: Addr, unreachable: Addr): void {
  const { i32, fns, nextUnreachable } = rt;
  const watcher = rt.hooks.collection;
  const visit = (p: Addr): void => {
    if (!objectIsGc(rt, p)) return;
    const at = (p >> 2) - OBJECT;
    const refs = i32[at + PREV]!;
    // objects of other generations, and those that the walk has passed, are not COLLECTING
    if ((refs & GC_PREV_COLLECTING) === 0) return;
    const isAside = (i32[at]! & nextUnreachable) !== 0;
    if (isAside || refs >>> PREV_SHIFT === 0) comeUpon(rt, asGc(p), young, node, isAside);
  };
  let prev = young;
  let node = gcNext(rt, young);
  while (node !== young) {
    const at = node >> 2;
    if (i32[at + PREV]! >>> PREV_SHIFT !== 0) {
      watcher?.({ kind: 'reachable', p: fromGc(node) });
      const p = node + GC_HEAD_SIZE;
      fns[i32[(i32[(p + 8) >> 2]! + TP_TRAVERSE) >> 2]!]!(rt, p, visit);
      i32[at + PREV] = prev | (i32[at + PREV]! & GC_PREV_FINALIZED);
      i32[at + PREV + 1] = ADDRESS_HIGH;
      prev = node;
    } else {
      gcSetNext(rt, prev, gcNext(rt, node));
      const last = gcPrev(rt, unreachable);
      gcSetNext(rt, last, node);
      gcSetUnreachable(rt, last); // the head of the list, too, until the end
      gcSetPrev(rt, node, last);
      gcSetNext(rt, node, unreachable);
      gcSetUnreachable(rt, node);
      rt.setPtr(unreachable + 8, node);
      watcher?.({ kind: 'aside', p: fromGc(node) });
    }
    node = i32[prev >> 2]! & ~GC_NEXT_FLAGS;
  }
  rt.setPtr(young + 8, prev);
  gcClearUnreachable(rt, unreachable);
}

/** Something reachable refers to a node that was held to be unreachable. v3.13.0 visit_reachable */
function comeUpon(rt: Runtime, node: Addr, reachable: Addr, from: Addr, wasAside: boolean): void {
  if (wasAside) {
    const prev = gcPrev(rt, node);
    const next = gcNext(rt, node);
    gcSetNext(rt, prev, next);
    gcClearUnreachable(rt, node);
    gcSetPrev(rt, next, prev);
    gcListAppend(rt, node, reachable);
  }
  // if it was not put aside, the walk has not come to it yet and will find it reachable
  gcSetRefs(rt, node, 1);
  rt.hooks.collection?.({ kind: 'back', p: fromGc(node), from: fromGc(from), wasAside });
}

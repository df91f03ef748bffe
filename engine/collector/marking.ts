/**
 * Marking, with which the incremental collector begins each pass through the heap: what globals,
 * classes and frames lead to is alive, and goes from the space of what is still to be looked at to
 * the visited one without being counted and subtracted.
 *
 * v3.14.2 Python/gc.c mark_at_start
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { isTracked } from '../objects/gc-object.ts';
import { objectIsGc } from '../objects/gc-tracking.ts';
import {
  F_FUNCOBJ,
  F_LOCALS,
  F_PREVIOUS,
  F_STACKTOP,
  F_VISITED,
  TP_DICT,
  TP_SUBCLASSES,
} from '../objects/layouts.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import {
  asGc,
  fromGc,
  gcFlipOldSpace,
  gcListInit,
  gcListIsEmpty,
  gcListMove,
  gcNext,
  gcOldSpace,
} from './gc-list.ts';
import { traverseNode } from './reachability.ts';
import { visitStaticTypes } from './roots.ts';

/** Whether the object is tracked, can die, and is not in the visited space. */
function isPending(rt: Runtime, p: Addr, visitedSpace: number): boolean {
  if (rt.i32[p >> 2]! < 0 || !objectIsGc(rt, p) || !isTracked(rt, p)) return false;
  return gcOldSpace(rt, asGc(p)) !== visitedSpace;
}

/**
 * Moves an object that is not in the visited space to `list`, as part of it from now on; p may be 0.
 * @returns 1 when it was moved, else 0. v3.14.2 move_to_reachable, visit_add_to_container
 */
export function moveToReachable(rt: Runtime, p: Addr, list: Addr, visitedSpace: number): number {
  if (p === 0 || !isPending(rt, p, visitedSpace)) return 0;
  gcFlipOldSpace(rt, asGc(p));
  gcListMove(rt, asGc(p), list);
  return 1;
}

/**
 * Moves everything in `reachable`, and what that leads to, to the visited space.
 * @returns how many objects it led to. v3.14.2 mark_all_reachable
 */
function markAllReachable(rt: Runtime, reachable: Addr, visited: Addr, space: number): number {
  let found = 0;
  const visit = (p: Addr): void => {
    found += moveToReachable(rt, p, reachable, space);
  };
  while (!gcListIsEmpty(rt, reachable)) {
    const node = gcNext(rt, reachable);
    gcListMove(rt, node, visited);
    rt.hooks.collection?.({ kind: 'mark', p: fromGc(node) });
    traverseNode(rt, node, visit);
  }
  return found;
}

/**
 * Marks from the frames that run.
 * @param start whether the pass begins; else frames below one that was marked are left out: what they
 * refer to cannot have changed since
 * @returns how many objects were marked. v3.14.2 mark_stacks
 */
export function markStacks(rt: Runtime, visited: Addr, space: number, start: boolean): number {
  const reachable = rt.state + STATE.gcReachable;
  gcListInit(rt, reachable);
  let marked = 0;
  let frame = rt.statePtr(STATE.currentFrame);
  for (; frame !== 0; frame = rt.ptr(frame + F_PREVIOUS)) {
    marked += moveToReachable(rt, slotObject(rt, frame + F_LOCALS), reachable, space);
    marked += moveToReachable(rt, slotObject(rt, frame + F_FUNCOBJ), reachable, space);
    const slots = frame + rt.layout.frameHeader;
    for (let i = rt.i32[(frame + F_STACKTOP) >> 2]! - 1; i >= 0; i--) {
      marked += moveToReachable(rt, slotObject(rt, slots + 8 * i), reachable, space);
    }
    if (!start && rt.u8[frame + F_VISITED] !== 0) break;
    rt.u8[frame + F_VISITED] = 1;
  }
  return marked + markAllReachable(rt, reachable, visited, space);
}

/** The object in a slot of a frame, owned or borrowed; 0 where there is none. */
function slotObject(rt: Runtime, slot: Addr): Addr {
  // a borrowed reference has a mark in its high word, see vm/stack-refs.ts
  return (rt.i32[(slot + 4) >> 2]! & 0xffff) === ADDRESS_HIGH ? rt.i32[slot >> 2]! : 0;
}

/** Marks from sys, the built-in names and the static types. v3.14.2 mark_global_roots */
function markGlobalRoots(rt: Runtime, visited: Addr, space: number): number {
  const reachable = rt.state + STATE.gcReachable;
  gcListInit(rt, reachable);
  let marked = 0;
  const mark = (p: Addr): void => {
    marked += moveToReachable(rt, p, reachable, space);
  };
  mark(rt.statePtr(STATE.sysdict));
  mark(rt.statePtr(STATE.builtins));
  visitStaticTypes(rt, (type) => {
    mark(rt.ptr(type + TP_DICT));
    mark(rt.ptr(type + TP_SUBCLASSES));
  });
  return marked + markAllReachable(rt, reachable, visited, space);
}

/**
 * The first step of a pass.
 * @returns how many objects were marked. v3.14.2 mark_at_start
 */
export function markAtStart(rt: Runtime, visited: Addr, space: number): number {
  const marked = markGlobalRoots(rt, visited, space);
  return marked + markStacks(rt, visited, space, true);
}

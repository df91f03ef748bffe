/** The Objects lens: projects the memory at a step into an ObjectsScene. */
import type { Addr } from '../base/brand.ts';
import { toAddress } from '../memory/index.ts';
import { refcnt } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { typeName } from '../objects/type-object.ts';
import { describe } from './describe.ts';
import { type FrameNames, frameNames } from './names.ts';
import {
  type FreedObject,
  MAX_ITEMS,
  MAX_OBJECTS,
  type ObjectNumber,
  type ObjectsScene,
  type SceneObject,
} from './objects-scene.ts';
import { type Arrow, referencesOf } from './references.ts';
import { objectSize } from './size.ts';
import { unreachableObjects } from './unreachable.ts';

/** What is kept of a step to compare the next one with. */
export interface Glimpse {
  readonly objects: ReadonlyMap<Addr, GlimpsedObject>;
}

export interface GlimpsedObject {
  readonly refcount: number | null;
  readonly type: string;
  readonly text: string;
  /** Changes when what the object refers to does. */
  readonly contents: string;
}

/** What the projection needs beside the memory. */
export interface SceneContext {
  readonly step: number;
  readonly line: number;
  /** The step before; null at the first. */
  readonly before: Glimpse | null;
  /** The number of the object at an address at this step. */
  numberOf(p: Addr): ObjectNumber;
  /** The number of an object of the step before. */
  numberBefore(p: Addr): ObjectNumber;
  readonly extent: Extent;
}

/** The count as it is shown: none for an immortal object. */
export function shownRefcount(rt: Runtime, p: Addr): number | null {
  const count = refcnt(rt, p);
  return rt.profile.immortalRefcnt !== null && count >= 0x80000000 ? null : count;
}

/** Which part of a large structure is shown. */
export interface Extent {
  /** Objects at most. */
  readonly objects: number;
  /** The first reference that is shown, by address; 0 where none is said. */
  readonly from: ReadonlyMap<Addr, number>;
}

export const WHOLE: Extent = { objects: MAX_OBJECTS, from: new Map() };

/** Addresses that the scene shows: from the names breadth first, then what nobody can reach. */
export function visibleObjects(
  rt: Runtime,
  frames: readonly FrameNames[],
  extent: Extent = WHOLE,
): VisibleObjects {
  const arrows = new Map<Addr, readonly Arrow[]>();
  const queue: Addr[] = frames.flatMap((frame) => frame.names.map((name) => name.to));
  let left = 0;
  const visit = (start: readonly Addr[]) => {
    const pending = [...start];
    for (let i = 0; i < pending.length; i++) {
      const p = pending[i]!;
      if (arrows.has(p)) continue;
      if (arrows.size >= extent.objects) {
        left++;
        continue;
      }
      const references = referencesOf(rt, p);
      arrows.set(p, references);
      const from = extent.from.get(p) ?? 0;
      for (const { to } of references.slice(from, from + MAX_ITEMS)) pending.push(to);
    }
  };
  visit(queue);
  const reached = new Set(arrows.keys());
  visit([...unreachableObjects(rt)].filter((p) => !reached.has(p)));
  // what only an island holds is as lost as the island, whether the collector tracks it or not
  const lost = new Set([...arrows.keys()].filter((p) => !reached.has(p)));
  return { arrows, lost, left };
}

export interface VisibleObjects {
  readonly arrows: ReadonlyMap<Addr, readonly Arrow[]>;
  readonly lost: ReadonlySet<Addr>;
  /** Objects beyond the picture's limit. */
  readonly left: number;
}

/** Notes what the next step is compared with. */
export function glimpse(rt: Runtime, visible: VisibleObjects): Glimpse {
  const objects = new Map<Addr, GlimpsedObject>();
  for (const [p, arrows] of visible.arrows) {
    objects.set(p, {
      refcount: shownRefcount(rt, p),
      type: typeName(rt, rt.typeOf(p)),
      text: describe(rt, p),
      contents: arrows.map(({ label, to }) => `${label}:${to}`).join(),
    });
  }
  return { objects };
}

/** The scene of the machine as it stands. */
export function projectObjects(rt: Runtime, context: SceneContext): ObjectsScene {
  const frames = frameNames(rt);
  const visible = visibleObjects(rt, frames, context.extent);
  const now = glimpse(rt, visible);
  const objects: SceneObject[] = [];
  for (const [p, arrows] of visible.arrows) {
    objects.push(sceneObject(rt, p, arrows, visible.lost.has(p), now, context));
  }
  return {
    step: context.step,
    line: context.line,
    frames: frames.map(({ names, ...frame }) => ({
      ...frame,
      names: names.map(({ label, to }) => ({ label, to: context.numberOf(to) })),
    })),
    objects,
    freed: freedObjects(now, context),
    moreObjects: visible.left,
  };
}

function sceneObject(
  rt: Runtime,
  p: Addr,
  arrows: readonly Arrow[],
  lost: boolean,
  now: Glimpse,
  context: SceneContext,
): SceneObject {
  const glimpsed = now.objects.get(p)!;
  const before = context.before?.objects.get(p);
  // a structure may have shrunk since it was opened there
  const from = Math.min(context.extent.from.get(p) ?? 0, Math.max(0, arrows.length - 1));
  const refcountBefore =
    before !== undefined && before.refcount !== glimpsed.refcount ? before.refcount : null;
  return {
    number: context.numberOf(p),
    type: glimpsed.type,
    text: glimpsed.text,
    refcount: glimpsed.refcount,
    address: `0x${toAddress(p).toString(16)}`,
    size: objectSize(rt, p),
    earlier: from,
    items: arrows
      .slice(from, from + MAX_ITEMS)
      .filter(({ to }) => now.objects.has(to))
      .map(({ label, to }) => ({ label, to: context.numberOf(to) })),
    more: Math.max(0, arrows.length - from - MAX_ITEMS),
    reachable: !lost,
    change: changeOf(glimpsed, before, context),
    refcountBefore,
  };
}

function changeOf(
  now: GlimpsedObject,
  before: GlimpsedObject | undefined,
  context: SceneContext,
): SceneObject['change'] {
  if (context.before === null) return 'none';
  if (before === undefined) return now.refcount === null ? 'none' : 'new';
  if (before.contents !== now.contents || before.text !== now.text) return 'contents';
  return before.refcount !== now.refcount ? 'count' : 'none';
}

/** Objects of the step before that are no longer there. */
function freedObjects(now: Glimpse, context: SceneContext): FreedObject[] {
  if (context.before === null) return [];
  const freed: FreedObject[] = [];
  for (const [p, { refcount, type, text }] of context.before.objects) {
    if (now.objects.has(p) || refcount === null) continue;
    freed.push({ number: context.numberBefore(p), type, text });
  }
  return freed;
}

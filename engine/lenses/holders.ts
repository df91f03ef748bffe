/** The Holders lens: who refers to an object at a step. */
import type { Addr } from '../base/brand.ts';
import { Ownership } from '../collector/owned.ts';
import { visitState } from '../collector/roots.ts';
import { dictPointer } from '../objects/generic-attr.ts';
import { managedDict } from '../objects/instance-dict.ts';
import * as L from '../objects/layouts.ts';
import { moduleDict } from '../objects/module.ts';
import { refcnt } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isType } from '../objects/type-object.ts';
import type { NumberOf } from './block-content.ts';
import { blockOf, OWN_OBJECT } from './block-owners.ts';
import { FieldReader } from './field-reader.ts';
import { type FrameSlot, frameSlots, generatorSlots, runningObjects } from './frame-slots.ts';
import { type Holder, type HoldersScene, MAX_HOLDERS } from './holders-scene.ts';
import type { MachineParts } from './layers.ts';
import { liveObjects } from './live-objects.ts';
import { contentFields } from './object-fields.ts';
import { objectRef } from './object-ref.ts';
import { shownRefcount } from './objects.ts';
import { referencesOf } from './references.ts';

export interface HoldersContext extends MachineParts {
  readonly step: number;
  readonly line: number;
  /** The object asked about; 0 when it is not there. */
  readonly object: Addr;
  readonly numberOf: NumberOf;
}

/** Every reference to an object, by name. */
export function projectHolders(context: HoldersContext): HoldersScene {
  const { rt, step, line, object: p } = context;
  if (p === 0) {
    const nothing = {
      object: null,
      refcount: null,
      holders: [],
      more: 0,
      moreCount: 0,
      unnamed: 0,
    };
    return { step, line, ...nothing };
  }
  const holders = [
    ...frameHolders(rt, p),
    ...objectHolders(context, p),
    ...interpreterHolders(rt, p),
  ].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  const left = holders.slice(MAX_HOLDERS);
  const refcount = shownRefcount(rt, p);
  return {
    step,
    line,
    object: objectRef(rt, p, context.numberOf),
    refcount,
    holders: holders.slice(0, MAX_HOLDERS),
    more: left.length,
    moreCount: total(left),
    unnamed: refcount === null ? 0 : refcnt(rt, p) - total(holders),
  };
}

const ORDER: readonly Holder['kind'][] = [
  'name',
  'stack',
  'frame',
  'attribute',
  'item',
  'inside',
  'interpreter',
];

const total = (holders: readonly Holder[]) => holders.reduce((sum, { count }) => sum + count, 0);

// ---- frames and the interpreter ------------------------------------------------------------------

function frameHolders(rt: Runtime, p: Addr): Holder[] {
  return frameSlots(rt)
    .filter((slot) => slot.to === p)
    .map(({ kind, frame, label, counted }) => {
      return { kind, frame, label, owner: null, count: counted ? 1 : 0 };
    });
}

function interpreterHolders(rt: Runtime, p: Addr): Holder[] {
  const holders: Holder[] = [];
  visitState(rt, (to, label) => {
    if (to !== p) return;
    const field = /\((\w+)\)$/.exec(label)?.[1] ?? label;
    holders.push({ kind: 'interpreter', frame: '', label: field, owner: null, count: 1 });
  });
  return holders;
}

// ---- objects -------------------------------------------------------------------------------------

function objectHolders(context: HoldersContext, p: Addr): Holder[] {
  const { rt } = context;
  const ownership = new Ownership(rt);
  const objects = liveObjects(context);
  const interned = rt.statePtr(STATE.interned);
  const running = runningObjects(rt);
  let found = 0;
  const visit = (to: Addr) => {
    if (to === p) found++;
  };
  const owners: { q: Addr; count: number }[] = [];
  for (const q of objects) {
    // its references are not counted: an interned string goes when nobody else holds it
    if (q === interned || running.has(q)) continue;
    found = 0;
    ownership.visitReferences(q, visit);
    if (found > 0) owners.push({ q, count: found });
  }
  const namespaces = owners.length === 0 ? new Map() : namespaceOwners(rt, objects);
  return owners.flatMap(({ q, count }) => {
    return placesIn(rt, q, p, count).map((place) => {
      return holderIn(context, q, namespaces.get(q) ?? 0, place);
    });
  });
}

/** Whose namespace a dict is: a module's, a class's, an instance's. */
function namespaceOwners(rt: Runtime, objects: readonly Addr[]): ReadonlyMap<Addr, Addr> {
  const owners = new Map<Addr, Addr>();
  for (const q of objects) {
    const type = rt.typeOf(q);
    let dict = 0;
    if (type === rt.types.module) dict = moduleDict(rt, q);
    else if (isType(rt, q)) dict = rt.ptr(q + L.TP_DICT);
    else if (rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_MANAGED_DICT) dict = managedDict(rt, q);
    else {
      const at = dictPointer(rt, q, type);
      if (at !== 0) dict = rt.ptr(at);
    }
    if (dict !== 0 && !owners.has(dict)) owners.set(dict, q);
  }
  return owners;
}

interface Place {
  readonly label: string;
  readonly count: number;
}

/** The places of `q` that hold `p`: as many references as it owns, each with the name there is for it. */
function placesIn(rt: Runtime, q: Addr, p: Addr, count: number): Place[] {
  const labels = [...itemLabels(rt, q, p), ...generatorLabels(rt, q, p)];
  if (labels.length < count && rt.typeOf(q) === p) labels.push('__class__');
  if (labels.length < count) labels.push(...fieldLabels(rt, q, p));
  const places = labels.slice(0, count).map((label) => ({ label, count: 1 }));
  const left = count - places.length;
  return left === 0 ? places : [...places, { label: '', count: left }];
}

function itemLabels(rt: Runtime, q: Addr, p: Addr): string[] {
  return referencesOf(rt, q)
    .filter(({ to }) => to === p)
    .map(({ label }) => label);
}

function generatorLabels(rt: Runtime, q: Addr, p: Addr): string[] {
  return generatorSlots(rt, q)
    .filter((slot: FrameSlot) => slot.to === p && slot.counted)
    .map(({ label }) => label);
}

/** C names of the object's pointer fields that lead to `p`, its type left out. */
function fieldLabels(rt: Runtime, q: Addr, p: Addr): string[] {
  const block = blockOf(rt, q);
  const reader = new FieldReader(rt, block, () => 0);
  contentFields(reader, { role: OWN_OBJECT, p: q }, block);
  return reader.fields
    .filter(
      ({ bytes, offset, name }) =>
        bytes === 8 && name !== 'ob_type' && rt.ptr(block + offset) === p,
    )
    .filter(({ offset }) => block + offset > q)
    .map(({ name }) => name);
}

function holderIn(context: HoldersContext, q: Addr, ownerOfDict: Addr, place: Place): Holder {
  const { rt, numberOf } = context;
  const { label, count } = place;
  const name = /^\['(.*)'\]$/.exec(label)?.[1];
  if (ownerOfDict !== 0 && name !== undefined) {
    if (ownerOfDict === rt.statePtr(STATE.mainModule)) {
      return { kind: 'name', frame: 'globals', label: name, owner: null, count };
    }
    const owner = objectRef(rt, ownerOfDict, numberOf);
    return { kind: 'attribute', frame: '', label: `.${name}`, owner, count };
  }
  return { kind: kindOf(label), frame: '', label, owner: objectRef(rt, q, numberOf), count };
}

function kindOf(label: string): Holder['kind'] {
  if (label.startsWith('[') || label === 'key' || label === 'item') return 'item';
  if (label.startsWith('.') || label.startsWith('__') || label === 'cell_contents') {
    return 'attribute';
  }
  return 'inside';
}

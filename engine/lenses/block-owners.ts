/**
 * Who owns each block of memory: an object that stands in it, or one that has it for a table.
 *
 * Found as the collector's checker finds it: from the roots along every reference. A block says nothing
 * of itself, and what was freed looks like what is not, so nothing is guessed from bytes. What native code
 * holds while it runs cannot be found this way; such a block has no owner here.
 */
import type { Addr } from '../base/brand.ts';
import { Ownership } from '../collector/owned.ts';
import { visitFrames, visitState, visitStaticTypes } from '../collector/roots.ts';
import { emptyKeys } from '../objects/container-statics.ts';
import { dictKeysOf, dictNext, isDict } from '../objects/dict.ts';
import { visitKeys } from '../objects/dict-keys.ts';
import { freeListBlocks } from '../objects/freelists.ts';
import { preheaderSize } from '../objects/gc-object.ts';
import { objectIsGc } from '../objects/gc-tracking.ts';
import { instanceValuesBlock } from '../objects/instance-dict.ts';
import * as L from '../objects/layouts.ts';
import { FREE_DICT_KEYS, FREE_LISTS, type Runtime, STATE } from '../objects/runtime.ts';
import { isType } from '../objects/type-object.ts';
import type { Pymalloc } from '../pymalloc/index.ts';
import { trackedObjects } from './unreachable.ts';

/** What a block is to its owner; kept in the three low bits beside the owner's address. */
export const OWN_OBJECT = 0;
/** A table or content that belongs to the object alone. */
export const OWN_PART = 1;
/** The keys of a dict, or of a class. */
export const OWN_KEYS = 2;
/** Not an object now: a free list keeps it. */
export const OWN_KEPT = 3;
export const OWN_KEPT_KEYS = 4;
export const OWN_ALLOCATOR = 5;

export interface BlockOwner {
  readonly role: number;
  /** The object; for what a free list keeps, where the object was. */
  readonly p: Addr;
}

/** Blocks and objects begin at multiples of this. */
const GRAIN = 8;

export class BlockOwners {
  private readonly rt: Runtime;
  private readonly ownership: Ownership;
  /** By block / GRAIN: the owner's address and the role. */
  private readonly owners: Int32Array;
  private readonly met: Uint8Array;
  private readonly pending: Addr[] = [];

  constructor(rt: Runtime, pymalloc: Pymalloc) {
    this.rt = rt;
    this.ownership = new Ownership(rt);
    this.owners = new Int32Array(rt.u8.length / GRAIN);
    this.met = new Uint8Array(rt.u8.length / GRAIN);
    this.meetRoots();
    for (let p = this.pending.pop(); p !== undefined; p = this.pending.pop()) this.follow(p);
    for (const { block, p, role } of keptBlocks(rt)) this.claim(block, p, role);
    pymalloc.visitRawBlocks((block) => this.claim(block, block, OWN_ALLOCATOR));
  }

  /** Who owns the block that begins at an address; null when that cannot be told. */
  ownerOf(block: Addr): BlockOwner | null {
    const entry = this.owners[block / GRAIN]!;
    return entry === 0 ? null : { role: entry & 7, p: entry & ~7 };
  }

  private meetRoots(): void {
    const { rt } = this;
    visitState(rt, this.meet);
    visitFrames(rt, this.meet);
    visitStaticTypes(rt, this.meet);
    for (const p of trackedObjects(rt)) this.meet(p);
    const interned = rt.statePtr(STATE.interned);
    if (interned === 0) return;
    for (let at = dictNext(rt, interned, 0); at !== 0; at = dictNext(rt, interned, at)) {
      this.meet(rt.dictKey);
    }
  }

  private readonly meet = (p: Addr): void => {
    const at = p / GRAIN;
    if (this.met[at] === 1 || !isObject(this.rt, p)) return;
    this.met[at] = 1;
    this.pending.push(p);
  };

  private follow(p: Addr): void {
    const { rt } = this;
    this.claim(blockOf(rt, p), p, OWN_OBJECT);
    const values = valuesBlock(rt, p);
    if (values !== 0) this.claim(values, p, OWN_PART);
    const owned = this.ownership.of(rt.typeOf(p));
    const own = isDict(rt, p) ? dictKeysOf(rt, p) : 0;
    owned.blocks?.(rt, p, (block) => this.claim(block, p, block === own ? OWN_KEYS : OWN_PART));
    const shared = owned.sharedKeys?.(rt, p) ?? 0;
    if (shared !== 0 && shared !== emptyKeys(rt)) {
      // the class is named even where one of its instances' dicts is met first
      if (this.ownerOf(shared) === null || isType(rt, p)) this.claim(shared, p, OWN_KEYS);
      visitKeys(rt, shared, this.meet);
    }
    if (p !== rt.statePtr(STATE.interned)) this.ownership.visitReferences(p, this.meet);
  }

  private claim(block: Addr, p: Addr, role: number): void {
    this.owners[block / GRAIN] = p | role;
  }
}

/**
 * The blocks that free lists keep, list by list, the next to be used first. An object on a list still has
 * its ob_type, which tells what stands before it; only keys of dicts are no objects.
 */
export function keptBlocks(rt: Runtime): { block: Addr; p: Addr; role: number }[] {
  return Array.from({ length: FREE_LISTS }, (_, n) => {
    const blocks = freeListBlocks(rt, n);
    if (n === FREE_DICT_KEYS) return blocks.map((p) => ({ block: p, p, role: OWN_KEPT_KEYS }));
    return blocks.map((p) => ({ block: blockOf(rt, p), p, role: OWN_KEPT }));
  }).flat();
}

/** Where the block of an object begins. */
export function blockOf(rt: Runtime, p: Addr): Addr {
  return objectIsGc(rt, p) ? p - preheaderSize(rt, rt.typeOf(p)) : p;
}

/** The block of an instance's values, in releases that keep them in one of its own; else 0. */
function valuesBlock(rt: Runtime, p: Addr): Addr {
  if (rt.profile.instances.kind !== 'block') return 0;
  const flags = rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]!;
  return flags & L.TPFLAGS_MANAGED_DICT ? instanceValuesBlock(rt, p) : 0;
}

/** Whether what stands at the address has a type: a frame may lead to what is no object any more. */
export function isObject(rt: Runtime, p: Addr): boolean {
  if (p <= 0 || p >= rt.u8.length || p % GRAIN !== 0) return false;
  const type = rt.typeOf(p);
  return type > 0 && type < rt.u8.length && type % GRAIN === 0 && isType(rt, type);
}

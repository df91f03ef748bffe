/**
 * The checker of the whole machine, and a description of it: what owns what.
 *
 *  - Every reference is owned by an object, or by the runtime state, or by a running frame. An
 *    object's ob_refcnt is the number of references to it. Immortal objects are not counted.
 *  - A weak reference owns nothing but its callback. It is in the list of its referent, or dead.
 *  - Every block that pymalloc or malloc has handed out belongs to one owner: it is an object with
 *    what stands before it (GC header, managed pointers), or a table that one object or several
 *    share, or it is kept in a free list, or it is a table of pymalloc's own.
 *  - Every object that can be part of a cycle is in one generation of the collector, or in none if
 *    it was found that it cannot.
 *  - The allocators' own structures are sound.
 *
 * It may run whenever no native function is live: between two lines, or after a program ended.
 */
import type { Addr } from '../base/brand.ts';
import { type CHeap, DATA_STACK_TOP_WORD, toAddress } from '../memory/index.ts';
import { emptyKeys } from '../objects/container-statics.ts';
import { dictNext } from '../objects/dict.ts';
import { visitKeys } from '../objects/dict-keys.ts';
import { freeListBlocks, freeListLength } from '../objects/freelists.ts';
import { preheaderSize } from '../objects/gc-object.ts';
import { objectIsGc } from '../objects/gc-tracking.ts';
import { instanceValuesBlock } from '../objects/instance-dict.ts';
import {
  CO_FRAMESIZE,
  CO_QUALNAME,
  F_EXECUTABLE,
  FUNC_QUALNAME,
  GC_HEAD_SIZE,
  MODULE_NAME,
  TPFLAGS_MANAGED_DICT,
  TP_FLAGS,
} from '../objects/layouts.ts';
import {
  FREE_COMPLEX,
  FREE_DICT_KEYS,
  FREE_FLOAT,
  FREE_INT,
  FREE_LISTS,
  FREE_RANGE,
  FREE_RANGE_ITER,
  type Runtime,
  STATE,
} from '../objects/runtime.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { isType, typeName } from '../objects/type-object.ts';
import { forEachWeakref, isWeakref, WR_OBJECT } from '../objects/weakref-object.ts';
import { checkPymalloc, walkBlocks } from '../pymalloc/check.ts';
import type { Domains } from '../pymalloc/index.ts';
import { AddressTable } from './address-table.ts';
import { checkGenerations, checkTracking } from './check-lists.ts';
import { Ownership } from './owned.ts';
import { visitFrames, visitState, visitStaticTypes } from './roots.ts';

/** One thing that does not hold. */
/** Free lists of what has no GC header. */
const WITHOUT_HEADER: ReadonlySet<number> = new Set([
  FREE_FLOAT,
  FREE_DICT_KEYS,
  FREE_INT,
  FREE_RANGE,
  FREE_RANGE_ITER,
  FREE_COMPLEX,
]);

export interface Fault {
  /** The object, block or list head. */
  readonly at: Addr;
  readonly message: string;
}

/** The allocators of the machine that is checked. */
export interface Layers {
  readonly domains: Domains;
  readonly heap: CHeap;
}

/** A machine that is badly broken breaks every rule: there is no use in more. */
const MOST_FAULTS = 50;
/** Holders that a fault names. */
const MOST_HOLDERS = 8;

/**
 * Everything that must hold between two instructions.
 * @returns what does not; empty when the machine is sound
 */
export function checkMachine(rt: Runtime, layers: Layers): readonly Fault[] {
  return new MachineCheck(rt, layers).run();
}

class MachineCheck {
  private readonly rt: Runtime;
  private readonly layers: Layers;
  private readonly ownership: Ownership;
  private readonly faults: Fault[] = [];
  /** References found, plus one, by address >> 3; 0 for what was never met. */
  private readonly found: Int32Array;
  private readonly foundTable: AddressTable;
  /** Every object met, in the order in which it was. */
  private readonly objects: Addr[];
  /** Dicts and classes that share each keys table. */
  private readonly tables = new Map<Addr, number>();
  /** Objects whose count is wrong. */
  private readonly miscounted = new Set<Addr>();

  constructor(rt: Runtime, layers: Layers) {
    this.rt = rt;
    this.layers = layers;
    this.ownership = new Ownership(rt);
    this.foundTable = new AddressTable(rt);
    this.found = this.foundTable.numbers;
    this.objects = this.foundTable.places;
  }

  run(): readonly Fault[] {
    const faults = this.look();
    this.foundTable.release();
    return faults;
  }

  private look(): readonly Fault[] {
    this.checkAllocators();
    if (this.faults.length > 0) return this.faults; // what follows would lead astray
    const tracked = new AddressTable(this.rt);
    checkGenerations(this.rt, tracked, this.note);
    if (this.faults.length > 0) return this.faults;
    this.recount(tracked.places);
    this.checkCounts();
    for (const p of this.objects) checkTracking(this.rt, p, tracked, this.note);
    tracked.release();
    for (const p of this.objects) this.checkWeakref(p);
    this.checkBlocks();
    this.checkDataStack();
    return this.faults;
  }

  private readonly note = (at: Addr, message: string): void => {
    if (this.faults.length < MOST_FAULTS) {
      this.faults.push({ at, message: `${this.describe(at)}: ${message}` });
    }
  };

  // ---- the allocators --------------------------------------------------------------------------

  private checkAllocators(): void {
    const { domains, heap } = this.layers;
    for (const message of heap.check()) this.faults.push({ at: 0, message: `malloc: ${message}` });
    for (const { at, message } of checkPymalloc(this.rt.memory, domains.pymalloc)) {
      this.faults.push({ at, message: `pymalloc at ${at}: ${message}` });
    }
  }

  // ---- the recount -----------------------------------------------------------------------------

  /** Meets every object: what the roots lead to, and what the collector knows. */
  private recount(tracked: readonly Addr[]): void {
    const { rt } = this;
    visitState(rt, (p) => this.count(p));
    visitFrames(rt, (p) => this.count(p));
    visitStaticTypes(rt, (type) => this.meet(type));
    for (const p of tracked) this.meet(p);
    this.meetInterned();
    for (let i = 0; i < this.objects.length; i++) this.follow(this.objects[i]!);
  }

  private meet(p: Addr): void {
    if (this.found[p >> 3] !== 0) return;
    this.found[p >> 3] = 1;
    this.objects.push(p);
  }

  private readonly count = (p: Addr): void => {
    const i = p >> 3;
    if (!this.found[i]) {
      this.found[i] = 1; // nowhere, where the address is none: follow() tells
      this.objects.push(p);
    }
    this.found[i]! += 1;
  };

  /** The strings of the dict of interned strings, whose two references there do not count. */
  private meetInterned(): void {
    const { rt } = this;
    const dict = rt.statePtr(STATE.interned);
    if (dict === 0) return;
    for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
      this.meet(rt.dictKey);
    }
  }

  /** Counts what one object refers to. */
  private follow(p: Addr): void {
    const { rt } = this;
    if (p === rt.statePtr(STATE.interned)) return;
    if (!this.isObject(p)) return this.note(p, 'somebody refers to it and it is no object');
    this.ownership.visitReferences(p, this.count);
    const keys = this.ownership.of(rt.typeOf(p)).sharedKeys?.(rt, p) ?? 0;
    if (keys === 0 || keys === emptyKeys(rt)) return;
    const sharers = this.tables.get(keys) ?? 0;
    this.tables.set(keys, sharers + 1);
    if (sharers === 0) visitKeys(rt, keys, this.count);
  }

  /** Whether what stands at the address has a type. */
  private isObject(p: Addr): boolean {
    const type = this.rt.ptr(p + 8);
    return type > 0 && type < this.rt.u8.length && (type & 7) === 0 && isType(this.rt, type);
  }

  private checkCounts(): void {
    const { rt } = this;
    for (const p of this.objects) {
      const says = rt.i32[p >> 2]!;
      const found = this.found[p >> 3]! - 1;
      if (says >= 0 && says !== found && !this.isStaticWith(p, says - found)) {
        this.miscounted.add(p);
      }
    }
    for (const [keys, sharers] of this.tables) {
      const says = rt.i32[keys >> 2]!;
      if (says >= 0 && says !== sharers) {
        this.note(keys, `dk_refcnt of a keys table is ${says}, ${sharers} share it`);
      }
    }
    if (this.miscounted.size > 0) this.noteMiscounted();
  }

  /** Whether it is a static object whose count is right but for what it began with. */
  private isStaticWith(p: Addr, surplus: number): boolean {
    const { staticRefcnt, globalRefcnt } = this.rt.profile;
    return p < this.rt.memory.heapBase && (surplus === staticRefcnt || surplus === globalRefcnt);
  }

  private noteMiscounted(): void {
    const holders = this.holdersOf(this.miscounted);
    for (const p of this.miscounted) {
      const says = this.rt.i32[p >> 2]!;
      const found = this.found[p >> 3]! - 1;
      const by = holders.get(p)?.join(', ') ?? 'nobody';
      this.note(p, `ob_refcnt is ${says}, ${found} references were found: held by ${by}`);
    }
  }

  /** Who refers to each of the objects, in words. */
  private holdersOf(wanted: ReadonlySet<Addr>): Map<Addr, string[]> {
    const holders = new Map<Addr, string[]>();
    const add = (p: Addr, holder: string): void => {
      if (!wanted.has(p)) return;
      const list = holders.get(p) ?? [];
      if (list.length < MOST_HOLDERS) list.push(holder);
      holders.set(p, list);
    };
    visitState(this.rt, add);
    visitFrames(this.rt, add);
    for (const owner of this.objects) {
      if (owner === this.rt.statePtr(STATE.interned) || !this.isObject(owner)) continue;
      this.ownership.visitReferences(owner, (p) => {
        if (wanted.has(p)) add(p, this.describe(owner));
      });
    }
    for (const keys of this.tables.keys()) {
      visitKeys(this.rt, keys, (p) => add(p, `the shared keys at ${keys}`));
    }
    return holders;
  }

  // ---- weak references -------------------------------------------------------------------------

  /** A weak reference is dead, or its referent lives and has it in its list. */
  private checkWeakref(p: Addr): void {
    const { rt } = this;
    if (!isWeakref(rt, p)) return;
    const referent = rt.ptr(p + WR_OBJECT);
    if (referent === rt.none) return;
    if (this.found[referent >> 3] === 0) {
      this.note(p, `refers to ${this.describe(referent)}, which nobody holds`);
      return;
    }
    let listed = false;
    forEachWeakref(rt, referent, (wr) => {
      listed ||= wr === p;
    });
    if (!listed) this.note(p, `is not in the list of ${this.describe(referent)}`);
  }

  // ---- blocks ----------------------------------------------------------------------------------

  /** Each block in use has an owner, and each owner's block is in use. */
  private checkBlocks(): void {
    if (this.layers.domains.debugEnabled) return; // its blocks begin before what it hands out
    const owners = this.owners();
    const { numbers } = owners;
    const inUse = (block: Addr, bytes: number): void => {
      if (numbers[block >> 3] === 0) this.noteLeak(block, bytes);
      numbers[block >> 3] = 0;
    };
    walkBlocks(this.layers.domains.pymalloc, inUse);
    this.layers.heap.walk((_at, user, bytes, state) => {
      if (state === 'used' || state === 'mapped') inUse(user, bytes);
    });
    for (const block of owners.places) {
      const owner = owners.get(block);
      if (owner !== 0) this.note(owner, `its block at ${block} is not in use: it was freed`);
    }
    owners.release();
  }

  /** The block in which an instance keeps its attributes, 0 for none. */
  private valuesBlock(p: Addr, type: Addr): Addr {
    const managed = (this.rt.i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_MANAGED_DICT) !== 0;
    return managed ? instanceValuesBlock(this.rt, p) : 0;
  }

  /** Every block that ought to be in use, with its owner. */
  private owners(): AddressTable {
    const { rt } = this;
    const owners = new AddressTable(rt);
    const add = (block: Addr, owner: Addr): void => {
      if (block < rt.memory.heapBase) return; // static
      const other = owners.get(block);
      if (other === 0) owners.set(block, owner);
      else this.note(owner, `its block at ${block} belongs to ${this.describe(other)} as well`);
    };
    for (const p of this.objects) {
      if (!this.isObject(p)) continue;
      const type = rt.typeOf(p);
      add(objectIsGc(rt, p) ? p - preheaderSize(rt, type) : p, p);
      this.ownership.of(type).blocks?.(rt, p, (block) => add(block, p));
      const values = this.valuesBlock(p, type);
      if (values !== 0) add(values, p);
    }
    for (const keys of this.tables.keys()) add(keys, keys);
    for (let n = 0; n < FREE_LISTS; n++) {
      const header = WITHOUT_HEADER.has(n) ? 0 : GC_HEAD_SIZE;
      const blocks = freeListBlocks(rt, n);
      const says = freeListLength(rt, n);
      if (blocks.length !== says)
        this.note(0, `free list ${n} does not hold the ${says} it counts`);
      for (const p of blocks) add(p - header, p);
    }
    this.layers.domains.pymalloc.visitRawBlocks((block) => add(block, block));
    return owners;
  }

  private noteLeak(block: Addr, bytes: number): void {
    const looksLike = [block, block + GC_HEAD_SIZE, block + 2 * GC_HEAD_SIZE]
      .filter((p) => this.rt.i32[p >> 2]! > 0 && this.isObject(p))
      .map((p) => `${this.describe(p)} with ob_refcnt ${this.rt.i32[p >> 2]}`);
    this.note(
      block,
      `${bytes} bytes in use that nobody owns: ${looksLike[0] ?? 'no object, as it seems'}`,
    );
  }

  // ---- the data stack --------------------------------------------------------------------------

  /** Above the running frames lies nothing: who takes a row of arguments gives it back. */
  private checkDataStack(): void {
    const { rt } = this;
    const frame = rt.statePtr(STATE.currentFrame);
    const top = rt.i32[DATA_STACK_TOP_WORD]!;
    let end = rt.memory.dataStackBase;
    if (frame !== 0 && !rt.heapFrames) {
      if (frame < rt.memory.dataStackBase || frame >= rt.memory.dataStackLimit) return; // generator's
      end = frame + 8 * rt.i32[(rt.ptr(frame + F_EXECUTABLE) + CO_FRAMESIZE) >> 2]!;
    }
    if (top !== end) this.note(frame, `the data stack ends at ${top}, its frames at ${end}`);
  }

  // ---- words -----------------------------------------------------------------------------------

  private describe(p: Addr): string {
    const at = `0x${toAddress(p).toString(16)}`;
    if (p <= 0 || !this.isObject(p)) return at;
    const { rt } = this;
    const type = rt.typeOf(p);
    if (isStr(rt, p)) return `str ${JSON.stringify(strToJs(rt, p).slice(0, 40))} at ${at}`;
    if (isType(rt, p)) return `type ${typeName(rt, p)} at ${at}`;
    const label = this.name(p);
    return `${typeName(rt, type)}${label === '' ? '' : ` ${label}`} at ${at}`;
  }

  /** What a reader knows functions, code and modules by. */
  private name(p: Addr): string {
    const { rt } = this;
    const field = NAME_FIELDS[typeName(rt, rt.typeOf(p))];
    const name = field === undefined ? 0 : rt.ptr(p + field);
    return name !== 0 && this.isObject(name) && isStr(rt, name) ? strToJs(rt, name) : '';
  }
}

const NAME_FIELDS: Readonly<Record<string, number>> = {
  function: FUNC_QUALNAME,
  code: CO_QUALNAME,
  module: MODULE_NAME,
};

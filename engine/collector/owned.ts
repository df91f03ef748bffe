/**
 * What an object owns: references to other objects, and blocks of memory beside its own.
 *
 * tp_traverse shows the references through which a cycle can lead, and CPython leaves some out: the
 * keys of a dict of strings, the type of an instance without GC header, what a class keeps besides.
 * A recount needs all.
 */
import type { Addr } from '../base/brand.ts';
import { byteArrayBlocks } from '../objects/bytearray.ts';
import { codeBlocks } from '../objects/code.ts';
import { dictBlocks, dictVisitStrings } from '../objects/dict-collect.ts';
import { dictKeysOf, dictValuesOf } from '../objects/dict.ts';
import { visitOverlayDict } from '../objects/instance-dict.ts';
import {
  HT_CACHED_KEYS,
  TP_BASE,
  TP_FLAGS,
  TP_NAME,
  TP_TRAVERSE,
  TPFLAGS_INLINE_VALUES,
} from '../objects/layouts.ts';
import { listBlocks } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { setBlocks } from '../objects/set.ts';
import { strBlocks } from '../objects/str-type.ts';
import { subtypeTraverse } from '../objects/subtype.ts';
import { isHeapType } from '../objects/type-object.ts';
import type { Visit } from '../objects/type-spec.ts';
import { typeBlocks, typeHiddenReferences } from '../objects/type-type.ts';

/** What a type's instances own beyond what tp_traverse shows. */
export interface Owned {
  /** References that tp_traverse leaves out. */
  readonly references?: (rt: Runtime, p: Addr, visit: Visit) => void;
  /** Blocks of memory, of which no other object knows. */
  readonly blocks?: (rt: Runtime, p: Addr, visit: (block: Addr) => void) => void;
  /** The keys table that several dicts and a class share; 0 for none. */
  readonly sharedKeys?: (rt: Runtime, p: Addr) => Addr;
}

/** What dicts own: the keys of a table of strings, and tables. */
export const DICT_OWNED = {
  references: dictVisitStrings,
  blocks: ownDictBlocks,
  sharedKeys: dictSharedKeys,
} as const satisfies Owned;

/** By tp_name; subclasses own what their base does. The same for every machine. */
const OWNED = new Map<string, Owned>([
  ['list', { blocks: listBlocks }],
  ['dict', DICT_OWNED],
  ['frozendict', DICT_OWNED],
  ['set', { blocks: setBlocks }],
  ['frozenset', { blocks: setBlocks }],
  ['str', { blocks: strBlocks }],
  ['code', { blocks: codeBlocks }],
  ['bytearray', { blocks: byteArrayBlocks }],
  ['type', { references: typeHiddenReferences, blocks: ownTypeBlocks, sharedKeys: classKeys }],
]);

/** Says what instances of a module's type own. */
export function declareOwned(typeName: string, owned: Owned): void {
  OWNED.set(typeName, owned);
}

/** A split dict's keys, which its class has too. */
function dictSharedKeys(rt: Runtime, dict: Addr): Addr {
  return dictValuesOf(rt, dict) === 0 ? 0 : dictKeysOf(rt, dict);
}

function ownDictBlocks(rt: Runtime, dict: Addr, visit: (block: Addr) => void): void {
  const shared = dictSharedKeys(rt, dict);
  dictBlocks(rt, dict, (block) => {
    if (block !== shared) visit(block);
  });
}

function classKeys(rt: Runtime, type: Addr): Addr {
  return isHeapType(rt, type) ? rt.ptr(type + HT_CACHED_KEYS) : 0;
}

function ownTypeBlocks(rt: Runtime, type: Addr, visit: (block: Addr) => void): void {
  const shared = classKeys(rt, type);
  typeBlocks(rt, type, (block) => {
    if (block !== shared) visit(block);
  });
}

/** Finds what a type's instances own, and remembers it: one for each check. */
export class Ownership {
  private readonly rt: Runtime;
  private readonly byType = new Map<Addr, Owned>();
  private readonly subtypeTraverse: number;

  constructor(rt: Runtime) {
    this.rt = rt;
    this.subtypeTraverse = rt.fn(subtypeTraverse);
  }

  /** What instances of the type own beyond what tp_traverse shows. */
  of(type: Addr): Owned {
    const known = this.byType.get(type);
    if (known !== undefined) return known;
    let owned: Owned = {};
    for (let t = type; t !== 0; t = this.rt.ptr(t + TP_BASE)) {
      const found = isHeapType(this.rt, t) ? undefined : OWNED.get(this.staticName(t));
      if (found !== undefined) {
        owned = found;
        break;
      }
    }
    this.byType.set(type, owned);
    return owned;
  }

  private staticName(type: Addr): string {
    let name = '';
    let at = this.rt.ptr(type + TP_NAME);
    for (; this.rt.u8[at] !== 0; at++) name += String.fromCharCode(this.rt.u8[at]!);
    return name;
  }

  /** Every reference that the object owns, once for each time it counts. */
  visitReferences(p: Addr, visit: Visit): void {
    const { rt } = this;
    const type = rt.typeOf(p);
    const traverse = rt.ptr(type + TP_TRAVERSE);
    if (traverse !== 0) rt.fns[traverse]!(rt, p, visit);
    // an instance counts its class, which only tp_traverse of classes shows
    if (isHeapType(rt, type) && traverse !== this.subtypeTraverse) visit(type);
    this.visitMaterializedDict(p, type, visit);
    this.of(type).references?.(rt, p, visit);
  }

  /** 3.13.0 shows the collector the inline values only, though the instance owns the dict as well. */
  private visitMaterializedDict(p: Addr, type: Addr, visit: Visit): void {
    if (this.rt.i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_INLINE_VALUES) {
      visitOverlayDict(this.rt, p, visit);
    }
  }
}

/** The Caches lens: reads from memory which objects are shared by design, and the free lists. */
import type { Addr } from '../base/brand.ts';
import { toAddress } from '../memory/index.ts';
import { freeListBlocks, freeListLength } from '../objects/freelists.ts';
import { isInterned } from '../objects/interning.ts';
import * as L from '../objects/layouts.ts';
import { FREE_LISTS, type Runtime, STATE } from '../objects/runtime.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { currentFrame, frameCode } from '../vm/frames.ts';
import type { NumberOf } from './block-content.ts';
import {
  type CachedName,
  type CachesScene,
  MAX_PLACES,
  type Origin,
  type SceneFreeList,
} from './caches-scene.ts';
import { isAtom } from './describe.ts';
import { freeListLimit, freeListName } from './free-list-names.ts';
import { frameNames } from './names.ts';
import { objectRef } from './object-ref.ts';
import { shownRefcount } from './objects.ts';

// ---- constants -----------------------------------------------------------------------------------

/** Which code object has a constant; tuples of constants count with what is in them. */
class Constants {
  private readonly rt: Runtime;
  private readonly owners = new Map<Addr, string>();
  private readonly seen = new Set<Addr>();

  constructor(rt: Runtime, codes: Iterable<Addr>) {
    this.rt = rt;
    for (const code of codes) this.addCode(code);
  }

  ownerOf(p: Addr): string {
    return this.owners.get(p) ?? '';
  }

  private addCode(code: Addr): void {
    if (this.seen.has(code)) return;
    this.seen.add(code);
    const title = strToJs(this.rt, this.rt.ptr(code + L.CO_QUALNAME));
    this.addItems(this.rt.ptr(code + L.CO_CONSTS), title);
  }

  private addItems(tuple: Addr, title: string): void {
    const { rt } = this;
    for (let i = 0; i < tupleSize(rt, tuple); i++) {
      const item = tupleItem(rt, tuple, i);
      if (rt.typeOf(item) === rt.types.code) this.addCode(item);
      else if (!this.owners.has(item)) {
        this.owners.set(item, title);
        if (rt.typeOf(item) === rt.types.tuple) this.addItems(item, title);
      }
    }
  }
}

/** Code objects of the program that are there: of what runs, and of the functions with a name. */
function* codesOf(rt: Runtime): Generator<Addr> {
  const bottom = rt.statePtr(STATE.bottomFrame);
  if (bottom !== 0) yield frameCode(rt, bottom);
  for (let frame = currentFrame(rt); frame !== 0; frame = rt.ptr(frame + L.F_PREVIOUS)) {
    yield frameCode(rt, frame);
  }
  for (const { names } of frameNames(rt)) {
    for (const { to } of names) {
      if (rt.typeOf(to) === rt.types.function) yield rt.ptr(to + L.FUNC_CODE);
    }
  }
}

// ---- names ---------------------------------------------------------------------------------------

function isSmallInt(rt: Runtime, p: Addr): boolean {
  return p >= rt.smallInt(rt.smallIntMin) && p <= rt.smallInt(rt.smallIntMax);
}

function isSingleton(rt: Runtime, p: Addr): boolean {
  const { types } = rt;
  const type = rt.typeOf(p);
  if (type === types.none || type === types.bool || type === types.ellipsis) return true;
  return p === rt.emptyTuple || p === rt.emptyStr || p === rt.emptyBytes;
}

function originOf(rt: Runtime, p: Addr, code: string): Origin {
  if (isSingleton(rt, p)) return 'singleton';
  if (rt.typeOf(p) === rt.types.int && isSmallInt(rt, p)) return 'small-int';
  if (isStr(rt, p)) {
    if (rt.latin1.includes(p)) return 'character';
    if (isInterned(rt, p)) return 'interned';
  }
  return code === '' ? 'own' : 'constant';
}

function namesAt(rt: Runtime, numberOf: NumberOf): CachedName[] {
  const constants = new Constants(rt, codesOf(rt));
  return frameNames(rt).flatMap(({ title, names }) =>
    names
      .filter(({ to }) => isAtom(rt, to) || rt.typeOf(to) === rt.types.tuple)
      .map(({ label, to }) => {
        const code = constants.ownerOf(to);
        return {
          frame: title,
          name: label,
          object: objectRef(rt, to, numberOf),
          origin: originOf(rt, to, code),
          code,
          refcount: shownRefcount(rt, to),
        };
      }),
  );
}

// ---- free lists ----------------------------------------------------------------------------------

/** How long each free list is, by its number. */
export type FreeListLengths = readonly number[];

export function freeListLengths(rt: Runtime): FreeListLengths {
  return Array.from({ length: FREE_LISTS }, (_, n) => freeListLength(rt, n));
}

function freeListsAt(rt: Runtime, before: FreeListLengths | null): SceneFreeList[] {
  const lists: SceneFreeList[] = [];
  for (let n = 0; n < FREE_LISTS; n++) {
    const name = freeListName(n);
    const length = freeListLength(rt, n);
    if (name === '' || (length === 0 && (before?.[n] ?? 0) === 0)) continue;
    const places = freeListBlocks(rt, n)
      .slice(0, MAX_PLACES)
      .map((p) => `0x${toAddress(p).toString(16)}`);
    const limit = freeListLimit(rt.profile.freeLists, n);
    lists.push({ name, limit, length, before: before?.[n] ?? null, places });
  }
  return lists;
}

export interface CachesContext {
  readonly rt: Runtime;
  readonly step: number;
  readonly line: number;
  /** Lengths at the step before; null at the first step. */
  readonly before: FreeListLengths | null;
  readonly numberOf: NumberOf;
}

export function projectCaches({ rt, step, line, before, numberOf }: CachesContext): CachesScene {
  return {
    step,
    line,
    names: namesAt(rt, numberOf),
    smallInts: { first: rt.smallIntMin, last: rt.smallIntMax },
    freeLists: freeListsAt(rt, before),
  };
}

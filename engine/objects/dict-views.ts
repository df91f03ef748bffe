/**
 * dict.keys(), dict.values(), dict.items(): windows onto a dict.
 *
 *     +16  dv_dict  owned
 *
 * What keys and items have of a set stands in dict-view-sets.ts.
 * v3.13.0 Objects/dictobject.c _PyDictViewObject
 */
import type { Addr } from '../base/brand.ts';
import { dictIterNew } from './dict-iterators.ts';
import {
  viewIsDisjoint,
  viewOr,
  viewRichCompare,
  viewSubtract,
  viewAnd,
  viewXor,
} from './late-parts.ts';
import { dictContains, dictLen } from './dict.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import { TPFLAGS_HAVE_GC } from './layouts.ts';
import { mappingProxyNew } from './mapping-proxy.ts';
import { newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Slots, type TypeSpec } from './type-spec.ts';
import { viewItemsContains, viewRepr } from './late-dicts.ts';

export { viewItemsContains } from './late-dicts.ts';

const DV_DICT = 16;
const DV_SIZE = 24;

/** The dict that a view shows; borrowed. */
export function dictOfView(rt: Runtime, view: Addr): Addr {
  return rt.ptr(view + DV_DICT);
}

/** v3.13.0 _PyDictView_New */
export function dictViewNew(rt: Runtime, dict: Addr, type: Addr): Addr {
  const view = gcNew(rt, type, DV_SIZE);
  if (view === 0) return 0;
  rt.setPtr(view + DV_DICT, newRef(rt, dict));
  gcTrack(rt, view);
  return view;
}

/** v3.13.0 dictview_len */
export function viewLen(rt: Runtime, view: Addr): number {
  return dictLen(rt, dictOfView(rt, view));
}

/** v3.13.0 dictkeys_contains */
export function viewKeysContains(rt: Runtime, view: Addr, key: Addr): number {
  return dictContains(rt, dictOfView(rt, view), key);
}

type TypeField = 'dictKeyIterator' | 'dictValueIterator' | 'dictItemIterator';
type ReverseField =
  'dictReverseKeyIterator' | 'dictReverseValueIterator' | 'dictReverseItemIterator';

function spec(
  name: string,
  forward: TypeField,
  backward: ReverseField,
  setSlots: Partial<Slots>,
  setMethods: TypeSpec['methods'],
): TypeSpec {
  return {
    name,
    basicsize: DV_SIZE,
    flags: TPFLAGS_HAVE_GC,
    ...(setSlots.tp_richcompare ? { unhashable: true } : {}),
    slots: {
      tp_dealloc: (rt, view) => {
        gcUntrackIfTracked(rt, view);
        xdecref(rt, dictOfView(rt, view));
        gcDel(rt, view);
      },
      tp_traverse: (rt, view, visit) => {
        visit(dictOfView(rt, view));
      },
      tp_repr: viewRepr,
      tp_iter: (rt, view) => dictIterNew(rt, dictOfView(rt, view), rt.types[forward]),
      sq_length: viewLen,
      ...setSlots,
    },
    methods: {
      __reversed__: noArgs((rt, view) => dictIterNew(rt, dictOfView(rt, view), rt.types[backward])),
      ...setMethods,
    },
    getset: { mapping: { get: (rt, view) => mappingProxyNew(rt, dictOfView(rt, view)) } },
  };
}

export function initDictViewTypes(rt: Runtime): void {
  const operators: Partial<Slots> = {
    tp_richcompare: viewRichCompare,
    nb_subtract: viewSubtract,
    nb_and: viewAnd,
    nb_xor: viewXor,
    nb_or: viewOr,
  };
  const methods = { isdisjoint: oneArg(viewIsDisjoint) };
  rt.types.dictKeys = readyType(
    rt,
    spec(
      'dict_keys',
      'dictKeyIterator',
      'dictReverseKeyIterator',
      { ...operators, sq_contains: viewKeysContains },
      methods,
    ),
  );
  rt.types.dictItems = readyType(
    rt,
    spec(
      'dict_items',
      'dictItemIterator',
      'dictReverseItemIterator',
      { ...operators, sq_contains: viewItemsContains },
      methods,
    ),
  );
  rt.types.dictValues = readyType(
    rt,
    spec('dict_values', 'dictValueIterator', 'dictReverseValueIterator', {}, {}),
  );
}

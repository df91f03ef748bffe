/** What an object refers to, each reference with the name a reader knows it by. */
import type { Addr } from '../base/brand.ts';
import { dictNext } from '../objects/dict.ts';
import { entryKeyAt } from '../objects/dict-keys.ts';
import { DV_SIZE, orderAt, valueAt } from '../objects/dict-values.ts';
import { instanceValues, managedDict } from '../objects/instance-dict.ts';
import * as L from '../objects/layouts.ts';
import { listItem, listSize } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { setNext } from '../objects/set.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { typeName } from '../objects/type-object.ts';
import { describe } from './describe.ts';

/** A labelled arrow to an address. */
export interface Arrow {
  readonly label: string;
  readonly to: Addr;
}

/** The references that a reader cares for; those to the type and to internals are left out. */
export function referencesOf(rt: Runtime, p: Addr): readonly Arrow[] {
  const { types } = rt;
  switch (rt.typeOf(p)) {
    case types.list:
      return sequence(listSize(rt, p), (i) => listItem(rt, p, i));
    case types.tuple:
      return sequence(tupleSize(rt, p), (i) => tupleItem(rt, p, i));
    case types.dict:
      return dictItems(rt, p);
    case types.set:
    case types.frozenset:
      return setItems(rt, p);
    case types.cell:
      return field(rt, p, L.CELL_REF, 'cell_contents');
    case types.method:
      return [
        ...field(rt, p, L.METHOD_SELF, '__self__'),
        ...field(rt, p, L.METHOD_FUNC, '__func__'),
      ];
    case types.builtinFunction:
      return field(rt, p, L.CFUNCTION_SELF, '__self__').filter(
        (arrow) => rt.typeOf(arrow.to) !== types.module,
      );
    case types.function:
      return functionReferences(rt, p);
    case types.module:
      return [];
    default:
      return isClass(rt, p) ? [] : instanceReferences(rt, p);
  }
}

function isClass(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]! & L.TPFLAGS_TYPE_SUBCLASS) !== 0;
}

function sequence(n: number, item: (i: number) => Addr): Arrow[] {
  const arrows: Arrow[] = [];
  for (let i = 0; i < n; i++) if (item(i) !== 0) arrows.push({ label: `[${i}]`, to: item(i) });
  return arrows;
}

function field(rt: Runtime, p: Addr, offset: number, label: string): Arrow[] {
  const to = rt.ptr(p + offset);
  return to === 0 ? [] : [{ label, to }];
}

/** Values under their keys; a key that is no plain value is a reference of its own. */
function dictItems(rt: Runtime, dict: Addr): Arrow[] {
  const arrows: Arrow[] = [];
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    const { dictKey, dictValue } = rt;
    arrows.push({ label: `[${describe(rt, dictKey)}]`, to: dictValue });
    if (!isStr(rt, dictKey)) arrows.push({ label: 'key', to: dictKey });
  }
  return arrows;
}

function setItems(rt: Runtime, set: Addr): Arrow[] {
  const arrows: Arrow[] = [];
  for (let at = setNext(rt, set, 0); at !== 0; at = setNext(rt, set, at)) {
    arrows.push({ label: 'item', to: rt.dictKey });
  }
  return arrows;
}

function functionReferences(rt: Runtime, p: Addr): Arrow[] {
  const closure = rt.ptr(p + L.FUNC_CLOSURE);
  const cells =
    closure === 0 ? [] : sequence(tupleSize(rt, closure), (i) => tupleItem(rt, closure, i));
  return [
    ...cells.map(({ label, to }) => ({ label: `closure${label}`, to })),
    ...field(rt, p, L.FUNC_DEFAULTS, '__defaults__'),
  ];
}

/** Attributes of an instance: inline values, or its dict; slots; what its built-in base holds. */
function instanceReferences(rt: Runtime, p: Addr): Arrow[] {
  const type = rt.typeOf(p);
  const flags = rt.i32[(type + L.TP_FLAGS) >> 2]!;
  if (flags & L.TPFLAGS_MANAGED_DICT) {
    const dict = managedDict(rt, p);
    if (dict !== 0) return attributes(dictItems(rt, dict));
    const values = instanceValues(rt, p);
    return values === 0 ? [] : valueAttributes(rt, values, type);
  }
  return traversed(rt, p, type);
}

/** `['x']` becomes `.x`. */
function attributes(items: readonly Arrow[]): Arrow[] {
  return items.map(({ label, to }) => {
    const match = /^\['(\w+)'\]$/.exec(label);
    return { label: match === null ? label : `.${match[1]}`, to };
  });
}

function valueAttributes(rt: Runtime, values: Addr, type: Addr): Arrow[] {
  const keys = rt.ptr(type + L.HT_CACHED_KEYS);
  const arrows: Arrow[] = [];
  for (let i = 0, n = rt.u8[values + DV_SIZE]!; i < n; i++) {
    const ix = orderAt(rt, values, i);
    const to = valueAt(rt, values, ix);
    if (to !== 0) arrows.push({ label: `.${strToJs(rt, rt.ptr(entryKeyAt(rt, keys, ix)))}`, to });
  }
  return arrows;
}

/** For any other type: what its tp_traverse visits. */
function traversed(rt: Runtime, p: Addr, type: Addr): Arrow[] {
  const fn = rt.i32[(type + L.TP_TRAVERSE) >> 2]!;
  if (fn === 0) return [];
  const arrows: Arrow[] = [];
  rt.fns[fn]!(rt, p, (to: Addr) => {
    if (to !== type && !isClass(rt, to)) arrows.push({ label: typeName(rt, rt.typeOf(to)), to });
  });
  return arrows;
}

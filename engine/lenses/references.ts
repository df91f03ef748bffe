/** What an object refers to, each reference with the name a reader knows it by. */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { dictNext } from '../objects/dict.ts';
import { entryKeyAt } from '../objects/dict-keys.ts';
import { DV_SIZE, orderAt, valueAt } from '../objects/dict-values.ts';
import { instanceValues, managedDict } from '../objects/instance-dict.ts';
import * as L from '../objects/layouts.ts';
import { listItem, listSize } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isAnySet, setNext } from '../objects/set.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { isHeapType, isType, typeName } from '../objects/type-object.ts';
import { frameCode } from '../vm/frames.ts';
import {
  FRAME_CLEARED,
  FRAME_COMPLETED,
  GEN_FRAME,
  generatorFrame,
  generatorState,
  yieldFromTarget,
} from '../vm/generator.ts';
import { describe } from './describe.ts';
import { memberAt } from '../objects/method-def.ts';
import { membersOf } from './member-names.ts';
import { freeNames, localNames } from './names.ts';

/** A labelled arrow to an address. */
export interface Arrow {
  readonly label: string;
  readonly to: Addr;
}

/** The references that a reader cares for; those to the type and to internals are left out. */
export function referencesOf(rt: Runtime, p: Addr): readonly Arrow[] {
  const { types } = rt;
  const type = rt.typeOf(p);
  switch (type) {
    case types.list:
    case types.tuple:
    case types.dict:
    case types.set:
    case types.frozenset:
      return itemsOf(rt, p, type);
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
    case types.code:
      return field(rt, p, L.CO_CONSTS, 'co_consts');
    case types.frame:
      return frameReferences(rt, p);
    case types.generator:
    case types.coroutine:
    case types.asyncGenerator:
      return generatorReferences(rt, p);
    case types.traceback:
      return [...field(rt, p, L.TB_NEXT, 'tb_next'), ...field(rt, p, L.TB_FRAME, 'tb_frame')];
    case types.module:
      return [];
    default:
      return isType(rt, p) ? classReferences(rt, p) : instanceReferences(rt, p, type);
  }
}

/** What a container holds, of a type of its own or of the program's. */
function itemsOf(rt: Runtime, p: Addr, type: Addr): Arrow[] {
  const flags = rt.i32[(type + L.TP_FLAGS) >> 2]!;
  if (flags & L.TPFLAGS_LIST_SUBCLASS) {
    return sequence(listSize(rt, p), (i) => listItem(rt, p, i));
  }
  if (flags & L.TPFLAGS_TUPLE_SUBCLASS) {
    return sequence(tupleSize(rt, p), (i) => tupleItem(rt, p, i));
  }
  if (flags & L.TPFLAGS_DICT_SUBCLASS) return dictItems(rt, p);
  return isAnySet(rt, p) ? setItems(rt, p) : [];
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

/** What a closure keeps, under the name that the function knows it by; defaults; attributes. */
function functionReferences(rt: Runtime, p: Addr): Arrow[] {
  const dict = rt.ptr(p + L.FUNC_DICT);
  return [
    ...closureReferences(rt, p),
    ...field(rt, p, L.FUNC_DEFAULTS, '__defaults__'),
    ...field(rt, p, L.FUNC_KWDEFAULTS, '__kwdefaults__'),
    ...(dict === 0 ? [] : attributes(dictItems(rt, dict))),
  ];
}

function closureReferences(rt: Runtime, p: Addr): Arrow[] {
  const closure = rt.ptr(p + L.FUNC_CLOSURE);
  if (closure === 0) return [];
  const names = freeNames(rt, rt.ptr(p + L.FUNC_CODE));
  return sequence(tupleSize(rt, closure), (i) => tupleItem(rt, closure, i)).map(({ to }, i) => ({
    label: `closure ${names[i] ?? i}`,
    to,
  }));
}

/** Only of classes that the program made: those of the machine hold hundreds of methods. */
function classReferences(rt: Runtime, p: Addr): Arrow[] {
  const dict = rt.ptr(p + L.TP_DICT);
  if (!isHeapType(rt, p) || dict === 0) return [];
  const base = field(rt, p, L.TP_BASE, '__base__').filter(({ to }) => isHeapType(rt, to));
  const own = attributes(dictItems(rt, dict)).filter(
    ({ label, to }) => !(OF_EVERY_CLASS.has(label) || isDescriptor(rt, to)),
  );
  return [...base, ...own];
}

/** What a static or class method copies from its function. */
const COPIED: ReadonlySet<string> = new Set(
  [
    '__module__',
    '__name__',
    '__qualname__',
    '__doc__',
    '__annotations__',
    '__annotate__',
    '__wrapped__',
  ].map((name) => `.${name}`),
);

/** What a class statement puts into every class. */
const OF_EVERY_CLASS: ReadonlySet<string> = new Set([
  '.__module__',
  '.__qualname__',
  '.__doc__',
  '.__slots__',
  '.__static_attributes__',
  '.__firstlineno__',
  '.__annotations__',
  '.__annotations_cache__',
  '.__annotate_func__',
  '.__classcell__',
  '.__classdictcell__',
  '.__abstractmethods__',
  '._abc_impl',
]);

/** `__dict__`, `__weakref__` and the names of slots: the class's own doing. */
function isDescriptor(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return type === rt.types.getsetDescriptor || type === rt.types.memberDescriptor;
}

/** Locals by name, while the frame object has them; the frame that called. */
function frameReferences(rt: Runtime, p: Addr): Arrow[] {
  const frame = rt.ptr(p + L.FRAMEOBJ_FRAME);
  const back = field(rt, p, L.FRAMEOBJ_BACK, 'f_back');
  return frame === 0 ? back : [...frameValues(rt, frame), ...back];
}

/** Locals by name, then what lies on the evaluation stack, such as the iterator of a loop. */
function frameValues(rt: Runtime, frame: Addr): Arrow[] {
  const code = frameCode(rt, frame);
  const values = localNames(rt, frame, code);
  const first = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!;
  for (let i = first, n = rt.i32[(frame + L.F_STACKTOP) >> 2]!; i < n; i++) {
    const at = frame + rt.layout.frameHeader + 8 * i;
    const isOwned = rt.i32[(at + 4) >> 2] === ADDRESS_HIGH;
    if (isOwned) values.push({ label: `stack [${i - first}]`, to: rt.ptr(at) });
  }
  return values;
}

/** Locals by name, and its stack; what it waits for in `yield from` or `await` lies on top there. */
function generatorReferences(rt: Runtime, p: Addr): Arrow[] {
  const state = generatorState(rt, p);
  if (state === FRAME_COMPLETED || state === FRAME_CLEARED) return [];
  if (rt.heapFrames) return field(rt, p, GEN_FRAME, 'gi_frame');
  const values = frameValues(rt, generatorFrame(rt, p));
  if (yieldFromTarget(rt, p) === 0) return values;
  const top = values.length - 1;
  return values.map((value, i) => (i === top ? { ...value, label: 'gi_yieldfrom' } : value));
}

/**
 * Any other object: what its built-in base holds, its attributes (inline values, or its dict), its slots
 * and the fields that Python has names for; at last what its tp_traverse visits besides.
 */
function instanceReferences(rt: Runtime, p: Addr, type: Addr): Arrow[] {
  const named = [
    ...itemsOf(rt, p, type),
    ...attributesOf(rt, p, type),
    ...membersOf(rt, type).flatMap(({ name, def }) =>
      field(rt, p, memberAt(rt, p, def) - p, `.${name}`),
    ),
    ...exceptionReferences(rt, p, type),
  ];
  return [...named, ...traversed(rt, p, type, named)];
}

function attributesOf(rt: Runtime, p: Addr, type: Addr): Arrow[] {
  const dict = instanceDict(rt, p, type);
  if (dict !== 0) {
    const all = attributes(dictItems(rt, dict));
    return isHeapType(rt, type) ? all : all.filter(({ label }) => !COPIED.has(label));
  }
  const flags = rt.i32[(type + L.TP_FLAGS) >> 2]!;
  const values = flags & L.TPFLAGS_MANAGED_DICT ? instanceValues(rt, p) : 0;
  return values === 0 ? [] : valueAttributes(rt, values, type);
}

/** The dict of an instance's attributes; 0 while there is none. */
function instanceDict(rt: Runtime, p: Addr, type: Addr): Addr {
  if (rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_MANAGED_DICT) return managedDict(rt, p);
  const offset = rt.size(type + L.TP_DICTOFFSET);
  const dict = offset > 0 ? rt.ptr(p + offset) : 0;
  return dict !== 0 && rt.typeOf(dict) === rt.types.dict ? dict : 0;
}

function exceptionReferences(rt: Runtime, p: Addr, type: Addr): Arrow[] {
  if ((rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_BASE_EXC_SUBCLASS) === 0) return [];
  return [
    ...field(rt, p, L.EXC_ARGS, '.args'),
    ...field(rt, p, L.EXC_TRACEBACK, '.__traceback__'),
    ...field(rt, p, L.EXC_CAUSE, '.__cause__'),
    ...field(rt, p, L.EXC_CONTEXT, '.__context__'),
  ];
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

/**
 * What tp_traverse visits and no name is known for: places of a row such as a deque, else the type's
 * name, as `list` for the list that an iterator goes over.
 */
function traversed(rt: Runtime, p: Addr, type: Addr, named: readonly Arrow[]): Arrow[] {
  const fn = rt.i32[(type + L.TP_TRAVERSE) >> 2]!;
  if (fn === 0) return [];
  const known = new Set(named.map(({ to }) => to));
  known.add(instanceDict(rt, p, type));
  const flags = rt.i32[(type + L.TP_FLAGS) >> 2]!;
  const isRow = (flags & L.TPFLAGS_SEQUENCE) !== 0;
  const isMapping = (flags & L.TPFLAGS_DICT_SUBCLASS) !== 0;
  const arrows: Arrow[] = [];
  rt.fns[fn]!(rt, p, (to: Addr) => {
    if (isType(rt, to) || known.has(to) || (isMapping && isStr(rt, to))) return;
    const label = isRow ? `[${arrows.length}]` : typeName(rt, rt.typeOf(to));
    arrows.push({ label, to });
  });
  return arrows;
}

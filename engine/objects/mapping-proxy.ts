/**
 * mappingproxy: a mapping that cannot be changed through it; `C.__dict__` is one.
 *
 *     +16  mapping  owned
 *
 * v3.13.0 Objects/descrobject.c PyDictProxy_Type
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { callTwoArgs } from './call.ts';
import { dictContains } from './dict.ts';
import { raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import {
  MP_SUBSCRIPT,
  TPFLAGS_HAVE_GC,
  TPFLAGS_LIST_SUBCLASS,
  TPFLAGS_MAPPING,
  TPFLAGS_TUPLE_SUBCLASS,
  TP_FLAGS,
} from './layouts.ts';
import {
  callMethod,
  contains,
  getAttr,
  getItem,
  getIter,
  hash,
  lengthOf,
  reprText,
  richCompare,
  slotOf,
  str,
  typeNameOf,
} from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs, newStr } from './strings.ts';
import { readyType } from './type-ready.ts';
import { classMethod, fast, type MethodSpec, noArgs, oneArg } from './type-spec.ts';
import { genericAliasNew } from './late-parts.ts';
import { inplaceOr, or, tpNew } from './late-introspection.ts';

const MP_MAPPING = 16;
const MP_SIZE = 24;

export function mappingOf(rt: Runtime, proxy: Addr): Addr {
  return rt.ptr(proxy + MP_MAPPING);
}

/** A proxy of any mapping. v3.13.0 PyDictProxy_New */
export function mappingProxyNew(rt: Runtime, mapping: Addr): Addr {
  if (!isMapping(rt, mapping)) {
    return raise(
      rt,
      rt.exc.TypeError,
      `mappingproxy() argument must be a mapping, not ${typeNameOf(rt, mapping)}`,
    );
  }
  const proxy = gcNew(rt, rt.types.mappingProxy, MP_SIZE);
  if (proxy === 0) return 0;
  rt.setPtr(proxy + MP_MAPPING, newRef(rt, mapping));
  gcTrack(rt, proxy);
  return proxy;
}

/** v3.13.0 mappingproxy_check_mapping */
function isMapping(rt: Runtime, p: Addr): boolean {
  const flags = rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]!;
  if (flags & (TPFLAGS_LIST_SUBCLASS | TPFLAGS_TUPLE_SUBCLASS)) return false;
  return slotOf(rt, p, MP_SUBSCRIPT) !== 0;
}

/** v3.13.0 mappingproxy_contains */
function proxyContains(rt: Runtime, proxy: Addr, key: Addr): number {
  const mapping = mappingOf(rt, proxy);
  if (rt.typeOf(mapping) === rt.types.dict) return dictContains(rt, mapping, key);
  return contains(rt, mapping, key);
}

/** v3.13.0 mappingproxy_repr */
function repr(rt: Runtime, proxy: Addr): Addr {
  const text = reprText(rt, mappingOf(rt, proxy));
  return text === null ? 0 : newStr(rt, `mappingproxy(${text})`);
}

/** v3.13.0 mappingproxy_get_impl */
function get(rt: Runtime, proxy: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'get', nargs, 1, 2)) return 0;
  const method = getAttr(rt, mappingOf(rt, proxy), rt.ids.get);
  if (method === 0) return 0;
  const fallback = nargs > 1 ? rt.arg(argv, 1) : rt.none;
  const result = callTwoArgs(rt, method, rt.arg(argv, 0), fallback);
  decref(rt, method);
  return result;
}

/** A method that asks the mapping's own. */
function forward(name: string): MethodSpec {
  return noArgs((rt, proxy) => {
    const key = internJs(rt, name);
    if (key === 0) return 0;
    const result = callMethod(rt, mappingOf(rt, proxy), key);
    decref(rt, key);
    return result;
  });
}

export function initMappingProxyType(rt: Runtime): void {
  rt.types.mappingProxy = readyType(rt, {
    name: 'mappingproxy',
    basicsize: MP_SIZE,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_MAPPING,
    slots: {
      tp_dealloc: (rt2, proxy) => {
        gcUntrackIfTracked(rt2, proxy);
        decref(rt2, mappingOf(rt2, proxy));
        gcDel(rt2, proxy);
      },
      tp_traverse: (rt2, proxy, visit) => {
        visit(mappingOf(rt2, proxy));
      },
      tp_repr: repr,
      tp_str: (rt2, proxy) => str(rt2, mappingOf(rt2, proxy)),
      tp_hash: (rt2, proxy) => hash(rt2, mappingOf(rt2, proxy)),
      tp_richcompare: (rt2, a, b, op) => richCompare(rt2, mappingOf(rt2, a), b, op),
      tp_iter: (rt2, proxy) => getIter(rt2, mappingOf(rt2, proxy)),
      tp_new: tpNew,
      nb_or: or,
      nb_inplace_or: inplaceOr,
      mp_length: (rt2, proxy) => lengthOf(rt2, mappingOf(rt2, proxy)),
      mp_subscript: (rt2, proxy, key) => getItem(rt2, mappingOf(rt2, proxy), key),
      sq_contains: proxyContains,
    },
    methods: {
      get: fast(get),
      keys: forward('keys'),
      values: forward('values'),
      items: forward('items'),
      copy: forward('copy'),
      __reversed__: forward('__reversed__'),
      __class_getitem__: classMethod(oneArg(genericAliasNew)),
    },
  });
}

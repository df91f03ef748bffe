/** mappingproxy: a read-only view of a mapping, as `cls.__dict__`. v3.13.0 Objects/descrobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { dictContains, dictGetItem } from './dict.ts';
import { errOccurred, raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import * as L from './layouts.ts';
import { vectorcall } from './call.ts';
import {
  contains,
  EQ,
  getAttr,
  getItem,
  getIter,
  hash,
  lengthOf,
  NE,
  notImplemented,
  reprText,
  richCompare,
  str,
  typeNameOf,
} from './object.ts';
import { binaryOp } from './number-protocol.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs, newStr } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { fastKeywords, type MethodSpec, noArgs } from './type-spec.ts';

/** BINARY_OP's number of `|` */
const OPERATOR_OR = 7;

const PROXY_MAPPING = 16;
const PROXY_SIZE = 24;

/** A proxy for `mapping` (borrowed); new, 0 with an exception. v3.13.0 PyDictProxy_New */
export function mappingProxyNew(rt: Runtime, mapping: Addr): Addr {
  const p = gcNew(rt, rt.types.mappingProxy, PROXY_SIZE);
  if (p === 0) return 0;
  rt.setPtr(p + PROXY_MAPPING, newRef(rt, mapping));
  gcTrack(rt, p);
  return p;
}

/** What it shows; borrowed. */
export function proxiedMapping(rt: Runtime, p: Addr): Addr {
  return rt.ptr(p + PROXY_MAPPING);
}

function isProxy(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.mappingProxy;
}

function isExactDict(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.dict;
}

/** v3.13.0 mappingproxy_new */
function proxyTypeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'mappingproxy', kwargs)) return 0;
  if (!checkPositional(rt, 'mappingproxy', tupleSize(rt, args), 1, 1)) return 0;
  const mapping = tupleItem(rt, args, 0);
  const type = rt.typeOf(mapping);
  const sequence = type === rt.types.list || type === rt.types.tuple;
  if (sequence || rt.ptr(type + L.MP_SUBSCRIPT) === 0) {
    const what = typeNameOf(rt, mapping);
    return raise(rt, rt.exc.TypeError, `mappingproxy() argument must be a mapping, not ${what}`);
  }
  return mappingProxyNew(rt, mapping);
}

/** v3.13.0 mappingproxy_getitem */
function proxyGetItem(rt: Runtime, self: Addr, key: Addr): Addr {
  return getItem(rt, proxiedMapping(rt, self), key);
}

function proxyContains(rt: Runtime, self: Addr, key: Addr): number {
  const mapping = proxiedMapping(rt, self);
  return isExactDict(rt, mapping) ? dictContains(rt, mapping, key) : contains(rt, mapping, key);
}

/** A method that passes its call on to the mapping's own. v3.13.0 mappingproxy_keys and its like */
function delegate(name: string): MethodSpec {
  return noArgs((rt, self) => callMapping(rt, self, name, 0, 0));
}

function callMapping(rt: Runtime, self: Addr, name: string, argv: Addr, nargs: number): Addr {
  const key = internJs(rt, name);
  if (key === 0) return 0;
  const method = getAttr(rt, proxiedMapping(rt, self), key);
  decref(rt, key);
  if (method === 0) return 0;
  const result = vectorcall(rt, method, argv, nargs, 0);
  decref(rt, method);
  return result;
}

/** v3.13.0 mappingproxy_get: the default is None */
function proxyGet(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!noKeywords(rt, 'mappingproxy.get', kwnames)) return 0;
  if (!checkPositional(rt, 'get', nargs, 1, 2)) return 0;
  const mapping = proxiedMapping(rt, self);
  if (!isExactDict(rt, mapping)) return callMapping(rt, self, 'get', argv, nargs);
  const found = dictGetItem(rt, mapping, rt.arg(argv, 0));
  if (found !== 0) return newRef(rt, found);
  if (errOccurred(rt)) return 0;
  return newRef(rt, nargs > 1 ? rt.arg(argv, 1) : rt.none);
}

/** v3.13.0 mappingproxy_richcompare */
function proxyRichCompare(rt: Runtime, self: Addr, other: Addr, op: number): Addr {
  if (op !== EQ && op !== NE) return notImplemented(rt);
  const right = isProxy(rt, other) ? proxiedMapping(rt, other) : other;
  return richCompare(rt, proxiedMapping(rt, self), right, op);
}

/** v3.13.0 mappingproxy_or */
function proxyOr(rt: Runtime, a: Addr, b: Addr): Addr {
  const left = isProxy(rt, a) ? proxiedMapping(rt, a) : a;
  const right = isProxy(rt, b) ? proxiedMapping(rt, b) : b;
  return binaryOp(rt, left, right, OPERATOR_OR);
}

/** v3.13.0 mappingproxy_ior */
function proxyInplaceOr(rt: Runtime, self: Addr): Addr {
  const text = `'|=' is not supported by ${typeNameOf(rt, self)}; use '|' instead`;
  return raise(rt, rt.exc.TypeError, text);
}

function proxyRepr(rt: Runtime, self: Addr): Addr {
  const text = reprText(rt, proxiedMapping(rt, self));
  return text === null ? 0 : newStr(rt, `mappingproxy(${text})`);
}

/** Readies mappingproxy. */
export function initMappingProxyType(rt: Runtime): void {
  rt.types.mappingProxy = readyType(rt, {
    name: 'mappingproxy',
    basicsize: PROXY_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_MAPPING,
    slots: {
      tp_dealloc: (rt, self) => {
        gcUntrack(rt, self);
        decref(rt, proxiedMapping(rt, self));
        gcDel(rt, self);
      },
      tp_traverse: (rt, self, visit) => visit(proxiedMapping(rt, self)),
      tp_repr: proxyRepr,
      tp_str: (rt, self) => str(rt, proxiedMapping(rt, self)),
      tp_hash: (rt, self) => hash(rt, proxiedMapping(rt, self)),
      tp_iter: (rt, self) => getIter(rt, proxiedMapping(rt, self)),
      tp_richcompare: proxyRichCompare,
      tp_new: proxyTypeNew,
      nb_or: proxyOr,
      nb_inplace_or: proxyInplaceOr,
      mp_length: (rt, self) => lengthOf(rt, proxiedMapping(rt, self)),
      mp_subscript: proxyGetItem,
      sq_contains: proxyContains,
    },
    methods: {
      get: fastKeywords(proxyGet),
      keys: delegate('keys'),
      values: delegate('values'),
      items: delegate('items'),
      copy: delegate('copy'),
      __reversed__: delegate('__reversed__'),
    },
    doc: 'Read-only proxy of a mapping.',
  });
}

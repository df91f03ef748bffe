/** types.GenericAlias: `list[int]`. v3.13.0 Objects/genericaliasobject.c */
import type { Addr } from '../base/brand.ts';
import { callObject } from './call.ts';
import { raise } from './errors.ts';
import { aliasCode, aliasSubscript, genericAliasNew, unionOr } from './late-parts.ts';
import * as L from './layouts.ts';
import type { Runtime } from './runtime.ts';
import { tuplePack } from './tuple.ts';
import { addMethod, readyType } from './type-ready.ts';
import { classMethod, oneArg } from './type-spec.ts';
import { late } from '../base/part.ts';

const aliasDealloc = late(aliasCode, 'aliasDealloc');
const aliasRepr = late(aliasCode, 'aliasRepr');
const aliasHash = late(aliasCode, 'aliasHash');
const aliasGetAttr = late(aliasCode, 'aliasGetAttr');
const aliasTraverse = late(aliasCode, 'aliasTraverse');
const aliasCompare = late(aliasCode, 'aliasCompare');
const aliasTypeNew = late(aliasCode, 'aliasTypeNew');
const aliasParametersOf = late(aliasCode, 'aliasParametersOf');

export const ORIGIN = 16;
export const ARGS = 24;
export const WEAKREFLIST = 40;
const STARRED = 48;
export const VECTORCALL = 56;
export const ALIAS_SIZE = 64;

function neverInstance(what: string) {
  return (rt: Runtime): Addr =>
    raise(rt, rt.exc.TypeError, `${what}() argument 2 cannot be a parameterized generic`);
}

const member = { type: 'object', readonly: true } as const;

/** Readies GenericAlias, and lets the containers be subscripted. */
export function initGenericAliasType(rt: Runtime): void {
  rt.types.genericAlias = readyType(rt, {
    name: 'types.GenericAlias',
    basicsize: ALIAS_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE | L.TPFLAGS_HAVE_VECTORCALL,
    weaklistoffset: WEAKREFLIST,
    vectorcallOffset: VECTORCALL,
    slots: {
      tp_dealloc: aliasDealloc,
      tp_repr: aliasRepr,
      tp_hash: aliasHash,
      tp_call: callObject,
      tp_getattro: aliasGetAttr,
      tp_traverse: aliasTraverse,
      tp_richcompare: aliasCompare,
      tp_new: aliasTypeNew,
      nb_or: unionOr,
      mp_subscript: (r, self, item) => aliasSubscript(r, self, item),
    },
    methods: {
      __mro_entries__: oneArg((r, self) => tuplePack(r, r.ptr(self + ORIGIN))),
      __instancecheck__: oneArg(neverInstance('isinstance')),
      __subclasscheck__: oneArg(neverInstance('issubclass')),
    },
    members: {
      __origin__: { offset: ORIGIN, ...member },
      __args__: { offset: ARGS, ...member },
      __unpacked__: { offset: STARRED, type: 'bool', readonly: true },
    },
    getset: { __parameters__: { get: aliasParametersOf } },
  });
  if (!rt.profile.typesAreGeneric) return;
  const t = rt.types;
  const method = classMethod(oneArg(genericAliasNew));
  for (const type of [t.list, t.tuple, t.dict, t.set, t.frozenset, t.enumerate]) {
    addMethod(rt, type, '__class_getitem__', method);
  }
}

/**
 * Unions where `Union[int, str]` and `int | str` are the same: the type typing.Union.
 *
 *     +16  args           owned: a tuple
 *     +24  hashable_args  owned: a frozenset of those that can be hashed
 *     +32  unhashable_args  owned: a tuple of the others, or NULL
 *     +40  parameters     owned or NULL
 *     +48  weakreflist
 *
 * v3.14.0 Objects/unionobject.c
 */
import type { Addr } from '../base/brand.ts';
import { gcDel, gcUntrack } from './gc-object.ts';
import { oneUnionCode, type typeOr, unionSubscript } from './late-parts.ts';
import * as L from './layouts.ts';
import { newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { readyType } from './type-ready.ts';
import { classMethod, type GetSetSpec, oneArg } from './type-spec.ts';
import { late } from '../base/part.ts';

const repr = late(oneUnionCode, 'repr');
const getAttribute = late(oneUnionCode, 'getAttribute');
const hashOf = late(oneUnionCode, 'hashOf');
const compare = late(oneUnionCode, 'compare');
const classGetItem = late(oneUnionCode, 'classGetItem');
const noBase = late(oneUnionCode, 'noBase');
const parameters = late(oneUnionCode, 'parameters');

export const ARGS = 16;
export const HASHABLE = 24;
export const UNHASHABLE = 32;
export const PARAMETERS = 40;
export const WEAKREFLIST = 48;
export const SIZE = 56;
const OWNED = [ARGS, HASHABLE, UNHASHABLE, PARAMETERS];
const NAME: GetSetSpec = { get: (rt) => newStr(rt, 'Union') };

/** Its members, for isinstance and issubclass; borrowed, 0 for what is no such union. */
export function unionMembers(rt: Runtime, p: Addr): Addr {
  return rt.profile.typeParameters.oneUnion && rt.typeOf(p) === rt.types.unionType
    ? rt.ptr(p + ARGS)
    : 0;
}

/** Readies typing.Union; `or` is the `|` of types. */
export function initOneUnion(rt: Runtime, or: typeof typeOr): void {
  rt.types.unionType = readyType(rt, {
    name: 'typing.Union',
    basicsize: SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_DISALLOW_INSTANTIATION,
    weaklistoffset: WEAKREFLIST,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrack(r, self);
        if (r.ptr(self + WEAKREFLIST) !== 0) r.hooks.clearWeakrefs(r, self);
        for (const field of OWNED) xdecref(r, r.ptr(self + field));
        gcDel(r, self);
      },
      tp_repr: repr,
      tp_getattro: getAttribute,
      tp_hash: hashOf,
      tp_traverse: (r, self, visit) => {
        for (const field of OWNED) if (r.ptr(self + field) !== 0) visit(r.ptr(self + field));
      },
      tp_richcompare: compare,
      nb_or: or,
      mp_subscript: (r, self, item) => unionSubscript(r, self, item),
    },
    methods: {
      __class_getitem__: classMethod(oneArg(classGetItem)),
      __mro_entries__: oneArg(noBase),
    },
    members: { __args__: { offset: ARGS, type: 'object', readonly: true } },
    getset: {
      __name__: NAME,
      __qualname__: NAME,
      __origin__: { get: (r) => newRef(r, r.types.unionType) },
      __parameters__: { get: parameters },
    },
  });
}

/** types.UnionType: `int | None`; from 3.14 on see one-union.ts. v3.13.0 Objects/unionobject.c */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { raise } from './errors.ts';
import { gcDel, gcUntrack } from './gc-object.ts';
import { parametersOf, unionCode, unionOr, unionSubscript } from './late-parts.ts';
import * as L from './layouts.ts';
import { isInstance, isSubclass } from './object.ts';
import { initOneUnion } from './one-union.ts';
import { xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isType } from './type-object.ts';
import { readyType } from './type-ready.ts';
import { oneArg } from './type-spec.ts';
import { late } from '../base/part.ts';
import type { Check } from './union-type-code.ts';

const unionRepr = late(unionCode, 'unionRepr');
const unionHash = late(unionCode, 'unionHash');
const unionCompare = late(unionCode, 'unionCompare');
const members = late(unionCode, 'members');

export const ARGS = 16;
export const PARAMETERS = 24;
export const UNION_SIZE = 32;

/** v3.13.0 union_instancecheck, union_subclasscheck */
function checkAny(check: Check, name: string) {
  return (rt: Runtime, self: Addr, p: Addr): Addr => {
    const all = members(rt, self);
    if (all.some((member) => !isType(rt, member))) {
      const text = `${name}() argument 2 cannot be a parameterized generic`;
      return raise(rt, rt.exc.TypeError, text);
    }
    for (const member of all) {
      const answer = check(rt, p, member);
      if (answer < 0) return 0;
      if (answer === 1) return newBool(rt, true);
    }
    return newBool(rt, false);
  };
}

/** Readies UnionType. */
export function initUnionType(rt: Runtime): void {
  if (rt.profile.typeParameters.oneUnion) {
    initOneUnion(rt, unionOr);
    return;
  }
  rt.types.unionType = readyType(rt, {
    name: 'types.UnionType',
    basicsize: UNION_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrack(r, self);
        xdecref(r, r.ptr(self + ARGS));
        xdecref(r, r.ptr(self + PARAMETERS));
        gcDel(r, self);
      },
      tp_repr: unionRepr,
      tp_hash: unionHash,
      tp_traverse: (r, self, visit) => visit(r.ptr(self + ARGS)),
      tp_richcompare: unionCompare,
      nb_or: unionOr,
      mp_subscript: (r, self, item) => unionSubscript(r, self, item),
    },
    methods: {
      __instancecheck__: oneArg(checkAny(isInstance, 'isinstance')),
      __subclasscheck__: oneArg(checkAny(isSubclass, 'issubclass')),
    },
    members: { __args__: { offset: ARGS, type: 'object', readonly: true } },
    getset: { __parameters__: { get: (r, self) => parametersOf(r, r.ptr(self + ARGS)) } },
  });
}

/** `T | int` of type parameters. v3.13.0 Objects/typevarobject.c make_union */
import type { Addr } from '../../base/brand.ts';
import { decref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { unionOr } from '../../objects/union-type.ts';
import { callTyping } from './type-parameter.ts';

/** A union of either side: of types where the release has but one kind of union, else typing's. */
export function typeParameterOr(rt: Runtime, a: Addr, b: Addr): Addr {
  if (rt.profile.typeParameters.oneUnion) {
    const union = unionOr(rt, a, b);
    if (union !== rt.notImplemented) return union;
    decref(rt, union);
  }
  return callTyping(rt, '_make_union_of', a, b);
}

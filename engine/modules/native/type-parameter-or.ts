/** `T | int` of type parameters. v3.14.0 Objects/typevarobject.c make_union */
import type { Addr } from '../../base/brand.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { callTyping } from './type-parameter.ts';
import { unionOfAll } from '../../objects/late-parts.ts';

/** A union of either side: of types where the release has but one kind of union, else typing's. */
export function typeParameterOr(rt: Runtime, a: Addr, b: Addr): Addr {
  if (rt.profile.typeParameters.oneUnion) return unionOfAll(rt, [a, b]);
  return callTyping(rt, '_make_union_of', a, b);
}

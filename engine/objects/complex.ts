/** complex: the type. What it does: complex-part.ts. v3.13.0 Objects/complexobject.c */
import type { Addr } from '../base/brand.ts';
import { complexMethods, complexSlots } from './late-parts.ts';
import { COMPLEX_IMAG, COMPLEX_REAL, COMPLEX_SIZE, TP_FREE, TPFLAGS_BASETYPE } from './layouts.ts';
import { FREE_COMPLEX, type Runtime } from './runtime.ts';
import { freeListPush } from './freelists.ts';
import { readyType } from './type-ready.ts';

/** A complex itself may be kept for reuse. v3.15.0 complex_dealloc */
function complexDealloc(rt: Runtime, p: Addr): void {
  const limit = rt.typeOf(p) === rt.types.complex ? rt.profile.freeLists.complex : 0;
  if (limit > 0 && freeListPush(rt, FREE_COMPLEX, p, limit)) return;
  rt.fns[rt.i32[(rt.typeOf(p) + TP_FREE) >> 2]!]!(rt, p);
}

const { nb_floor_divide, nb_remainder, nb_divmod, nb_int, nb_float, ...ownSlots } = complexSlots;
const refusals = { nb_floor_divide, nb_remainder, nb_divmod, nb_int, nb_float };

export function initComplexType(rt: Runtime): void {
  const refused = rt.profile.errorWords.complexRefuses ? refusals : {};
  rt.types.complex = readyType(rt, {
    name: 'complex',
    basicsize: COMPLEX_SIZE,
    flags: TPFLAGS_BASETYPE,
    slots: { tp_dealloc: complexDealloc, ...ownSlots, ...refused },
    methods: complexMethods,
    members: {
      real: { offset: COMPLEX_REAL, type: 'double', readonly: true },
      imag: { offset: COMPLEX_IMAG, type: 'double', readonly: true },
    },
  });
}

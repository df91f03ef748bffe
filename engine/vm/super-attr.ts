/** `super().name`. v3.13.0 Python/bytecodes.c LOAD_SUPER_ATTR */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { vectorcall } from '../objects/call.ts';
import { getAttr } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { superLookup, superMethod } from '../objects/super.ts';
import { dropSlots } from './stack-refs.ts';

/**
 * STACK = what `super` names, class, self. Writes the attribute, and behind it NULL for the method
 * form, over them. The built-in super is not called: no object is made of it.
 * @param flags 1: method form; 2: super was called with two arguments
 * @returns -1 with an exception, the stack as it was
 */
export function loadSuperAttr(rt: Runtime, sp: number, name: Addr, flags: number): number {
  const at = sp - 6;
  const callable = rt.i32[at]!;
  const value =
    callable === rt.types.super
      ? superLookup(rt, rt.i32[at + 2]!, rt.i32[at + 4]!, name)
      : viaCall(rt, callable, (at + 2) << 2, flags & 2, name);
  if (value === 0) return -1;
  for (let i = 0; i < 3; i++) decref(rt, rt.i32[at + 2 * i]!);
  rt.i32[at] = value;
  rt.i32[at + 1] = ADDRESS_HIGH;
  if (flags & 1) {
    rt.i32[at + 2] = 0;
    rt.i32[at + 3] = 0;
  }
  return 0;
}

/**
 * The method form for a function that a class defines: no bound method is made, and self goes on
 * with the reference it has. v3.13.0 Python/bytecodes.c LOAD_SUPER_ATTR_METHOD
 * @returns false when it is none; the stack is as it was
 */
export function loadSuperMethod(rt: Runtime, sp: number, name: Addr): boolean {
  const at = sp - 6;
  const i32 = rt.i32;
  if (i32[at] !== rt.types.super) return false;
  const found = superMethod(rt, i32[at + 2]!, i32[at + 4]!, name);
  if (found === 0) return false;
  const self = i32[at + 4]!;
  const selfHigh = i32[at + 5]!;
  i32[at + 4] = 0;
  i32[at + 5] = 0;
  dropSlots(rt, at, 2);
  i32[at] = newRef(rt, found);
  i32[at + 1] = ADDRESS_HIGH;
  i32[at + 2] = self;
  i32[at + 3] = selfHigh;
  return true;
}

/** What was put in the place of `super` gets the arguments that were written. */
function viaCall(rt: Runtime, callable: Addr, argv: Addr, nargs: number, name: Addr): Addr {
  const proxy = vectorcall(rt, callable, argv, nargs, 0);
  if (proxy === 0) return 0;
  const value = getAttr(rt, proxy, name);
  decref(rt, proxy);
  return value;
}

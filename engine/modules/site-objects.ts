/**
 * What the module site puts among the built-ins: `exit`, `help`, `license` and their kin.
 *
 *     +16  which of them, 8 bytes
 *
 * NOT CPYTHON: static objects of static types; there instances of classes in Python, with a dict.
 * v3.13.0 Lib/_sitebuiltins.py
 */
import type { Addr } from '../base/brand.ts';
import { moduleAddSteal } from '../objects/module.ts';
import { newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newStr } from '../objects/strings.ts';
import { readyType } from '../objects/type-ready.ts';
import type { GetSetSpec, Slots, TypeSpec } from '../objects/type-spec.ts';
import { lateSlots } from '../objects/type-spec.ts';
import { hostPart } from './late-parts.ts';

const WHICH = 16;
const SIZE = 24;

const NAMES = ['exit', 'quit', 'copyright', 'credits', 'license', 'help'] as const;
export type SiteName = (typeof NAMES)[number];

/** What the object is called in the built-ins. */
export function siteName(rt: Runtime, self: Addr): SiteName {
  return NAMES[rt.size(self + WHICH)]!;
}

const SLOTS = ['tp_repr', 'tp_call'] as const;
const quitterSlots = lateSlots(() => hostPart.code.quitterSlots, SLOTS);
const printerSlots = lateSlots(() => hostPart.code.printerSlots, SLOTS);
const helperSlots = lateSlots(() => hostPart.code.helperSlots, SLOTS);

const name: GetSetSpec = { get: (rt, self) => newStr(rt, siteName(rt, self)) };
const eof: GetSetSpec = { get: (rt) => newStr(rt, END_OF_FILE) };

/** How a terminal is told that nothing more comes. */
export const END_OF_FILE = 'Ctrl-D (i.e. EOF)';

function makeType(
  rt: Runtime,
  short: string,
  slots: Pick<Slots, 'tp_repr' | 'tp_call'>,
  getset: NonNullable<TypeSpec['getset']>,
): Addr {
  const immortal: Slots['tp_dealloc'] = (r, self) => {
    r.i32[self >> 2] = r.profile.staticRefcnt;
  };
  return readyType(rt, {
    name: `_sitebuiltins.${short}`,
    basicsize: SIZE,
    slots: { ...slots, tp_dealloc: immortal },
    getset,
  });
}

/** Puts them into the module `builtins`. */
export function addSiteObjects(rt: Runtime, module: Addr): void {
  const quitter = makeType(rt, 'Quitter', quitterSlots, { name, eof });
  const printer = makeType(rt, '_Printer', printerSlots, {});
  const helper = makeType(rt, '_Helper', helperSlots, {});
  const types = [quitter, quitter, printer, printer, printer, helper];
  for (const [i, type] of types.entries()) {
    const p = rt.memory.sbrkStatic(SIZE);
    rt.i32[p >> 2] = rt.profile.staticRefcnt;
    rt.setPtr(p + 8, type);
    rt.setSize(p + WHICH, i);
    moduleAddSteal(rt, module, NAMES[i]!, newRef(rt, p));
  }
}

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
import { numberFunctions, readyType } from '../objects/type-ready.ts';
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

const immortal: Slots['tp_dealloc'] = (rt, self) => {
  rt.i32[self >> 2] = rt.profile.staticRefcnt;
};

const specOf = (
  short: string,
  slots: Pick<Slots, 'tp_repr' | 'tp_call'>,
  getset: NonNullable<TypeSpec['getset']>,
): TypeSpec => ({
  name: `_sitebuiltins.${short}`,
  basicsize: SIZE,
  slots: { ...slots, tp_dealloc: immortal },
  getset,
});

const SPECS = [
  specOf('Quitter', quitterSlots, { name, eof }),
  specOf('_Printer', printerSlots, {}),
  specOf('_Helper', helperSlots, {}),
] as const;

/** Their types are made with the modules, which a boot from an image has already: it needs the numbers alone. */
export function numberSiteObjects(rt: Runtime): void {
  for (const spec of SPECS) numberFunctions(rt, spec);
}

/** Puts them into the module `builtins`. */
export function addSiteObjects(rt: Runtime, module: Addr): void {
  const [quitter, printer, helper] = SPECS.map((spec) => readyType(rt, spec)) as [Addr, Addr, Addr];
  const types = [quitter, quitter, printer, printer, printer, helper];
  for (const [i, type] of types.entries()) {
    const p = rt.memory.sbrkStatic(SIZE);
    rt.i32[p >> 2] = rt.profile.staticRefcnt;
    rt.setPtr(p + 8, type);
    rt.setSize(p + WHICH, i);
    moduleAddSteal(rt, module, NAMES[i]!, newRef(rt, p));
  }
}

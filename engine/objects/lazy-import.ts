/**
 * lazy_import: what stands for a module, or for a name in one, until it is used.
 *
 *     +16  builtins  owned: where `__import__` is looked up; NULL for a part of another
 *     +24  from      owned: the module's name, or the lazy_import that this is taken from
 *     +32  attr      owned: a tuple of names, the one name taken, or NULL
 *     +40  code      owned: the code that has the import
 *     +48  instruction, an index in that code
 *
 * Read from what 3.15.2 answers and holds. PEP 810, v3.15.0 Objects/lazyimportobject.c
 */
import type { Addr } from '../base/brand.ts';
import { errClear, errMatches, raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import { genericGetAttr } from './generic-attr.ts';
import * as L from './layouts.ts';
import { reprText } from './object.ts';
import { clearOwned, decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { typeShortName } from './type-object.ts';
import { readyType } from './type-ready.ts';
import { noArgs } from './type-spec.ts';

const BUILTINS = 16;
const FROM = 24;
const ATTR = 32;
const CODE = 40;
const INSTRUCTION = 48;
const SIZE = 56;
const OWNED = [BUILTINS, FROM, ATTR, CODE];

/** What one holds; all borrowed, 0 for NULL. */
export interface LazyImport {
  readonly builtins: Addr;
  readonly from: Addr;
  readonly attr: Addr;
  readonly code: Addr;
  readonly instruction: number;
}

/** A new one, tracked; takes references of its own. */
export function lazyImportNew(rt: Runtime, fields: LazyImport): Addr {
  const self = gcNew(rt, rt.types.lazyImport, SIZE);
  if (self === 0) return 0;
  const set = (at: number, p: Addr) => rt.setPtr(self + at, p === 0 ? 0 : newRef(rt, p));
  set(BUILTINS, fields.builtins);
  set(FROM, fields.from);
  set(ATTR, fields.attr);
  set(CODE, fields.code);
  rt.i32[(self + INSTRUCTION) >> 2] = fields.instruction;
  rt.i32[(self + INSTRUCTION + 4) >> 2] = 0;
  gcTrack(rt, self);
  return self;
}

export function lazyImportFields(rt: Runtime, self: Addr): LazyImport {
  return {
    builtins: rt.ptr(self + BUILTINS),
    from: rt.ptr(self + FROM),
    attr: rt.ptr(self + ATTR),
    code: rt.ptr(self + CODE),
    instruction: rt.i32[(self + INSTRUCTION) >> 2]!,
  };
}

/** `json`, `csv...`, `csv.reader`: what it stands for. */
export function lazyImportName(rt: Runtime, self: Addr): string {
  const { from, attr } = lazyImportFields(rt, self);
  if (isStr(rt, from)) return attr === 0 ? strToJs(rt, from) : `${strToJs(rt, from)}...`;
  return `${nameBefore(rt, from)}.${strToJs(rt, attr)}`;
}

/** What a name is taken from: of `import a.b as c` that is `a` at first. */
function nameBefore(rt: Runtime, parent: Addr): string {
  const { from, attr } = lazyImportFields(rt, parent);
  if (!isStr(rt, from)) return lazyImportName(rt, parent);
  const whole = strToJs(rt, from);
  return attr === 0 ? whole.split('.', 1)[0]! : whole;
}

function getAttribute(rt: Runtime, self: Addr, name: Addr): Addr {
  const value = genericGetAttr(rt, self, name);
  if (value !== 0 || !errMatches(rt, rt.exc.AttributeError)) return value;
  errClear(rt);
  const whole = newStr(rt, lazyImportName(rt, self));
  const text = `cannot access attribute ${reprText(rt, name)} on unresolved lazy import ${reprText(rt, whole)}`;
  decref(rt, whole);
  return raise(rt, rt.exc.AttributeError, text);
}

/** Readies lazy_import. */
export function initLazyImportType(rt: Runtime): void {
  rt.types.lazyImport = readyType(rt, {
    name: 'lazy_import',
    basicsize: SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_DISALLOW_INSTANTIATION,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrack(r, self);
        for (const field of OWNED) xdecref(r, r.ptr(self + field));
        gcDel(r, self);
      },
      tp_traverse: (r, self, visit) => {
        for (const field of OWNED) if (r.ptr(self + field) !== 0) visit(r.ptr(self + field));
      },
      tp_clear: (r, self) => {
        for (const field of OWNED) clearOwned(r, self + field);
        return 0;
      },
      tp_repr: (r, self) =>
        newStr(r, `<${typeShortName(r, r.typeOf(self))} '${lazyImportName(r, self)}'>`),
      tp_getattro: getAttribute,
    },
    methods: { resolve: noArgs((r, self) => r.vm.resolveLazyImport(r, self)) },
    doc: `Represents a lazy import that will be resolved on first use.

Instances of this object accessed from the global scope will be
automatically imported based upon their name and then replaced with
the imported value.`,
  });
}

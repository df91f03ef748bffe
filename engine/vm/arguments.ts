/**
 * From the arguments of a call to the locals of a frame: defaults, *args, **kwargs, and the words
 * of the TypeErrors. v3.13.0 Python/ceval.c initialize_locals
 */
import type { Addr } from '../base/brand.ts';
import { CO_VARARGS, CO_VARKEYWORDS } from '../compile/index.ts';
import { dictGetItem, dictNew, dictSetItem } from '../objects/dict.ts';
import { errOccurred, raise } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, strEqual, strToJs } from '../objects/strings.ts';
import { tupleFromRowSteal, tupleItem, tupleSize } from '../objects/tuple.ts';
import { drop, ownRow } from './stack-refs.ts';
import { missingArguments, unexpectedKeyword } from './late-parts.ts';

/**
 * Fills localsplus of a new frame, all slots, from a row of owned references.
 * @param argv `nargs` positional values, then one for each name of `kwnames`; all are stolen,
 *   also on failure
 * @param kwnames tuple of names, borrowed; 0 for none
 * @returns false with an exception; the locals filled so far are for clearFrame to drop
 */
export function initializeLocals(
  rt: Runtime,
  func: Addr,
  frame: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): boolean {
  const code = rt.ptr(func + L.FUNC_CODE);
  const binding: Binding = {
    func,
    code,
    locals: frame + rt.layout.frameHeader,
    flags: rt.i32[(code + L.CO_FLAGS) >> 2]!,
    argcount: rt.i32[(code + L.CO_ARGCOUNT) >> 2]!,
    total: rt.i32[(code + L.CO_ARGCOUNT) >> 2]! + rt.i32[(code + L.CO_KWONLYARGCOUNT) >> 2]!,
    argv,
    nargs,
  };
  const slots = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!;
  rt.i32.fill(0, binding.locals >> 2, (binding.locals >> 2) + 2 * slots);
  const nkw = kwnames === 0 ? 0 : tupleSize(rt, kwnames);
  const ok =
    bindPositional(rt, binding) &&
    bindKeywords(rt, binding, kwnames) &&
    checkTooMany(rt, binding) &&
    bindDefaults(rt, binding) &&
    bindKeywordDefaults(rt, binding);
  // what found its place was zeroed in the row
  for (let i = argv >> 2, end = i + 2 * (nargs + nkw); i < end; i += 2) drop(rt, i);
  return ok;
}

export interface Binding {
  readonly func: Addr;
  readonly code: Addr;
  /** offset of localsplus */
  readonly locals: Addr;
  readonly flags: number;
  readonly argcount: number;
  /** positional and keyword-only parameters */
  readonly total: number;
  readonly argv: Addr;
  readonly nargs: number;
}

/** Moves positional arguments into their slots, the rest into the tuple of *args. */
function bindPositional(rt: Runtime, b: Binding): boolean {
  const n = Math.min(b.nargs, b.argcount);
  for (let i = 0; i < n; i++) moveSlot(rt, b.argv + 8 * i, b.locals + 8 * i);
  if (!(b.flags & CO_VARARGS)) return true;
  const from = b.argv + 8 * n;
  ownRow(rt, from >> 2, b.nargs - n);
  const rest = tupleFromRowSteal(rt, from, b.nargs - n);
  rt.i32.fill(0, from >> 2, (b.argv + 8 * b.nargs) >> 2);
  if (rest === 0) return false;
  rt.setPtr(b.locals + 8 * b.total, rest);
  return true;
}

/** Moves a reference as it is, counted or borrowed. */
function moveSlot(rt: Runtime, from: Addr, to: Addr): void {
  const i32 = rt.i32;
  i32[to >> 2] = i32[from >> 2]!;
  i32[(to >> 2) + 1] = i32[(from >> 2) + 1]!;
  i32[from >> 2] = 0;
  i32[(from >> 2) + 1] = 0;
}

/** Slot of the dict of **kwargs. */
function kwdictSlot(b: Binding): Addr {
  return b.locals + 8 * (b.total + (b.flags & CO_VARARGS ? 1 : 0));
}

function bindKeywords(rt: Runtime, b: Binding, kwnames: Addr): boolean {
  let kwdict = 0;
  if (b.flags & CO_VARKEYWORDS) {
    kwdict = dictNew(rt);
    if (kwdict === 0) return false;
    rt.setPtr(kwdictSlot(b), kwdict);
  }
  const nkw = kwnames === 0 ? 0 : tupleSize(rt, kwnames);
  for (let k = 0; k < nkw; k++) {
    const at = b.argv + 8 * (b.nargs + k);
    if (!bindKeyword(rt, b, tupleItem(rt, kwnames, k), at, kwdict, kwnames)) return false;
  }
  return true;
}

function bindKeyword(
  rt: Runtime,
  b: Binding,
  name: Addr,
  at: Addr,
  kwdict: Addr,
  kwnames: Addr,
): boolean {
  if (!isStr(rt, name)) {
    raise(rt, rt.exc.TypeError, `${qualname(rt, b)}() keywords must be strings`);
    return false;
  }
  const posonly = rt.i32[(b.code + L.CO_POSONLYARGCOUNT) >> 2]!;
  const slot = findParameter(rt, b, name, posonly);
  if (slot < 0) {
    if (kwdict !== 0) {
      const value = rt.ptr(at);
      if (dictSetItem(rt, kwdict, name, value) < 0) return false;
      drop(rt, at >> 2);
      rt.setPtr(at, 0);
      return true;
    }
    return unexpectedKeyword(rt, b, name, posonly, kwnames);
  }
  if (rt.ptr(b.locals + 8 * slot) !== 0) {
    const text = strToJs(rt, name);
    raise(rt, rt.exc.TypeError, `${qualname(rt, b)}() got multiple values for argument '${text}'`);
    return false;
  }
  moveSlot(rt, at, b.locals + 8 * slot);
  return true;
}

/** The slot of a parameter that may be given by name, or -1. Identity first, then equality. */
function findParameter(rt: Runtime, b: Binding, name: Addr, posonly: number): number {
  const names = rt.ptr(b.code + L.CO_LOCALSPLUSNAMES);
  for (let i = posonly; i < b.total; i++) if (tupleItem(rt, names, i) === name) return i;
  for (let i = posonly; i < b.total; i++) {
    if (strEqual(rt, tupleItem(rt, names, i), name)) return i;
  }
  return -1;
}

export function qualname(rt: Runtime, b: Binding): string {
  const name = rt.profile.texts.functionsAreQualified ? L.FUNC_QUALNAME : L.FUNC_NAME;
  return strToJs(rt, rt.ptr(b.func + name));
}

export function parameterName(rt: Runtime, b: Binding, i: number): string {
  return strToJs(rt, tupleItem(rt, rt.ptr(b.code + L.CO_LOCALSPLUSNAMES), i));
}

/** v3.13.0 Python/ceval.c too_many_positional */
function checkTooMany(rt: Runtime, b: Binding): boolean {
  if (b.nargs <= b.argcount || b.flags & CO_VARARGS) return true;
  const defaults = rt.ptr(b.func + L.FUNC_DEFAULTS);
  const ndefaults = defaults === 0 ? 0 : tupleSize(rt, defaults);
  let kwonlyGiven = 0;
  for (let i = b.argcount; i < b.total; i++) if (rt.ptr(b.locals + 8 * i) !== 0) kwonlyGiven++;
  const plural = ndefaults > 0 || b.argcount !== 1;
  const takes = ndefaults > 0 ? `from ${b.argcount - ndefaults} to ${b.argcount}` : `${b.argcount}`;
  const kwonly =
    kwonlyGiven > 0
      ? ` positional argument${b.nargs !== 1 ? 's' : ''} (and ${kwonlyGiven} keyword-only argument${kwonlyGiven !== 1 ? 's' : ''})`
      : '';
  raise(
    rt,
    rt.exc.TypeError,
    `${qualname(rt, b)}() takes ${takes} positional argument${plural ? 's' : ''} but ${b.nargs}${kwonly} ${b.nargs === 1 && kwonlyGiven === 0 ? 'was' : 'were'} given`,
  );
  return false;
}

function bindDefaults(rt: Runtime, b: Binding): boolean {
  if (b.nargs >= b.argcount) return true;
  const defaults = rt.ptr(b.func + L.FUNC_DEFAULTS);
  const ndefaults = defaults === 0 ? 0 : tupleSize(rt, defaults);
  const first = b.argcount - ndefaults;
  const missing: string[] = [];
  for (let i = b.nargs; i < first; i++) {
    if (rt.ptr(b.locals + 8 * i) === 0) missing.push(parameterName(rt, b, i));
  }
  if (missing.length > 0) return missingArguments(rt, b, 'positional', missing);
  for (let i = Math.max(first, b.nargs); i < b.argcount; i++) {
    if (rt.ptr(b.locals + 8 * i) === 0) {
      rt.setPtr(b.locals + 8 * i, newRef(rt, tupleItem(rt, defaults, i - first)));
    }
  }
  return true;
}

function bindKeywordDefaults(rt: Runtime, b: Binding): boolean {
  const kwdefaults = rt.ptr(b.func + L.FUNC_KWDEFAULTS);
  const names = rt.ptr(b.code + L.CO_LOCALSPLUSNAMES);
  const missing: string[] = [];
  for (let i = b.argcount; i < b.total; i++) {
    if (rt.ptr(b.locals + 8 * i) !== 0) continue;
    const value = kwdefaults === 0 ? 0 : dictGetItem(rt, kwdefaults, tupleItem(rt, names, i));
    if (value !== 0) rt.setPtr(b.locals + 8 * i, newRef(rt, value));
    else if (errOccurred(rt)) return false;
    else missing.push(parameterName(rt, b, i));
  }
  return missing.length === 0 || missingArguments(rt, b, 'keyword-only', missing);
}

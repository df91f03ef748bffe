/**
 * `code.replace(...)`: a copy of a code object with other names, flags or constants.
 *
 * NOT CPYTHON: what the instructions depend on (co_code, co_varnames and their like) cannot be replaced.
 * v3.13.0 Objects/codeobject.c code_replace_impl
 */
import type { Addr } from '../base/brand.ts';
import { unknownKeyword } from './args.ts';
import { isTuple } from './clinic.ts';
import { codeAlloc, CODE_OWNED } from './code.ts';
import { errOccurred, raise } from './errors.ts';
import * as L from './layouts.ts';
import { asSsize, typeNameOf } from './object.ts';
import { decref, newRef, setOwned } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { isStr, strToJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  co_flags: L.CO_FLAGS,
  co_firstlineno: L.CO_FIRSTLINENO,
};

const TEXTS: Readonly<Record<string, number>> = {
  co_filename: L.CO_FILENAME,
  co_name: L.CO_NAME,
  co_qualname: L.CO_QUALNAME,
};

const TUPLES: Readonly<Record<string, number>> = {
  co_consts: L.CO_CONSTS,
  co_names: L.CO_NAMES,
};

/** The method. */
export function codeReplace(
  rt: Runtime,
  self: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (nargs > 0) {
    const text = `replace() takes exactly 0 positional arguments (${nargs} given)`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const code = copyCode(rt, self);
  const count = kwnames === 0 || code === 0 ? 0 : tupleSize(rt, kwnames);
  for (let i = 0; i < count; i++) {
    const name = strToJs(rt, tupleItem(rt, kwnames, i));
    if (replaceField(rt, code, name, rt.arg(argv, i))) continue;
    decref(rt, code);
    return 0;
  }
  return code;
}

/** A code object like another, that nothing was decoded of yet; new. */
function copyCode(rt: Runtime, self: Addr): Addr {
  const units = rt.size(self + L.OB_SIZE);
  const code = codeAlloc(rt, units);
  if (code === 0) return 0;
  const end = self + rt.layout.codeHeader + 2 * units;
  rt.u8.copyWithin(code + L.OB_SIZE, self + L.OB_SIZE, end);
  rt.setPtr(code + L.CO_WEAKREFLIST, 0);
  rt.setPtr(code + L.CO_ZOMBIE, 0);
  for (const field of CODE_OWNED) {
    const p = rt.ptr(code + field);
    if (p !== 0) newRef(rt, p);
  }
  const next = (rt.state + STATE.nextCodeId) >> 2;
  rt.i32[next] = rt.i32[next]! + 1;
  rt.i32[(code + L.CO_CACHED) >> 2] = rt.i32[next]!;
  return code;
}

/** @returns false with an exception */
function replaceField(rt: Runtime, code: Addr, name: string, value: Addr): boolean {
  const number = NUMBERS[name];
  if (number !== undefined) {
    const n = asSsize(rt, value, rt.exc.OverflowError);
    if (n === -1 && errOccurred(rt)) return false;
    rt.i32[(code + number) >> 2] = n;
    return true;
  }
  const text = TEXTS[name];
  const field = text ?? TUPLES[name];
  if (field === undefined) {
    raise(rt, rt.exc.TypeError, unknownKeyword(rt, 'replace', [], name));
    return false;
  }
  if (text !== undefined ? isStr(rt, value) : isTuple(rt, value)) {
    setOwned(rt, code + field, newRef(rt, value));
    return true;
  }
  const wanted = text !== undefined ? 'str' : 'tuple';
  const given = typeNameOf(rt, value);
  raise(rt, rt.exc.TypeError, `replace() argument '${name}' must be ${wanted}, not ${given}`);
  return false;
}

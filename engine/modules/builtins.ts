/** The module `builtins`. v3.13.0 Python/bltinmodule.c */
import type { Addr } from '../base/brand.ts';
import { mayBeInteger } from '../objects/clinic.ts';
import { toAddress } from '../memory/index.ts';
import { checkPositional, parseArgs, type Params } from '../objects/args.ts';
import { ascii } from '../objects/ascii.ts';
import { newBool } from '../objects/bool.ts';
import { callOneArg, vectorcall } from '../objects/call.ts';
import { errClearIf, errOccurred, raise, raiseObject } from '../objects/errors.ts';
import { newFloat } from '../objects/float.ts';
import { intToBigInt, intToNumber, newInt, newIntFromWords, newSsize } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { listExtend, listNew } from '../objects/list.ts';
import { builtinModule, moduleAddSteal } from '../objects/module.ts';
import {
  numberAbsolute,
  numberAdd,
  numberDivmod,
  numberPower,
} from '../objects/number-protocol.ts';
import * as O from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { callIterNew } from '../objects/seq-iterators.ts';
import { isStr, newStr, strFromCodePoint, strLength, strReadChar } from '../objects/strings.ts';
import { fast, fastKeywords, noArgs, oneArg, type MethodSpec } from '../objects/type-spec.ts';
import { currentFrame } from '../vm/frames.ts';
import { localsOf } from '../vm/frame-object.ts';
import { importModule } from '../vm/imports.ts';
import { buildClass } from './build-class.ts';
import { compileBuiltin, evaluate, execute, hostBuiltins } from './late-parts.ts';
import { print } from './print.ts';
import { addSiteObjects, numberSiteObjects } from './site-objects.ts';
import { builtinAiter, builtinAnext, lazyImportBuiltin } from '../vm/late-parts.ts';

/** Parameters sorted by parseArgs; one row is enough since nothing calls back before it is read. */
const given = new Int32Array(8);

function id(rt: Runtime, _self: Addr, p: Addr): Addr {
  return newInt(rt, toAddress(p));
}

function len(rt: Runtime, _self: Addr, p: Addr): Addr {
  const n = O.lengthOf(rt, p);
  return n < 0 ? 0 : newSsize(rt, n);
}

function hashBuiltin(rt: Runtime, _self: Addr, p: Addr): Addr {
  const low = O.hash(rt, p);
  if (low === -1 && rt.hashHigh === -1) return 0;
  return newIntFromWords(rt, low, rt.hashHigh);
}

function callable(rt: Runtime, _self: Addr, p: Addr): Addr {
  return newBool(rt, O.isCallable(rt, p));
}

function chr(rt: Runtime, _self: Addr, p: Addr): Addr {
  if (!mayBeInteger(rt, p)) return 0;
  const value = O.numberIndex(rt, p);
  if (value === 0) return 0;
  const n = intToNumber(rt, value);
  decref(rt, value);
  if (!(n >= 0 && n < 0x110000)) {
    return raise(rt, rt.exc.ValueError, 'chr() arg not in range(0x110000)');
  }
  return strFromCodePoint(rt, n);
}

function ord(rt: Runtime, _self: Addr, p: Addr): Addr {
  let size = -1;
  if (isStr(rt, p)) {
    size = strLength(rt, p);
    if (size === 1) return newInt(rt, strReadChar(rt, p, 0));
  } else if (rt.typeOf(p) === rt.types.bytes) {
    size = rt.size(p + L.OB_SIZE);
    if (size === 1) return newInt(rt, rt.u8[p + L.BYTES_DATA]!);
  } else {
    const type = O.typeNameOf(rt, p);
    return raise(rt, rt.exc.TypeError, `ord() expected string of length 1, but ${type} found`);
  }
  return raise(
    rt,
    rt.exc.TypeError,
    `ord() expected a character, but string of length ${size} found`,
  );
}

/** bin, oct and hex: the digits of an index in a base. */
function inBase(base: 2 | 8 | 16, prefix: string) {
  return (rt: Runtime, _self: Addr, p: Addr): Addr => {
    const value = O.numberIndex(rt, p);
    if (value === 0) return 0;
    const n = intToBigInt(rt, value);
    decref(rt, value);
    const digits = (n < 0n ? -n : n).toString(base);
    return newStr(rt, `${n < 0n ? '-' : ''}${prefix}${digits}`);
  };
}

function absBuiltin(rt: Runtime, _self: Addr, p: Addr): Addr {
  return numberAbsolute(rt, p);
}

function divmod(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'divmod', nargs, 2, 2)) return 0;
  return numberDivmod(rt, rt.arg(argv, 0), rt.arg(argv, 1));
}

const POW: Params = { names: ['base', 'exp', 'mod'], required: 2, positional: 3 };

function pow(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'pow', POW, given, argv, nargs, kwnames)) return 0;
  return numberPower(rt, given[0]!, given[1]!, given[2]! || rt.none);
}

const ROUND: Params = { names: ['number', 'ndigits'], required: 1, positional: 2 };

function round(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'round', ROUND, given, argv, nargs, kwnames)) return 0;
  const number = given[0]!;
  const ndigits = given[1]!;
  const method = O.lookupSpecial(rt, number, rt.ids.__round__);
  if (method === 0) {
    if (errOccurred(rt)) return 0;
    const type = O.typeNameOf(rt, number);
    return raise(rt, rt.exc.TypeError, `type ${type} doesn't define __round__ method`);
  }
  const result =
    ndigits === 0 || ndigits === rt.none
      ? vectorcall(rt, method, 0, 0, 0)
      : callOneArg(rt, method, ndigits);
  decref(rt, method);
  return result;
}

/** all and any: the first item whose truth is `wanted` decides. */
function untilTruth(wanted: 0 | 1) {
  return (rt: Runtime, _self: Addr, iterable: Addr): Addr => {
    const it = O.getIter(rt, iterable);
    if (it === 0) return 0;
    let answer = 1 - wanted;
    for (;;) {
      const item = O.iterNext(rt, it);
      if (item === 0) break;
      const truth = O.isTrue(rt, item);
      decref(rt, item);
      if (truth < 0 || truth === wanted) {
        answer = truth;
        break;
      }
    }
    decref(rt, it);
    return answer < 0 || errOccurred(rt) ? 0 : newBool(rt, answer === 1);
  };
}

const SUM: Params = { names: ['', 'start'], required: 1, positional: 2 };

function sum(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'sum', SUM, given, argv, nargs, kwnames)) return 0;
  const start = given[1]!;
  if (start !== 0 && isStr(rt, start)) {
    return raise(rt, rt.exc.TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (start !== 0 && rt.typeOf(start) === rt.types.bytes) {
    return raise(rt, rt.exc.TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  }
  const it = O.getIter(rt, given[0]!);
  if (it === 0) return 0;
  const total = sumUp(rt, it, start === 0 ? newInt(rt, 0) : newRef(rt, start));
  decref(rt, it);
  return total;
}

/** Adds floats with compensation, from 3.12 on. v3.13.0 Python/bltinmodule.c builtin_sum */
function sumUp(rt: Runtime, it: Addr, start: Addr): Addr {
  let total = start;
  const FLOAT = rt.types.float;
  let compensation = 0;
  let value = 0;
  let floating = false;
  for (;;) {
    const item = O.iterNext(rt, it);
    if (item === 0) break;
    const type = rt.typeOf(item);
    if (!floating && rt.typeOf(total) === FLOAT && (type === FLOAT || type === rt.types.int)) {
      floating = true;
      value = rt.f64[(total + L.FLOAT_VALUE) >> 3]!;
      compensation = 0;
    }
    if (floating && (type === FLOAT || type === rt.types.int)) {
      const x =
        type === FLOAT ? rt.f64[(item + L.FLOAT_VALUE) >> 3]! : Number(intToBigInt(rt, item));
      const sum = value + x;
      if (rt.profile.sumsCompensated) {
        compensation += Math.abs(value) >= Math.abs(x) ? value - sum + x : x - sum + value;
      }
      value = sum;
      decref(rt, item);
      continue;
    }
    if (floating) {
      total = replaceByFloat(rt, total, value, compensation);
      floating = false;
    }
    const next = numberAdd(rt, total, item);
    decref(rt, total);
    decref(rt, item);
    if (next === 0) return 0;
    total = next;
  }
  if (errOccurred(rt)) {
    decref(rt, total);
    return 0;
  }
  return floating ? replaceByFloat(rt, total, value, compensation) : total;
}

function replaceByFloat(rt: Runtime, total: Addr, value: number, compensation: number): Addr {
  decref(rt, total);
  const adjusted = value + compensation;
  return newFloat(rt, compensation !== 0 && Number.isFinite(adjusted) ? adjusted : value);
}

const MIN_MAX: Params = { names: ['key', 'default'], required: 0, positional: 0 };

/** min and max. v3.13.0 Python/bltinmodule.c min_max */
function minMax(name: 'min' | 'max', op: number) {
  return (rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr => {
    if (nargs === 0) {
      const least = rt.profile.errorWords.leastOne;
      return raise(rt, rt.exc.TypeError, `${name} expected ${least}1 argument, got 0`);
    }
    if (!parseArgs(rt, name, MIN_MAX, given, argv + 8 * nargs, 0, kwnames)) return 0;
    const key = given[0]! === rt.none ? 0 : given[0]!;
    const fallback = given[1]!;
    if (nargs > 1 && fallback !== 0) {
      return raise(
        rt,
        rt.exc.TypeError,
        `Cannot specify a default for ${name}() with multiple positional arguments`,
      );
    }
    if (nargs > 1) {
      const items: Addr[] = [];
      for (let i = 0; i < nargs; i++) items.push(newRef(rt, rt.arg(argv, i)));
      return pickBest(
        rt,
        () => items.shift() ?? 0,
        key,
        op,
        0,
        name,
        () => {
          for (const p of items) decref(rt, p);
        },
      );
    }
    const it = O.getIter(rt, rt.arg(argv, 0));
    if (it === 0) return 0;
    return pickBest(
      rt,
      () => O.iterNext(rt, it),
      key,
      op,
      fallback,
      name,
      () => decref(rt, it),
    );
  };
}

/** @param next gives owned items, 0 at the end. @param done drops what `next` holds */
function pickBest(
  rt: Runtime,
  next: () => Addr,
  key: Addr,
  op: number,
  fallback: Addr,
  name: string,
  done: () => void,
): Addr {
  let best = 0;
  let bestKey = 0;
  for (;;) {
    const item = next();
    if (item === 0) break;
    const itemKey = key === 0 ? newRef(rt, item) : callOneArg(rt, key, item);
    const better =
      itemKey === 0 ? -1 : best === 0 ? 1 : O.richCompareBool(rt, itemKey, bestKey, op);
    const [keep, keepKey, drop, dropKey] =
      better > 0 ? [item, itemKey, best, bestKey] : [best, bestKey, item, itemKey];
    best = keep;
    bestKey = keepKey;
    if (drop !== 0) decref(rt, drop);
    if (dropKey !== 0) decref(rt, dropKey);
    if (better < 0) break;
  }
  done();
  if (bestKey !== 0) decref(rt, bestKey);
  if (errOccurred(rt)) {
    if (best !== 0) decref(rt, best);
    return 0;
  }
  if (best !== 0) return best;
  if (fallback !== 0) return newRef(rt, fallback);
  return raise(rt, rt.exc.ValueError, `${name}() ${rt.profile.words.emptyIterable}`);
}

function sorted(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!checkPositional(rt, 'sorted', nargs, 1, 1)) return 0;
  const list = listNew(rt, 0);
  if (list === 0) return 0;
  const ok = listExtend(rt, list, rt.arg(argv, 0)) === 0;
  const sort = ok ? O.getAttr(rt, list, rt.ids.sort) : 0;
  const result = sort === 0 ? 0 : vectorcall(rt, sort, argv + 8, nargs - 1, kwnames);
  if (sort !== 0) decref(rt, sort);
  if (result === 0) {
    decref(rt, list);
    return 0;
  }
  decref(rt, result);
  return list;
}

function iter(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'iter', nargs, 1, 2)) return 0;
  const p = rt.arg(argv, 0);
  if (nargs === 1) return O.getIter(rt, p);
  if (!O.isCallable(rt, p)) {
    return raise(rt, rt.exc.TypeError, rt.profile.errorWords.sentinelFunction);
  }
  return callIterNew(rt, p, rt.arg(argv, 1));
}

function next(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'next', nargs, 1, 2)) return 0;
  const it = rt.arg(argv, 0);
  const fn = O.slotOf(rt, it, L.TP_ITERNEXT);
  if (!O.isIterator(rt, it)) {
    return raise(rt, rt.exc.TypeError, `'${O.typeNameOf(rt, it)}' object is not an iterator`);
  }
  const item: Addr = rt.fns[fn]!(rt, it);
  if (item !== 0) return item;
  if (nargs > 1) {
    if (errOccurred(rt) && !errClearIf(rt, rt.exc.StopIteration)) return 0;
    return newRef(rt, rt.arg(argv, 1));
  }
  if (!errOccurred(rt)) raiseObject(rt, rt.exc.StopIteration, 0);
  return 0;
}

function isinstance(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'isinstance', nargs, 2, 2)) return 0;
  const answer = O.isInstance(rt, rt.arg(argv, 0), rt.arg(argv, 1));
  return answer < 0 ? 0 : newBool(rt, answer === 1);
}

function issubclass(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'issubclass', nargs, 2, 2)) return 0;
  const answer = O.isSubclass(rt, rt.arg(argv, 0), rt.arg(argv, 1));
  return answer < 0 ? 0 : newBool(rt, answer === 1);
}

function attributeName(rt: Runtime, builtin: string, name: Addr): boolean {
  if (isStr(rt, name)) return true;
  const text = rt.profile.errorWords.attributeName(builtin, O.typeNameOf(rt, name));
  raise(rt, rt.exc.TypeError, text);
  return false;
}

function getattr(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'getattr', nargs, 2, 3)) return 0;
  const name = rt.arg(argv, 1);
  if (!attributeName(rt, 'getattr', name)) return 0;
  if (nargs === 2) return O.getAttr(rt, rt.arg(argv, 0), name);
  const value = O.lookupAttr(rt, rt.arg(argv, 0), name);
  if (value !== 0 || errOccurred(rt)) return value;
  return newRef(rt, rt.arg(argv, 2));
}

function hasattr(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'hasattr', nargs, 2, 2)) return 0;
  if (!attributeName(rt, 'hasattr', rt.arg(argv, 1))) return 0;
  const value = O.lookupAttr(rt, rt.arg(argv, 0), rt.arg(argv, 1));
  if (value === 0) return errOccurred(rt) ? 0 : newBool(rt, false);
  decref(rt, value);
  return newBool(rt, true);
}

function setattr(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'setattr', nargs, 3, 3)) return 0;
  const status = O.setAttr(rt, rt.arg(argv, 0), rt.arg(argv, 1), rt.arg(argv, 2));
  return status < 0 ? 0 : newRef(rt, rt.none);
}

function delattr(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'delattr', nargs, 2, 2)) return 0;
  return O.setAttr(rt, rt.arg(argv, 0), rt.arg(argv, 1), 0) < 0 ? 0 : newRef(rt, rt.none);
}

function reprBuiltin(rt: Runtime, _self: Addr, p: Addr): Addr {
  return O.repr(rt, p);
}

function asciiBuiltin(rt: Runtime, _self: Addr, p: Addr): Addr {
  return ascii(rt, p);
}

function format(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'format', nargs, 1, 2)) return 0;
  if (nargs > 1 && !isStr(rt, rt.arg(argv, 1))) {
    const type = O.typeNameOf(rt, rt.arg(argv, 1));
    return raise(rt, rt.exc.TypeError, `format() argument 2 must be str, not ${type}`);
  }
  return O.formatObject(rt, rt.arg(argv, 0), nargs > 1 ? rt.arg(argv, 1) : 0);
}

function globals(rt: Runtime): Addr {
  return newRef(rt, rt.ptr(currentFrame(rt) + L.F_GLOBALS));
}

function locals(rt: Runtime): Addr {
  return localsOf(rt, currentFrame(rt));
}

function vars(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'vars', nargs, 0, 1)) return 0;
  if (nargs === 0) return localsOf(rt, currentFrame(rt));
  const dict = O.lookupAttr(rt, rt.arg(argv, 0), rt.ids.__dict__);
  if (dict === 0 && !errOccurred(rt)) {
    return raise(rt, rt.exc.TypeError, 'vars() argument must have __dict__ attribute');
  }
  return dict;
}

function dir(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'dir', nargs, 0, 1)) return 0;
  const names = nargs === 0 ? namesOfLocals(rt) : namesByDir(rt, rt.arg(argv, 0));
  if (names === 0) return 0;
  const list = callOneArg(rt, rt.types.list, names);
  decref(rt, names);
  if (list === 0) return 0;
  const done = O.callMethod(rt, list, rt.ids.sort);
  decref(rt, done === 0 ? list : done);
  return done === 0 ? 0 : list;
}

/** What the type's `__dir__` gives. v3.13.0 Objects/object.c _dir_object */
function namesByDir(rt: Runtime, p: Addr): Addr {
  const method = O.lookupSpecial(rt, p, rt.ids.__dir__);
  if (method === 0) {
    return errOccurred(rt) ? 0 : raise(rt, rt.exc.TypeError, 'object does not provide __dir__');
  }
  const names = vectorcall(rt, method, 0, 0, 0);
  decref(rt, method);
  return names;
}

function namesOfLocals(rt: Runtime): Addr {
  const names = localsOf(rt, currentFrame(rt));
  if (names === 0) return 0;
  const keys = O.callMethod(rt, names, rt.ids.keys);
  decref(rt, names);
  return keys;
}

const IMPORT: Params = {
  names: ['name', 'globals', 'locals', 'fromlist', 'level'],
  required: 1,
  positional: 5,
};

function importBuiltin(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, '__import__', IMPORT, given, argv, nargs, kwnames)) return 0;
  const [name, globals, , fromlist, level] = given;
  if (!isStr(rt, name!)) return raise(rt, rt.exc.TypeError, 'module name must be a string');
  const depth = level ? intToNumber(rt, level) : 0;
  return importModule(rt, name!, globals!, fromlist! || rt.none, depth);
}

const FUNCTIONS: Readonly<Record<string, MethodSpec>> = {
  __build_class__: fastKeywords(buildClass),
  __import__: fastKeywords(importBuiltin),
  __lazy_import__: fastKeywords(lazyImportBuiltin),
  abs: oneArg(absBuiltin),
  all: oneArg(untilTruth(0)),
  any: oneArg(untilTruth(1)),
  ascii: oneArg(asciiBuiltin),
  bin: oneArg(inBase(2, '0b')),
  callable: oneArg(callable),
  chr: oneArg(chr),
  compile: fastKeywords(compileBuiltin),
  delattr: fast(delattr),
  dir: fast(dir),
  divmod: fast(divmod),
  eval: fastKeywords(evaluate),
  exec: fastKeywords(execute),
  format: fast(format),
  getattr: fast(getattr),
  globals: noArgs(globals),
  hasattr: fast(hasattr),
  hash: oneArg(hashBuiltin),
  hex: oneArg(inBase(16, '0x')),
  id: oneArg(id),
  isinstance: fast(isinstance),
  issubclass: fast(issubclass),
  iter: fast(iter),
  len: oneArg(len),
  locals: noArgs(locals),
  max: fastKeywords(minMax('max', O.GT)),
  min: fastKeywords(minMax('min', O.LT)),
  aiter: oneArg(builtinAiter),
  anext: fast(builtinAnext),
  next: fast(next),
  oct: oneArg(inBase(8, '0o')),
  ord: oneArg(ord),
  pow: fastKeywords(pow),
  print: fastKeywords(print),
  repr: oneArg(reprBuiltin),
  round: fastKeywords(round),
  setattr: fast(setattr),
  sorted: fastKeywords(sorted),
  sum: fastKeywords(sum),
  vars: fast(vars),
  ...hostBuiltins,
};

/** Types that are builtins, by the name of their field in rt.types. */
const TYPES = [
  'object',
  'type',
  'int',
  'bool',
  'float',
  'complex',
  'str',
  'bytes',
  'bytearray',
  'list',
  'tuple',
  'dict',
  'set',
  'frozenset',
  'range',
  'slice',
  'enumerate',
  'zip',
  'map',
  'filter',
  'reversed',
  'property',
  'classmethod',
  'staticmethod',
  'super',
  'memoryview',
  'frozendict',
  'sentinel',
] as const;

/** Gives the functions of the module their numbers, whichever of them the release has. */
export function numberBuiltins(rt: Runtime): void {
  for (const { fn } of Object.values(FUNCTIONS)) rt.numberAhead(fn);
  numberSiteObjects(rt);
}

/** Makes the module and its dict, which STATE.builtins owns a reference to. */
export function createBuiltins(rt: Runtime): Addr {
  const newer = rt.profile.newerTypes ? [] : ['__lazy_import__', 'ImportCycleError'];
  const absent = [...(rt.profile.absent['builtins'] ?? []), ...newer];
  const functions = Object.entries(FUNCTIONS).filter(([name]) => !absent.includes(name));
  const module = builtinModule(rt, 'builtins', Object.fromEntries(functions));
  const constants: readonly (readonly [string, Addr])[] = [
    ['None', rt.none],
    ['Ellipsis', rt.ellipsis],
    ['NotImplemented', rt.notImplemented],
    ['False', rt.false],
    ['True', rt.true],
    ['__debug__', rt.true],
  ];
  for (const [name, p] of constants) moduleAddSteal(rt, module, name, newRef(rt, p));
  for (const name of TYPES) {
    const type = rt.types[name];
    if (type !== 0 && isReady(rt, type)) moduleAddSteal(rt, module, name, newRef(rt, type));
  }
  for (const [name, type] of Object.entries(rt.exc)) {
    if (!name.startsWith('_') && !absent.includes(name))
      moduleAddSteal(rt, module, name, newRef(rt, type as Addr));
  }
  addSiteObjects(rt, module);
  for (const name of ['EnvironmentError', 'IOError']) {
    moduleAddSteal(rt, module, name, newRef(rt, rt.exc.OSError));
  }
  rt.setPtr(rt.state + STATE.builtins, newRef(rt, rt.ptr(module + L.MODULE_DICT)));
  return module;
}

const isReady = (rt: Runtime, type: Addr): boolean =>
  (rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_READY) !== 0;

/** The module `sys`. v3.13.0 Python/sysmodule.c */
import type { Addr } from '../base/brand.ts';
import { mayBeInteger } from '../objects/clinic.ts';
import { checkPositional, parseArgs, type Params } from '../objects/args.ts';
import { newBool } from '../objects/bool.ts';
import { callNoArgs } from '../objects/call.ts';
import { dictSetItem } from '../objects/dict.ts';
import {
  errClearIf,
  errOccurred,
  handledException,
  isExceptionInstance,
  raise,
} from '../objects/errors.ts';
import { newFloat } from '../objects/float-object.ts';
import { intToBigInt } from '../objects/int-object.ts';
import { intAsSsize, isInt, maxStrDigits, newInt, newIntFromBigInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { listNew, listAppendSteal } from '../objects/list.ts';
import { builtinModule, moduleAddSteal, moduleDict } from '../objects/module.ts';
import { setNew } from '../objects/set.ts';
import * as O from '../objects/object.ts';
import { namespaceDict, namespaceNew } from '../objects/simple-namespace.ts';
import { decref, newRef, refcnt } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internInPlace, internJs, isStr, isStrExact, newStr } from '../objects/strings.ts';
import {
  fast,
  fastKeywords,
  lateMethods,
  noArgs,
  oneArg,
  type MethodSpec,
} from '../objects/type-spec.ts';
import { displayUnraisable } from '../objects/late-values.ts';
import { isSubtype, typeName } from '../objects/type-object.ts';
import { currentFrame } from '../vm/frames.ts';
import { newFrameObject } from '../vm/frame-object.ts';
import { lazyImports } from '../vm/late-parts.ts';
import { sysFile } from './print.ts';
import { structSequence } from './struct-sequence.ts';
import { newTextFile } from './text-file.ts';
import {
  displayhook,
  excInfo,
  exit,
  isInternedBuiltin,
  setIntMaxStrDigits,
  setrecursionlimit,
  settrace,
} from './late-parts.ts';

const given = new Int32Array(4);

function getrefcount(rt: Runtime, _self: Addr, p: Addr): Addr {
  return newInt(rt, refcnt(rt, p));
}

const MAX_SSIZE = 2n ** 63n - 1n;

const GETSIZEOF: Params = { names: ['object', 'default'], required: 1, positional: 2 };

function getsizeof(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'getsizeof', GETSIZEOF, given, argv, nargs, kwnames)) return 0;
  const fallback = given[1]!;
  const size = sizeOf(rt, given[0]!);
  if (size >= 0n) return newIntFromBigInt(rt, size);
  if (fallback !== 0 && errClearIf(rt, rt.exc.TypeError)) return newRef(rt, fallback);
  return 0;
}

/** Bytes by `__sizeof__`, and of the GC header before the object; -1 with an exception. _PySys_GetSizeOf */
function sizeOf(rt: Runtime, p: Addr): bigint {
  const method = O.lookupSpecial(rt, p, rt.ids.__sizeof__);
  if (method === 0) {
    if (!errOccurred(rt)) {
      raise(rt, rt.exc.TypeError, `Type ${O.typeNameOf(rt, p)} doesn't define __sizeof__`);
    }
    return -1n;
  }
  const result = callNoArgs(rt, method);
  decref(rt, method);
  if (result === 0) return -1n;
  if (!isInt(rt, result)) {
    decref(rt, result);
    raise(rt, rt.exc.TypeError, 'an integer is required');
    return -1n;
  }
  const size = intToBigInt(rt, result);
  decref(rt, result);
  if (size >= 0n && size <= MAX_SSIZE) return size + BigInt(headerSize(rt, p));
  if (size < 0n && size >= -MAX_SSIZE - 1n) {
    raise(rt, rt.exc.ValueError, '__sizeof__() should return >= 0');
  } else raise(rt, rt.exc.OverflowError, 'Python int too large to convert to C ssize_t');
  return -1n;
}

/** v3.13.0 Include/internal/pycore_object.h _PyType_PreHeaderSize */
function headerSize(rt: Runtime, p: Addr): number {
  const type = rt.typeOf(p);
  const flags = rt.i32[(type + L.TP_FLAGS) >> 2]!;
  if (!(flags & L.TPFLAGS_HAVE_GC)) return 0;
  // a static type has the flag's type but no header of its own
  if (O.isTypeObject(rt, p) && !(rt.i32[(p + L.TP_FLAGS) >> 2]! & L.TPFLAGS_HEAPTYPE)) {
    return rt.profile.staticTypesCountHeader ? L.GC_HEAD_SIZE : 0;
  }
  const pre = rt.profile.preheaderInSizeof && flags & L.TPFLAGS_PREHEADER ? L.PREHEADER_SIZE : 0;
  return L.GC_HEAD_SIZE + pre;
}

function intern(rt: Runtime, _self: Addr, s: Addr): Addr {
  if (isStrExact(rt, s)) return internInPlace(rt, newRef(rt, s));
  if (isStr(rt, s)) {
    return raise(rt, rt.exc.TypeError, `can't intern ${typeName(rt, rt.typeOf(s))}`);
  }
  return raise(
    rt,
    rt.exc.TypeError,
    `intern() argument must be str, not ${typeName(rt, rt.typeOf(s))}`,
  );
}

/** NOT CPYTHON: the counts are of this machine, which starts with less than CPython imports. */
function getallocatedblocks(rt: Runtime): Addr {
  return newInt(rt, rt.vm.allocatedBlocks());
}

function debugmallocstats(rt: Runtime): Addr {
  rt.hooks.write(2, rt.vm.mallocStats());
  return newRef(rt, rt.none);
}

function getrecursionlimit(rt: Runtime): Addr {
  return newInt(rt, rt.i32[(rt.state + STATE.recursionLimit) >> 2]!);
}

function exception(rt: Runtime): Addr {
  return newRef(rt, handledException(rt) || rt.none);
}

function getframe(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, '_getframe', nargs, 0, 1)) return 0;
  if (nargs === 1 && !mayBeInteger(rt, rt.arg(argv, 0))) return 0;
  let depth = nargs === 0 ? 0 : O.asSsize(rt, rt.arg(argv, 0), rt.exc.OverflowError);
  if (depth === -1 && errOccurred(rt)) return 0;
  let frame = currentFrame(rt);
  for (; depth > 0 && frame !== 0; depth--) frame = rt.ptr(frame + L.F_PREVIOUS);
  if (frame === 0) return raise(rt, rt.exc.ValueError, 'call stack is not deep enough');
  return newFrameObject(rt, frame);
}

const EXCEPTHOOK: Params = { names: ['', '', ''], required: 3, positional: 3 };

/** v3.13.0 Python/sysmodule.c sys_excepthook, Python/pythonrun.c _PyErr_Display */
function excepthook(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'excepthook', EXCEPTHOOK, given, argv, nargs, kwnames)) return 0;
  const value = given[1]!;
  if (isExceptionInstance(rt, value)) {
    lendTraceback(rt, value, given[2]!);
    rt.vm.printException(rt, value);
  } else if (value === rt.none && rt.profile.tracebacks.noneIsShown) {
    rt.vm.writeStderr(rt, 'NoneType: None\n');
  } else {
    const what = `Exception expected for value, ${O.typeNameOf(rt, value)} found`;
    rt.vm.writeStderr(rt, `TypeError: print_exception(): ${what}\n`);
  }
  return newRef(rt, rt.none);
}

/** An exception that has no traceback keeps the one that came with it. */
function lendTraceback(rt: Runtime, exception: Addr, traceback: Addr): void {
  if (rt.typeOf(traceback) !== rt.types.traceback) return;
  if (rt.ptr(exception + L.EXC_TRACEBACK) !== 0) return;
  rt.setPtr(exception + L.EXC_TRACEBACK, newRef(rt, traceback));
}

/** Functions of releases that put imports off. PEP 810 */
const LAZY_IMPORTS = lateMethods(() => lazyImports.code.lazySysFunctions, {
  get_lazy_imports: noArgs,
  get_lazy_imports_filter: noArgs,
  set_lazy_imports: fastKeywords,
  set_lazy_imports_filter: fastKeywords,
});

const FUNCTIONS: Readonly<Record<string, MethodSpec>> = {
  ...LAZY_IMPORTS,
  _debugmallocstats: noArgs(debugmallocstats),
  _getframe: fast(getframe),
  _is_gil_enabled: noArgs((rt) => newBool(rt, true)),
  _is_immortal: oneArg((rt, _module, p) => newBool(rt, rt.i32[p >> 2]! < 0)),
  _is_interned: oneArg(isInternedBuiltin),
  displayhook: oneArg(displayhook),
  exc_info: noArgs(excInfo),
  excepthook: fastKeywords(excepthook),
  exception: noArgs(exception),
  exit: fast(exit),
  getallocatedblocks: noArgs(getallocatedblocks),
  getdefaultencoding: noArgs((rt) => newStr(rt, 'utf-8')),
  getfilesystemencoding: noArgs((rt) => newStr(rt, 'utf-8')),
  get_int_max_str_digits: noArgs((rt) => newInt(rt, maxStrDigits(rt))),
  getrecursionlimit: noArgs(getrecursionlimit),
  getrefcount: oneArg(getrefcount),
  getsizeof: fastKeywords(getsizeof),
  gettrace: noArgs((rt) => newRef(rt, rt.none)),
  intern: oneArg(intern),
  set_int_max_str_digits: oneArg(setIntMaxStrDigits),
  setrecursionlimit: oneArg(setrecursionlimit),
  settrace: oneArg(settrace),
  unraisablehook: oneArg(displayUnraisable),
};

// ---- named tuples ----------------------------------------------------------------------------------

/** What is no safe integer is a float. */
type Fields = Readonly<Record<string, number | bigint | string | boolean>>;

/**
 * A tuple that describes the interpreter. Programs may make more of a kind, but not of all.
 * @returns false in a boot from an image, where it is there already
 */
function addNamedTuple(
  rt: Runtime,
  module: Addr,
  name: string,
  fields: Fields,
  isCallable = true,
): boolean {
  const names = Object.keys(fields);
  const values = rt.prepared ? [] : Object.values(fields).map((value) => newValue(rt, value));
  const tuple = structSequence(rt, { name: `sys.${name}`, names, values, isCallable });
  if (!rt.prepared) moduleAddSteal(rt, module, name, tuple);
  return !rt.prepared;
}

function newValue(rt: Runtime, value: Fields[string]): Addr {
  if (typeof value === 'string') return newStr(rt, value);
  if (typeof value === 'boolean') return newBool(rt, value);
  if (typeof value === 'bigint') return newIntFromBigInt(rt, value);
  return Number.isSafeInteger(value) ? newInt(rt, value) : newFloat(rt, value);
}

/** `3.13.0` as (3, 13, 0). */
function releaseNumbers(release: string): readonly [number, number, number] {
  const [major = 0, minor = 0, micro = 0] = release.split('.').map(Number);
  return [major, minor, micro];
}

function addVersion(rt: Runtime, module: Addr): void {
  const { release } = rt.profile;
  const [major, minor, micro] = releaseNumbers(release);
  const fields = {
    major,
    minor,
    micro,
    releaselevel: 'final',
    serial: 0,
  };
  if (!addNamedTuple(rt, module, 'version_info', fields, false)) return;
  moduleAddSteal(rt, module, 'version', newStr(rt, `${release} (PyMemLab)`));
  const hex = (major << 24) | (minor << 16) | (micro << 8) | 0xf0;
  moduleAddSteal(rt, module, 'hexversion', newInt(rt, hex));
}

/** NOT CPYTHON: the fields of 3.13 in every release. v3.13.0 Python/sysmodule.c set_flags_from_config */
function addFlags(rt: Runtime, module: Addr): void {
  const off = `debug inspect interactive optimize dont_write_bytecode no_user_site no_site
    ignore_environment verbose bytes_warning quiet hash_randomization isolated`.split(/\s+/);
  const fields = {
    ...Object.fromEntries(off.map((name) => [name, 0])),
    dev_mode: false,
    utf8_mode: 0,
    warn_default_encoding: 0,
    safe_path: false,
    int_max_str_digits: maxStrDigits(rt),
  };
  addNamedTuple(rt, module, 'flags', fields, false);
}

/** v3.13.0 Python/sysmodule.c make_impl_info */
function addImplementation(rt: Runtime, module: Addr): void {
  const info = namespaceNew(rt, 0);
  const dict = namespaceDict(rt, info);
  const [major, minor] = releaseNumbers(rt.profile.release);
  const fields = {
    name: newStr(rt, 'cpython'),
    cache_tag: newStr(rt, `cpython-${major}${minor}`),
  };
  for (const [name, value] of Object.entries(fields)) {
    const key = internJs(rt, name);
    dictSetItem(rt, dict, key, value);
    decref(rt, key);
    decref(rt, value);
  }
  moduleAddSteal(rt, module, 'implementation', info);
}

function addHashInfo(rt: Runtime, module: Addr): void {
  addNamedTuple(rt, module, 'hash_info', {
    width: 64,
    modulus: 2n ** 61n - 1n,
    inf: 314159,
    nan: 0,
    imag: 1000003,
    algorithm: `siphash${rt.profile.sipHashRounds.join('')}`,
    hash_bits: 64,
    seed_bits: 128,
    cutoff: 0,
  });
}

function addIntInfo(rt: Runtime, module: Addr): void {
  addNamedTuple(rt, module, 'int_info', {
    bits_per_digit: 30,
    sizeof_digit: 4,
    default_max_str_digits: 4300,
    str_digits_check_threshold: 640,
  });
}

function addFloatInfo(rt: Runtime, module: Addr): void {
  addNamedTuple(rt, module, 'float_info', {
    max: Number.MAX_VALUE,
    max_exp: 1024,
    max_10_exp: 308,
    min: 2 ** -1022,
    min_exp: -1021,
    min_10_exp: -307,
    dig: 15,
    mant_dig: 53,
    epsilon: 2 ** -52,
    radix: 2,
    rounds: 1,
  });
}

/** Without what came after the release. */
function presentIn(rt: Runtime, functions: typeof FUNCTIONS): typeof FUNCTIONS {
  const absent = [...(rt.profile.absent['sys'] ?? [])];
  if (!rt.profile.newerTypes) absent.push(...Object.keys(LAZY_IMPORTS));
  return Object.fromEntries(Object.entries(functions).filter(([name]) => !absent.includes(name)));
}

/**
 * Makes the module; `argv` and `path` are still empty. STATE.sysdict and STATE.modules own references to
 * its dict and to sys.modules.
 * @returns 0 in a boot from an image: only its functions are numbered
 */
export function createSys(rt: Runtime): Addr {
  for (const { fn } of Object.values(FUNCTIONS)) rt.numberAhead(fn);
  const module = rt.prepared ? 0 : beginSys(rt);
  addVersion(rt, module);
  addFloatInfo(rt, module);
  addFlags(rt, module);
  if (!rt.prepared) addImplementation(rt, module);
  addHashInfo(rt, module);
  addIntInfo(rt, module);
  if (!rt.prepared) endSys(rt, module);
  return module;
}

function beginSys(rt: Runtime): Addr {
  const module = builtinModule(rt, 'sys', presentIn(rt, FUNCTIONS));
  rt.setPtr(rt.state + STATE.sysdict, newRef(rt, moduleDict(rt, module)));
  const add = (name: string, p: Addr) => moduleAddSteal(rt, module, name, p);
  add('modules', newRef(rt, rt.statePtr(STATE.modules)));
  add('maxsize', newIntFromBigInt(rt, 2n ** 63n - 1n));
  add('maxunicode', newInt(rt, 0x10ffff));
  add('api_version', newInt(rt, 1013)); // PYTHON_API_VERSION
  add('dont_write_bytecode', newBool(rt, false));
  add('warnoptions', listNew(rt, 0));
  add('byteorder', newStr(rt, 'little'));
  add('platform', newStr(rt, 'linux'));
  add('float_repr_style', newStr(rt, 'short'));
  add('path', listNew(rt, 0));
  add('argv', listNew(rt, 0));
  add('executable', newStr(rt, ''));
  if (!rt.profile.newerTypes) return module;
  rt.setPtr(rt.state + STATE.lazyModules, setNew(rt, 0));
  add('lazy_modules', newRef(rt, rt.statePtr(STATE.lazyModules)));
  return module;
}

function endSys(rt: Runtime, module: Addr): void {
  const add = (name: string, p: Addr) => moduleAddSteal(rt, module, name, p);
  for (const [name, descriptor] of [
    ['stdin', 0],
    ['stdout', 1],
    ['stderr', 2],
  ] as const) {
    add(name, newTextFile(rt, descriptor));
    add(`__${name}__`, newRef(rt, sysFile(rt, rt.ids[name])));
  }
  for (const name of ['displayhook', 'excepthook', 'unraisablehook'] as const) {
    const key = internJs(rt, name);
    add(`__${name}__`, newRef(rt, sysFile(rt, key)));
    decref(rt, key);
  }
}

/** Tells the module of the program: what it was called with, and where imports are found. */
export function placeSys(rt: Runtime, argv: readonly string[], path: readonly string[]): void {
  for (const [name, texts] of Object.entries({ path, argv })) {
    const key = internJs(rt, name);
    const list = sysFile(rt, key);
    decref(rt, key);
    for (const text of texts) listAppendSteal(rt, list, newStr(rt, text));
  }
}

/** The exit status that a SystemExit asks for, and what is printed first. handle_system_exit */
export function exitStatus(rt: Runtime, exception: Addr): { code: number; message: string } {
  const value = rt.ptr(exception + rt.layout.baseException);
  if (value === 0 || value === rt.none) return { code: 0, message: '' };
  if (isInt(rt, value)) return { code: intAsSsize(rt, value) & 255, message: '' };
  return { code: 1, message: `${O.strText(rt, value) ?? ''}\n` };
}

/** Whether an exception (borrowed) is a SystemExit. */
export function isSystemExit(rt: Runtime, exception: Addr): boolean {
  return isSubtype(rt, rt.typeOf(exception), rt.exc.SystemExit);
}

/**
 * Imports put off until what they bind is used, and what `sys` decides about them.
 * PEP 810, v3.15.0 Python/import.c, Python/ceval.c; read from what 3.15.2 answers.
 */
import type { Addr } from '../base/brand.ts';
import { type Params, parseArgs } from '../objects/args.ts';
import { callObject } from '../objects/call.ts';
import { dictGetItem, dictGetStr, dictNew, dictSetItem, isAnyDict } from '../objects/dict.ts';
import {
  createException,
  errClear,
  errFetch,
  errMatches,
  errOccurred,
  errRestore,
  raise,
} from '../objects/errors.ts';
import { addNote } from '../objects/exception-notes.ts';
import { functionNew } from '../objects/function.ts';
import { intAsSsize, newInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import {
  type LazyImport,
  lazyImportFields,
  lazyImportName,
  lazyImportNew,
} from '../objects/lazy-import.ts';
import { moduleDict } from '../objects/module.ts';
import { contains, isCallable, isTrue, setItem, typeNameOf } from '../objects/object.ts';
import { decref, newRef, xdecref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { setAdd, setContains, setDiscard, setNew } from '../objects/set.ts';
import { internJs, isStr, newStr, strToJs } from '../objects/strings.ts';
import { tupleItem, tuplePack, tupleSize } from '../objects/tuple.ts';
import { fastKeywords, type MethodSpec, noArgs } from '../objects/type-spec.ts';
import { clearFrame, currentFrame, popFrame, pushFrame, setCurrentFrame } from './frames.ts';
import {
  absoluteName,
  importFrom,
  importModule,
  isOwnBuiltin,
  importName,
  loadModule,
  raiseImport,
} from './imports.ts';
import { addTraceback } from './unwind.ts';

/** What IMPORT_NAME says of its statement: `lazy`, or where no import can be lazy. */
const LAZY = 1;
const EAGER = 2;

// ---- the instructions ------------------------------------------------------------------------------

/** IMPORT_NAME, whose operand is the name's index and, in two bits, what kind of import it is. */
export function importByKind(
  rt: Runtime,
  frame: Addr,
  name: Addr,
  kind: number,
  fromlist: Addr,
  level: Addr,
): Addr {
  const lazy = kind === LAZY ? 1 : kind === EAGER ? 0 : isPutOff(rt, frame, name, level);
  if (lazy < 0) return 0;
  if (lazy === 0) return importName(rt, frame, name, fromlist, level);
  const builtins = rt.ptr(frame + L.F_BUILTINS);
  const hook = namedIn(rt, builtins, '__lazy_import__');
  if (hook === 0) return raise(rt, rt.exc.ImportError, '__lazy_import__ not found');
  const globals = rt.ptr(frame + L.F_GLOBALS);
  if (isOwnBuiltin(rt, hook, '__lazy_import__')) {
    return lazyImport(rt, name, globals, fromlist, intAsSsize(rt, level));
  }
  const locals = rt.ptr(frame + L.F_LOCALS) || rt.none;
  const args = tuplePack(rt, name, globals, locals, fromlist, level);
  const made = args === 0 ? 0 : callObject(rt, hook, args, 0);
  xdecref(rt, args);
  return made;
}

/** Borrowed; 0 when it is not there. */
function namedIn(rt: Runtime, dict: Addr, name: string): Addr {
  const key = internJs(rt, name);
  const found = dictGetStr(rt, dict, key);
  decref(rt, key);
  return found;
}

/** Whether a plain import of module code is lazy: by sys.set_lazy_imports, or `__lazy_modules__`. */
function isPutOff(rt: Runtime, frame: Addr, name: Addr, level: Addr): number {
  const globals = rt.ptr(frame + L.F_GLOBALS);
  if (rt.ptr(frame + L.F_LOCALS) !== globals) return 0;
  if (rt.i32[(rt.state + STATE.lazyMode) >> 2] === 1) return 1;
  const listed = namedIn(rt, globals, '__lazy_modules__');
  if (listed === 0) return 0;
  const whole = absoluteName(rt, name, globals, intAsSsize(rt, level));
  if (whole === 0) return -1;
  newRef(rt, listed);
  const found = contains(rt, listed, whole);
  decref(rt, listed);
  decref(rt, whole);
  return found;
}

/** IMPORT_FROM of what is not imported yet: what the module has already, or a part of the lazy one. */
export function lazyImportFrom(rt: Runtime, parent: Addr, name: Addr): Addr {
  const { from } = lazyImportFields(rt, parent);
  const module = isStr(rt, from) ? dictGetItem(rt, rt.statePtr(STATE.modules), from) : 0;
  if (module !== 0 && rt.typeOf(module) === rt.types.module) {
    const value = dictGetItem(rt, moduleDict(rt, module), name);
    if (value !== 0) return newRef(rt, value);
  }
  if (errOccurred(rt)) return 0;
  return lazyImportNew(rt, { builtins: 0, from: parent, attr: name, ...placeOf(rt) });
}

/** Where the import stands that runs. */
function placeOf(rt: Runtime): Pick<LazyImport, 'code' | 'instruction'> {
  const frame = currentFrame(rt);
  const code = rt.ptr(frame + L.F_EXECUTABLE);
  const at = rt.i32[(frame + L.F_INSTR_PTR) >> 2]! >> 1;
  return { code, instruction: rt.vm.decoded.get(code).units[at] ?? 0 };
}

/** What stands for the module; the module itself where a filter says so; new. */
function lazyImport(rt: Runtime, name: Addr, globals: Addr, fromlist: Addr, level: number): Addr {
  const frame = currentFrame(rt);
  const scope = globals === 0 ? rt.ptr(frame + L.F_GLOBALS) : globals;
  const whole = absoluteName(rt, name, scope, level);
  if (whole === 0) return 0;
  let made: Addr = 0;
  if (rt.ptr(frame + L.F_GLOBALS) !== rt.ptr(frame + L.F_LOCALS)) {
    raise(rt, rt.exc.SyntaxError, "'lazy import' is only allowed at module level");
  } else {
    const lazy = passesFilter(rt, scope, whole, fromlist);
    if (lazy > 0) made = putOff(rt, frame, whole, fromlist);
    else if (lazy === 0) made = importModule(rt, name, scope, fromlist, level);
  }
  decref(rt, whole);
  return made;
}

function passesFilter(rt: Runtime, globals: Addr, whole: Addr, fromlist: Addr): number {
  const filter = rt.statePtr(STATE.lazyFilter);
  if (filter === 0) return 1;
  const importer = dictGetStr(rt, globals, rt.ids.__name__) || rt.none;
  const args = tuplePack(rt, importer, whole, fromlist);
  if (args === 0) return -1;
  newRef(rt, filter);
  const answer = callObject(rt, filter, args, 0);
  decref(rt, filter);
  decref(rt, args);
  if (answer === 0) return -1;
  const truth = isTrue(rt, answer);
  decref(rt, answer);
  return truth;
}

function putOff(rt: Runtime, frame: Addr, whole: Addr, fromlist: Addr): Addr {
  const plain = fromlist === rt.none || fromlist === 0;
  const attr = plain ? 0 : isStr(rt, fromlist) ? tuplePack(rt, fromlist) : newRef(rt, fromlist);
  const builtins = rt.ptr(frame + L.F_BUILTINS);
  const made = lazyImportNew(rt, { builtins, from: whole, attr, ...placeOf(rt) });
  const fine = made !== 0 && register(rt, whole, attr);
  xdecref(rt, attr);
  if (fine) return made;
  xdecref(rt, made);
  return 0;
}

// ---- what is put off -------------------------------------------------------------------------------

/** Notes the modules in sys.lazy_modules, and below which packages they are to be found. */
function register(rt: Runtime, whole: Addr, attr: Addr): boolean {
  const known = rt.statePtr(STATE.lazyModules);
  if (setAdd(rt, known, whole) < 0) return false;
  const n = attr !== 0 && rt.typeOf(attr) === rt.types.tuple ? tupleSize(rt, attr) : 0;
  const text = strToJs(rt, whole);
  if (n === 0) return registerBelow(rt, text);
  for (let i = 0; i < n; i++) {
    const item = tupleItem(rt, attr, i);
    const child = `${text}.${isStr(rt, item) ? strToJs(rt, item) : ''}`;
    const name = newStr(rt, child);
    const fine = setAdd(rt, known, name) === 0 && registerBelow(rt, child);
    decref(rt, name);
    if (!fine) return false;
  }
  return true;
}

function registerBelow(rt: Runtime, text: string): boolean {
  const dot = text.lastIndexOf('.');
  const parent = dot < 0 ? text : text.slice(0, dot);
  const children = childrenOf(rt, parent);
  if (children === 0) return false;
  if (dot < 0) return true;
  const child = internJs(rt, text.slice(dot + 1));
  const fine = setAdd(rt, children, child) === 0;
  decref(rt, child);
  return fine && registerBelow(rt, parent);
}

/** The names of a package's modules that are put off: a set, borrowed; made when it is missing. */
function childrenOf(rt: Runtime, parent: string): Addr {
  let pending = rt.statePtr(STATE.lazyPending);
  if (pending === 0) {
    pending = dictNew(rt);
    rt.setPtr(rt.state + STATE.lazyPending, pending);
  }
  const key = internJs(rt, parent);
  let children = dictGetItem(rt, pending, key);
  if (children === 0) {
    children = setNew(rt, 0);
    if (children !== 0) {
      dictSetItem(rt, pending, key, children);
      decref(rt, children);
    }
  }
  decref(rt, key);
  return children;
}

/** A module was loaded: it is no longer one of sys.lazy_modules. */
export function moduleLoaded(rt: Runtime, name: Addr): void {
  setDiscard(rt, rt.statePtr(STATE.lazyModules), name);
}

/** The module `name` of a package that was imported lazily, loaded now; new, 0 when it is none. */
export function pendingSubmodule(rt: Runtime, packageName: Addr, name: Addr): Addr {
  const pending = rt.statePtr(STATE.lazyPending);
  const children = pending === 0 ? 0 : dictGetItem(rt, pending, packageName);
  if (children === 0 || setContains(rt, children, name) <= 0) return 0;
  const text = `${strToJs(rt, packageName)}.${strToJs(rt, name)}`;
  const whole = newStr(rt, text);
  const module = loadModule(rt, whole, text);
  decref(rt, whole);
  if (module !== 0) setDiscard(rt, children, name);
  else if (errMatches(rt, rt.exc.ModuleNotFoundError)) errClear(rt);
  return module;
}

// ---- use -------------------------------------------------------------------------------------------

/** What a name stands for that was looked up in a namespace and is lazy; it is put there. New. */
export function reify(rt: Runtime, namespace: Addr, name: Addr, lazy: Addr): Addr {
  newRef(rt, lazy);
  const value = resolveLazyImport(rt, lazy);
  decref(rt, lazy);
  if (value === 0 || setItem(rt, namespace, name, value) === 0) return value;
  decref(rt, value);
  return 0;
}

/** Imports what it stands for; new. v3.15.0 Python/import.c _PyImport_LoadLazyImportTstate */
export function resolveLazyImport(rt: Runtime, self: Addr): Addr {
  let importing = rt.statePtr(STATE.lazyImporting);
  if (importing === 0) {
    importing = setNew(rt, 0);
    if (importing === 0) return 0;
    rt.setPtr(rt.state + STATE.lazyImporting, importing);
  }
  const under = setContains(rt, importing, self);
  if (under !== 0) return under < 0 ? 0 : cycle(rt, self);
  if (setAdd(rt, importing, self) < 0) return 0;
  const value = load(rt, self);
  if (value === 0) tellDeclaration(rt, self);
  else noLongerLazy(rt, self);
  const error = value === 0 ? errFetch(rt) : 0;
  setDiscard(rt, importing, self);
  if (error !== 0) errRestore(rt, error);
  return value;
}

/** Takes the name out of sys.lazy_modules, be it that of a module or of what is in one. */
function noLongerLazy(rt: Runtime, self: Addr): void {
  const name = newStr(rt, lazyImportName(rt, self));
  setDiscard(rt, rt.statePtr(STATE.lazyModules), name);
  decref(rt, name);
}

function cycle(rt: Runtime, self: Addr): 0 {
  const text = `cannot import name '${lazyImportName(rt, self)}' (most likely due to a circular import)`;
  const { from } = lazyImportFields(rt, self);
  const name = isStr(rt, from) ? newRef(rt, from) : newStr(rt, lazyImportName(rt, from));
  raiseImport(rt, rt.exc.ImportCycleError, text, name, 0);
  decref(rt, name);
  return 0;
}

/** The import that was put off, and the names that are taken from it. */
function load(rt: Runtime, self: Addr): Addr {
  const names: Addr[] = [];
  let root = self;
  for (let p = self; ;) {
    const { from, attr } = lazyImportFields(rt, p);
    root = p;
    if (isStr(rt, from)) break;
    names.unshift(attr);
    p = from;
  }
  const { builtins, from, attr } = lazyImportFields(rt, root);
  const one = attr !== 0 && names.length > 0;
  const fromlist =
    attr === 0 ? newRef(rt, rt.none) : one ? tuplePack(rt, names[0]!) : newRef(rt, attr);
  if (fromlist === 0) return 0;
  let value = importBy(rt, builtins, from, fromlist);
  decref(rt, fromlist);
  for (const name of names) {
    if (value === 0) return 0;
    const part = importFrom(rt, value, name);
    decref(rt, value);
    value = part;
  }
  return value;
}

/** `__import__(name, globals, globals, fromlist, 0)` with the globals of the code that runs. */
function importBy(rt: Runtime, builtins: Addr, name: Addr, fromlist: Addr): Addr {
  const hook = dictGetStr(rt, builtins, rt.ids.__import__);
  if (hook === 0) return raise(rt, rt.exc.ImportError, '__import__ not found');
  const globals = rt.ptr(currentFrame(rt) + L.F_GLOBALS);
  if (isOwnBuiltin(rt, hook, '__import__')) {
    return importModule(rt, name, globals, fromlist, 0);
  }
  const level = newInt(rt, 0);
  const args = tuplePack(rt, name, globals, globals, fromlist, level);
  const module = args === 0 ? 0 : callObject(rt, hook, args, 0);
  xdecref(rt, args);
  decref(rt, level);
  return module;
}

/**
 * Tells where the import stands that went wrong: by a cause whose traceback shows it, or, where the
 * exception has a cause or a context already, by a note.
 */
function tellDeclaration(rt: Runtime, self: Addr): void {
  const error = errFetch(rt);
  const isBare =
    rt.ptr(error + L.EXC_CAUSE) === 0 &&
    rt.ptr(error + L.EXC_CONTEXT) === 0 &&
    rt.u8[error + rt.layout.exceptionSuppress] === 0;
  const { code, instruction } = lazyImportFields(rt, self);
  const decoded = rt.vm.decoded.get(code);
  const at = Math.max(decoded.units.indexOf(instruction), 0);
  const what = `lazy import of '${lazyImportName(rt, self)}'`;
  if (isBare) {
    const cause = declaredHere(rt, code, at, `${what} raised an exception during resolution`);
    if (cause !== 0) {
      rt.setPtr(error + L.EXC_CAUSE, cause);
      rt.u8[error + rt.layout.exceptionSuppress] = 1;
    }
  } else {
    const name = strToJs(rt, rt.ptr(code + L.CO_NAME));
    const file = strToJs(rt, rt.ptr(code + L.CO_FILENAME));
    addNote(rt, error, `${what} declared in ${name} at ${file}:${decoded.lines[at]!}`);
  }
  errClear(rt);
  errRestore(rt, error);
}

/** An ImportError whose traceback shows the instruction at word `at` of the code; new, 0 with an exception. */
function declaredHere(rt: Runtime, code: Addr, at: number, what: string): Addr {
  const text = newStr(rt, what);
  const cause = text === 0 ? 0 : createException(rt, rt.exc.ImportError, text);
  xdecref(rt, text);
  const globals = rt.ptr(currentFrame(rt) + L.F_GLOBALS);
  const func = cause === 0 ? 0 : functionNew(rt, code, globals);
  const frame = func === 0 ? 0 : pushFrame(rt, func, code, newRef(rt, globals));
  if (frame === 0) return cause;
  rt.i32[(frame + L.F_INSTR_PTR) >> 2] = 2 * at;
  rt.i32[(frame + L.F_STACKTOP) >> 2] = 0;
  const running = currentFrame(rt);
  setCurrentFrame(rt, frame);
  errRestore(rt, cause);
  addTraceback(rt, frame);
  const placed = errFetch(rt);
  clearFrame(rt, frame);
  popFrame(rt, frame);
  setCurrentFrame(rt, running);
  return placed;
}

// ---- what programs call ----------------------------------------------------------------------------

const IMPORT: Params = {
  names: ['name', 'globals', 'locals', 'fromlist', 'level'],
  required: 1,
  positional: 5,
};
const MODE: Params = { names: ['mode'], required: 1, positional: 1 };
const FILTER: Params = { names: ['filter'], required: 1, positional: 1 };
const given = new Int32Array(5);

/** `__lazy_import__` */
export function lazyImportBuiltin(
  rt: Runtime,
  _self: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (!parseArgs(rt, '__lazy_import__', IMPORT, given, argv, nargs, kwnames)) return 0;
  const [name, globals, , fromlist, level] = given;
  if (!isStr(rt, name!)) {
    const type = typeNameOf(rt, name!);
    return raise(rt, rt.exc.TypeError, `module name must be a string, got ${type}`);
  }
  if (globals! !== 0 && !isAnyDict(rt, globals!)) {
    const type = typeNameOf(rt, globals!);
    return raise(rt, rt.exc.TypeError, `expect dict for globals, got ${type}`);
  }
  const depth = level ? intAsSsize(rt, level) : 0;
  return lazyImport(rt, name!, globals!, fromlist! || rt.none, depth);
}

/** sys.set_lazy_imports(mode) */
function setMode(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'set_lazy_imports', MODE, given, argv, nargs, kwnames)) return 0;
  if (!isStr(rt, given[0]!)) {
    return raise(rt, rt.exc.TypeError, "mode must be a string: 'normal' or 'all'");
  }
  const text = strToJs(rt, given[0]!);
  if (text !== 'normal' && text !== 'all') {
    return raise(rt, rt.exc.ValueError, "mode must be 'normal' or 'all'");
  }
  rt.i32[(rt.state + STATE.lazyMode) >> 2] = text === 'all' ? 1 : 0;
  return newRef(rt, rt.none);
}

/** sys.set_lazy_imports_filter(filter) */
function setFilter(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'set_lazy_imports_filter', FILTER, given, argv, nargs, kwnames)) return 0;
  const filter = given[0]!;
  if (filter !== rt.none && !isCallable(rt, filter)) {
    return raise(rt, rt.exc.ValueError, 'filter provided but is not callable');
  }
  const before = rt.statePtr(STATE.lazyFilter);
  rt.setPtr(rt.state + STATE.lazyFilter, filter === rt.none ? 0 : newRef(rt, filter));
  xdecref(rt, before);
  return newRef(rt, rt.none);
}

export const lazySysFunctions: Readonly<Record<string, MethodSpec>> = {
  get_lazy_imports: noArgs((rt) =>
    newStr(rt, rt.i32[(rt.state + STATE.lazyMode) >> 2] === 1 ? 'all' : 'normal'),
  ),
  get_lazy_imports_filter: noArgs((rt) => newRef(rt, rt.statePtr(STATE.lazyFilter) || rt.none)),
  set_lazy_imports: fastKeywords(setMode),
  set_lazy_imports_filter: fastKeywords(setFilter),
};

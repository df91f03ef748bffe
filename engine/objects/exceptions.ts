/**
 * BaseException, and the exceptions that add nothing to it. Those with fields of their own stand in
 * exceptions-*.ts.
 *
 *     +16 dict  +24 args  +32 notes  +40 traceback  +48 context  +56 cause  +64 suppress_context
 *
 * v3.13.0 Objects/exceptions.c
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { clearHeldTraceback, heldTraceback } from './held-traceback.ts';
import { noKeywords } from './args.ts';
import { callObject } from './call.ts';
import { raiseInt } from './errors.ts';
import { exceptionAddNote } from './exception-notes.ts';
import { simpleExceptions } from './exception-table.ts';
import { initExceptionGroup, initGroupType } from './exception-group-types.ts';
import { gcUntrackIfTracked, gcDel, trashcanBegin, trashcanEnd } from './gc-object.ts';
import { genericAlloc } from './generic-alloc.ts';
import { genericGetAttr, genericGetDict } from './generic-attr.ts';
import * as L from './layouts.ts';
import { initAttributeErrors, initNameErrors } from './exceptions-attribute.ts';
import { initImportErrors } from './exceptions-import.ts';
import { initMemoryError } from './exceptions-memory.ts';
import { initOsErrors } from './exceptions-os.ts';
import { initStopErrors, initStopIteration } from './exceptions-stop.ts';
import { initSyntaxErrors } from './exceptions-syntax.ts';
import { initUnicodeErrors } from './exceptions-unicode.ts';
import { str } from './object.ts';
import { clearOwned, newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { typeFlags, typeName } from './type-object.ts';
import { initTypingTypes } from './type-init.ts';
import { readyType } from './type-ready.ts';
import {
  type GetSetSpec,
  type MemberSpec,
  type MethodSpec,
  noArgs,
  oneArg,
  type Slots,
  type Visit,
} from './type-spec.ts';
import {
  baseExceptionRepr,
  keyErrorStr,
  setArgs,
  setException,
  setState,
  setTraceback,
  withTraceback,
} from './late-introspection.ts';

/** `type(*args)` without running `__init__` of a subclass's own: new, 0 with an exception. */
export function exceptionNew(rt: Runtime, type: Addr, args: Addr): Addr {
  return callObject(rt, type, args, 0);
}

/** args; borrowed. */
export function exceptionArgs(rt: Runtime, self: Addr): Addr {
  return rt.ptr(self + L.EXC_ARGS);
}

// ---- making --------------------------------------------------------------------------------------

/** tp_new: `args` are kept even if `__init__` never runs. v3.13.0 BaseException_new */
export function baseExceptionNew(rt: Runtime, type: Addr, args: Addr): Addr {
  const self: Addr = rt.fns[rt.ptr(type + L.TP_ALLOC)]!(rt, type, 0);
  if (self === 0) return 0;
  rt.setPtr(self + L.EXC_ARGS, newRef(rt, args === 0 ? rt.emptyTuple : args));
  return self;
}

/** tp_init. v3.13.0 BaseException_init */
export function baseExceptionInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (!noKeywords(rt, typeName(rt, rt.typeOf(self)), kwargs)) return -1;
  setOwned(rt, self + L.EXC_ARGS, newRef(rt, args));
  return 0;
}

// ---- what they own -------------------------------------------------------------------------------

const BASE_FIELDS = [L.EXC_DICT, L.EXC_ARGS, L.EXC_TRACEBACK, L.EXC_CAUSE, L.EXC_CONTEXT];

function clearFields(rt: Runtime, self: Addr, own: readonly number[]): void {
  for (let i = 0; i < own.length; i++) clearOwned(rt, self + rt.layout.baseException + own[i]!);
  for (let i = 0; i < BASE_FIELDS.length; i++) clearOwned(rt, self + BASE_FIELDS[i]!);
  if (rt.layout.exceptionNotes !== 0) clearOwned(rt, self + rt.layout.exceptionNotes);
  clearHeldTraceback(rt, self);
}

/**
 * The slots about ownership for an exception whose own references stand at `own`, offsets from the
 * end of PyBaseExceptionObject. v3.13.0 BaseException_dealloc, _clear, _traverse and its likes
 */
export function ownership(own: readonly number[]): Partial<Slots> {
  return {
    tp_dealloc: (rt: Runtime, self: Addr): void => {
      // a chain of contexts or tracebacks can be long
      gcUntrackIfTracked(rt, self);
      if (trashcanBegin(rt, self)) return;
      clearFields(rt, self, own);
      rt.fns[rt.ptr(rt.typeOf(self) + L.TP_FREE)]!(rt, self);
      trashcanEnd(rt);
    },
    tp_clear: (rt: Runtime, self: Addr): number => {
      clearFields(rt, self, own);
      return 0;
    },
    tp_traverse: (rt: Runtime, self: Addr, visit: Visit): void => {
      for (let i = 0; i < own.length; i++) {
        const p = rt.ptr(self + rt.layout.baseException + own[i]!);
        if (p !== 0) visit(p);
      }
      for (let i = 0; i < BASE_FIELDS.length; i++) {
        const p = rt.ptr(self + BASE_FIELDS[i]!);
        if (p !== 0) visit(p);
      }
      const notes = rt.layout.exceptionNotes;
      if (notes !== 0 && rt.ptr(self + notes) !== 0) visit(rt.ptr(self + notes));
      const held = heldTraceback(rt, self);
      if (held !== 0) visit(held);
    },
  };
}

/** Drops every reference of an exception that adds none. */
export function clearBaseException(rt: Runtime, self: Addr): void {
  clearFields(rt, self, []);
}

// ---- text ----------------------------------------------------------------------------------------

/** v3.13.0 BaseException_str */
export function baseExceptionStr(rt: Runtime, self: Addr): Addr {
  const args = exceptionArgs(rt, self);
  const n = tupleSize(rt, args);
  if (n === 0) return newRef(rt, rt.emptyStr);
  return str(rt, n === 1 ? tupleItem(rt, args, 0) : args);
}

// ---- methods -------------------------------------------------------------------------------------

/** v3.13.0 BaseException_reduce */
function reduce(rt: Runtime, self: Addr): Addr {
  const args = exceptionArgs(rt, self);
  const dict = rt.ptr(self + L.EXC_DICT);
  if (dict === 0) return tuplePack(rt, rt.typeOf(self), args);
  return tuplePack(rt, rt.typeOf(self), args, dict);
}

const methods: Readonly<Record<string, MethodSpec>> = {
  __reduce__: noArgs(reduce),
  __setstate__: oneArg(setState),
  with_traceback: oneArg(withTraceback),
  add_note: oneArg(exceptionAddNote),
};

// ---- attributes ----------------------------------------------------------------------------------

function getField(field: number): (rt: Runtime, self: Addr) => Addr {
  return (rt, self) => newRef(rt, rt.ptr(self + field) || rt.none);
}

const getset: Readonly<Record<string, GetSetSpec>> = {
  __dict__: {
    get: genericGetDict,
    set: (rt, self, value) => {
      if (value === 0 || !(typeFlags(rt, rt.typeOf(value)) & L.TPFLAGS_DICT_SUBCLASS)) {
        const what = value === 0 ? '' : `, not a '${typeName(rt, rt.typeOf(value))}'`;
        const text =
          value === 0 ? 'cannot delete __dict__' : `__dict__ must be set to a dictionary${what}`;
        return raiseInt(rt, rt.exc.TypeError, text);
      }
      setOwned(rt, self + L.EXC_DICT, newRef(rt, value));
      return 0;
    },
  },
  args: { get: getField(L.EXC_ARGS), set: setArgs },
  __traceback__: { get: getField(L.EXC_TRACEBACK), set: setTraceback },
  __context__: {
    get: getField(L.EXC_CONTEXT),
    set: (rt, self, value) =>
      setException(rt, self, value, L.EXC_CONTEXT, '__context__', 'exception context'),
  },
  __cause__: {
    get: getField(L.EXC_CAUSE),
    set: (rt, self, value) => {
      const what = 'exception cause';
      const failed = setException(rt, self, value, L.EXC_CAUSE, '__cause__', what);
      // `raise ... from` and the assignment both say: not the context
      if (failed === 0) rt.u8[self + rt.layout.exceptionSuppress] = 1;
      return failed;
    },
  },
};

// ---- types ---------------------------------------------------------------------------------------

/** What a spec of an exception type says beyond its name. */
export interface ExceptionSpec {
  readonly base: Addr;
  readonly doc: string;
  /** bytes of fields of its own */
  readonly extra?: Bytes;
  readonly slots?: Partial<Slots>;
  readonly methods?: Readonly<Record<string, MethodSpec>>;
  readonly members?: Readonly<Record<string, MemberSpec>>;
  readonly getset?: Readonly<Record<string, GetSetSpec>>;
}

/** Readies an exception type. v3.13.0 SimpleExtendsException, ComplexExtendsException */
export function readyException(rt: Runtime, name: string, spec: ExceptionSpec): Addr {
  const inherited = rt.size(spec.base + L.TP_BASICSIZE);
  const size = spec.extra === undefined ? inherited : rt.layout.baseException + spec.extra;
  return readyType(rt, {
    name,
    base: spec.base,
    basicsize: Math.max(size, rt.layout.baseException),
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE | L.TPFLAGS_BASE_EXC_SUBCLASS,
    dictoffset: L.EXC_DICT,
    slots: { tp_init: baseExceptionInit, ...(spec.slots ?? {}) },
    ...(spec.methods ? { methods: spec.methods } : {}),
    ...(spec.members ? { members: spec.members } : {}),
    ...(spec.getset ? { getset: spec.getset } : {}),
    doc: spec.doc,
  });
}

function initBaseException(rt: Runtime): void {
  readyException(rt, 'BaseException', {
    base: rt.types.object,
    extra: 0,
    doc: 'Common base class for all exceptions',
    slots: {
      ...ownership([]),
      tp_repr: baseExceptionRepr,
      tp_str: baseExceptionStr,
      tp_getattro: genericGetAttr,
      tp_new: baseExceptionNew,
      tp_alloc: genericAlloc,
      tp_free: gcDel,
    },
    methods,
    members: {
      __suppress_context__: { offset: rt.layout.exceptionSuppress, type: 'bool', readonly: false },
    },
    getset,
  });
}

/** Whether the exception came after the release. */
function isLater(rt: Runtime, name: string): boolean {
  return name === 'ImportCycleError' && !rt.profile.newerTypes;
}

/** Readies what derives from an exception of a special file: the same fields, `__init__` of its own. */
export function readyDescendants(rt: Runtime, ancestor: string, init: Slots['tp_init']): void {
  const table = rt.exc as unknown as Record<string, Addr>;
  const family = new Set([ancestor]);
  for (const [name, base, doc] of simpleExceptions) {
    if (!family.has(base) || isLater(rt, name)) continue;
    family.add(name);
    readyException(rt, name, { base: table[base]!, doc, slots: { tp_init: init } });
  }
}

/** `__doc__` of an exception of the table. */
export function exceptionDoc(name: string): string {
  return simpleExceptions.find((row) => row[0] === name)?.[2] ?? '';
}

/** Exceptions that bring fields or methods, by the name of the first of their file. */
const SPECIAL: Readonly<Record<string, (rt: Runtime) => void>> = {
  BaseException: initBaseException,
  BaseExceptionGroup: initGroupType,
  SystemExit: initStopErrors,
  AttributeError: initAttributeErrors,
  ImportError: initImportErrors,
  MemoryError: initMemoryError,
  NameError: initNameErrors,
  StopIteration: initStopIteration,
  OSError: initOsErrors,
  SyntaxError: initSyntaxErrors,
  UnicodeDecodeError: initUnicodeErrors,
};

/** Readies every exception type, bases first. Boot. v3.13.0 _PyExc_InitTypes */
export function initExceptions(rt: Runtime): void {
  const table = rt.exc as unknown as Record<string, Addr>;
  for (const [name, base, doc] of simpleExceptions) {
    if (isLater(rt, name)) continue;
    const special = SPECIAL[name];
    if (special !== undefined) {
      special(rt);
    } else if (rt.prepared || !(typeFlags(rt, table[name]!) & L.TPFLAGS_READY)) {
      const slots: Partial<Slots> =
        name === 'KeyError' ? { tp_str: keyErrorStr } : { tp_new: baseExceptionNew };
      readyException(rt, name, { base: table[base]!, doc, slots });
    }
  }
  initTypingTypes(rt);
  initExceptionGroup(rt);
}

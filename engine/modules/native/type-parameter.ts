/**
 * What TypeVar, ParamSpec, TypeVarTuple and TypeAliasType share.
 * v3.13.0 Objects/typevarobject.c
 */
import type { Addr, Bytes } from '../../base/brand.ts';
import { checkPositional, type Params } from '../../objects/args.ts';
import { callNoArgs, callRow } from '../../objects/call.ts';
import { dictLen, dictSetItem } from '../../objects/dict.ts';
import { raise } from '../../objects/errors.ts';
import { gcDel, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import { callAlloc, callFree } from '../../objects/generic-alloc.ts';
import { clearInstanceDict, visitInstance } from '../../objects/instance-dict.ts';
import * as L from '../../objects/layouts.ts';
import { readNewArgs } from '../../objects/new-args.ts';
import { getAttr, setAttr } from '../../objects/object.ts';
import { clearOwned, decref, newRef, xdecref } from '../../objects/refcount.ts';
import { type Runtime, STATE } from '../../objects/runtime.ts';
import { internJs, isStr, strToJs } from '../../objects/strings.ts';
import { tupleSize } from '../../objects/tuple.ts';
import { typeName } from '../../objects/type-object.ts';
import { readyType } from '../../objects/type-ready.ts';
import {
  fast,
  type MethodSpec,
  oneArg,
  type Slots,
  type TypeSpec,
} from '../../objects/type-spec.ts';
import { importModule } from '../../vm/imports.ts';
import { ensureType } from '../module-types.ts';

/** The name of every type parameter and alias: owned, a str. */
export const NAME = 16;

export interface ParameterSpec {
  readonly name: string;
  readonly size: Bytes;
  /** Offsets of the owned fields, in the order in which they are dropped. */
  readonly owned: readonly number[];
  /** Attributes of its own and weak references, both before the object. */
  readonly managed: 'both' | 'weakrefs' | 'none';
  readonly slots: Partial<Slots>;
  readonly methods: TypeSpec['methods'];
  readonly members: TypeSpec['members'];
  readonly getset: TypeSpec['getset'];
  readonly doc: string;
  readonly unhashable?: boolean;
}

/** Readies the type; its address. */
export function readyParameter(rt: Runtime, spec: ParameterSpec): Addr {
  const { owned, managed, methods = {}, members = {}, getset = {} } = spec;
  const dict = managed === 'both';
  const flags =
    (dict ? L.TPFLAGS_MANAGED_DICT : 0) | (managed === 'none' ? 0 : L.TPFLAGS_MANAGED_WEAKREF);
  const type = readyType(rt, {
    name: spec.name,
    basicsize: spec.size,
    flags: L.TPFLAGS_HAVE_GC | flags,
    dictoffset: dict ? -1 : 0,
    weaklistoffset: managed === 'none' ? 0 : L.MANAGED_WEAKREF,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrackIfTracked(r, self);
        for (const field of owned) xdecref(r, r.ptr(self + field));
        if (dict) clearInstanceDict(r, self);
        if (managed !== 'none' && r.ptr(self + L.MANAGED_WEAKREF) !== 0) {
          r.hooks.clearWeakrefs(r, self);
        }
        callFree(r, self);
      },
      tp_traverse: (r, self, visit) => {
        for (const field of owned) if (r.ptr(self + field) !== 0) visit(r.ptr(self + field));
        if (dict) visitInstance(r, self, visit);
      },
      tp_clear: (r, self) => {
        for (const field of owned) {
          if (field !== NAME && r.ptr(self + field) !== 0) clearOwned(r, self + field);
        }
        if (dict) clearInstanceDict(r, self);
        return 0;
      },
      tp_free: gcDel,
      ...spec.slots,
    },
    methods,
    members,
    getset,
    doc: spec.doc,
    unhashable: spec.unhashable ?? false,
  });
  return managed === 'none' ? type : inTyping(rt, type);
}

/** Gives a type the `__module__` that its instances show; the type, 0 with MemoryError. */
export function inTyping(rt: Runtime, type: Addr): Addr {
  const name = internJs(rt, 'typing');
  const failed =
    name === 0 ? -1 : dictSetItem(rt, rt.ptr(type + L.TP_DICT), rt.ids.__module__, name);
  xdecref(rt, name);
  return failed < 0 ? 0 : type;
}

/** A new instance, its fields NULL but for the name (borrowed); 0 with MemoryError. */
export function newParameter(rt: Runtime, type: Addr, name: Addr): Addr {
  const self = callAlloc(rt, type, 0);
  if (self !== 0) rt.setPtr(self + NAME, newRef(rt, name));
  return self;
}

/** `instance.__module__ = module` (0: not known) of one that was made by a call; self or 0, stolen. */
export function withModule(rt: Runtime, self: Addr, module: Addr): Addr {
  if (self === 0 || module === 0) return self;
  if (setAttr(rt, self, rt.ids.__module__, module) === 0) return self;
  decref(rt, self);
  return 0;
}

/** The module of the function that runs; borrowed, 0 outside of any. v3.13.0 caller */
export function callerModule(rt: Runtime): Addr {
  const frame = rt.statePtr(STATE.currentFrame);
  const func = frame === 0 ? 0 : rt.ptr(frame + L.F_FUNCOBJ);
  return func === 0 || rt.typeOf(func) !== rt.types.function ? 0 : rt.ptr(func + L.FUNC_MODULE);
}

/** `typing.name(*args)`; new. v3.13.0 call_typing_func_object */
export function callTyping(rt: Runtime, name: string, ...args: Addr[]): Addr {
  const moduleName = internJs(rt, 'typing');
  const module = moduleName === 0 ? 0 : importModule(rt, moduleName, 0, rt.none, 0);
  xdecref(rt, moduleName);
  if (module === 0) return 0;
  const key = internJs(rt, name);
  const func = key === 0 ? 0 : getAttr(rt, module, key);
  xdecref(rt, key);
  decref(rt, module);
  if (func === 0) return 0;
  const result = callRow(rt, func, args);
  decref(rt, func);
  return result;
}

/**
 * Reads the arguments of tp_new into `out`, borrowed, see readNewArgs; the first is a name.
 * @returns false with TypeError
 */
export function parseNew(
  rt: Runtime,
  name: string,
  params: Params,
  out: Int32Array,
  args: Addr,
  kwargs: Addr,
): boolean {
  if (!readNewArgs(rt, name, params, out, args, kwargs)) return false;
  const given = out[0]!;
  if (given === 0 || isStr(rt, given)) return true;
  const got = given === rt.none ? 'None' : typeName(rt, rt.typeOf(given));
  raise(rt, rt.exc.TypeError, `${name}() argument 'name' must be str, not ${got}`);
  return false;
}

/** The value of a field, or what its function gives, which is kept; new. v3.13.0 typevar_bound */
export function lazyValue(
  rt: Runtime,
  self: Addr,
  field: number,
  evaluate: number,
  fallback: Addr,
): Addr {
  const known = rt.ptr(self + field);
  if (known !== 0) return newRef(rt, known);
  const func = rt.ptr(self + evaluate);
  if (func === 0) return newRef(rt, fallback);
  const value = callNoArgs(rt, func);
  if (value === 0) return 0;
  xdecref(rt, rt.ptr(self + field));
  rt.setPtr(self + field, newRef(rt, value));
  return value;
}

/** `__name__` as text. */
export function parameterName(rt: Runtime, self: Addr): string {
  return strToJs(rt, rt.ptr(self + NAME));
}

/** A type parameter is no base class. v3.13.0 typevar_mro_entries_impl */
export const noBase: MethodSpec = oneArg((rt, self) => {
  const name = typeName(rt, rt.typeOf(self)).replace('typing.', '');
  return raise(rt, rt.exc.TypeError, `Cannot subclass an instance of ${name}`);
});

/** A method that a function of typing does: `typing.name(self, arg)`. */
export function typingMethod(name: string): MethodSpec {
  return oneArg((rt, self, arg) => callTyping(rt, name, self, arg));
}

/** The same with two arguments: those of `__typing_prepare_subst__(alias, args)`. */
export function typingMethod2(name: string): MethodSpec {
  return fast((rt, self, argv, nargs) => {
    if (!checkPositional(rt, '__typing_prepare_subst__', nargs, 2, 2)) return 0;
    return callTyping(rt, name, self, rt.arg(argv, 0), rt.arg(argv, 1));
  });
}

// ---- NoDefault -----------------------------------------------------------------------------------

function makeNoDefaultType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'NoDefaultType',
    basicsize: L.OBJECT_SIZE,
    slots: {
      tp_dealloc: (r, self) => {
        r.i32[self >> 2] = r.profile.staticRefcnt;
      },
      tp_repr: (r) => internJs(r, 'typing.NoDefault'),
      tp_new: (r, _type, args, kwargs) =>
        tupleSize(r, args) > 0 || (kwargs !== 0 && dictLen(r, kwargs) > 0)
          ? raise(r, r.exc.TypeError, 'NoDefaultType takes no arguments')
          : newRef(r, noDefault(r)),
    },
    doc: 'The type of the NoDefault singleton.',
  });
}

/** typing.NoDefault; borrowed. v3.13.0 _Py_NoDefaultStruct */
export function noDefault(rt: Runtime): Addr {
  return ensureType(rt, 'noDefault', (r) => {
    const type = ensureType(r, 'noDefaultType', makeNoDefaultType);
    const p = r.memory.sbrkStatic(L.OBJECT_SIZE);
    r.i32[p >> 2] = r.profile.staticRefcnt;
    r.setPtr(p + 8, type);
    return p;
  });
}

/**
 * The module _typing, and what the machine's instructions make of type parameters.
 * v3.13.0 Modules/_typingmodule.c, Python/intrinsics.c
 */
import type { Addr } from '../../base/brand.ts';
import { EngineFault } from '../../base/errors.ts';
import * as Op from '../../compile/opcodes.ts';
import { callObject, dictFromRow } from '../../objects/call.ts';
import { gcDel, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import { callFree, genericAlloc } from '../../objects/generic-alloc.ts';
import * as L from '../../objects/layouts.ts';
import { builtinModule, moduleAddSteal } from '../../objects/module.ts';
import { getAttr } from '../../objects/object.ts';
import { newRef, setOwned, xdecref } from '../../objects/refcount.ts';
import { newStr } from '../../objects/strings.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { internJs } from '../../objects/strings.ts';
import { tupleNew, tupleSetItem } from '../../objects/tuple.ts';
import { readyType } from '../../objects/type-ready.ts';
import { classMethod, fastKeywords, type MethodSpec, oneArg } from '../../objects/type-spec.ts';
import { importModule } from '../../vm/imports.ts';
import { ensureType } from '../module-types.ts';
import {
  makeParamSpec,
  PARAM_SPEC_EVALUATE_DEFAULT,
  paramSpecArgsType,
  paramSpecKwargsType,
  paramSpecType,
} from './param-spec.ts';
import { makeTypeAlias, typeAliasType } from './type-alias.ts';
import { callTyping, inTyping, noDefault } from './type-parameter.ts';
import { makeTypeVar, TYPE_VAR_EVALUATE_DEFAULT, typeVarType } from './type-var.ts';
import {
  makeTypeVarTuple,
  TYPE_VAR_TUPLE_EVALUATE_DEFAULT,
  typeVarTupleType,
  unpackTypeVarTuples,
} from './type-var-tuple.ts';

/** A class method that typing's function of that name does, with all arguments. call_typing_args_kwargs */
function typingClassMethod(name: string): MethodSpec {
  return classMethod(
    fastKeywords((rt, cls, argv, nargs, kwnames) => {
      const moduleName = internJs(rt, 'typing');
      const module = moduleName === 0 ? 0 : importModule(rt, moduleName, 0, rt.none, 0);
      const key = module === 0 ? 0 : internJs(rt, name);
      const func = key === 0 ? 0 : getAttr(rt, module, key);
      const args = func === 0 ? 0 : tupleNew(rt, nargs + 1);
      const kwargs = kwnames === 0 ? 0 : dictFromRow(rt, argv + 8 * nargs, kwnames);
      let result = 0;
      if (args !== 0 && (kwnames === 0 || kwargs !== 0)) {
        tupleSetItem(rt, args, 0, newRef(rt, cls));
        for (let i = 0; i < nargs; i++) tupleSetItem(rt, args, i + 1, newRef(rt, rt.arg(argv, i)));
        result = callObject(rt, func, args, kwargs);
      }
      for (const p of [moduleName, module, key, func, args, kwargs]) xdecref(rt, p);
      return result;
    }),
  );
}

function makeGeneric(rt: Runtime): Addr {
  const type = readyType(rt, {
    name: 'typing.Generic',
    basicsize: L.OBJECT_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrackIfTracked(r, self);
        callFree(r, self);
      },
      tp_traverse: () => undefined,
      tp_alloc: genericAlloc,
      tp_new: (r, type) => genericAlloc(r, type, 0),
      tp_free: gcDel,
    },
    methods: {
      __class_getitem__: classMethod(
        oneArg((r, cls, item) => callTyping(r, '_generic_class_getitem', cls, item)),
      ),
      __init_subclass__: typingClassMethod('_generic_init_subclass'),
    },
    doc: 'Abstract base class for generic types.',
  });
  return inTyping(rt, type);
}

/** The type typing.Generic; borrowed. */
function genericType(rt: Runtime): Addr {
  return ensureType(rt, 'generic', makeGeneric);
}

/** `Generic[T, *Ts]` for the bases of a class; new. v3.13.0 _Py_subscript_generic */
function subscriptGeneric(rt: Runtime, params: Addr): Addr {
  const shown = unpackTypeVarTuples(rt, params);
  const alias = shown === 0 ? 0 : callTyping(rt, '_GenericAlias', genericType(rt), shown);
  xdecref(rt, shown);
  return alias;
}

/** v3.13.0 Python/intrinsics.c _Py_set_typeparam_default */
function setDefault(rt: Runtime, param: Addr, evaluate: Addr): Addr {
  const type = rt.typeOf(param);
  let at = TYPE_VAR_TUPLE_EVALUATE_DEFAULT;
  if (type === typeVarType(rt)) at = TYPE_VAR_EVALUATE_DEFAULT;
  else if (type === paramSpecType(rt)) at = PARAM_SPEC_EVALUATE_DEFAULT;
  setOwned(rt, param + at, newRef(rt, evaluate));
  return newRef(rt, param);
}

/**
 * The intrinsics of PEP 695.
 * @param a borrowed. @param b borrowed, 0 for one that takes one value. @returns new
 */
export function typeIntrinsic(rt: Runtime, which: number, a: Addr, b: Addr): Addr {
  if (b !== 0) {
    if (which === Op.INTRINSIC_TYPEVAR_WITH_BOUND) return makeTypeVar(rt, a, b, 0);
    if (which === Op.INTRINSIC_TYPEVAR_WITH_CONSTRAINTS) return makeTypeVar(rt, a, 0, b);
    if (which === Op.INTRINSIC_SET_TYPEPARAM_DEFAULT) return setDefault(rt, a, b);
  } else {
    if (which === Op.INTRINSIC_TYPEVAR) return makeTypeVar(rt, a, 0, 0);
    if (which === Op.INTRINSIC_PARAMSPEC) return makeParamSpec(rt, a);
    if (which === Op.INTRINSIC_TYPEVARTUPLE) return makeTypeVarTuple(rt, a);
    if (which === Op.INTRINSIC_SUBSCRIPT_GENERIC) return subscriptGeneric(rt, a);
    if (which === Op.INTRINSIC_TYPEALIAS) return makeTypeAlias(rt, a);
  }
  throw new EngineFault(`intrinsic ${which} is not known`);
}

/** What typing makes of a value that is to be a type (`text` says of what), new; 0 with TypeError. */
export function typingCheck(rt: Runtime, value: Addr, text: string): Addr {
  const words = newStr(rt, text);
  const checked = words === 0 ? 0 : callTyping(rt, '_type_check', value, words);
  xdecref(rt, words);
  return checked;
}

/** The module _typing. v3.13.0 Modules/_typingmodule.c */
export function createTypingModule(rt: Runtime): Addr {
  const module = builtinModule(rt, '_typing', {});
  const { native, defaults } = rt.profile.typeParameters;
  if (!native) return module;
  const types = {
    TypeVar: typeVarType(rt),
    ParamSpec: paramSpecType(rt),
    TypeVarTuple: typeVarTupleType(rt),
    ParamSpecArgs: paramSpecArgsType(rt),
    ParamSpecKwargs: paramSpecKwargsType(rt),
    TypeAliasType: typeAliasType(rt),
    Generic: genericType(rt),
    ...(defaults ? { NoDefault: noDefault(rt) } : {}),
  };
  for (const [name, p] of Object.entries(types)) moduleAddSteal(rt, module, name, newRef(rt, p));
  return module;
}

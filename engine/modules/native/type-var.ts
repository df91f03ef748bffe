/**
 * typing.TypeVar.
 *
 *     +16  name                  owned
 *     +24  bound                 owned or NULL: computed when it is asked for
 *     +32  evaluate_bound        owned or NULL
 *     +40  constraints           owned or NULL
 *     +48  evaluate_constraints  owned or NULL
 *     +56  default_value, +64 evaluate_default, both where parameters have defaults
 *     then three bytes: covariant, contravariant, infer_variance
 *
 * v3.13.0 Objects/typevarobject.c typevarobject
 */
import type { Addr } from '../../base/brand.ts';
import type { Params } from '../../objects/args.ts';
import { newBool } from '../../objects/bool.ts';
import { raise } from '../../objects/errors.ts';
import { isTrue } from '../../objects/object.ts';
import { decref, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tupleGetSlice, tupleSize } from '../../objects/tuple.ts';
import { noArgs, type TypeSpec } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';
import { evaluators } from './const-evaluator.ts';
import {
  callerModule,
  lazyValue,
  NAME,
  newParameter,
  noBase,
  noDefault,
  parameterName,
  parseNew,
  readyParameter,
  typingMethod,
  typingMethod2,
  withModule,
} from './type-parameter.ts';
import { typeParameterOr } from './type-parameter-or.ts';

const BOUND = 24;
const EVALUATE_BOUND = 32;
const CONSTRAINTS = 40;
const EVALUATE_CONSTRAINTS = 48;
const DEFAULT = 56;
const EVALUATE_DEFAULT = 64;

/** Where the three bytes of variance stand. */
function varianceAt(rt: Runtime): number {
  return rt.profile.typeParameters.defaults ? 72 : 56;
}

/** Sets covariant, contravariant, infer_variance. */
export function setVariance(rt: Runtime, at: Addr, bits: number): void {
  for (let i = 0; i < 3; i++) rt.u8[at + i] = (bits >> i) & 1;
}

/** COVARIANT, CONTRAVARIANT, INFER_VARIANCE of three arguments; -1 with an exception. */
export function readVariance(rt: Runtime, covariant: Addr, contra: Addr, infer: Addr): number {
  const given = [covariant, contra, infer].map((p) => (p === 0 ? 0 : isTrue(rt, p)));
  if (given.includes(-1)) return -1;
  const [plus, minus, inferred] = given as [number, number, number];
  const complain = (text: string): -1 => {
    raise(rt, rt.exc.ValueError, text);
    return -1;
  };
  if (plus && minus) return complain('Bivariant types are not supported.');
  if (inferred && (plus || minus)) {
    return complain('Variance cannot be specified with infer_variance.');
  }
  return plus | (minus << 1) | (inferred << 2);
}

export const INFER_VARIANCE = 4;

/** `T`, `~T`, `+T`, `-T`. v3.13.0 typevar_repr */
export function varianceRepr(rt: Runtime, self: Addr, at: Addr): Addr {
  const name = parameterName(rt, self);
  if (rt.u8[at + 2]) return newStr(rt, name);
  return newStr(rt, (rt.u8[at] ? '+' : rt.u8[at + 1] ? '-' : '~') + name);
}

/** `__covariant__` and its kin, three bytes at an offset. */
export function varianceMembers(at: number): NonNullable<TypeSpec['members']> {
  const flag = (offset: number) => ({ offset, type: 'bool', readonly: true }) as const;
  return {
    __covariant__: flag(at),
    __contravariant__: flag(at + 1),
    __infer_variance__: flag(at + 2),
  };
}

/** `__default__` and has_default, where parameters have defaults. */
export function defaultsOf(rt: Runtime, value: number, evaluate: number) {
  if (!rt.profile.typeParameters.defaults) return { methods: {}, getset: {} };
  return {
    methods: {
      has_default: noArgs((r: Runtime, self: Addr) => {
        const known = r.ptr(self + value);
        const has = r.ptr(self + evaluate) !== 0 || (known !== 0 && known !== noDefault(r));
        return newBool(r, has);
      }),
    },
    getset: {
      __default__: {
        get: (r: Runtime, self: Addr) => lazyValue(r, self, value, evaluate, noDefault(r)),
      },
      ...evaluators(rt, { evaluate_default: [evaluate, value] }),
    },
  };
}

/** The default that was given in a call, 0: none. */
export function setDefault(rt: Runtime, field: Addr, value: Addr): void {
  if (rt.profile.typeParameters.defaults) rt.setPtr(field, newRef(rt, value || noDefault(rt)));
}

/** A bound as typing takes it, or NULL for None; new. -1 with an exception. v3.13.0 type_check */
export function checkedBound(rt: Runtime, bound: Addr): Addr {
  if (bound === 0 || bound === rt.none) return 0;
  const checked = rt.vm.typingCheck(rt, bound, 'Bound must be a type.');
  return checked === 0 ? -1 : checked;
}

const OPTIONS = ['name', 'bound', 'default', 'covariant', 'contravariant', 'infer_variance'];
const given = new Int32Array(OPTIONS.length);

/** The parameters of a call, with a default where the release has them. */
export function optionsOf(rt: Runtime): Params {
  const { defaults } = rt.profile.typeParameters;
  const names = defaults ? OPTIONS : OPTIONS.filter((name) => name !== 'default');
  return { names, required: 1, positional: 1 };
}

/** What was given for an option; borrowed, 0 when nothing was. */
export function option(rt: Runtime, out: Int32Array, name: string): Addr {
  const at = optionsOf(rt).names.indexOf(name);
  return at < 0 ? 0 : out[at]!;
}

/** v3.13.0 typevar_new_impl */
function typeVarNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  const first = tupleGetSlice(rt, args, 0, Math.min(n, 1));
  if (first === 0) return 0;
  const fine = parseNew(rt, 'typevar', optionsOf(rt), given, first, kwargs);
  decref(rt, first);
  if (!fine) return 0;
  const out = given.slice();
  const get = (name: string) => option(rt, out, name);
  const bits = readVariance(rt, get('covariant'), get('contravariant'), get('infer_variance'));
  if (bits < 0) return 0;
  const bound = checkedBound(rt, get('bound'));
  if (bound === -1) return 0;
  if (n === 2 || (n > 2 && bound !== 0)) {
    xdecref(rt, bound);
    const single = 'A single constraint is not allowed';
    const both = 'Constraints cannot be combined with bound=...';
    return raise(rt, rt.exc.TypeError, n === 2 ? single : both);
  }
  const self = newParameter(rt, type, get('name'));
  if (self === 0) {
    xdecref(rt, bound);
    return 0;
  }
  rt.setPtr(self + BOUND, bound);
  if (n > 2) rt.setPtr(self + CONSTRAINTS, tupleGetSlice(rt, args, 1, n));
  setDefault(rt, self + DEFAULT, get('default'));
  setVariance(rt, self + varianceAt(rt), bits);
  return withModule(rt, self, callerModule(rt));
}

/**
 * The type parameter `T`, its bound or constraints computed by a function (borrowed, 0: none); new.
 * v3.13.0 _Py_make_typevar
 */
export function makeTypeVar(rt: Runtime, name: Addr, bound: Addr, constraints: Addr): Addr {
  const self = newParameter(rt, typeVarType(rt), name);
  if (self === 0) return 0;
  if (bound !== 0) rt.setPtr(self + EVALUATE_BOUND, newRef(rt, bound));
  if (constraints !== 0) rt.setPtr(self + EVALUATE_CONSTRAINTS, newRef(rt, constraints));
  setVariance(rt, self + varianceAt(rt), INFER_VARIANCE);
  return self;
}

/** Where a TypeVar keeps the function of its default. */
export const TYPE_VAR_EVALUATE_DEFAULT = EVALUATE_DEFAULT;

/** `__typing_prepare_subst__(alias, args)`: the default, where an argument is missing. */
const prepare = typingMethod2('_typevar_prepare_subst');

function makeType(rt: Runtime): Addr {
  const { defaults } = rt.profile.typeParameters;
  const at = varianceAt(rt);
  const more = defaultsOf(rt, DEFAULT, EVALUATE_DEFAULT);
  const owned = [NAME, BOUND, EVALUATE_BOUND, CONSTRAINTS, EVALUATE_CONSTRAINTS];
  return readyParameter(rt, {
    name: 'typing.TypeVar',
    size: at + 8,
    owned: defaults ? [...owned, DEFAULT, EVALUATE_DEFAULT] : owned,
    managed: 'both',
    slots: {
      tp_new: typeVarNew,
      tp_repr: (r, self) => varianceRepr(r, self, self + at),
      nb_or: typeParameterOr,
    },
    methods: {
      __typing_subst__: typingMethod('_typevar_subst'),
      ...(defaults ? { __typing_prepare_subst__: prepare } : {}),
      __reduce__: noArgs((r, self) => newRef(r, r.ptr(self + NAME))),
      ...more.methods,
      __mro_entries__: noBase,
    },
    members: { __name__: { offset: NAME, type: 'object', readonly: true }, ...varianceMembers(at) },
    getset: {
      __bound__: { get: (r, self) => lazyValue(r, self, BOUND, EVALUATE_BOUND, r.none) },
      __constraints__: {
        get: (r, self) => lazyValue(r, self, CONSTRAINTS, EVALUATE_CONSTRAINTS, r.emptyTuple),
      },
      ...evaluators(rt, {
        evaluate_bound: [EVALUATE_BOUND, BOUND],
        evaluate_constraints: [EVALUATE_CONSTRAINTS, CONSTRAINTS],
      }),
      ...more.getset,
    },
    doc: 'Type variable.',
  });
}

/** The type typing.TypeVar; borrowed. */
export function typeVarType(rt: Runtime): Addr {
  return ensureType(rt, 'typeVar', makeType);
}

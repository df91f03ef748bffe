/**
 * typing.TypeAliasType: what `type X = ...` makes.
 *
 *     +16  name           owned
 *     +24  type_params    owned or NULL: a tuple
 *     +32  compute_value  owned or NULL: gives the value when it is asked for
 *     +40  value          owned or NULL
 *     +48  module         owned or NULL
 *
 * v3.13.0 Objects/typevarobject.c typealiasobject
 */
import type { Addr } from '../../base/brand.ts';
import type { Params } from '../../objects/args.ts';
import { isTuple } from '../../objects/clinic.ts';
import { raise } from '../../objects/errors.ts';
import * as L from '../../objects/layouts.ts';
import { newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { tupleItem, tuplePack, tupleSize } from '../../objects/tuple.ts';
import { noArgs } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';
import {
  callerModule,
  lazyValue,
  NAME,
  newParameter,
  parseNew,
  readyParameter,
} from './type-parameter.ts';
import { evaluators } from './const-evaluator.ts';
import { unpackTypeVarTuples } from './type-var-tuple.ts';
import { genericAliasNew, unionOr } from '../../objects/late-parts.ts';

const TYPE_PARAMS = 24;
const COMPUTE_VALUE = 32;
const VALUE = 40;
const MODULE = 48;
const SIZE = 56;

const PARAMS: Params = { names: ['name', 'value', 'type_params'], required: 2, positional: 2 };
const given = new Int32Array(3);

/** v3.13.0 typealias_new_impl */
function aliasNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!parseNew(rt, 'typealias', PARAMS, given, args, kwargs)) return 0;
  const [name, value, params] = given as unknown as [Addr, Addr, Addr];
  if (params !== 0 && !isTuple(rt, params)) {
    return raise(rt, rt.exc.TypeError, 'type_params must be a tuple');
  }
  const self = newParameter(rt, type, name);
  if (self === 0) return 0;
  if (params !== 0 && tupleSize(rt, params) > 0) rt.setPtr(self + TYPE_PARAMS, newRef(rt, params));
  rt.setPtr(self + VALUE, newRef(rt, value));
  const module = callerModule(rt);
  if (module !== 0) rt.setPtr(self + MODULE, newRef(rt, module));
  return self;
}

/** The alias of `(name, type_params or None, function of the value)`; new. v3.13.0 _Py_make_typealias */
export function makeTypeAlias(rt: Runtime, parts: Addr): Addr {
  const self = newParameter(rt, typeAliasType(rt), tupleItem(rt, parts, 0));
  if (self === 0) return 0;
  const params = tupleItem(rt, parts, 1);
  if (params !== rt.none) rt.setPtr(self + TYPE_PARAMS, newRef(rt, params));
  rt.setPtr(self + COMPUTE_VALUE, newRef(rt, tupleItem(rt, parts, 2)));
  return self;
}

/** v3.13.0 typealias_subscript */
function subscript(rt: Runtime, self: Addr, args: Addr): Addr {
  if (rt.ptr(self + TYPE_PARAMS) === 0) {
    return raise(rt, rt.exc.TypeError, 'Only generic type aliases are subscriptable');
  }
  const row = isTuple(rt, args) ? newRef(rt, args) : tuplePack(rt, args);
  const alias = row === 0 ? 0 : genericAliasNew(rt, self, row);
  xdecref(rt, row);
  return alias;
}

/** v3.13.0 typealias_module */
function moduleOf(rt: Runtime, self: Addr): Addr {
  const module = rt.ptr(self + MODULE);
  if (module !== 0) return newRef(rt, module);
  const func = rt.ptr(self + COMPUTE_VALUE);
  const known = func !== 0 && rt.typeOf(func) === rt.types.function;
  return newRef(rt, (known && rt.ptr(func + L.FUNC_MODULE)) || rt.none);
}

const paramsOf = (rt: Runtime, self: Addr): Addr => rt.ptr(self + TYPE_PARAMS) || rt.emptyTuple;

function makeType(rt: Runtime): Addr {
  return readyParameter(rt, {
    name: 'typing.TypeAliasType',
    size: SIZE,
    owned: [NAME, TYPE_PARAMS, COMPUTE_VALUE, VALUE, MODULE],
    managed: 'none',
    slots: {
      tp_new: aliasNew,
      tp_repr: (r, self) => newRef(r, r.ptr(self + NAME)),
      nb_or: unionOr,
      mp_subscript: subscript,
    },
    methods: { __reduce__: noArgs((r, self) => newRef(r, r.ptr(self + NAME))) },
    members: { __name__: { offset: NAME, type: 'object', readonly: true } },
    getset: {
      __parameters__: { get: (r, self) => unpackTypeVarTuples(r, paramsOf(r, self)) },
      __type_params__: { get: (r, self) => newRef(r, paramsOf(r, self)) },
      __value__: { get: (r, self) => lazyValue(r, self, VALUE, COMPUTE_VALUE, r.none) },
      ...evaluators(rt, { evaluate_value: [COMPUTE_VALUE, VALUE] }),
      __module__: { get: moduleOf },
    },
    doc: 'Type alias.',
  });
}

/** The type typing.TypeAliasType; borrowed. */
export function typeAliasType(rt: Runtime): Addr {
  return ensureType(rt, 'typeAlias', makeType);
}

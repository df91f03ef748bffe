/**
 * typing.TypeVarTuple.
 *
 *     +16  name  owned
 *     +24  default_value, +32 evaluate_default, both where parameters have defaults
 *
 * v3.13.0 Objects/typevarobject.c typevartupleobject
 */
import type { Addr } from '../../base/brand.ts';
import type { Params } from '../../objects/args.ts';
import { raise } from '../../objects/errors.ts';
import { getIter } from '../../objects/object.ts';
import { decref, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tupleItem, tupleNew, tuplePack, tupleSetItem, tupleSize } from '../../objects/tuple.ts';
import { noArgs, oneArg } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';
import {
  callerModule,
  callTyping,
  NAME,
  newParameter,
  noBase,
  parameterName,
  parseNew,
  readyParameter,
  typingMethod2,
  withModule,
} from './type-parameter.ts';
import { defaultsOf, setDefault } from './type-var.ts';

const DEFAULT = 24;
/** Where a TypeVarTuple keeps the function of its default. */
export const TYPE_VAR_TUPLE_EVALUATE_DEFAULT = 32;

const given = new Int32Array(2);

/** v3.13.0 typevartuple_impl */
function typeVarTupleNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const { defaults } = rt.profile.typeParameters;
  const names = defaults ? ['name', 'default'] : ['name'];
  const params: Params = { names, required: 1, positional: 1 };
  if (!parseNew(rt, 'typevartuple', params, given, args, kwargs)) return 0;
  const value = defaults ? given[1]! : 0;
  const self = newParameter(rt, type, given[0]!);
  if (self !== 0) setDefault(rt, self + DEFAULT, value);
  return withModule(rt, self, callerModule(rt));
}

/** The type parameter `*Ts`; new. v3.13.0 _Py_make_typevartuple */
export function makeTypeVarTuple(rt: Runtime, name: Addr): Addr {
  return newParameter(rt, typeVarTupleType(rt), name);
}

/** `typing.Unpack[Ts]`; new. v3.13.0 unpack */
function unpacked(rt: Runtime, self: Addr): Addr {
  return callTyping(rt, '_unpack', self);
}

/** One item: itself, unpacked. v3.13.0 typevartuple_iter */
function iterate(rt: Runtime, self: Addr): Addr {
  const item = unpacked(rt, self);
  const row = item === 0 ? 0 : tuplePack(rt, item);
  xdecref(rt, item);
  const it = row === 0 ? 0 : getIter(rt, row);
  xdecref(rt, row);
  return it;
}

/** The parameters with each `Ts` as `Unpack[Ts]`; new. v3.13.0 unpack_typevartuples */
export function unpackTypeVarTuples(rt: Runtime, params: Addr): Addr {
  const n = tupleSize(rt, params);
  const type = typeVarTupleType(rt);
  let found = false;
  for (let i = 0; i < n && !found; i++) found = rt.typeOf(tupleItem(rt, params, i)) === type;
  if (!found) return newRef(rt, params);
  const result = tupleNew(rt, n);
  if (result === 0) return 0;
  for (let i = 0; i < n; i++) {
    const item = tupleItem(rt, params, i);
    const shown = rt.typeOf(item) === type ? unpacked(rt, item) : newRef(rt, item);
    if (shown === 0) {
      decref(rt, result);
      return 0;
    }
    tupleSetItem(rt, result, i, shown);
  }
  return result;
}

function makeType(rt: Runtime): Addr {
  const { defaults } = rt.profile.typeParameters;
  const more = defaultsOf(rt, DEFAULT, TYPE_VAR_TUPLE_EVALUATE_DEFAULT);
  return readyParameter(rt, {
    name: 'typing.TypeVarTuple',
    size: defaults ? 40 : 24,
    owned: defaults ? [NAME, DEFAULT, TYPE_VAR_TUPLE_EVALUATE_DEFAULT] : [NAME],
    managed: 'both',
    slots: {
      tp_new: typeVarTupleNew,
      tp_repr: (r, self) => newStr(r, parameterName(r, self)),
      tp_iter: iterate,
    },
    methods: {
      __typing_subst__: oneArg((r) =>
        raise(r, r.exc.TypeError, 'Substitution of bare TypeVarTuple is not supported'),
      ),
      __typing_prepare_subst__: typingMethod2('_typevartuple_prepare_subst'),
      __reduce__: noArgs((r, self) => newRef(r, r.ptr(self + NAME))),
      ...more.methods,
      __mro_entries__: noBase,
    },
    members: { __name__: { offset: NAME, type: 'object', readonly: true } },
    getset: more.getset,
    doc: 'Type variable tuple: a placeholder for any number of types.',
  });
}

/** The type typing.TypeVarTuple; borrowed. */
export function typeVarTupleType(rt: Runtime): Addr {
  return ensureType(rt, 'typeVarTuple', makeType);
}

/**
 * typing.ParamSpec, and its `args` and `kwargs`.
 *
 *     +16  name   owned
 *     +24  bound  owned or NULL
 *     +32  default_value, +40 evaluate_default, both where parameters have defaults
 *     then three bytes: covariant, contravariant, infer_variance
 *
 * v3.13.0 Objects/typevarobject.c paramspecobject, paramspecattrobject
 */
import type { Addr } from '../../base/brand.ts';
import { newBool } from '../../objects/bool.ts';
import { raise } from '../../objects/errors.ts';
import { callAlloc } from '../../objects/generic-alloc.ts';
import { EQ, NE, notImplemented, reprText, richCompareBool } from '../../objects/object.ts';
import { newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tupleItem, tupleSize } from '../../objects/tuple.ts';
import { noArgs } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';
import {
  callerModule,
  NAME,
  newParameter,
  noBase,
  parameterName,
  parseNew,
  readyParameter,
  typingMethod,
  typingMethod2,
  withModule,
} from './type-parameter.ts';
import { typeParameterOr } from './type-parameter-or.ts';
import {
  checkedBound,
  defaultsOf,
  INFER_VARIANCE,
  option,
  optionsOf,
  readVariance,
  setDefault,
  setVariance,
  varianceMembers,
  varianceRepr,
} from './type-var.ts';

const BOUND = 24;
const DEFAULT = 32;
/** Where a ParamSpec keeps the function of its default. */
export const PARAM_SPEC_EVALUATE_DEFAULT = 40;
const ORIGIN = 16;

function varianceAt(rt: Runtime): number {
  return rt.profile.typeParameters.defaults ? 48 : 32;
}

const given = new Int32Array(6);

/** v3.13.0 paramspec_new_impl */
function paramSpecNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!parseNew(rt, 'paramspec', optionsOf(rt), given, args, kwargs)) return 0;
  const out = given.slice();
  const get = (name: string) => option(rt, out, name);
  const bits = readVariance(rt, get('covariant'), get('contravariant'), get('infer_variance'));
  if (bits < 0) return 0;
  const bound = checkedBound(rt, get('bound'));
  if (bound === -1) return 0;
  const self = newParameter(rt, type, get('name'));
  if (self === 0) return 0;
  rt.setPtr(self + BOUND, bound);
  setDefault(rt, self + DEFAULT, get('default'));
  setVariance(rt, self + varianceAt(rt), bits);
  return withModule(rt, self, callerModule(rt));
}

/** The type parameter `**P`; new. v3.13.0 _Py_make_paramspec */
export function makeParamSpec(rt: Runtime, name: Addr): Addr {
  const self = newParameter(rt, paramSpecType(rt), name);
  if (self !== 0) setVariance(rt, self + varianceAt(rt), INFER_VARIANCE);
  return self;
}

function makeType(rt: Runtime): Addr {
  const at = varianceAt(rt);
  const { defaults } = rt.profile.typeParameters;
  const more = defaultsOf(rt, DEFAULT, PARAM_SPEC_EVALUATE_DEFAULT);
  const member = { type: 'object', readonly: true } as const;
  return readyParameter(rt, {
    name: 'typing.ParamSpec',
    size: at + 8,
    owned: defaults ? [NAME, BOUND, DEFAULT, PARAM_SPEC_EVALUATE_DEFAULT] : [NAME, BOUND],
    managed: 'both',
    slots: {
      tp_new: paramSpecNew,
      tp_repr: (r, self) => varianceRepr(r, self, self + at),
      nb_or: typeParameterOr,
    },
    methods: {
      __typing_subst__: typingMethod('_paramspec_subst'),
      __typing_prepare_subst__: typingMethod2('_paramspec_prepare_subst'),
      ...more.methods,
      __reduce__: noArgs((r, self) => newRef(r, r.ptr(self + NAME))),
      __mro_entries__: noBase,
    },
    members: {
      __name__: { offset: NAME, ...member },
      __bound__: { offset: BOUND, ...member },
      ...varianceMembers(at),
    },
    getset: {
      args: { get: (r, self) => attributeOf(r, paramSpecArgsType(r), self) },
      kwargs: { get: (r, self) => attributeOf(r, paramSpecKwargsType(r), self) },
      ...more.getset,
    },
    doc: 'Parameter specification variable.',
  });
}

/** The type typing.ParamSpec; borrowed. */
export function paramSpecType(rt: Runtime): Addr {
  return ensureType(rt, 'paramSpec', makeType);
}

// ---- P.args, P.kwargs ----------------------------------------------------------------------------

/** v3.13.0 paramspecattr_new */
function attributeOf(rt: Runtime, type: Addr, origin: Addr): Addr {
  const self = callAlloc(rt, type, 0);
  if (self !== 0) rt.setPtr(self + ORIGIN, newRef(rt, origin));
  return self;
}

function compareOrigins(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (rt.typeOf(a) !== rt.typeOf(b) || (op !== EQ && op !== NE)) return notImplemented(rt);
  const same = richCompareBool(rt, rt.ptr(a + ORIGIN), rt.ptr(b + ORIGIN), EQ);
  return same < 0 ? 0 : newBool(rt, (same === 1) === (op === EQ));
}

function attributeType(kind: 'Args' | 'Kwargs') {
  const call = `paramspec${kind.toLowerCase()}`;
  const word = kind.toLowerCase();
  return (rt: Runtime): Addr =>
    readyParameter(rt, {
      name: `typing.ParamSpec${kind}`,
      size: 24,
      owned: [ORIGIN],
      managed: 'weakrefs',
      slots: {
        tp_new: (r, type, args) =>
          tupleSize(r, args) === 1
            ? attributeOf(r, type, tupleItem(r, args, 0))
            : raise(r, r.exc.TypeError, `${call}() missing required argument 'origin' (pos 1)`),
        tp_repr: (r, self) => {
          const origin = r.ptr(self + ORIGIN);
          const known = r.typeOf(origin) === paramSpecType(r);
          const text = known ? parameterName(r, origin) : reprText(r, origin);
          return text === null ? 0 : newStr(r, `${text}.${word}`);
        },
        tp_richcompare: compareOrigins,
      },
      methods: { __mro_entries__: noBase },
      members: { __origin__: { offset: ORIGIN, type: 'object', readonly: true } },
      getset: {},
      doc: `The ${word} for a ParamSpec object.`,
      unhashable: true,
    });
}

const makeArgsType = attributeType('Args');
const makeKwargsType = attributeType('Kwargs');

/** The type typing.ParamSpecArgs; borrowed. */
export function paramSpecArgsType(rt: Runtime): Addr {
  return ensureType(rt, 'paramSpecArgs', makeArgsType);
}

/** The type typing.ParamSpecKwargs; borrowed. */
export function paramSpecKwargsType(rt: Runtime): Addr {
  return ensureType(rt, 'paramSpecKwargs', makeKwargsType);
}

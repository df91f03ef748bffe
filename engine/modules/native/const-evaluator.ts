/**
 * What type parameters are asked for in a format (`T.evaluate_bound`), where the value is known.
 *
 *     +16  value  owned
 *
 * v3.14.0 Objects/typevarobject.c _PyTypeConstEvaluator
 */
import type { Addr } from '../../base/brand.ts';
import { noKeywords } from '../../objects/args.ts';
import { isTuple } from '../../objects/clinic.ts';
import { errOccurred, raise } from '../../objects/errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import * as L from '../../objects/layouts.ts';
import { asSsize, reprText } from '../../objects/object.ts';
import { clearOwned, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tupleItem, tupleSize } from '../../objects/tuple.ts';
import { readyType } from '../../objects/type-ready.ts';
import type { GetSetSpec } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';
import { typingText } from '../../objects/late-parts.ts';

const VALUE = 16;
/** annotationlib.Format.STRING */
const STRING = 4;

/** v3.14.0 constevaluator_call: the value, or its text */
function call(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'constevaluator.__call__', kwargs)) return 0;
  const n = tupleSize(rt, args);
  if (n !== 1) {
    const text = `constevaluator.__call__() takes exactly 1 argument (${n} given)`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const format = asSsize(rt, tupleItem(rt, args, 0), rt.exc.OverflowError);
  if (format === -1 && errOccurred(rt)) return 0;
  const value = rt.ptr(self + VALUE);
  return format === STRING ? textOf(rt, value) : newRef(rt, value);
}

/** Constraints are a tuple; new, 0 with an exception. */
function textOf(rt: Runtime, value: Addr): Addr {
  if (!isTuple(rt, value)) {
    const text = rt.typeOf(value) === rt.types.list ? reprText(rt, value) : typingText(rt, value);
    return text === null ? 0 : newStr(rt, text);
  }
  const texts: string[] = [];
  for (let i = 0; i < tupleSize(rt, value); i++) {
    const text = typingText(rt, tupleItem(rt, value, i));
    if (text === null) return 0;
    texts.push(text);
  }
  return newStr(rt, `(${texts.join(', ')})`);
}

function makeType(rt: Runtime): Addr {
  return readyType(rt, {
    name: '_typing._ConstEvaluator',
    basicsize: 24,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_DISALLOW_INSTANTIATION,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrackIfTracked(r, self);
        xdecref(r, r.ptr(self + VALUE));
        gcDel(r, self);
      },
      tp_traverse: (r, self, visit) => {
        if (r.ptr(self + VALUE) !== 0) visit(r.ptr(self + VALUE));
      },
      tp_clear: (r, self) => {
        clearOwned(r, self + VALUE);
        return 0;
      },
      tp_repr: (r, self) => {
        const text = reprText(r, r.ptr(self + VALUE));
        return text === null ? 0 : newStr(r, `<constevaluator ${text}>`);
      },
      tp_call: call,
    },
  });
}

/** The function in one field, or one for the value in the other, or None; new. v3.14.0 typevar_evaluate_bound */
export function evaluatorOf(rt: Runtime, self: Addr, evaluate: number, value: number): Addr {
  const func = rt.ptr(self + evaluate);
  if (func !== 0) return newRef(rt, func);
  const known = rt.ptr(self + value);
  if (known === 0) return newRef(rt, rt.none);
  const made = gcNew(rt, ensureType(rt, 'constEvaluator', makeType), 24);
  if (made === 0) return 0;
  rt.setPtr(made + VALUE, newRef(rt, known));
  gcTrack(rt, made);
  return made;
}

/** Attributes of that kind, by the fields of function and value, where the release has them. */
export function evaluators(
  rt: Runtime,
  fields: Readonly<Record<string, readonly [evaluate: number, value: number]>>,
): Readonly<Record<string, GetSetSpec>> {
  if (!rt.profile.annotations.deferred) return {};
  const get = ([evaluate, value]: readonly [number, number]): GetSetSpec => ({
    get: (r, self) => evaluatorOf(r, self, evaluate, value),
  });
  return Object.fromEntries(Object.entries(fields).map(([name, pair]) => [name, get(pair)]));
}

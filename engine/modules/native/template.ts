/**
 * string.templatelib: what `t'...'` makes.
 *
 *     Template       +16 strings, +24 interpolations: owned tuples, the first longer by one
 *     Interpolation  +16 value, +24 expression, +32 conversion, +40 format_spec: owned
 *     TemplateIter   +16, +24 iterators over both, owned; +32 whether a string is next
 *
 * v3.14.0 Objects/templateobject.c, Objects/interpolationobject.c
 */
import type { Addr } from '../../base/brand.ts';
import * as Op from '../../compile/opcodes.ts';
import { dictLen, dictSetItem } from '../../objects/dict.ts';
import { raise } from '../../objects/errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import * as L from '../../objects/layouts.ts';
import { readNewArgs } from '../../objects/new-args.ts';
import { getAttr, getIter, iterNext, reprText, typeNameOf } from '../../objects/object.ts';
import { clearOwned, decref, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { internJs, isStr, newStr, strConcat, strLength, strToJs } from '../../objects/strings.ts';
import { tupleItem, tupleNew, tuplePack, tupleSetItem, tupleSize } from '../../objects/tuple.ts';
import { readyType } from '../../objects/type-ready.ts';
import {
  classMethod,
  type MemberSpec,
  noArgs,
  oneArg,
  type Slots,
} from '../../objects/type-spec.ts';
import { importModule } from '../../vm/imports.ts';
import { ensureType } from '../module-types.ts';
import { genericAliasNew } from '../../objects/late-parts.ts';

const MODULE = 'string.templatelib';

const STRINGS = 16;
const INTERPOLATIONS = 24;
const TEMPLATE_SIZE = 32;

const VALUE = 16;
const EXPRESSION = 24;
const CONVERSION = 32;
const FORMAT_SPEC = 40;
const INTERPOLATION_SIZE = 48;

const STRING_IS_NEXT = 32;
const ITER_SIZE = 40;

// ---- what the three types share ------------------------------------------------------------------

/** Slots of an object that owns what stands in these fields. */
function owning(fields: readonly number[]): Partial<Slots> {
  return {
    tp_dealloc: (rt, self) => {
      gcUntrackIfTracked(rt, self);
      for (const field of fields) xdecref(rt, rt.ptr(self + field));
      gcDel(rt, self);
    },
    tp_traverse: (rt, self, visit) => {
      for (const field of fields) if (rt.ptr(self + field) !== 0) visit(rt.ptr(self + field));
    },
    tp_clear: (rt, self) => {
      for (const field of fields) if (rt.ptr(self + field) !== 0) clearOwned(rt, self + field);
      return 0;
    },
  };
}

function fieldsOf(fields: Readonly<Record<string, number>>): Record<string, MemberSpec> {
  const members = Object.entries(fields).map(([name, offset]) => {
    return [name, { offset, type: 'object', readonly: true } as const] as const;
  });
  return Object.fromEntries(members);
}

const subscriptable = {
  __class_getitem__: classMethod(oneArg((rt, cls, item) => genericAliasNew(rt, cls, item))),
};

/** `name(part, part, ...)`, each part its text and the repr of a field; new. */
function reprOf(rt: Runtime, self: Addr, name: string, parts: readonly [string, number][]): Addr {
  const texts: string[] = [];
  for (const [before, field] of parts) {
    const text = reprText(rt, rt.ptr(self + field));
    if (text === null) return 0;
    texts.push(before + text);
  }
  return newStr(rt, `${name}(${texts.join(', ')})`);
}

// ---- Interpolation -------------------------------------------------------------------------------

/** All borrowed; new. */
function interpolationNew(rt: Runtime, value: Addr, text: Addr, conversion: Addr, spec: Addr) {
  const self = gcNew(rt, interpolationType(rt), INTERPOLATION_SIZE);
  if (self === 0) return 0;
  rt.setPtr(self + VALUE, newRef(rt, value));
  rt.setPtr(self + EXPRESSION, newRef(rt, text));
  rt.setPtr(self + CONVERSION, newRef(rt, conversion));
  rt.setPtr(self + FORMAT_SPEC, newRef(rt, spec));
  gcTrack(rt, self);
  return self;
}

const PARAMS = {
  names: ['value', 'expression', 'conversion', 'format_spec'],
  required: 1,
  positional: 4,
} as const;
const given = new Int32Array(4);

/** v3.14.0 interpolation_new_impl */
function interpolationTypeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'Interpolation', PARAMS, given, args, kwargs)) return 0;
  const [value = 0, text = 0, conversion = 0, spec = 0] = given as unknown as Addr[];
  if (!isText(rt, text, 'expression') || !isConversion(rt, conversion)) return 0;
  if (!isText(rt, spec, 'format_spec')) return 0;
  return interpolationNew(
    rt,
    value,
    text || rt.emptyStr,
    conversion || rt.none,
    spec || rt.emptyStr,
  );
}

function isText(rt: Runtime, p: Addr, name: string): boolean {
  if (p === 0 || isStr(rt, p)) return true;
  const text = `Interpolation() argument '${name}' must be str, not ${typeNameOf(rt, p)}`;
  raise(rt, rt.exc.TypeError, text);
  return false;
}

function isConversion(rt: Runtime, p: Addr): boolean {
  if (p === 0 || p === rt.none) return true;
  if (!isText(rt, p, 'conversion')) return false;
  if (['s', 'a', 'r'].includes(strToJs(rt, p))) return true;
  const text = "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'";
  raise(rt, rt.exc.ValueError, text);
  return false;
}

function reduceInterpolation(rt: Runtime, self: Addr): Addr {
  const fields = [VALUE, EXPRESSION, CONVERSION, FORMAT_SPEC].map((field) => rt.ptr(self + field));
  const args = tuplePack(rt, ...fields);
  const result = args === 0 ? 0 : tuplePack(rt, rt.typeOf(self), args);
  xdecref(rt, args);
  return result;
}

function makeInterpolationType(rt: Runtime): Addr {
  const fields = {
    value: VALUE,
    expression: EXPRESSION,
    conversion: CONVERSION,
    format_spec: FORMAT_SPEC,
  };
  const type = readyType(rt, {
    name: `${MODULE}.Interpolation`,
    basicsize: INTERPOLATION_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      ...owning(Object.values(fields)),
      tp_new: interpolationTypeNew,
      tp_repr: (r, self) =>
        reprOf(r, self, 'Interpolation', [
          ['', VALUE],
          ['', EXPRESSION],
          ['', CONVERSION],
          ['', FORMAT_SPEC],
        ]),
    },
    members: fieldsOf(fields),
    methods: { ...subscriptable, __reduce__: noArgs(reduceInterpolation) },
  });
  const names = namesTuple(rt, Object.keys(fields));
  dictSetItem(rt, rt.ptr(type + L.TP_DICT), rt.ids.__match_args__, names);
  decref(rt, names);
  return type;
}

function namesTuple(rt: Runtime, names: readonly string[]): Addr {
  const tuple = tupleNew(rt, names.length);
  if (tuple === 0) return 0;
  for (const [i, name] of names.entries()) tupleSetItem(rt, tuple, i, internJs(rt, name));
  return tuple;
}

function interpolationType(rt: Runtime): Addr {
  return ensureType(rt, 'interpolation', makeInterpolationType);
}

// ---- Template ------------------------------------------------------------------------------------

/** Both stolen; new. */
function templateNewSteal(rt: Runtime, strings: Addr, interpolations: Addr): Addr {
  const self =
    strings === 0 || interpolations === 0 ? 0 : gcNew(rt, templateType(rt), TEMPLATE_SIZE);
  if (self === 0) {
    xdecref(rt, strings);
    xdecref(rt, interpolations);
    return 0;
  }
  rt.setPtr(self + STRINGS, strings);
  rt.setPtr(self + INTERPOLATIONS, interpolations);
  gcTrack(rt, self);
  return self;
}

/** v3.14.0 template_new */
function templateTypeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (kwargs !== 0 && dictLen(rt, kwargs) > 0) {
    return raise(rt, rt.exc.TypeError, 'Template.__new__ only accepts *args arguments');
  }
  const fields: Addr[] = [];
  const texts: string[] = [''];
  for (let i = 0, n = tupleSize(rt, args); i < n; i++) {
    const item = tupleItem(rt, args, i);
    if (isStr(rt, item)) {
      texts.push(texts.pop()! + strToJs(rt, item));
    } else if (rt.typeOf(item) === interpolationType(rt)) {
      fields.push(item);
      texts.push('');
    } else {
      const text = `Template.__new__ *args need to be of type 'str' or 'Interpolation', got`;
      return raise(rt, rt.exc.TypeError, `${text} ${typeNameOf(rt, item)}`);
    }
  }
  return templateNewSteal(rt, textsTuple(rt, texts), tuplePack(rt, ...fields));
}

function textsTuple(rt: Runtime, texts: readonly string[]): Addr {
  const tuple = tupleNew(rt, texts.length);
  for (const [i, text] of texts.entries()) {
    const item = tuple === 0 ? 0 : newStr(rt, text);
    if (item === 0) {
      xdecref(rt, tuple);
      return 0;
    }
    tupleSetItem(rt, tuple, i, item);
  }
  return tuple;
}

/** v3.14.0 template_concat */
function concat(rt: Runtime, a: Addr, b: Addr): Addr {
  const type = templateType(rt);
  if (rt.typeOf(a) !== type || rt.typeOf(b) !== type) {
    const [own, other] = [`${MODULE}.Template`, typeNameOf(rt, b)];
    return raise(rt, rt.exc.TypeError, `can only concatenate ${own} (not "${other}") to ${own}`);
  }
  const strings = joinedStrings(rt, rt.ptr(a + STRINGS), rt.ptr(b + STRINGS));
  const fields = joined(rt, rt.ptr(a + INTERPOLATIONS), rt.ptr(b + INTERPOLATIONS), 0);
  return templateNewSteal(rt, strings, fields);
}

/** The last string of one and the first of the other are one. v3.14.0 template_concat_strings */
function joinedStrings(rt: Runtime, a: Addr, b: Addr): Addr {
  const result = joined(rt, a, b, 1);
  if (result === 0) return 0;
  const seam = tupleSize(rt, a) - 1;
  const text = strConcat(rt, tupleItem(rt, a, seam), tupleItem(rt, b, 0));
  if (text === 0) {
    decref(rt, result);
    return 0;
  }
  decref(rt, tupleItem(rt, result, seam));
  tupleSetItem(rt, result, seam, text);
  return result;
}

/** The items of `a` and those of `b` from `skip` on; new. */
function joined(rt: Runtime, a: Addr, b: Addr, skip: number): Addr {
  const n = tupleSize(rt, a);
  const result = tupleNew(rt, n + tupleSize(rt, b) - skip);
  if (result === 0) return 0;
  for (let i = 0, all = tupleSize(rt, result); i < all; i++) {
    const item = i < n ? tupleItem(rt, a, i) : tupleItem(rt, b, i - n + skip);
    tupleSetItem(rt, result, i, newRef(rt, item));
  }
  return result;
}

/** v3.14.0 template_values_get */
function getValues(rt: Runtime, self: Addr): Addr {
  const fields = rt.ptr(self + INTERPOLATIONS);
  const values = tupleNew(rt, tupleSize(rt, fields));
  for (let i = 0, n = tupleSize(rt, fields); i < n && values !== 0; i++) {
    tupleSetItem(rt, values, i, newRef(rt, rt.ptr(tupleItem(rt, fields, i) + VALUE)));
  }
  return values;
}

/** `(string.templatelib._template_unpickle, (strings, interpolations))` */
function reduceTemplate(rt: Runtime, self: Addr): Addr {
  const moduleName = internJs(rt, MODULE);
  const fromlist = moduleName === 0 ? 0 : namesTuple(rt, ['_template_unpickle']);
  const module = fromlist === 0 ? 0 : importModule(rt, moduleName, 0, fromlist, 0);
  const func = module === 0 ? 0 : getAttr(rt, module, tupleItem(rt, fromlist, 0));
  const args =
    func === 0 ? 0 : tuplePack(rt, rt.ptr(self + STRINGS), rt.ptr(self + INTERPOLATIONS));
  const result = args === 0 ? 0 : tuplePack(rt, func, args);
  for (const p of [moduleName, fromlist, module, func, args]) xdecref(rt, p);
  return result;
}

function makeTemplateType(rt: Runtime): Addr {
  return readyType(rt, {
    name: `${MODULE}.Template`,
    basicsize: TEMPLATE_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      ...owning([STRINGS, INTERPOLATIONS]),
      tp_new: templateTypeNew,
      tp_iter: templateIter,
      sq_concat: concat,
      tp_repr: (r, self) =>
        reprOf(r, self, 'Template', [
          ['strings=', STRINGS],
          ['interpolations=', INTERPOLATIONS],
        ]),
    },
    members: fieldsOf({ strings: STRINGS, interpolations: INTERPOLATIONS }),
    getset: { values: { get: getValues } },
    methods: { ...subscriptable, __reduce__: noArgs(reduceTemplate) },
  });
}

function templateType(rt: Runtime): Addr {
  return ensureType(rt, 'template', makeTemplateType);
}

// ---- iterating -----------------------------------------------------------------------------------

/** v3.14.0 template_iter */
function templateIter(rt: Runtime, self: Addr): Addr {
  const it = gcNew(rt, ensureType(rt, 'templateIter', makeIterType), ITER_SIZE);
  if (it === 0) return 0;
  const strings = getIter(rt, rt.ptr(self + STRINGS));
  const fields = strings === 0 ? 0 : getIter(rt, rt.ptr(self + INTERPOLATIONS));
  rt.setPtr(it + STRINGS, strings);
  rt.setPtr(it + INTERPOLATIONS, fields);
  rt.i32[(it + STRING_IS_NEXT) >> 2] = 1;
  gcTrack(rt, it);
  if (fields !== 0) return it;
  decref(rt, it);
  return 0;
}

/** Empty strings are left out. v3.14.0 templateiter_next */
function templateIterNext(rt: Runtime, it: Addr): Addr {
  const at = (it + STRING_IS_NEXT) >> 2;
  const isString = rt.i32[at] === 1;
  rt.i32[at] = isString ? 0 : 1;
  const item = iterNext(rt, rt.ptr(it + (isString ? STRINGS : INTERPOLATIONS)));
  if (!isString || item === 0 || strLength(rt, item) > 0) return item;
  decref(rt, item);
  rt.i32[at] = 1;
  return iterNext(rt, rt.ptr(it + INTERPOLATIONS));
}

function makeIterType(rt: Runtime): Addr {
  return readyType(rt, {
    name: `${MODULE}.TemplateIter`,
    basicsize: ITER_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      ...owning([STRINGS, INTERPOLATIONS]),
      tp_iter: (r, self) => newRef(r, self),
      tp_iternext: templateIterNext,
    },
  });
}

// ---- what the instructions make ------------------------------------------------------------------

const CONVERSIONS = ['', 's', 'r', 'a'];

/** @param a borrowed. @param b borrowed. @returns new. v3.14.0 _PyInterpolation_Build, _PyTemplate_Build */
export function templateIntrinsic(rt: Runtime, which: number, a: Addr, b: Addr): Addr {
  if (which === Op.INTRINSIC_TEMPLATE) {
    return templateNewSteal(rt, newRef(rt, a), newRef(rt, b));
  }
  if (which === Op.INTRINSIC_INTERPOLATION_FORMAT) {
    decref(rt, rt.ptr(a + FORMAT_SPEC));
    rt.setPtr(a + FORMAT_SPEC, newRef(rt, b));
    return newRef(rt, a);
  }
  const letter = CONVERSIONS[which - Op.INTRINSIC_INTERPOLATION]!;
  const conversion = letter === '' ? newRef(rt, rt.none) : internJs(rt, letter);
  const self = interpolationNew(rt, a, b, conversion, rt.emptyStr);
  decref(rt, conversion);
  return self;
}

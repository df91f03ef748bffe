/** __build_class__: what a class statement calls. v3.13.0 Python/bltinmodule.c builtin___build_class__ */
import type { Addr } from '../base/brand.ts';
import { callObject, callRow, callOneArg, dictFromRow } from '../objects/call.ts';
import { cellContents } from '../objects/cell.ts';
import { dictDelItem, dictGetItem, dictLen, dictNew } from '../objects/dict.ts';
import { errOccurred, raise } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import {
  isTypeObject,
  lookupAttr,
  reprText,
  setItem,
  slotOf,
  typeNameOf,
} from '../objects/object.ts';
import { decref, newRef, xdecref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr } from '../objects/strings.ts';
import { tupleFromRow, tupleItem, tuplePack, tupleSize } from '../objects/tuple.ts';
import { typeName } from '../objects/type-object.ts';
import { calculateMetaclass } from '../objects/type-mro.ts';

export function buildClass(
  rt: Runtime,
  _self: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (nargs < 2) return raise(rt, rt.exc.TypeError, '__build_class__: not enough arguments');
  const func = rt.arg(argv, 0);
  const name = rt.arg(argv, 1);
  if (rt.typeOf(func) !== rt.types.function) {
    return raise(rt, rt.exc.TypeError, '__build_class__: func must be a function');
  }
  if (!isStr(rt, name)) return raise(rt, rt.exc.TypeError, '__build_class__: name is not a string');
  const written = tupleFromRow(rt, argv + 16, nargs - 2);
  const bases = written === 0 ? 0 : updateBases(rt, written);
  const keywords = kwnames === 0 ? 0 : dictFromRow(rt, argv + 8 * nargs, kwnames);
  const made =
    bases === 0 || (kwnames !== 0 && keywords === 0)
      ? 0
      : makeClass(rt, func, name, written, bases, keywords);
  xdecref(rt, written);
  xdecref(rt, bases);
  xdecref(rt, keywords);
  return made;
}

function makeClass(
  rt: Runtime,
  func: Addr,
  name: Addr,
  written: Addr,
  bases: Addr,
  keywords: Addr,
): Addr {
  const meta = chooseMeta(rt, bases, keywords);
  if (meta === 0) return 0;
  const namespace = prepareNamespace(rt, meta, name, bases, keywords);
  let made = 0;
  if (namespace !== 0) {
    made = runBody(rt, meta, func, name, namespace, written, bases, keywords);
    decref(rt, namespace);
  }
  decref(rt, meta);
  return made;
}

/**
 * Replaces what is no class among the bases by what its `__mro_entries__` says; the tuple itself,
 * as a new reference, when all are classes. v3.13.0 Python/bltinmodule.c update_bases
 */
function updateBases(rt: Runtime, bases: Addr): Addr {
  const items: Addr[] = [];
  let changed = false;
  for (let i = 0, n = tupleSize(rt, bases); i < n; i++) {
    const base = tupleItem(rt, bases, i);
    const replaced = isTypeObject(rt, base) ? 0 : mroEntries(rt, base, bases);
    if (replaced === 0) {
      if (errOccurred(rt)) break;
      items.push(newRef(rt, base));
      continue;
    }
    changed = true;
    for (let k = 0, m = tupleSize(rt, replaced); k < m; k++) {
      items.push(newRef(rt, tupleItem(rt, replaced, k)));
    }
    decref(rt, replaced);
  }
  const result = errOccurred(rt) ? 0 : changed ? tuplePack(rt, ...items) : newRef(rt, bases);
  for (const p of items) decref(rt, p);
  return result;
}

/** New tuple, or 0: without an exception when the base has no `__mro_entries__`. */
function mroEntries(rt: Runtime, base: Addr, bases: Addr): Addr {
  const method = lookupAttr(rt, base, rt.ids.__mro_entries__);
  if (method === 0) return 0;
  const entries = callOneArg(rt, method, bases);
  decref(rt, method);
  if (entries === 0 || rt.typeOf(entries) === rt.types.tuple) return entries;
  decref(rt, entries);
  return raise(rt, rt.exc.TypeError, '__mro_entries__ must return a tuple');
}

/** The metaclass: the keyword, or the type of the first base, then the most derived; new. */
function chooseMeta(rt: Runtime, bases: Addr, keywords: Addr): Addr {
  let meta = 0;
  if (keywords !== 0) {
    const key = rt.ids.metaclass;
    const given = dictGetItem(rt, keywords, key);
    if (given !== 0) {
      meta = newRef(rt, given);
      if (dictDelItem(rt, keywords, key) < 0) {
        decref(rt, meta);
        return 0;
      }
    } else if (errOccurred(rt)) return 0;
  }
  if (meta === 0) {
    const first = rt.size(bases + L.OB_SIZE) === 0 ? 0 : rt.ptr(bases + rt.layout.tupleItems);
    meta = newRef(rt, first === 0 ? rt.types.type : rt.typeOf(first));
  }
  if (!isTypeObject(rt, meta)) return meta;
  const winner = calculateMetaclass(rt, meta, bases);
  decref(rt, meta);
  return winner === 0 ? 0 : newRef(rt, winner);
}

function prepareNamespace(rt: Runtime, meta: Addr, name: Addr, bases: Addr, keywords: Addr): Addr {
  const prepare = lookupAttr(rt, meta, rt.ids.__prepare__);
  if (prepare === 0) return errOccurred(rt) ? 0 : dictNew(rt);
  const namespace = callWith(rt, prepare, [name, bases], withoutEmpty(rt, keywords));
  decref(rt, prepare);
  if (namespace !== 0 && slotOf(rt, namespace, L.MP_SUBSCRIPT) === 0) {
    const who = isTypeObject(rt, meta) ? typeName(rt, meta) : '<metaclass>';
    raise(
      rt,
      rt.exc.TypeError,
      `${who}.__prepare__() must return a mapping, not ${typeNameOf(rt, namespace)}`,
    );
    decref(rt, namespace);
    return 0;
  }
  return namespace;
}

function withoutEmpty(rt: Runtime, keywords: Addr): Addr {
  return keywords !== 0 && dictLen(rt, keywords) > 0 ? keywords : 0;
}

/** Runs the class body in the namespace, then calls the metaclass. */
function runBody(
  rt: Runtime,
  meta: Addr,
  func: Addr,
  name: Addr,
  namespace: Addr,
  written: Addr,
  bases: Addr,
  keywords: Addr,
): Addr {
  const cell = rt.vm.runIn(rt, func, namespace);
  if (cell === 0) return 0;
  let made = 0;
  if (written === bases || setItem(rt, namespace, rt.ids.__orig_bases__, written) === 0) {
    made = callWith(rt, meta, [name, bases, namespace], withoutEmpty(rt, keywords));
  }
  if (made !== 0 && isTypeObject(rt, made) && rt.typeOf(cell) === rt.types.cell) {
    const inside = cellContents(rt, cell);
    if (inside !== made) made = wrongCell(rt, name, made, inside);
  }
  decref(rt, cell);
  return made;
}

/** `callable(*row, **keywords)`, without a tuple where there are no keywords. v3.13.0 PyObject_VectorcallDict */
function callWith(rt: Runtime, callable: Addr, row: readonly Addr[], keywords: Addr): Addr {
  if (keywords === 0) return callRow(rt, callable, row);
  const args = tuplePack(rt, ...row);
  const result = args === 0 ? 0 : callObject(rt, callable, args, keywords);
  xdecref(rt, args);
  return result;
}

function wrongCell(rt: Runtime, name: Addr, made: Addr, inside: Addr): 0 {
  const shown = reprText(rt, name) ?? '';
  const cls = reprText(rt, made) ?? '';
  if (inside === 0) {
    raise(
      rt,
      rt.exc.RuntimeError,
      `__class__ not set defining ${shown} as ${cls}. Was __classcell__ propagated to type.__new__?`,
    );
  } else {
    const other = reprText(rt, inside) ?? '';
    raise(rt, rt.exc.TypeError, `__class__ set to ${other} defining ${shown} as ${cls}`);
  }
  decref(rt, made);
  return 0;
}

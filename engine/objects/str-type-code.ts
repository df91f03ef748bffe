/** What few programs need of what str-type.ts is about. */
import type { Addr } from '../base/brand.ts';
import { parseArgs } from './args.ts';
import { bufferData, bufferLength, bufferOf } from './buffer.ts';
import { badArgument, encodingArgument } from './clinic.ts';
import { noMemory, raise } from './errors.ts';
import {
  STATE_ASCII,
  STATE_COMPACT,
  STATE_KIND_MASK,
  STATE_KIND_SHIFT,
  STR_HASH,
  STR_LENGTH,
  STR_STATE,
  TP_ALLOC,
} from './layouts.ts';
import { readNewArgs } from './new-args.ts';
import { str, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { decodeText } from './str-codec.ts';
import { isStr, strData, strKind, strLength, strToJs } from './strings.ts';

const NEW_PARAMS = { names: ['object', 'encoding', 'errors'], required: 0, positional: 3 };

const given = new Int32Array(3);

/** v3.13.0 unicode_new */
export function strTypeNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'str', NEW_PARAMS, given, args, kwargs)) return 0;
  const text = makeStr(rt, given[0]!, given[1]!, given[2]!);
  if (text === 0 || type === rt.types.str) return text;
  const result = subtypeNew(rt, type, text);
  decref(rt, text);
  return result;
}

export function strTypeNewRow(
  rt: Runtime,
  _type: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (!parseArgs(rt, 'str', NEW_PARAMS, given, argv, nargs, kwnames)) return 0;
  return makeStr(rt, given[0]!, given[1]!, given[2]!);
}

/** `str(object, encoding, errors)`, each 0 when not given. v3.13.0 unicode_new_impl */
export function makeStr(rt: Runtime, object: Addr, encoding: Addr, errors: Addr): Addr {
  if (!isTextArgument(rt, encoding, 'encoding')) return 0;
  if (!isTextArgument(rt, errors, 'errors')) return 0;
  if (object === 0) return newRef(rt, rt.emptyStr);
  if (encoding === 0 && errors === 0) return str(rt, object);
  return fromEncodedObject(rt, object, encoding, errors);
}

function isTextArgument(rt: Runtime, p: Addr, name: string): boolean {
  if (p === 0 || isStr(rt, p)) return true;
  badArgument(rt, 'str', encodingArgument(rt, name), 'str', p);
  return false;
}

/** v3.13.0 PyUnicode_FromEncodedObject */
function fromEncodedObject(rt: Runtime, object: Addr, encoding: Addr, errors: Addr): Addr {
  if (isStr(rt, object)) return raise(rt, rt.exc.TypeError, 'decoding str is not supported');
  if (!bufferOf(rt, object)) {
    const got = typeNameOf(rt, object);
    return raise(rt, rt.exc.TypeError, `decoding to str: need a bytes-like object, ${got} found`);
  }
  return decodeText(
    rt,
    bufferData(),
    bufferLength(),
    encoding === 0 ? 'utf-8' : strToJs(rt, encoding),
    errors === 0 ? 'strict' : strToJs(rt, errors),
  );
}

/**
 * An instance of a subclass: the characters in a block of their own. `text` is borrowed.
 * v3.13.0 unicode_subtype_new
 */
function subtypeNew(rt: Runtime, type: Addr, text: Addr): Addr {
  const self: Addr = rt.fns[rt.i32[(type + TP_ALLOC) >> 2]!]!(rt, type, 0);
  if (self === 0) return 0;
  const length = strLength(rt, text);
  const kind = strKind(rt, text);
  const ascii = rt.i32[(text + STR_STATE) >> 2]! & STATE_ASCII;
  rt.setSize(self + STR_LENGTH, length);
  rt.i32[(self + STR_HASH) >> 2] = rt.i32[(text + STR_HASH) >> 2]!;
  rt.i32[(self + STR_HASH + 4) >> 2] = rt.i32[(text + STR_HASH + 4) >> 2]!;
  rt.i32[(self + STR_STATE) >> 2] = (kind << STATE_KIND_SHIFT) | ascii;
  const bytes = (length + 1) * kind;
  const data = rt.tables.malloc(bytes);
  if (data === 0) {
    decref(rt, self);
    return noMemory(rt);
  }
  const from = strData(rt, text);
  rt.u8.copyWithin(data, from, from + bytes);
  rt.setPtr(self + rt.layout.strCompactHeader, data);
  if (ascii !== 0) {
    // an ASCII text is its own UTF-8
    rt.setSize(self + rt.layout.strAsciiHeader, length);
    rt.setPtr(self + rt.layout.strAsciiHeader + 8, data);
  }
  return self;
}

/** v3.13.0 unicode_sizeof */
export function strSizeof(rt: Runtime, s: Addr): number {
  const state = rt.i32[(s + STR_STATE) >> 2]!;
  const kind = (state >> STATE_KIND_SHIFT) & STATE_KIND_MASK;
  const data = (strLength(rt, s) + 1) * kind;
  if (state & STATE_COMPACT && state & STATE_ASCII) return rt.layout.strAsciiHeader + data;
  const header = rt.layout.strCompactHeader + (state & STATE_COMPACT ? 0 : 8);
  const hasUtf8 = !(state & STATE_ASCII) && rt.ptr(s + rt.layout.strAsciiHeader + 8) !== 0;
  const utf8 = hasUtf8 ? rt.size(s + rt.layout.strAsciiHeader) + 1 : 0;
  return header + data + utf8;
}

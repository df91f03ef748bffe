/**
 * UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError.
 * v3.13.0 Objects/exceptions.c PyUnicodeErrorObject: encoding, object, start, end, reason
 */
import type { Addr } from '../base/brand.ts';
import { bytesData, bytesLength, isBytes } from './bytes.ts';
import { errOccurred, raiseInt } from './errors.ts';
import {
  baseExceptionInit,
  baseExceptionNew,
  exceptionDoc,
  ownership,
  readyException,
} from './exceptions.ts';
import { asSsize, strText } from './object.ts';
import { newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strLength, strReadChar } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { typeName } from './type-object.ts';

const ENCODING = 0;
const OBJECT = 8;
const START = 16;
const END = 24;
const REASON = 32;

type Kind = 'Encode' | 'Decode' | 'Translate';
/** U: a str, S: the object, n: an index. PyArg_ParseTuple formats UUnnU, UOnnU, UnnU */
const FORMATS: Readonly<Record<Kind, string>> = {
  Encode: 'USnnU',
  Decode: 'UBnnU',
  Translate: 'SnnU',
};

function wrongType(rt: Runtime, i: number, p: Addr): number {
  const what = typeName(rt, rt.typeOf(p));
  const text = `argument ${i + 1} must be str, not ${what}`;
  return raiseInt(rt, rt.exc.TypeError, text);
}

/** v3.13.0 UnicodeEncodeError_init, UnicodeDecodeError_init, UnicodeTranslateError_init */
function unicodeInit(kind: Kind) {
  const format = FORMATS[kind];
  const fields =
    kind === 'Translate' ? [OBJECT, START, END, REASON] : [ENCODING, OBJECT, START, END, REASON];
  return (rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number => {
    if (baseExceptionInit(rt, self, args, kwargs) < 0) return -1;
    const n = tupleSize(rt, args);
    if (n !== format.length) {
      const text = `function takes exactly ${format.length} arguments (${n} given)`;
      return raiseInt(rt, rt.exc.TypeError, text);
    }
    for (let i = 0; i < n; i++) {
      const at = self + rt.layout.baseException + fields[i]!;
      if (readArgument(rt, at, format[i]!, tupleItem(rt, args, i), i) < 0) return -1;
    }
    return 0;
  };
}

function readArgument(rt: Runtime, at: Addr, code: string, p: Addr, i: number): number {
  if (code === 'n') {
    const value = asSsize(rt, p, rt.exc.OverflowError);
    if (value === -1 && errOccurred(rt)) return -1;
    rt.setSize(at, value);
    return 0;
  }
  const wantsBytes = code === 'B';
  if (!(wantsBytes ? isBytes(rt, p) : isStr(rt, p))) {
    if (wantsBytes) {
      const what = typeName(rt, rt.typeOf(p));
      return raiseInt(rt, rt.exc.TypeError, `a bytes-like object is required, not '${what}'`);
    }
    return wrongType(rt, i, p);
  }
  setOwned(rt, at, newRef(rt, p));
  return 0;
}

function hex(n: number, width: number): string {
  return n.toString(16).padStart(width, '0');
}

function characterText(ch: number): string {
  if (ch <= 0xff) return `\\x${hex(ch, 2)}`;
  return ch <= 0xffff ? `\\u${hex(ch, 4)}` : `\\U${hex(ch, 8)}`;
}

/** v3.13.0 UnicodeEncodeError_str and its like */
function unicodeStr(kind: Kind) {
  const verb = kind.toLowerCase();
  const unit = kind === 'Decode' ? 'byte' : 'character';
  return (rt: Runtime, self: Addr): Addr => {
    const at = self + rt.layout.baseException;
    const object = rt.ptr(at + OBJECT);
    if (object === 0) return newRef(rt, rt.emptyStr);
    const reason = strText(rt, rt.ptr(at + REASON) || rt.none);
    if (reason === null) return 0;
    let codec = '';
    if (kind !== 'Translate') {
      const encoding = strText(rt, rt.ptr(at + ENCODING) || rt.none);
      if (encoding === null) return 0;
      codec = `'${encoding}' codec `;
    }
    const start = rt.size(at + START);
    const end = rt.size(at + END);
    const one = oneUnit(rt, object, start, end);
    const what =
      one === null
        ? `${unit}s in position ${start}-${end - 1}`
        : `${unit} ${one} in position ${start}`;
    return newStr(rt, `${codec}can't ${verb} ${what}: ${reason}`);
  };
}

/** The one byte or character that the error is about, null when there are several. */
function oneUnit(rt: Runtime, object: Addr, start: number, end: number): string | null {
  if (end !== start + 1 || start < 0) return null;
  if (isBytes(rt, object)) {
    if (start >= bytesLength(rt, object)) return null;
    return `0x${hex(rt.u8[bytesData(rt, object) + start]!, 2)}`;
  }
  if (start >= strLength(rt, object)) return null;
  return `'${characterText(strReadChar(rt, object, start))}'`;
}

/** Readies the three; UnicodeError itself adds nothing. */
export function initUnicodeErrors(rt: Runtime): void {
  const at = rt.layout.baseException;
  const object = (offset: number) =>
    ({ offset: at + offset, type: 'object', readonly: false }) as const;
  const index = (offset: number) =>
    ({ offset: at + offset, type: 'ssize', readonly: false }) as const;
  for (const kind of ['Decode', 'Encode', 'Translate'] as const) {
    const name = `Unicode${kind}Error`;
    readyException(rt, name, {
      base: rt.exc.UnicodeError,
      extra: 40,
      doc: exceptionDoc(name),
      slots: {
        ...ownership([ENCODING, OBJECT, REASON]),
        tp_str: unicodeStr(kind),
        tp_init: unicodeInit(kind),
        tp_new: baseExceptionNew,
      },
      members: {
        encoding: object(ENCODING),
        object: object(OBJECT),
        start: index(START),
        end: index(END),
        reason: object(REASON),
      },
    });
  }
}

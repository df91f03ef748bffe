/** The type bytes: its slots and construction. v3.13.0 Objects/bytesobject.c */
import type { Addr } from '../base/brand.ts';
import { parseArgs } from './args.ts';
import { bytesData, bytesHash, bytesLength, bytesNew, initStaticBytes } from './bytes.ts';
import { bytesMethods } from './bytes-methods.ts';
import { bytesGetBuffer } from './late-parts.ts';
import { byteRepr } from './bytes-repr.ts';
import { badArgument, encodingArgument } from './clinic.ts';
import { errClearIf, errMatches, errOccurred, raise } from './errors.ts';
import {
  BYTES_SIZE,
  TP_FREE,
  TPFLAGS_BASETYPE,
  TPFLAGS_BYTES_SUBCLASS,
  TPFLAGS_MATCH_SELF,
} from './layouts.ts';
import { asSsize, isIndex, lookupSpecial } from './object.ts';
import type { Runtime } from './runtime.ts';
import { sequenceIterNew, sequenceIterSpec } from './str-iterators.ts';
import { isStr } from './strings.ts';
import { readyType } from './type-ready.ts';
import {
  bytesConcat,
  bytesContainsAt,
  bytesFromObject,
  bytesItem,
  bytesIterNext,
  bytesOf,
  bytesRemainder,
  bytesRepeat,
  bytesRichCompare,
  bytesSubscript,
  bytesTypeNew,
  encodeSource,
} from './late-parts.ts';

export {
  byteValue,
  byteValues,
  bytesContainsAt,
  bytesFromObject,
  compareBytes,
  orderAnswer,
  repeatInto,
} from './late-parts.ts';

function bytesDealloc(rt: Runtime, p: Addr): void {
  const type = rt.typeOf(p);
  if (type === rt.types.bytes) rt.obj.free(p);
  else rt.fns[rt.i32[(type + TP_FREE) >> 2]!]!(rt, p);
}

function bytesRepr(rt: Runtime, p: Addr): Addr {
  return byteRepr(rt, bytesData(rt, p), bytesLength(rt, p), '', '');
}

// ---- construction ----------------------------------------------------------------------------------

export const NEW_PARAMS = { names: ['source', 'encoding', 'errors'], required: 0, positional: 3 };
export const given = new Int32Array(3);

/** Checks that encoding and errors are str when given. */
export function areTexts(rt: Runtime, name: string, encoding: Addr, errors: Addr): boolean {
  if (encoding !== 0 && !isStr(rt, encoding)) {
    badArgument(rt, name, encodingArgument(rt, 'encoding'), 'str', encoding);
    return false;
  }
  if (errors !== 0 && !isStr(rt, errors)) {
    badArgument(rt, name, encodingArgument(rt, 'errors'), 'str', errors);
    return false;
  }
  return true;
}

/** `bytes(source, encoding, errors)`, each 0 when not given. v3.13.0 bytes_new_impl */
export function makeBytes(rt: Runtime, source: Addr, encoding: Addr, errors: Addr): Addr {
  if (!areTexts(rt, 'bytes', encoding, errors)) return 0;
  if (source === 0) {
    if (encoding === 0 && errors === 0) return bytesNew(rt, 0);
    const what = encoding !== 0 ? 'encoding' : 'errors';
    return raise(rt, rt.exc.TypeError, `${what} without a string argument`);
  }
  if (encoding !== 0 || errors !== 0) return encodeSource(rt, source, encoding, errors);
  const method = lookupSpecial(rt, source, rt.ids.__bytes__);
  if (method !== 0) return bytesOf(rt, source, method);
  if (errOccurred(rt)) return 0;
  if (isStr(rt, source)) {
    return raise(rt, rt.exc.TypeError, 'string argument without an encoding');
  }
  if (isIndex(rt, source)) {
    const size = asSsize(rt, source, rt.exc.OverflowError);
    if (size === -1 && errOccurred(rt)) {
      if (!errMatches(rt, rt.exc.TypeError)) return 0;
      errClearIf(rt, rt.exc.TypeError);
    } else return zeros(rt, size);
  }
  return bytesFromObject(rt, source);
}

function zeros(rt: Runtime, size: number): Addr {
  if (size < 0) return raise(rt, rt.exc.ValueError, 'negative count');
  const p = bytesNew(rt, size);
  if (p !== 0 && size > 0) rt.u8.fill(0, bytesData(rt, p), bytesData(rt, p) + size);
  return p;
}

function bytesVectorcall(rt: Runtime, _type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'bytes', NEW_PARAMS, given, argv, nargs, kwnames)) return 0;
  return makeBytes(rt, given[0]!, given[1]!, given[2]!);
}

// ---- iterator --------------------------------------------------------------------------------------

function bytesIter(rt: Runtime, p: Addr): Addr {
  return sequenceIterNew(rt, rt.types.bytesIterator, p);
}

/** v3.13.0 PyBytes_Type */
export function initBytesType(rt: Runtime): void {
  if (rt.emptyBytes === 0) initStaticBytes(rt);
  rt.types.bytes = readyType(rt, {
    name: 'bytes',
    basicsize: BYTES_SIZE,
    itemsize: 1,
    flags: TPFLAGS_BASETYPE | TPFLAGS_BYTES_SUBCLASS | TPFLAGS_MATCH_SELF,
    slots: {
      tp_dealloc: bytesDealloc,
      tp_repr: bytesRepr,
      tp_str: bytesRepr,
      tp_hash: bytesHash,
      tp_richcompare: bytesRichCompare,
      tp_iter: bytesIter,
      tp_new: bytesTypeNew,
      tp_vectorcall: bytesVectorcall,
      nb_remainder: bytesRemainder,
      mp_length: bytesLength,
      mp_subscript: bytesSubscript,
      sq_length: bytesLength,
      sq_concat: bytesConcat,
      sq_repeat: bytesRepeat,
      sq_item: bytesItem,
      bf_getbuffer: bytesGetBuffer,
      sq_contains: (r, p, part) => bytesContainsAt(r, bytesData(r, p), bytesLength(r, p), part),
    },
    methods: bytesMethods(),
  });
  rt.types.bytesIterator = readyType(
    rt,
    sequenceIterSpec('bytes_iterator', bytesIterNext, bytesLength, (r) => r.emptyBytes),
  );
}

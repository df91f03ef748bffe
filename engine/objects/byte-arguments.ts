/** Arguments and results that the methods of bytes and bytearray share. v3.13.0 Objects/bytes_methods.c */
import type { Addr } from '../base/brand.ts';
import { bufferLength, bufferOf } from './buffer.ts';
import { isBytes } from './bytes.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import { asSsize, isIndex, typeNameOf } from './object.ts';
import type { Runtime } from './runtime.ts';

export { contentOf, copyOfBuffer, needBuffer, partOf, sameKind } from './late-parts.ts';

/** A byte of its own, for needles that are given as a number. */
const ONE = 1;
let needleByte = -1;

/** The byte given as a number to the last `needle`, -1 when it was a bytes-like object. */
export function needleNumber(): number {
  return needleByte;
}

/** Length of what the last `needle` found. */
export function needleLength(): number {
  return needleByte >= 0 ? ONE : bufferLength();
}

/**
 * What a search looks for: a number in range(256) or a bytes-like object.
 * @returns false with an exception. v3.13.0 parse_args_finds_byte
 */
export function needle(rt: Runtime, p: Addr): boolean {
  needleByte = -1;
  if (bufferOf(rt, p)) return true;
  if (errOccurred(rt)) return false;
  if (!isIndex(rt, p)) {
    const got = typeNameOf(rt, p);
    raise(rt, rt.exc.TypeError, `argument should be integer or bytes-like object, not '${got}'`);
    return false;
  }
  const byte = asSsize(rt, p, 0);
  if (byte === -1 && errOccurred(rt)) return false;
  if (byte >= 0 && byte < 256) {
    needleByte = byte;
    return true;
  }
  raiseInt(rt, rt.exc.ValueError, 'byte must be in range(0, 256)');
  return false;
}

/** Whether `self` is bytes itself, so that it may stand for an unchanged result. */
export function mayReturnItself(rt: Runtime, self: Addr): boolean {
  return isBytes(rt, self) && rt.typeOf(self) === rt.types.bytes;
}

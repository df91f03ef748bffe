/**
 * SipHash with the key 0, as CPython hashes str and bytes under PYTHONHASHSEED=0.
 *
 * A 64-bit word is kept as two signed 32-bit halves. v3.13.0 Python/pyhash.c siphash13, siphash24
 */
import type { Addr, Bytes } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';

/** What the high half takes over when two low halves were added. */
function carry(sum: number, addend: number): number {
  return sum >>> 0 < addend >>> 0 ? 1 : 0;
}

/**
 * Hashes `n` bytes at `start`, a multiple of 4; rounds per word and at the end from the profile.
 * @returns the low word, the high in rt.hashHigh; never -1, and 0 for no bytes. v3.13.0 _Py_HashBytes
 */
export function hashBytes(rt: Runtime, start: Addr, n: Bytes): number {
  if (n === 0) {
    rt.hashHigh = 0;
    return 0;
  }
  const i32 = rt.i32;
  const words = n >> 3;
  // "somepseudorandomlygeneratedbytes", the constants of the algorithm
  let v0h = 0x736f6d65;
  let v0l = 0x70736575;
  let v1h = 0x646f7261;
  let v1l = 0x6e646f6d;
  let v2h = 0x6c796765;
  let v2l = 0x6e657261;
  let v3h = 0x74656462;
  let v3l = 0x79746573;
  let at = start >> 2;
  // words, then the rest with the length in its top byte, then the closing rounds
  for (let word = 0; word <= words + 1; word++) {
    let ml = 0;
    let mh = 0;
    let rounds = rt.profile.sipHashRounds[0];
    if (word < words) {
      ml = i32[at]!;
      mh = i32[at + 1]!;
      at += 2;
    } else if (word === words) {
      const rest = n & 7;
      const u8 = rt.u8;
      const tail = at << 2;
      for (let i = 0; i < rest; i++) {
        if (i < 4) ml |= u8[tail + i]! << (8 * i);
        else mh |= u8[tail + i]! << (8 * (i - 4));
      }
      mh |= n << 24;
    } else {
      v2l ^= 0xff;
      rounds = rt.profile.sipHashRounds[1];
    }
    v3l ^= ml;
    v3h ^= mh;
    for (; rounds > 0; rounds--) {
      let low = (v0l + v1l) | 0;
      v0h = (v0h + v1h + carry(low, v1l)) | 0;
      v0l = low;
      low = (v2l + v3l) | 0;
      v2h = (v2h + v3h + carry(low, v3l)) | 0;
      v2l = low;
      low = ((v1l << 13) | (v1h >>> 19)) ^ v0l;
      v1h = ((v1h << 13) | (v1l >>> 19)) ^ v0h;
      v1l = low;
      low = ((v3l << 16) | (v3h >>> 16)) ^ v2l;
      v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
      v3l = low;
      low = v0l;
      v0l = v0h;
      v0h = low;
      low = (v2l + v1l) | 0;
      v2h = (v2h + v1h + carry(low, v1l)) | 0;
      v2l = low;
      low = (v0l + v3l) | 0;
      v0h = (v0h + v3h + carry(low, v3l)) | 0;
      v0l = low;
      low = ((v1l << 17) | (v1h >>> 15)) ^ v2l;
      v1h = ((v1h << 17) | (v1l >>> 15)) ^ v2h;
      v1l = low;
      low = ((v3l << 21) | (v3h >>> 11)) ^ v0l;
      v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
      v3l = low;
      low = v2l;
      v2l = v2h;
      v2h = low;
    }
    v0l ^= ml;
    v0h ^= mh;
  }
  const low = v0l ^ v1l ^ v2l ^ v3l;
  const high = v0h ^ v1h ^ v2h ^ v3h;
  rt.hashHigh = high;
  return low === -1 && high === -1 ? -2 : low;
}

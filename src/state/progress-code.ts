/**
 * What a learner has done, as a text short enough to paste, to say aloud or to draw as a QR code:
 * `P1-4KQ0-8Z3M-…`. It holds keys (`exercise/let-go`), nothing else, and no list of the course is
 * needed to write it: an edition that knows more or fewer keys still reads all that it knows.
 *
 * Bits: 9 for how many, 5 for the parameter k; the keys' 18-bit hashes in ascending order, each as
 * its distance from the one before in Golomb-Rice code; zeros up to a multiple of five; CRC-16 of
 * all before it, in 16 bits and four more zeros. Letters: Crockford's Base32, which a QR code holds
 * in its alphanumeric mode.
 */

import {
  BitReader,
  BitWriter,
  type CodeFault,
  inFours,
  normal,
  readCode,
  withChecksum,
} from './letters.ts';
import { HASH_BITS, keyHash, type ProgressKey } from './progress-key.ts';

/** Why a text is not a code; the catalogues hold a sentence for each, `progress.code.<fault>`. */
export type ProgressFault = CodeFault | 'empty' | 'tooLong';

export type DecodedProgress =
  | {
      readonly ok: true;
      readonly keys: readonly ProgressKey[];
      /** How many of the things done this edition of the course does not know. */
      readonly unknown: number;
    }
  | { readonly ok: false; readonly fault: ProgressFault };

const BEGINNING = 'P1';
const MOST_KEYS = 500;
/** In characters: what the most keys can take, and room for spaces. */
const LONGEST = 4000;

/** The width of a remainder that suits `count` hashes spread evenly. */
const remainderBits = (count: number) =>
  count === 0 ? 0 : Math.max(0, Math.floor(Math.log2((2 ** HASH_BITS * Math.LN2) / count)));

/** Throws RangeError past 500 keys: a course has fewer. */
export function encodeProgress(keys: Iterable<ProgressKey>): string {
  const hashes = [...new Set([...keys].map(keyHash))].sort((a, b) => a - b);
  if (hashes.length > MOST_KEYS) throw new RangeError(`a code holds ${MOST_KEYS} keys at most`);
  const k = remainderBits(hashes.length);
  const writer = new BitWriter();
  writer.write(hashes.length, 9);
  writer.write(k, 5);
  let last = -1;
  for (const hash of hashes) {
    const distance = hash - last - 1;
    writer.unary(distance >>> k);
    writer.write(distance, k);
    last = hash;
  }
  return `${BEGINNING}-${inFours(withChecksum(writer.letters()))}`;
}

function readHashes(values: readonly number[]): ReadonlySet<number> | null {
  const reader = new BitReader(values);
  const count = reader.read(9);
  const k = reader.read(5);
  if (count === null || k === null || count > MOST_KEYS || k > HASH_BITS) return null;
  const hashes = new Set<number>();
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const high = reader.unary();
    const low = reader.read(k);
    if (high === null || low === null) return null;
    last += 1 + high * 2 ** k + low;
    if (last >= 2 ** HASH_BITS) return null;
    hashes.add(last);
  }
  return hashes;
}

/** Reads what a person pasted or a camera saw. `known`: every key that this edition of the course has. */
export function decodeProgress(text: string, known: Iterable<ProgressKey>): DecodedProgress {
  if (text.length > LONGEST) return { ok: false, fault: 'tooLong' };
  if (normal(text) === '') return { ok: false, fault: 'empty' };
  const code = readCode(text, BEGINNING, LONGEST);
  if (!code.ok) return code;
  const hashes = readHashes(code.values);
  if (!hashes) return { ok: false, fault: 'damaged' };
  const keys = [...known].filter((key) => hashes.has(keyHash(key)));
  return { ok: true, keys, unknown: hashes.size - new Set(keys.map(keyHash)).size };
}

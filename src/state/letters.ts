/**
 * Bits as letters that a person can read aloud, type and paste: Crockford's Base32, which a QR code
 * holds in its alphanumeric mode. Behind them stand 16 bits of CRC and four zeros, as four letters.
 */

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_LETTERS = 4;

/** CRC-16/CCITT-FALSE over the letters' values. */
function checksum(values: readonly number[]): number {
  let crc = 0xffff;
  for (const value of values) {
    crc ^= value << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

export class BitWriter {
  readonly bits: number[] = [];

  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit -= 1) this.bits.push((value >>> bit) & 1);
  }

  unary(value: number): void {
    for (let ones = 0; ones < value; ones += 1) this.bits.push(1);
    this.bits.push(0);
  }

  letters(): number[] {
    const values: number[] = [];
    for (let at = 0; at < this.bits.length; at += 5) {
      let value = 0;
      for (let bit = 0; bit < 5; bit += 1) value = (value << 1) | (this.bits[at + bit] ?? 0);
      values.push(value);
    }
    return values;
  }
}

export class BitReader {
  private at = 0;
  private readonly values: readonly number[];

  constructor(values: readonly number[]) {
    this.values = values;
  }

  /** The next bit; past the end null. */
  private bit(): number | null {
    const value = this.values[Math.floor(this.at / 5)];
    if (value === undefined) return null;
    const bit = (value >>> (4 - (this.at % 5))) & 1;
    this.at += 1;
    return bit;
  }

  read(width: number): number | null {
    let value = 0;
    for (let count = 0; count < width; count += 1) {
      const bit = this.bit();
      if (bit === null) return null;
      value = (value << 1) | bit;
    }
    return value;
  }

  unary(): number | null {
    for (let value = 0; ; value += 1) {
      const bit = this.bit();
      if (bit === null) return null;
      if (bit === 0) return value;
    }
  }
}

/** Letters that are taken for digits by eye are read as the digits; spaces and dashes do not count. */
export function normal(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** The letters for the values, and behind them those of their checksum. */
export function withChecksum(values: readonly number[]): string {
  const check = new BitWriter();
  check.write(checksum(values), 16);
  return [...values, ...check.letters()].map((value) => LETTERS[value]).join('');
}

/**
 * What `withChecksum` wrote, in the form of `normal`; `sound` tells whether the checksum agrees.
 * @returns null when it has other characters, or too few
 */
export function readLetters(
  letters: string,
): { readonly values: readonly number[]; readonly sound: boolean } | null {
  const all = [...letters].map((letter) => LETTERS.indexOf(letter));
  if (all.includes(-1) || all.length <= CHECK_LETTERS) return null;
  const values = all.slice(0, -CHECK_LETTERS);
  const check = new BitReader(all.slice(-CHECK_LETTERS));
  // The zeros count as well: else the last letter could be wrong.
  return { values, sound: check.read(16) === checksum(values) && check.read(4) === 0 };
}

export const inFours = (letters: string): string => letters.match(/.{1,4}/g)?.join('-') ?? '';

/** Why a text is no code of the kind asked for. */
export type CodeFault = 'notACode' | 'otherVersion' | 'damaged';

export type ReadCode =
  | {
      readonly ok: true;
      /** The letters behind the beginning, in the form of `normal`; the checksum's among them. */
      readonly letters: string;
      /** Their values, without the checksum's. */
      readonly values: readonly number[];
    }
  | { readonly ok: false; readonly fault: CodeFault };

/**
 * A code as a person typed it: checked up to its checksum.
 * @param beginning a letter for the kind of code and a character for its version: 'P1'
 * @param longest in characters, spaces and dashes included: what is longer is no code
 */
export function readCode(text: string, beginning: string, longest: number): ReadCode {
  const failed = (fault: CodeFault): ReadCode => ({ ok: false, fault });
  const all = text.length > longest ? '' : normal(text);
  if (all[0] !== beginning[0] || !/^[0-9A-Z]/.test(all.slice(1))) return failed('notACode');
  if (!all.startsWith(beginning)) return failed('otherVersion');
  const letters = all.slice(beginning.length);
  const found = readLetters(letters);
  if (!found) return failed('notACode');
  return found.sound ? { ok: true, letters, values: found.values } : failed('damaged');
}

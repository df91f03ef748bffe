import { beforeEach, describe, expect, it } from 'vitest';
import { Machine } from '../../../engine/machine.ts';
import { bytesFrom, bytesHash, bytesNew, oneByte } from '../../../engine/objects/bytes.ts';
import { BYTES_DATA, STR_STATE } from '../../../engine/objects/layouts.ts';
import { listAppendSteal, listNew } from '../../../engine/objects/list.ts';
import { decref, newRef, refcnt } from '../../../engine/objects/refcount.ts';
import type { Runtime } from '../../../engine/objects/runtime.ts';
import { strSizeof } from '../../../engine/objects/str-type.ts';
import {
  internImmortalJs,
  internInPlace,
  internJs,
  isInterned,
  newStr,
  strAppendInPlace,
  strCompare,
  strConcat,
  strData,
  strEqual,
  strHash,
  strJoin,
  strKind,
  strLength,
  strRepeat,
  strSubstring,
  strToJs,
} from '../../../engine/objects/strings.ts';
import '../../../engine/loading/all.ts';

let machine: Machine;
let rt: Runtime;
beforeEach(() => {
  machine = new Machine({
    profile: '3.13',
    filename: 't.py',
    stepped: false,
    memory: 32 << 20,
    maxChecks: 1e6,
    write: () => {},
  });
  rt = machine.rt;
});

/** The hash as Python shows it: signed 64 bits. */
function signed(low: number): bigint {
  return (BigInt(rt.hashHigh) << 32n) | BigInt(low >>> 0);
}

describe('representation', () => {
  it('takes the narrowest kind and getsizeof as FACTS.md has it', () => {
    const rows: [string, number, number][] = [
      ['', 1, 41],
      ['a', 1, 42],
      ['abc', 1, 44],
      ['\xe9', 1, 61], // the static one carries its UTF-8
      ['\xe9\xe9', 1, 59],
      ['\u4e2d', 2, 60],
      ['\u4e2d\u4e2d', 2, 62],
      ['\u{1f600}', 4, 64],
      ['\u{1f600}\u{1f600}', 4, 68],
    ];
    for (const [text, kind, size] of rows) {
      const s = newStr(rt, text);
      expect([text, strKind(rt, s), strSizeof(rt, s)]).toEqual([text, kind, size]);
      expect(strLength(rt, s)).toBe([...text].length);
      expect(strToJs(rt, s)).toBe(text);
    }
  });

  it('ends with a NUL of its kind, and keeps lone surrogates', () => {
    const s = newStr(rt, 'a\u0394');
    expect(rt.u16[(strData(rt, s) >> 1) + 2]).toBe(0);
    expect(strToJs(rt, newStr(rt, 'x\ud800y'))).toBe('x\ud800y');
    const long = 'ab\u0394'.repeat(5000);
    expect(strToJs(rt, newStr(rt, long))).toBe(long);
  });

  it('gives the cached object for what has one', () => {
    expect(newStr(rt, '')).toBe(rt.emptyStr);
    expect(newStr(rt, 'a')).toBe(rt.latin1[97]);
    const s = newStr(rt, 'abc');
    expect(strSubstring(rt, s, 1, 2)).toBe(rt.latin1[98]);
    expect(strSubstring(rt, s, 1, 1)).toBe(rt.emptyStr);
    expect(strSubstring(rt, s, 0, 3)).toBe(s);
    expect(bytesFrom(rt, bytesNew(rt, Uint8Array.of(1, 2)) + BYTES_DATA, 1)).toBe(oneByte(rt, 1));
  });
});

describe('hash, equality, order', () => {
  // recorded: PYTHONHASHSEED=0 python3.13 -c 'print(hash(...))'
  it('is CPython’s SipHash-1-3 with key 0', () => {
    expect(signed(strHash(rt, newStr(rt, '')))).toBe(0n);
    expect(signed(strHash(rt, newStr(rt, 'a')))).toBe(4644417185603328019n);
    expect(signed(strHash(rt, newStr(rt, 'abc')))).toBe(-4594863902769663758n);
    expect(signed(strHash(rt, newStr(rt, 'Hello World')))).toBe(3185364771537952686n);
    expect(signed(bytesHash(rt, bytesNew(rt, Uint8Array.of(97, 98, 99))))).toBe(
      -4594863902769663758n,
    );
  });

  it('compares by code points', () => {
    const pairs: [string, string, number][] = [
      ['a', 'b', -1],
      ['abc', 'abcd', -1],
      ['\uffff', '\u{10000}', -1],
      ['b\u0394', 'a\u{1f600}', 1],
      ['same\u0394', 'same\u0394', 0],
    ];
    for (const [a, b, order] of pairs) {
      const x = newStr(rt, a);
      const y = newStr(rt, b);
      expect(strCompare(rt, x, y)).toBe(order);
      expect(strCompare(rt, y, x)).toBe(order === 0 ? 0 : -order);
      expect(strEqual(rt, x, y)).toBe(order === 0);
    }
  });
});

describe('interning', () => {
  it('knows the static strings of the release', () => {
    const s = internJs(rt, 'closefd'); // a _Py_ID of 3.13 that the machine itself has no use for
    expect(rt.i32[(s + STR_STATE) >> 2]! & 3).toBe(3);
    expect(refcnt(rt, s)).toBe(0xffffffff);
    expect(internJs(rt, '__init__')).toBe(rt.ids.__init__);
  });

  it('makes names of code immortal', () => {
    const mortal = internJs(rt, 'a_name_of_code');
    const s = internImmortalJs(rt, 'a_name_of_code');
    expect(s).toBe(mortal);
    expect(refcnt(rt, s)).toBe(0xffffffff);
    expect(rt.i32[(s + STR_STATE) >> 2]! & 3).toBe(2);
    expect(internJs(rt, 'a_name_of_code')).toBe(s);
  });

  it('does not count the two references of the dict, and lets a string die', () => {
    const before = machine.domains.pymalloc.allocatedBlocks();
    const s = internInPlace(rt, newStr(rt, 'a mortal name'));
    expect(refcnt(rt, s)).toBe(1);
    expect(isInterned(rt, s)).toBe(true);
    const again = internJs(rt, 'a mortal name');
    expect(again).toBe(s);
    expect(refcnt(rt, s)).toBe(2);
    decref(rt, again);
    decref(rt, s);
    expect(machine.domains.pymalloc.allocatedBlocks()).toBe(before);
    const other = internJs(rt, 'a mortal name');
    expect(refcnt(rt, other)).toBe(1);
    decref(rt, other);
  });
});

describe('building', () => {
  function joined(...texts: string[]): number {
    const list = listNew(rt, 0);
    for (const text of texts) listAppendSteal(rt, list, newStr(rt, text));
    const s = strJoin(rt, rt.emptyStr, list);
    decref(rt, list);
    return s;
  }

  // recorded: conformance/cases/strings/concat_inplace_keeps_id.py on 3.13, where the first `+=` is
  // not yet specialised and copies
  it('grows in place as long as the block has room', () => {
    let s = joined('ab', 'cd', 'efgh');
    const x = newStr(rt, 'x');
    let moves = '';
    for (let i = 0; i < 40; i++) {
      const old = s;
      s = strAppendInPlace(rt, s, x);
      moves += s === old ? '=' : '.';
    }
    expect(moves).toBe('===============.===============.========');
    expect(strToJs(rt, s)).toBe('abcdefgh' + 'x'.repeat(40));
    decref(rt, s);
  });

  it('never changes a string that somebody else holds, or that is hashed or interned', () => {
    const x = newStr(rt, 'x');
    const held = joined('ab', 'cd');
    expect(strAppendInPlace(rt, newRef(rt, held), x)).not.toBe(held);
    expect(strToJs(rt, held)).toBe('abcd');
    strHash(rt, held);
    const grown = strAppendInPlace(rt, held, x);
    expect(strToJs(rt, grown)).toBe('abcdx');
    decref(rt, grown);
  });

  it('leaves no block behind', () => {
    const before = machine.domains.pymalloc.allocatedBlocks();
    for (const text of ['abcdef', 'a\xe9', '\u0394\u0395', '\u{1f600}z']) {
      const s = newStr(rt, text);
      const t = strConcat(rt, s, s);
      const r = strRepeat(rt, t, 3);
      expect(strToJs(rt, r)).toBe(text.repeat(6));
      const part = strSubstring(rt, r, 1, 5);
      expect([...strToJs(rt, part)]).toEqual([...text.repeat(6)].slice(1, 5));
      for (const p of [s, t, r, part]) decref(rt, p);
    }
    expect(machine.domains.pymalloc.allocatedBlocks()).toBe(before);
  });
});

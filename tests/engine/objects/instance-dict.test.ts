/** Where instances keep their attributes: sizes of blocks as measured on CPython 3.13.0. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Machine } from '../../../engine/machine.ts';
import { dictLen } from '../../../engine/objects/dict.ts';
import {
  clearInstanceDict,
  initInlineValues,
  inlineValuesSize,
  instanceGetAttr,
  instanceSetAttr,
  materializeDict,
  newCachedKeys,
} from '../../../engine/objects/instance-dict.ts';
import * as L from '../../../engine/objects/layouts.ts';
import { refcnt } from '../../../engine/objects/refcount.ts';
import type { Runtime } from '../../../engine/objects/runtime.ts';
import { internJs } from '../../../engine/objects/strings.ts';

let rt: Runtime;

beforeEach(() => {
  rt = new Machine({
    profile: '3.13',
    filename: 'test.py',
    stepped: false,
    memory: 32 << 20,
    maxChecks: 1e6,
    write: () => {},
  }).rt;
});

/** A class as far as its instances need one. */
function makeClass(): number {
  const type = rt.memory.sbrkStatic(L.TYPE_HEAP_SIZE);
  rt.setSize(type + L.TP_BASICSIZE, L.OBJECT_SIZE);
  rt.i32[(type + L.TP_FLAGS) >> 2] = L.TPFLAGS_INLINE_VALUES | L.TPFLAGS_MANAGED_DICT;
  rt.setPtr(type + L.HT_CACHED_KEYS, newCachedKeys(rt, type));
  return type;
}

/** @returns the instance and the bytes of its pymalloc block */
function makeInstance(type: number): { p: number; block: number } {
  const bytes = L.PREHEADER_SIZE + L.GC_HEAD_SIZE + L.OBJECT_SIZE + inlineValuesSize(rt, type);
  const p = rt.obj.malloc(bytes) + L.PREHEADER_SIZE + L.GC_HEAD_SIZE;
  rt.setSize(p, 1);
  rt.setPtr(p + L.OB_TYPE, type);
  initInlineValues(rt, p, type);
  return { p, block: (bytes + 15) & ~15 };
}

/** [count, block] for 40 instances with so many attributes each. */
function runs(attributes: number): number[][] {
  const type = makeClass();
  const result: number[][] = [];
  for (let i = 0; i < 40; i++) {
    const { p, block } = makeInstance(type);
    for (let k = 0; k < attributes; k++) instanceSetAttr(rt, p, internJs(rt, `a${k}`), rt.none);
    const last = result.at(-1);
    if (last?.[1] === block) last[0]!++;
    else result.push([1, block]);
  }
  return result;
}

describe('inline values', () => {
  // FACTS: runs of instances 1..40 of a fresh class
  const start = [
    [1, 336],
    [2, 320],
    [2, 304],
    [1, 288],
    [2, 272],
    [2, 256],
    [2, 240],
    [2, 224],
    [1, 208],
    [2, 192],
    [2, 176],
  ];

  it('take a block that shrinks with every instance made', () => {
    const rest = [
      [2, 160],
      [1, 144],
      [2, 128],
      [2, 112],
    ];
    expect(runs(0)).toEqual([...start, ...rest, [2, 96], [12, 80]]);
    expect(runs(2)).toEqual([...start, ...rest, [14, 96]]);
    expect(runs(10)).toEqual([...start, [21, 160]]);
    expect(runs(30)).toEqual([
      [1, 336],
      [39, 320],
    ]);
  });

  it('are what __dict__ shows, and go with it', () => {
    const { p } = makeInstance(makeClass());
    const name = internJs(rt, 'name');
    const text = internJs(rt, 'some text');
    const count = refcnt(rt, text);
    expect(instanceSetAttr(rt, p, name, text)).toBe(0);
    expect(instanceGetAttr(rt, p, name)).toBe(text);
    const dict = materializeDict(rt, p);
    expect(dictLen(rt, dict)).toBe(1);
    expect(instanceSetAttr(rt, p, name, 0)).toBe(0);
    expect(dictLen(rt, dict)).toBe(0);
    instanceSetAttr(rt, p, name, text);
    clearInstanceDict(rt, p);
    expect(instanceGetAttr(rt, p, name)).toBe(0);
    expect(refcnt(rt, text)).toBe(count);
  });
});

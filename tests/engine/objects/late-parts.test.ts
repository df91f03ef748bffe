/** What stands in the engine about parts that come later is what the parts then bring. */
import { expect, test } from 'vitest';
import '../../../engine/loading/all.ts';
import * as late from '../../../engine/objects/late-parts.ts';
import * as values from '../../../engine/objects/late-values.ts';
import { memoryviewMethods } from '../../../engine/objects/memoryview.ts';
import type { MethodSpec } from '../../../engine/objects/type-spec.ts';
import { charFlags } from '../../../engine/objects/unicode-data.ts';
import {
  PROPERTY_RUNS,
  PROPERTY_SETS,
  SET_LETTERS,
} from '../../../engine/objects/unicode-tables.ts';

const shape = (table: Readonly<Record<string, MethodSpec>>) =>
  Object.entries(table).map(([name, { flags }]) => [name, flags]);

const { bytesPart, complexPart, formattingPart, memoryPart, textPart } = late;

test.each([
  [late.sharedByteMethods, bytesPart.code.sharedByteMethods, 42],
  [late.byteArrayMethods, bytesPart.code.byteArrayMethods, 12],
  [late.complexMethods, complexPart.code.complexMethods, 5],
  [memoryviewMethods, memoryPart.code.memoryMethods, 12],
  [late.formatMethods, formattingPart.code.formatMethods, 3],
  [late.splitMethods, textPart.code.splitMethods, 5],
  [late.replaceMethods, textPart.code.replaceMethods, 3],
  [values.caseMethods, textPart.code.caseMethods, 6],
  [values.padMethods, textPart.code.padMethods, 10],
  [values.predicateMethods, textPart.code.predicateMethods, 12],
])(
  'methods of a part stand in their order, with their way of taking arguments',
  (known, brought, count) => {
    expect(shape(known)).toEqual(shape(brought));
    expect(shape(known)).toHaveLength(count);
  },
);

test.each([
  [late.byteArraySlots, bytesPart.code.byteArraySlots, 13],
  [late.complexSlots, complexPart.code.complexSlots, 18],
])('slots of a part are those that it brings', (known, brought, count) => {
  expect(Object.keys(known)).toEqual(Object.keys(brought));
  expect(Object.keys(known)).toHaveLength(count);
});

test('ASCII has the properties that the table gives it', () => {
  const flags: number[] = [];
  for (const [, letter = '', length = ''] of PROPERTY_RUNS.matchAll(/([^0-9a-z])([0-9a-z]*)/g)) {
    const set = PROPERTY_SETS[SET_LETTERS.indexOf(letter)] ?? -1;
    for (let i = length === '' ? 1 : parseInt(length, 36); i > 0; i--) flags.push(set);
    if (flags.length >= 0x80) break;
  }
  expect(Array.from({ length: 0x80 }, (_, ch) => charFlags(ch))).toEqual(flags.slice(0, 0x80));
});

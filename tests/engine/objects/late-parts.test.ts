/** What stands in the engine about parts that come later is what the parts then bring. */
import { expect, test } from 'vitest';
import '../../../engine/loading/all.ts';
import {
  bytesPart,
  formatMethods,
  formattingPart,
  sharedByteMethods,
} from '../../../engine/objects/late-parts.ts';
import type { MethodSpec } from '../../../engine/objects/type-spec.ts';
import { charFlags } from '../../../engine/objects/unicode-data.ts';
import {
  PROPERTY_RUNS,
  PROPERTY_SETS,
  SET_LETTERS,
} from '../../../engine/objects/unicode-tables.ts';

const shape = (table: Readonly<Record<string, MethodSpec>>) =>
  Object.entries(table).map(([name, { flags }]) => [name, flags]);

test('methods of parts stand in their order, with their way of taking arguments', () => {
  expect(shape(sharedByteMethods)).toEqual(shape(bytesPart.code.sharedByteMethods));
  expect(shape(formatMethods)).toEqual(shape(formattingPart.code.formatMethods));
  expect(shape(sharedByteMethods).length + shape(formatMethods).length).toBeGreaterThan(40);
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

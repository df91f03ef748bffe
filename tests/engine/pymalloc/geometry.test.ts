/** The allocators of older posts under a machine, as the lenses show them. */
import { expect, test } from 'vitest';
import { Timeline } from '../../../engine/whole.ts';

/** Objects of 35, 38, 253, 263 and 333 bytes. */
const SOURCE = `sizes = (2, 5, 220, 230, 300)
two, five, most, over, large = [b'a' * n for n in sizes]
`;

/** The machine's sizes, and of each object the bytes of its block; 0 where pymalloc gave none. */
function blocks(geometry?: '8-byte-alignment' | '256-byte-threshold') {
  const program = { source: SOURCE, filename: 'old.py', profile: '3.8', mode: 'script' } as const;
  const timeline = new Timeline(geometry === undefined ? program : { ...program, geometry });
  timeline.advance();
  const end = timeline.steps + 1;
  const { objects, geometry: sizes, totals } = timeline.lens('memory', end, {});
  const bytes = objects.flatMap(({ type, pool }) => {
    if (type !== 'bytes') return [];
    const open = pool === null ? null : timeline.lens('memory', end, { pool }).pool;
    return [open?.blockBytes ?? 0];
  });
  timeline.seek(end);
  expect(timeline.run.machine.check()).toEqual([]);
  return { bytes, sizes, rawBlocks: totals.rawBlocks };
}

test('blocks on 16-byte borders, as they are', () => {
  expect(blocks().bytes).toEqual([48, 48, 256, 272, 336]);
});

test('blocks on 8-byte borders', () => {
  const { bytes, sizes } = blocks('8-byte-alignment');
  expect(sizes).toMatchObject({ alignment: 8, threshold: 512, poolBytes: 4096 });
  expect(bytes).toEqual([40, 40, 256, 264, 336]);
});

test('requests over 256 bytes go past pymalloc', () => {
  const { bytes, sizes, rawBlocks } = blocks('256-byte-threshold');
  expect(sizes).toMatchObject({ alignment: 8, threshold: 256 });
  expect(bytes).toEqual([40, 40, 256, 0, 0]);
  expect(rawBlocks).toBeGreaterThan(blocks().rawBlocks);
});

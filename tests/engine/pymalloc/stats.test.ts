import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  debugAllocatorStats,
  debugMallocStats,
  formatMallocStats,
  pymallocStats,
  type PymallocStats,
} from '../../../engine/pymalloc/stats.ts';
import { pymallocGeometries } from '../../../engine/profiles/pymalloc.ts';
import { heap } from './heap.ts';

/**
 * What `sys._debugmallocstats()` of real interpreters printed, with some arenas made and given back
 * before.
 */
const folder = new URL('./debugmallocstats/', import.meta.url);
const files = readdirSync(folder);

/** The number behind a label. */
function value(text: string, label: string): number {
  const line = text.split('\n').find((one) => one.startsWith(label));
  return line === undefined ? 0 : Number(line.split('=')[1]!.replaceAll(',', ''));
}

/** The numbers that a text was made of: those that do not follow from others. */
function parse(text: string): PymallocStats {
  const pools = new Array<number>(32).fill(0);
  const blocksInUse = [...pools];
  const availableBlocks = [...pools];
  for (const [, i, p, b, f] of text.matchAll(/^ +(\d+) +\d+ +(\d+) +(\d+) +(\d+)$/gm)) {
    pools[Number(i)] = Number(p);
    blocksInUse[Number(i)] = Number(b);
    availableBlocks[Number(i)] = Number(f);
  }
  return {
    pools,
    blocksInUse,
    availableBlocks,
    arenas: value(text, '# arenas allocated current'),
    unusedPools: Number(/^(\d+) unused pools/m.exec(text)![1]),
    alignmentBytes: value(text, '# bytes lost to arena alignment'),
    ntimesArenaAllocated: value(text, '# arenas allocated total'),
    narenasHighwater: value(text, '# arenas highwater mark'),
    arenaMapCounts: {
      mid: value(text, '# arena map mid nodes'),
      bot: value(text, '# arena map bot nodes'),
    },
  };
}

describe('the text of sys._debugmallocstats()', () => {
  test('there are recordings of eight releases', () => {
    expect(files.length).toBe(8);
  });

  test.each(files)('%s: the same numbers give the same text, byte for byte', (file) => {
    const recorded = readFileSync(new URL(file, folder), 'utf8');
    const release = file.split('.').slice(0, 2).join('.') as keyof typeof pymallocGeometries;
    const text = formatMallocStats(pymallocGeometries[release], parse(recorded));
    expect(recorded.slice(0, text.length)).toBe(text);
    // What follows is not the allocator's: free lists of objects.
    for (const line of recorded.slice(text.length).split('\n').filter(Boolean)) {
      expect(line).toMatch(/^ +\d+ free .*Objects \* \d+ bytes each = +[\d,]+$/);
      const [, count, name, bytes] = /^ +(\d+) (free .*)s \* (\d+) bytes/.exec(line)!;
      expect(debugAllocatorStats(name!, Number(count), Number(bytes))).toBe(`${line}\n`);
    }
  });

  test.each(Object.keys(pymallocGeometries) as (keyof typeof pymallocGeometries)[])(
    '%s: every byte of the arenas is accounted for',
    (release) => {
      const { pymalloc } = heap(release);
      const blocks = Array.from({ length: 30_000 }, (_, i) =>
        pymalloc.malloc(1 + ((i * 37) % 256)),
      );
      for (let i = 0; i < blocks.length; i += 3) pymalloc.free(blocks[i]!);
      const stats = pymallocStats(pymalloc);
      const text = debugMallocStats(pymalloc);
      expect(value(text, 'Total')).toBe(stats.arenas * pymalloc.geometry.arenaBytes);
      expect(stats.blocksInUse.reduce((a, b) => a + b)).toBe(20_000);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { type MemoryMapScene, POOL_FULL, POOL_USED, type Timeline } from '../../../engine/whole.ts';
import { toAddress } from '../../../engine/memory/index.ts';
import { walkBlocks } from '../../../engine/pymalloc/check.ts';
import { debugMallocStats } from '../../../engine/pymalloc/stats.ts';
import { MIXED, RELEASES, stepAfter, ran } from './programs.ts';

const pymallocOf = (timeline: Timeline) => timeline.run.machine.domains.pymalloc;

/** Blocks in use at a step, as the allocator's own walk tells. */
function walked(timeline: Timeline, step: number): Set<number> {
  timeline.seek(step);
  const blocks = new Set<number>();
  walkBlocks(pymallocOf(timeline), (block) => blocks.add(toAddress(block)));
  return blocks;
}

/** Addresses of the pools that have blocks in use. */
function servingPools({ arenas, geometry }: MemoryMapScene): number[] {
  return arenas.flatMap(({ firstPool, states }) =>
    states.flatMap((state, i) =>
      state === POOL_USED || state === POOL_FULL ? [firstPool + i * geometry.poolBytes] : [],
    ),
  );
}

describe.each(RELEASES)('the memory map of %s', (profile) => {
  const timeline = ran(MIXED, profile);
  const end = timeline.steps + 1;

  it('shows the blocks in use that the allocator walks over, and knows what is in each', () => {
    const expected = walked(timeline, end);
    const found = new Set<number>();
    const unknown: number[] = [];
    for (const pool of servingPools(timeline.lens('memory', end, {}))) {
      const { pool: open, geometry } = timeline.lens('memory', end, { pool });
      let used = 0;
      open!.blocks.forEach(({ state, content }, i) => {
        if (state !== 'used') return;
        used++;
        const block = pool + geometry.headerBytes + i * open!.blockBytes;
        found.add(block);
        if (content!.kind === 'unknown') unknown.push(block);
      });
      expect(used).toBe(open!.count);
      expect(open!.blocks.filter(({ state }) => state === 'free')).toHaveLength(
        open!.freeList.length,
      );
    }
    expect(found).toEqual(expected);
    expect(unknown).toEqual([]);
  });

  it('agrees with sys._debugmallocstats of the same machine', () => {
    const { totals, arenas } = timeline.lens('memory', end, {});
    timeline.seek(end);
    const text = debugMallocStats(pymallocOf(timeline));
    const number = (label: string) =>
      Number(new RegExp(`^${label} +=([ \\d,]+)$`, 'm').exec(text)![1]!.replaceAll(/[ ,]/g, ''));
    expect(totals.blockBytes).toBe(number('# bytes in allocated blocks'));
    expect(totals.freeBytes).toBe(number('# bytes in available blocks'));
    expect(arenas).toHaveLength(number('# arenas allocated current'));
    const unused = totals.byState[0] + totals.byState[1];
    expect(text).toMatch(new RegExp(`^${unused} unused pools \\*`, 'm'));
    expect(arenas.reduce((sum, { freePools }) => sum + freePools, 0)).toBe(unused);
  });

  it('counts what each line took and gave back', () => {
    for (let step = 2; step <= end; step++) {
      const before = walked(timeline, step - 1);
      const now = walked(timeline, step);
      const { changes } = timeline.lens('memory', step, {});
      expect(changes!.allocated, `step ${step}`).toBe(
        [...now].filter((a) => !before.has(a)).length,
      );
      expect(changes!.freed, `step ${step}`).toBe([...before].filter((a) => !now.has(a)).length);
    }
  });

  it('tells the fields of every block without a gap', () => {
    const { objects } = timeline.lens('memory', end, {});
    const served = objects.filter(({ pool }) => pool !== null);
    expect(served.length).toBeGreaterThan(2);
    for (const { block, number } of served) {
      const { bytes } = timeline.lens('memory', end, { block });
      expect(bytes!.content!.number).toBe(number);
      let offset = 0;
      for (const field of bytes!.fields) {
        expect(field.offset).toBe(offset);
        offset += field.bytes;
      }
      expect(offset).toBe(bytes!.bytes.length);
    }
  });
});

describe('known outcomes on 3.13', () => {
  const timeline = ran(MIXED);

  const fieldsOf = (step: number, type: string, text: string) => {
    const place = timeline
      .lens('memory', step, {})
      .objects.find((one) => one.type === type && one.text === text)!;
    const scene = timeline.lens('memory', step, { block: place.block });
    const fields = new Map(scene.bytes!.fields.map((field) => [field.name, field]));
    return { scene, fields };
  };

  it('shows a list in a block of 64 bytes and its three items in one of 32', () => {
    const { scene, fields } = fieldsOf(stepAfter(timeline, 2), 'list', '[3 items]');
    expect(scene.pool).toMatchObject({ blockBytes: 64, szidx: 3, capacity: 255, tail: 16 });
    expect(fields.get('ob_size')!.value).toBe('3');
    expect(fields.get('allocated')!.value).toBe('4');
    expect(fields.get('_gc_next')!.note!.key).toBe('tracked');
    const items = timeline.lens('memory', scene.step, {
      block: Number(fields.get('ob_item')!.value),
    });
    expect(items.pool!.blockBytes).toBe(32);
    expect(items.bytes!.content).toMatchObject({ kind: 'items', type: 'list' });
    expect(items.bytes!.fields.map(({ target }) => target?.text)).toEqual([
      '1',
      '2',
      '3',
      undefined,
    ]);
  });

  it('puts a freed block at the front of its free list, with the link in its first bytes', () => {
    const program = ran('a = bytes(450)\nb = bytes(450)\nc = bytes(450)\ndel b\nz = 0\n');
    const { block } = program
      .lens('memory', 4, {})
      .objects.filter(({ type }) => type === 'bytes')[1]!;
    const { pool, bytes, geometry, changes } = program.lens('memory', 5, { block });
    const index = (block - pool!.address - geometry.headerBytes) / pool!.blockBytes;
    expect(pool!.freeList[0]).toBe(index);
    expect(pool!.blocks[index]).toEqual({ state: 'free', content: null, change: 'freed' });
    expect(changes).toMatchObject({ allocated: 0, freed: 1, pools: [pool!.address] });
    expect(bytes!.kind).toBe('free');
    expect(bytes!.fields[0]).toMatchObject({ name: 'nextblock', bytes: 8 });
  });

  it('names the fields of a pool header', () => {
    const { pool } = fieldsOf(stepAfter(timeline, 2), 'list', '[3 items]').scene;
    const { bytes } = timeline.lens('memory', stepAfter(timeline, 2), { block: pool!.address });
    const values = Object.fromEntries(bytes!.fields.map(({ name, value }) => [name, value]));
    expect(bytes!.kind).toBe('header');
    expect(values).toMatchObject({
      'ref.count': String(pool!.count),
      szidx: '3',
      nextoffset: String(pool!.nextoffset),
      maxnextoffset: String(16384 - 64),
    });
  });

  it('tells new pools and arenas, and those that went', () => {
    const program = ran('x = 1\nxs = list(map(bytes, [450] * 5000))\ndel xs\nz = 0\n');
    const grown = program.lens('memory', 3, {});
    // 2.4 MB of blocks; how many arenas were begun before is the machine's own matter
    expect(grown.changes!.arenasNew).toBeGreaterThanOrEqual(2);
    const were = grown.arenas.length - grown.changes!.arenasNew;
    expect(grown.arenas.map(({ isNew }) => isNew)).toEqual(grown.arenas.map((_, i) => i >= were));
    const shrunk = program.lens('memory', 4, {});
    expect(shrunk.changes!.arenasGone).toBeGreaterThan(0);
    expect(shrunk.changes!.freed).toBe(5000);
  });

  it('has nothing to compare the first step with, and opens nothing that is no pool', () => {
    expect(timeline.lens('memory', 1, {}).changes).toBeNull();
    for (const block of [1, 12345, 0x7f3a00000010, 2 ** 46]) {
      expect(timeline.lens('memory', 2, { block })).toMatchObject({ pool: null, bytes: null });
    }
  });

  it('is plain data', () => {
    const scene = timeline.lens('memory', 5, {
      pool: timeline.lens('memory', 5, {}).objects[0]!.pool!,
    });
    expect(JSON.parse(JSON.stringify(scene))).toEqual(scene);
  });
});

it('projects 64 arenas', () => {
  const megabyte = 1024 * 1024;
  const timeline = ran('xs = list(map(bytes, [450] * 134000))\ny = 1\n', '3.13', 96 * megabyte);
  const { arenas } = timeline.lens('memory', 3, {});
  expect(arenas.length).toBeGreaterThanOrEqual(64);
});

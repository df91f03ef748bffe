import { describe, expect, it } from 'vitest';
import { BlockOwners } from '../../../engine/lenses/block-owners.ts';
import { bytesNeeded } from '../../../engine/lenses/block-needs.ts';
import { contentOf } from '../../../engine/lenses/block-content.ts';
import { MIXED, RELEASES, stepAfter, ran } from './programs.ts';

/** What a line of `source` asked. The names are there before, so that no namespace grows. */
const told = (source: string, line: number) => {
  const timeline = ran(`a = b = n = 0\n${source}`);
  return timeline.lens('layers', stepAfter(timeline, line + 1), {});
};

describe('what a line asked of which layer', () => {
  it('asks layer 2 twice for a list with items', () => {
    const { requests, source } = told('a = []\nb = [1, 2, 3]\n', 2);
    expect(source).toBe('b = [1, 2, 3]');
    expect(requests).toMatchObject([
      {
        content: { kind: 'object', type: 'list' },
        needs: 56,
        before: 16,
        blockBytes: 64,
        szidx: 3,
      },
      { content: { kind: 'items', type: 'list' }, needs: 32, before: 0, blockBytes: 32, szidx: 1 },
    ]);
    expect(requests.every(({ answer }) => answer === 'pool')).toBe(true);
  });

  it('takes a float that a free list kept without asking layer 2', () => {
    const source = 'n = "2.5"\na = float(n)\ndel a\nb = float(n)\n';
    expect(told(source, 3).returns).toMatchObject({ blocks: 0, kept: 1 });
    expect(told(source, 4).requests).toMatchObject([
      { content: { kind: 'object', type: 'float' }, answer: 'freeList', needs: 24, blockBytes: 32 },
    ]);
  });

  it('goes past layer 2 over 512 bytes, and to the system for very large ones', () => {
    const small = told('n = 479\na = bytes(n)\n', 2);
    expect(small.requests).toMatchObject([{ needs: 512, blockBytes: 512, szidx: 31 }]);
    const over = told('n = 480\na = bytes(n)\n', 2);
    expect(over.requests).toMatchObject([{ needs: 513, szidx: -1, answer: 'heap', pool: null }]);
    const large = told('n = 200000\na = bytes(n)\nz = 0\n', 2);
    expect(large.requests).toMatchObject([{ needs: 200033, answer: 'mapping' }]);
    expect(large.pages.mmap).toBe(1);
    expect(large.pages.after - large.pages.before).toBe(49);
  });

  it('tells new pools and arenas, and puts requests together that are alike', () => {
    const { requests } = told('x = 1\nxs = list(map(bytes, [450] * 5000))\n', 2);
    const blocks = requests.filter(({ content }) => content.type === 'bytes');
    const answers = blocks.map(({ answer }) => answer);
    expect(answers).toEqual(expect.arrayContaining(['newArena', 'newPool']));
    expect(new Set(answers).size).toBe(answers.length);
    expect(blocks.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
    expect(blocks[0]!.examples.length).toBeLessThanOrEqual(8);
  });

  it('finds nothing where a small int is bound or a name goes', () => {
    const { requests, returns } = told('a = 1\nb = 5\ndel b\n', 2);
    expect(requests).toEqual([]);
    expect(returns).toMatchObject({ blocks: 0, kept: 0, large: 0 });
  });

  it('has no line before the first step', () => {
    expect(ran('a = 1\n').lens('layers', 1, {})).toMatchObject({ source: '', requests: [] });
  });
});

describe.each(RELEASES)('sizes by layout in %s', (profile) => {
  it('are what was asked of layer 2', () => {
    const timeline = ran(MIXED, profile);
    const { machine } = timeline.run;
    const { pymalloc } = machine.domains;
    const asked = new Map<number, number>();
    const malloc = pymalloc.malloc.bind(pymalloc);
    const calloc = pymalloc.calloc.bind(pymalloc);
    const realloc = pymalloc.realloc.bind(pymalloc);
    const note = (p: number, n: number) => {
      asked.set(p, n);
      return p;
    };
    timeline.seek(1);
    Object.assign(pymalloc, {
      malloc: (n: number) => note(malloc(n), n),
      calloc: (count: number, size: number) => note(calloc(count, size), count * size),
      realloc: (p: number, n: number) => note(realloc(p, n), n),
    });
    timeline.seek(timeline.steps);
    const owners = new BlockOwners(machine.rt, pymalloc);
    let compared = 0;
    for (const [block, n] of asked) {
      const owner = owners.ownerOf(block);
      if (owner === null || !pymalloc.addressInRange(block)) continue;
      const needs = bytesNeeded(machine.rt, owner, pymalloc.blockSize(block));
      if (needs === null) continue;
      compared++;
      const { kind, type, text } = contentOf(machine.rt, owner, () => 0);
      expect(needs, `${kind} ${type} ${text}`).toBe(n);
    }
    expect(compared).toBeGreaterThan(10);
  });
});

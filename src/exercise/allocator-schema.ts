/** Checks on allocator state: blocks, pools, arenas, and what the system has given. */
import { z } from 'astro/zod';
import type { BlockFact, CompareFact, MemoryFact } from '../../engine/index.ts';
import { at, common } from './schema-parts.ts';

const path = z
  .string()
  .regex(/^[^\W\d]\w*(?:\[-?\d+\]|\['[^']*'\]|\.[^\W\d]\w*)*$/u)
  .describe(
    "A global name, or what is reached from one: `cup`, `keep[0]`, `keep[-1]`, `box.cup`, `table['cup']`.",
  );

const place = z
  .union([
    path,
    z
      .strictObject({
        address: path.describe('An int that id() gave; the object itself may be gone.'),
      })
      .describe('What stands, at the moment of the look, at the address that an int holds.'),
  ])
  .describe('What to look at.');

/** A choice of words, each with what it means. */
function words<T extends string>(meanings: Readonly<Record<T, string>>) {
  const entries = Object.entries<string>(meanings) as [T, string][];
  const list = entries.map(([word, meaning]) => `${word}: ${meaning}`).join('\n');
  return z.enum(entries.map(([word]) => word) as [T, ...T[]]).describe(list);
}

const blockFact = words<BlockFact>({
  layer:
    'who gave the block: pymalloc, malloc (the C heap), mmap (a mapping of its own), static (part of the machine), none (no memory there now).',
  block: 'used, free (freed since), untouched (never handed out), none (no block of pymalloc).',
  'block-bytes': "bytes of the block, which are its size class's; 0 for none.",
  'size-class': 'szidx of the pool: block-bytes / alignment - 1; -1 for none.',
  'free-order':
    'its place in the free list of its pool: 1 is handed out next; 0 when it is not in it.',
  pool: 'state of its pool: used, full, empty, untouched (not yet carved off), none.',
  'pool-index': 'place of its pool in the arena, from 0; -1 for none.',
  'pool-used-blocks': 'blocks of its pool that are in use: ref.count.',
  'pool-free-blocks': 'blocks of its pool that are not in use.',
  'pool-blocks': 'blocks that fit in its pool.',
  arena: 'slot of its arena in the vector arenas; -1 for none.',
  'arena-order': 'place of its arena in usable_arenas: 1 serves next; 0 when it is not in it.',
  'arena-used-blocks': 'blocks in use in its arena.',
  'arena-used-pools': 'pools of its arena that have blocks in use.',
  'arena-free-pools': 'nfreepools of its arena.',
});

const memoryFact = words<MemoryFact>({
  arenas: 'how many arenas there are.',
  'free-arenas': 'how many of them have no block in use.',
  'arenas-asked': 'how many arenas the system was ever asked for.',
  'arenas-most': 'the most arenas there were at one time.',
  'pools-used': 'pools with both used and free blocks.',
  'pools-full': 'pools whose blocks are all in use.',
  'pools-empty': 'pools that were used once and have no block in use.',
  'allocated-blocks': 'what sys.getallocatedblocks() tells.',
  'raw-blocks': 'requests that went past pymalloc and are in use.',
  'mapped-bytes': 'bytes of mappings, arenas among them.',
  'heap-bytes': 'bytes of the C heap, free chunks among them.',
  'resident-bytes': 'bytes of physical memory: pages that were written to and not given back.',
});

const compareFact = words<CompareFact>({
  address: 'the addresses, as id() tells them.',
  block: 'where their blocks begin; before an object may stand its GC header.',
  pool: 'the pools that hold them.',
  arena: 'the arenas that hold them.',
});

const count = z.number().int();
const limits = {
  atLeast: count.optional().describe('The least number that passes.'),
  atMost: count.optional().describe('The greatest number that passes.'),
};

/** Something must be asked for. */
const asks = (check: { equals?: unknown; atLeast?: unknown; atMost?: unknown }): boolean =>
  check.equals !== undefined || check.atLeast !== undefined || check.atMost !== undefined;
const NOTHING_ASKED = { message: 'give equals, atLeast or atMost' };

export const allocatorChecks = [
  z
    .strictObject({
      ...common,
      kind: z.literal('block'),
      of: place,
      fact: blockFact,
      at,
      equals: z
        .union([count, z.string().min(1)])
        .optional()
        .describe('The number or the word it must be.'),
      ...limits,
    })
    .refine(asks, NOTHING_ASKED)
    .describe('Looks at the block an object stands in, or at its pool or arena.'),
  z
    .strictObject({
      ...common,
      kind: z.literal('memory'),
      fact: memoryFact,
      blockBytes: count
        .min(8)
        .optional()
        .describe('For facts of pools: only those whose blocks have so many bytes.'),
      at,
      since: at
        .optional()
        .describe('With it the check looks at how much the number has changed since that moment.'),
      equals: count.optional().describe('The number it must be; negative for a loss.'),
      ...limits,
    })
    .refine(asks, NOTHING_ASKED)
    .describe('Looks at all of memory; with `since`, at what has changed.'),
  z
    .strictObject({
      ...common,
      kind: z.literal('compare'),
      of: place,
      to: place,
      fact: compareFact,
      at,
      toAt: at.optional().describe('When to look at `to`, where that is another moment.'),
      is: z
        .enum(['same', 'different', 'below', 'above'])
        .describe('How `of` lies to `to`; below means at a lower address.'),
      distance: count.min(0).optional().describe('How many bytes lie between the two beginnings.'),
    })
    .describe('Looks how two objects lie to each other, now or at two moments.'),
] as const;

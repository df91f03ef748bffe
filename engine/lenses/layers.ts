/** The Layers lens: tells what a line took and gave back, from the states before it and after it. */
import type { Addr } from '../base/brand.ts';
import { type CHeap, PAGE_BYTES, type SegmentPages, toAddress } from '../memory/index.ts';
import type { Runtime } from '../objects/runtime.ts';
import { POOL_HEADER, type Pymalloc } from '../pymalloc/index.ts';
import { BlockCensus } from './block-census.ts';
import { contentOf, type NumberOf } from './block-content.ts';
import { bytesNeeded } from './block-needs.ts';
import { BlockOwners, type BlockOwner, OWN_OBJECT, blockOf, keptBlocks } from './block-owners.ts';
import {
  type Answer,
  type LayerPages,
  type LayerRequest,
  type LayerReturns,
  type LayersScene,
  MAX_REQUESTS,
} from './layers-scene.ts';
import { type BlockContent, POOL_EMPTY, POOL_UNTOUCHED } from './memory-map-scene.ts';

/** The parts of a machine that the layers are read from. */
export interface MachineParts {
  readonly rt: Runtime;
  readonly pymalloc: Pymalloc;
  readonly heap: CHeap;
}

/** What is kept of a state to compare another with. */
export interface MemoryGlimpse {
  readonly census: BlockCensus;
  /** What free lists keep: blocks. */
  readonly kept: ReadonlySet<Addr>;
  /** Requests that layer 0 serves: what malloc returned, bytes of the chunk. */
  readonly large: ReadonlyMap<Addr, LargeBlock>;
  readonly pages: SegmentPages;
  readonly systemCalls: { readonly mmap: number; readonly munmap: number };
}

interface LargeBlock {
  readonly bytes: number;
  readonly mapped: boolean;
}

/** Notes the state of the machine as it stands. */
export function glimpseMemory(parts: MachineParts): MemoryGlimpse {
  const { rt, pymalloc, heap } = parts;
  const large = new Map<Addr, LargeBlock>();
  heap.walk((_at, user, bytes, state) => {
    if (state === 'used' || state === 'mapped')
      large.set(user, { bytes, mapped: state === 'mapped' });
  });
  return {
    census: new BlockCensus(pymalloc),
    kept: new Set(keptBlocks(rt).map(({ block }) => block)),
    large,
    pages: rt.memory.mappedPages(),
    systemCalls: rt.memory.systemCalls,
  };
}

export interface LayersContext extends MachineParts {
  readonly step: number;
  readonly line: number;
  readonly source: string;
  readonly before: MemoryGlimpse | null;
  readonly numberOf: NumberOf;
}

/** The scene of the machine as it stands. */
export function projectLayers(context: LayersContext): LayersScene {
  const { step, line, source, pymalloc } = context;
  const owners = new BlockOwners(context.rt, pymalloc);
  const now = glimpseMemory(context);
  const before = context.before ?? now;
  const requests = new Requests(context, owners, now, before).all();
  return {
    step,
    line,
    source,
    requests: requests.slice(0, MAX_REQUESTS),
    more: Math.max(0, requests.length - MAX_REQUESTS),
    returns: returnsOf(now, before),
    pages: pagesOf(now, before),
    threshold: pymalloc.geometry.smallRequestThreshold,
  };
}

// ---- what was taken ----------------------------------------------------------------------------

type Group = { -readonly [K in keyof LayerRequest]: LayerRequest[K] } & {
  readonly examples: BlockContent[];
};

/** Contents of a group that are told one by one. */
const MAX_EXAMPLES = 8;

const rank = ({ content: { number, kind } }: LayerRequest): number =>
  (number > 0 ? 2 * number : Number.MAX_SAFE_INTEGER - 1) + (kind === 'object' ? 0 : 1);

/** Collects the blocks that the line took, and puts those together that are alike. */
class Requests {
  private readonly context: LayersContext;
  private readonly owners: BlockOwners;
  private readonly now: MemoryGlimpse;
  private readonly before: MemoryGlimpse;
  private readonly groups = new Map<string, Group>();

  constructor(
    context: LayersContext,
    owners: BlockOwners,
    now: MemoryGlimpse,
    before: MemoryGlimpse,
  ) {
    this.context = context;
    this.owners = owners;
    this.now = now;
    this.before = before;
  }

  /** Objects of the program first, by number, each before its tables; what has no number last. */
  all(): LayerRequest[] {
    const { now, before } = this;
    now.census.without(before.census, (block, pool, bytes) => {
      this.add(block, this.poolAnswer(pool), bytes);
    });
    for (const block of before.kept) {
      const bytes = this.context.pymalloc.blockSize(block);
      if (!now.kept.has(block) && this.stillInUse(block, bytes)) this.add(block, 'freeList', bytes);
    }
    for (const [block, { bytes, mapped }] of now.large) {
      const was = before.large.get(block);
      if (was === undefined || was.bytes !== bytes)
        this.add(block, mapped ? 'mapping' : 'heap', bytes);
    }
    return [...this.groups.values()].sort((one, other) => rank(one) - rank(other));
  }

  private stillInUse(block: Addr, bytes: number): boolean {
    const pool = this.context.pymalloc.poolAddr(block);
    return bytes > 0 && this.now.census.has(pool, block, bytes);
  }

  private poolAnswer(pool: Addr): Answer {
    const was = this.before.census.stateOf(pool);
    if (was !== POOL_EMPTY && was !== POOL_UNTOUCHED) return 'pool';
    return this.isOfNewArena(pool) ? 'newArena' : 'newPool';
  }

  private isOfNewArena(pool: Addr): boolean {
    const { arenaBytes } = this.context.pymalloc.geometry;
    for (const arena of this.now.census.arenas) {
      if (pool >= arena && pool < arena + arenaBytes) return !this.before.census.arenas.has(arena);
    }
    return false;
  }

  private add(block: Addr, answer: Answer, blockBytes: number): void {
    const { rt, numberOf } = this.context;
    const owner = this.owners.ownerOf(block);
    const content = contentOf(rt, owner, numberOf);
    const needs = owner === null ? null : bytesNeeded(rt, owner, blockBytes);
    const key = [content.kind, content.type, answer, blockBytes, needs].join();
    const group = this.groups.get(key);
    if (group === undefined) {
      this.groups.set(key, this.group(block, owner, content, { answer, blockBytes, needs }));
    } else {
      group.count++;
      if (group.examples.length < MAX_EXAMPLES) group.examples.push(content);
    }
  }

  private group(
    block: Addr,
    owner: BlockOwner | null,
    content: BlockContent,
    facts: Pick<Group, 'answer' | 'blockBytes' | 'needs'>,
  ): Group {
    const { rt, pymalloc } = this.context;
    const { u32 } = rt;
    const pool = pymalloc.blockSize(block) === 0 ? 0 : pymalloc.poolAddr(block);
    return {
      ...facts,
      content,
      count: 1,
      examples: [content],
      before: owner?.role === OWN_OBJECT ? owner.p - blockOf(rt, owner.p) : 0,
      szidx: pool === 0 ? -1 : u32[(pool + POOL_HEADER.szidx) >> 2]!,
      block: toAddress(block),
      pool: pool === 0 ? null : toAddress(pool),
      arena: pool === 0 ? -1 : u32[(pool + POOL_HEADER.arenaindex) >> 2]!,
    };
  }
}

// ---- what came back ----------------------------------------------------------------------------

function returnsOf(now: MemoryGlimpse, before: MemoryGlimpse): LayerReturns {
  let [blocks, bytes, large, largeBytes, pools, arenas] = [0, 0, 0, 0, 0, 0];
  before.census.without(now.census, (_block, _pool, size) => {
    blocks++;
    bytes += size;
  });
  for (const [block, chunk] of before.large) {
    if (now.large.has(block)) continue;
    large++;
    largeBytes += chunk.bytes;
  }
  for (const pool of before.census.places.keys()) {
    const was = before.census.stateOf(pool);
    const is = now.census.stateOf(pool);
    if (was !== POOL_EMPTY && (is === POOL_EMPTY || is === POOL_UNTOUCHED)) pools++;
  }
  for (const arena of before.census.arenas) if (!now.census.arenas.has(arena)) arenas++;
  const kept = [...now.kept].filter((block) => !before.kept.has(block)).length;
  return { blocks, bytes, kept, large, largeBytes, pools, arenas };
}

function pagesOf(now: MemoryGlimpse, before: MemoryGlimpse): LayerPages {
  // the data stack comes and goes with frames: no layer is asked for it
  const held = ({ pages: { total, dataStack } }: MemoryGlimpse) => total - dataStack;
  return {
    before: held(before),
    after: held(now),
    pageBytes: PAGE_BYTES,
    mmap: now.systemCalls.mmap - before.systemCalls.mmap,
    munmap: now.systemCalls.munmap - before.systemCalls.munmap,
  };
}

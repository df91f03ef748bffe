/** One pool, block by block, and one block, byte by byte: what the map tells of what is open. */
import type { Addr } from '../base/brand.ts';
import { toAddress } from '../memory/index.ts';
import { ARENA_OBJECT, DUMMY_SIZE_IDX, POOL_HEADER, type Pymalloc } from '../pymalloc/index.ts';
import { alignUp } from '../base/bits.ts';
import { poolState } from './block-census.ts';
import { contentOf } from './block-content.ts';
import { OWN_ALLOCATOR, OWN_KEPT, OWN_KEPT_KEYS } from './block-owners.ts';
import { type FieldKind, FieldReader, note } from './field-reader.ts';
import type { MapContext } from './memory-map.ts';
import {
  POOL_EMPTY,
  POOL_USED,
  type SceneBlock,
  type SceneBytes,
  type ScenePool,
} from './memory-map-scene.ts';
import type { Narration } from './narration.ts';
import { contentFields } from './object-fields.ts';

type HeaderField = Exclude<keyof typeof POOL_HEADER, 'total'>;

interface OpenPool {
  readonly pool: Addr;
  readonly szidx: number;
  readonly blockBytes: number;
  /** Address of block 0, and how many were carved. */
  readonly first: Addr;
  readonly carved: number;
  readonly freeList: readonly number[];
}

function open(pymalloc: Pymalloc, pool: Addr): OpenPool {
  const { memory, geometry } = pymalloc;
  const szidx = memory.u32[(pool + POOL_HEADER.szidx) >> 2]!;
  const first = pool + geometry.poolHeaderBytes;
  if (szidx === DUMMY_SIZE_IDX) {
    return { pool, szidx: -1, blockBytes: geometry.poolBytes, first, carved: 0, freeList: [] };
  }
  const blockBytes = pymalloc.index2size(szidx);
  const carved = (memory.u32[(pool + POOL_HEADER.nextoffset) >> 2]! + pool - first) / blockBytes;
  const freeList: number[] = [];
  let bp = memory.loadPtr(pool + POOL_HEADER.freeblock);
  for (; bp !== 0; bp = memory.loadPtr(bp)) freeList.push((bp - first) / blockBytes);
  return { pool, szidx, blockBytes, first, carved, freeList };
}

// ---- the pool ----------------------------------------------------------------------------------

/** A pool that was carved off, with its blocks. */
export function projectPool(context: MapContext, pool: Addr): ScenePool {
  const { pymalloc } = context;
  const { memory, geometry } = pymalloc;
  const opened = open(pymalloc, pool);
  const arena = memory.u32[(pool + POOL_HEADER.arenaindex) >> 2]!;
  const base = memory.loadPtr(pymalloc.arenaObject(arena) + ARENA_OBJECT.address);
  const capacity = opened.szidx < 0 ? 0 : pymalloc.numblocks(opened.szidx);
  const room = geometry.poolBytes - geometry.poolHeaderBytes;
  return {
    arena,
    index: (pool - alignUp(base, geometry.poolBytes)) / geometry.poolBytes,
    address: toAddress(pool),
    state: poolState(pymalloc, pool),
    szidx: opened.szidx,
    blockBytes: opened.blockBytes,
    capacity,
    count: memory.u32[(pool + POOL_HEADER.refCount) >> 2]!,
    nextoffset: memory.u32[(pool + POOL_HEADER.nextoffset) >> 2]!,
    tail: room - capacity * opened.blockBytes,
    place: placeInClass(pymalloc, pool, opened.szidx),
    blocks: blocksOf(context, opened),
    freeList: opened.freeList,
  };
}

/** Place among the pools of its class that serve, from 1. */
function placeInClass(pymalloc: Pymalloc, pool: Addr, szidx: number): number | null {
  if (poolState(pymalloc, pool) !== POOL_USED) return null;
  const head = pymalloc.usedpoolHeader(szidx);
  let place = 1;
  let at = pymalloc.memory.loadPtr(head + POOL_HEADER.nextpool);
  for (; at !== head; at = pymalloc.memory.loadPtr(at + POOL_HEADER.nextpool)) {
    if (at === pool) return place;
    place++;
  }
  return null;
}

function blocksOf(context: MapContext, opened: OpenPool): SceneBlock[] {
  const { now, before, rt, numberOf } = context;
  const { pool, first, blockBytes, carved } = opened;
  return Array.from({ length: carved }, (_, i) => {
    const block = first + i * blockBytes;
    const used = now.has(pool, block, blockBytes);
    const was = before?.has(pool, block, blockBytes) ?? used;
    const content = used ? contentOf(rt, context.owners().ownerOf(block), numberOf) : null;
    const change = used === was ? 'none' : used ? 'allocated' : 'freed';
    return { state: used ? 'used' : 'free', content, change };
  });
}

// ---- bytes -------------------------------------------------------------------------------------

/** The bytes of one block of an open pool, or of its header; null when there is no such block. */
export function projectBytes(context: MapContext, pool: Addr, at: Addr): SceneBytes | null {
  const opened = open(context.pymalloc, pool);
  if (at === pool) return headerBytes(context, opened);
  const index = (at - opened.first) / opened.blockBytes;
  const capacity = opened.szidx < 0 ? 0 : context.pymalloc.numblocks(opened.szidx);
  if (!Number.isInteger(index) || index < 0 || index >= capacity) return null;
  return blockBytes(context, opened, at, index);
}

const bytesAt = (context: MapContext, at: Addr, length: number): number[] => [
  ...context.rt.u8.subarray(at, at + length),
];

/** v3.13.0 Include/internal/pycore_obmalloc.h struct pool_header */
function headerBytes(context: MapContext, opened: OpenPool): SceneBytes {
  const { rt, pymalloc, numberOf } = context;
  const { pool, szidx, blockBytes: size, freeList, carved } = opened;
  const { poolHeaderBytes } = pymalloc.geometry;
  const reader = new FieldReader(rt, pool, numberOf);
  const tell = (field: HeaderField, name: string, kind: FieldKind, says: Narration | null) =>
    reader.field('pool_header', name, pool + POOL_HEADER[field], kind, says);
  const capacity = szidx < 0 ? 0 : pymalloc.numblocks(szidx);
  const [next] = freeList;
  const empty = poolState(pymalloc, pool) === POOL_EMPTY;
  tell('refCount', 'ref.count', 'u32', note('inUse', { capacity }));
  reader.span('pool_header', '', pool + 4, 4, '');
  const free = next === undefined ? note('noFree') : note('nextFree', { index: next });
  tell('freeblock', 'freeblock', 'pointer', free);
  tell('nextpool', 'nextpool', 'pointer', note(empty ? 'nextFreePool' : 'sameClass'));
  tell('prevpool', 'prevpool', 'pointer', empty ? null : note('sameClass'));
  tell('arenaindex', 'arenaindex', 'u32', note('slot'));
  tell('szidx', 'szidx', 'u32', szidx < 0 ? note('noClass') : note('classBytes', { bytes: size }));
  const frontier = carved < capacity ? note('frontier', { index: carved }) : note('noFrontier');
  tell('nextoffset', 'nextoffset', 'u32', frontier);
  tell('maxnextoffset', 'maxnextoffset', 'u32', note('lastOffset'));
  return {
    kind: 'header',
    address: toAddress(pool),
    content: null,
    bytes: bytesAt(context, pool, poolHeaderBytes),
    fields: reader.fields,
  };
}

function blockBytes(context: MapContext, opened: OpenPool, at: Addr, index: number): SceneBytes {
  const { rt, now, numberOf } = context;
  const { pool, blockBytes: size, carved, freeList } = opened;
  const reader = new FieldReader(rt, at, numberOf);
  const used = now.has(pool, at, size);
  const kind = used ? 'used' : index < carved ? 'free' : 'untouched';
  const owner = used ? context.owners().ownerOf(at) : null;
  if (kind === 'free') {
    const next = freeList[freeList.indexOf(index) + 1];
    const says = next === undefined ? note('lastFree') : note('nextFree', { index: next });
    reader.field('', 'nextblock', at, 'pointer', says);
    reader.span('', '', at + 8, size - 8, '', note('leftOver'));
  } else if (kind === 'untouched') reader.span('', '', at, size, '', note('neverUsed'));
  else if (owner !== null && ![OWN_ALLOCATOR, OWN_KEPT, OWN_KEPT_KEYS].includes(owner.role)) {
    contentFields(reader, owner, at);
    const named = reader.fields.length > 0;
    reader.span('', '', reader.end, at + size - reader.end, '', note(named ? 'rest' : 'unnamed'));
  }
  return {
    kind,
    address: toAddress(at),
    content: used ? contentOf(rt, owner, numberOf) : null,
    bytes: bytesAt(context, at, size),
    fields: reader.fields,
  };
}

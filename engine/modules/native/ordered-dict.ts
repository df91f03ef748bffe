/**
 * OrderedDict: a dict with a doubly linked list of its keys.
 *
 *     +0    a dict
 *     +48   od_fast_nodes       owned block: the node of each entry of the dict's table
 *     +56   od_fast_nodes_size  places in the table when that was made
 *     +64   od_resize_sentinel  the dict's table then
 *     +72   od_state            counts changes, for iterators
 *     +80   od_first, +88 od_last
 *     +96   od_inst_dict        owned
 *     +104  od_weakreflist
 *
 *     node, 32 bytes of PyMem_Malloc: +0 key (owned), +8 hash, +16 next, +24 prev
 *
 * Here: the structure. What Python sees stands in ordered-dict-type.ts. v3.13.0 Objects/odictobject.c
 */
import type { Addr } from '../../base/brand.ts';
import { DK_LOG2_SIZE } from '../../objects/dict-keys.ts';
import {
  dictDelItem,
  dictKeysOf,
  dictLookup,
  dictSetItem,
  dictTake,
  keyHash,
} from '../../objects/dict.ts';
import { errFetch, errOccurred, errRestore, noMemory } from '../../objects/errors.ts';
import * as L from '../../objects/layouts.ts';
import { raiseKeyError } from '../../objects/object.ts';
import { decref, incref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';

export const FAST_NODES = L.DICT_SIZE;
const FAST_NODES_SIZE = L.DICT_SIZE + 8;
const RESIZE_SENTINEL = L.DICT_SIZE + 16;
export const OD_STATE = L.DICT_SIZE + 24;
export const OD_FIRST = L.DICT_SIZE + 32;
export const OD_LAST = L.DICT_SIZE + 40;
export const OD_INST_DICT = L.DICT_SIZE + 48;
export const OD_WEAKREFLIST = L.DICT_SIZE + 56;
export const OD_SIZE = L.DICT_SIZE + 64;

export const NODE_KEY = 0;
const NODE_HASH = 8;
export const NODE_NEXT = 16;
export const NODE_PREV = 24;
export const NODE_SIZE = 32;

function changed(rt: Runtime, od: Addr): void {
  const at = (od + OD_STATE) >> 2;
  rt.i32[at] = rt.i32[at]! + 1;
}

/** Places in the table of nodes, for its size. */
export function fastNodesSize(rt: Runtime, od: Addr): number {
  return rt.size(od + FAST_NODES_SIZE);
}

// ---- from keys to nodes --------------------------------------------------------------------------

/** Makes the table of nodes anew, after the dict's table. -1 with MemoryError. v3.13.0 _odict_resize */
function resize(rt: Runtime, od: Addr): number {
  const keys = dictKeysOf(rt, od);
  const size = 1 << rt.u8[keys + DK_LOG2_SIZE]!;
  const table = rt.mem.malloc(8 * size);
  if (table === 0) {
    noMemory(rt);
    return -1;
  }
  rt.i32.fill(0, table >> 2, (table + 8 * size) >> 2);
  for (let node = rt.ptr(od + OD_FIRST); node !== 0; node = rt.ptr(node + NODE_NEXT)) {
    const at = (node + NODE_HASH) >> 2;
    const i = dictLookup(rt, od, rt.ptr(node + NODE_KEY), rt.i32[at]!, rt.i32[at + 1]!);
    if (i < 0) {
      rt.mem.free(table);
      return -1;
    }
    rt.setPtr(table + 8 * i, node);
  }
  const old = rt.ptr(od + FAST_NODES);
  if (old !== 0) rt.mem.free(old);
  rt.setPtr(od + FAST_NODES, table);
  rt.setSize(od + FAST_NODES_SIZE, size);
  rt.setPtr(od + RESIZE_SENTINEL, keys);
  return 0;
}

/** Where the node of the key stands in the table; below 0 when the dict has no such key. */
function nodeIndex(rt: Runtime, od: Addr, key: Addr, low: number, high: number): number {
  const keys = dictKeysOf(rt, od);
  const stale =
    rt.ptr(od + RESIZE_SENTINEL) !== keys ||
    rt.size(od + FAST_NODES_SIZE) !== 1 << rt.u8[keys + DK_LOG2_SIZE]!;
  if (stale && resize(rt, od) < 0) return -1;
  return dictLookup(rt, od, key, low, high);
}

/** The key's node, 0 when there is none or with an exception. v3.13.0 _odict_find_node */
export function findNode(rt: Runtime, od: Addr, key: Addr): Addr {
  if (rt.ptr(od + OD_FIRST) === 0) return 0;
  const low = keyHash(rt, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return 0;
  const i = nodeIndex(rt, od, key, low, high);
  return i < 0 ? 0 : rt.ptr(rt.ptr(od + FAST_NODES) + 8 * i);
}

// ---- the list ------------------------------------------------------------------------------------

/** Links the node in as the last, or the first. v3.13.0 _odict_add_tail, _odict_add_head */
export function addNode(rt: Runtime, od: Addr, node: Addr, last = true): void {
  const [end, towards, away] = last
    ? [OD_LAST, NODE_PREV, NODE_NEXT]
    : [OD_FIRST, NODE_NEXT, NODE_PREV];
  const neighbour = rt.ptr(od + end);
  rt.setPtr(node + towards, neighbour);
  rt.setPtr(node + away, 0);
  if (neighbour === 0) rt.setPtr(od + (last ? OD_FIRST : OD_LAST), node);
  else rt.setPtr(neighbour + away, node);
  rt.setPtr(od + end, node);
  changed(rt, od);
}

/** Takes the node out of the list. v3.13.0 _odict_remove_node */
export function removeNode(rt: Runtime, od: Addr, node: Addr): void {
  const next = rt.ptr(node + NODE_NEXT);
  const previous = rt.ptr(node + NODE_PREV);
  if (rt.ptr(od + OD_FIRST) === node) rt.setPtr(od + OD_FIRST, next);
  else if (previous !== 0) rt.setPtr(previous + NODE_NEXT, next);
  if (rt.ptr(od + OD_LAST) === node) rt.setPtr(od + OD_LAST, previous);
  else if (next !== 0) rt.setPtr(next + NODE_PREV, previous);
  changed(rt, od);
}

function freeNode(rt: Runtime, node: Addr): void {
  decref(rt, rt.ptr(node + NODE_KEY));
  rt.mem.free(node);
}

/** Appends a node for a key that was put into the dict, unless it has one. _odict_add_new_node */
function addNewNode(rt: Runtime, od: Addr, key: Addr, low: number, high: number): number {
  incref(rt, key);
  const i = nodeIndex(rt, od, key, low, high);
  if (i < 0) {
    if (!errOccurred(rt)) raiseKeyError(rt, key);
    decref(rt, key);
    return -1;
  }
  if (rt.ptr(rt.ptr(od + FAST_NODES) + 8 * i) !== 0) {
    decref(rt, key);
    return 0;
  }
  const node = rt.mem.malloc(NODE_SIZE);
  if (node === 0) {
    decref(rt, key);
    noMemory(rt);
    return -1;
  }
  rt.setPtr(node + NODE_KEY, key);
  rt.i32[(node + NODE_HASH) >> 2] = low;
  rt.i32[(node + NODE_HASH + 4) >> 2] = high;
  addNode(rt, od, node);
  rt.setPtr(rt.ptr(od + FAST_NODES) + 8 * i, node);
  return 0;
}

/** Drops the key's node if there is one: -1 with an exception. v3.13.0 _odict_clear_node */
function clearNode(rt: Runtime, od: Addr, key: Addr, low: number, high: number): number {
  if (rt.ptr(od + OD_FIRST) === 0) return 0;
  const i = nodeIndex(rt, od, key, low, high);
  if (i < 0) return errOccurred(rt) ? -1 : 0;
  const at = rt.ptr(od + FAST_NODES) + 8 * i;
  const node = rt.ptr(at);
  if (node === 0) return 0;
  rt.setPtr(at, 0);
  removeNode(rt, od, node);
  freeNode(rt, node);
  return 0;
}

/** Drops all nodes. v3.13.0 _odict_clear_nodes */
export function clearNodes(rt: Runtime, od: Addr): void {
  const table = rt.ptr(od + FAST_NODES);
  if (table !== 0) rt.mem.free(table);
  rt.setPtr(od + FAST_NODES, 0);
  rt.setSize(od + FAST_NODES_SIZE, 0);
  rt.setPtr(od + RESIZE_SENTINEL, 0);
  let node = rt.ptr(od + OD_FIRST);
  rt.setPtr(od + OD_FIRST, 0);
  rt.setPtr(od + OD_LAST, 0);
  while (node !== 0) {
    const next = rt.ptr(node + NODE_NEXT);
    freeNode(rt, node);
    node = next;
  }
}

// ---- items ---------------------------------------------------------------------------------------

/** `od[key] = value`: 0, -1 with an exception. v3.13.0 PyODict_SetItem */
export function orderedDictSetItem(rt: Runtime, od: Addr, key: Addr, value: Addr): number {
  const low = keyHash(rt, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return -1;
  if (dictSetItem(rt, od, key, value) < 0) return -1;
  if (addNewNode(rt, od, key, low, high) === 0) return 0;
  const error = errFetch(rt);
  dictDelItem(rt, od, key);
  errRestore(rt, error);
  return -1;
}

/** `del od[key]`: 0, -1 with an exception. v3.13.0 PyODict_DelItem */
export function orderedDictDelItem(rt: Runtime, od: Addr, key: Addr): number {
  const low = keyHash(rt, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return -1;
  return clearNode(rt, od, key, low, high) < 0 ? -1 : dictDelItem(rt, od, key);
}

/** The key's value, which is taken out; new. 0 when it is not there, or with an exception. */
export function orderedDictTake(rt: Runtime, od: Addr, key: Addr): Addr {
  const low = keyHash(rt, key);
  const high = rt.hashHigh;
  if ((low === -1 && high === -1) || clearNode(rt, od, key, low, high) < 0) return 0;
  return dictTake(rt, od, key);
}

/** Calls `visit` with each block that the OrderedDict owns beside the dict's own. */
export function orderedDictBlocks(rt: Runtime, od: Addr, visit: (block: Addr) => void): void {
  if (rt.ptr(od + FAST_NODES) !== 0) visit(rt.ptr(od + FAST_NODES));
  for (let node = rt.ptr(od + OD_FIRST); node !== 0; node = rt.ptr(node + NODE_NEXT)) visit(node);
}

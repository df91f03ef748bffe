/**
 * What a collection tells whoever watches it: `rt.hooks.collection`.
 *
 * The events come in the order in which things happen, synchronously, from inside the collector: the
 * buffer is then exactly in the state that the event speaks of. Nodes of the lists are GC headers, 16
 * bytes before their object; `collector/gc-list.ts` reads them (`gcListObjects`, `gcGetRefs`, `asGc`).
 * Who watches reads memory and changes nothing; nobody else may ask for events, and a machine without
 * a watcher makes none. Python code that runs in between (weakref callbacks, finalizers, gc.callbacks)
 * runs as it always does, so one collection's events never lie within another's.
 */
import type { Addr } from '../base/brand.ts';

/** Why a collection runs. At shutdown no callback is called. v3.13.0 _PyGC_Reason */
export type CollectionReason = 'heap' | 'manual' | 'shutdown';

/**
 * The steps of a collection under CPython's names, each told when it has ended, in this order. The
 * three of deduce_unreachable come twice: the second time, with `again`, between finalize_garbage and
 * handle_resurrected_objects, over the garbage alone. v3.13.0 Python/gc.c gc_collect_main
 *
 * 3.15 has handle_weakref_callbacks in place of handle_weakrefs, and clear_weakrefs before
 * delete_garbage. The incremental collector has neither merge nor promotion, but:
 *
 *     mark_at_start               what globals, classes and frames lead to is in the visited space
 *     mark_stacks                 the same for what frames lead to by now
 *     expand_region_transitively_reachable
 *                                 the increment is full: the young objects and some pending ones
 *     region                      NOT CPYTHON: its search begins, in `examined`
 *     survivors                   NOT CPYTHON: what can be reached is in the list `examined`
 *
 *     merge                       counts are set back, younger generations stand in `examined`
 *     update_refs                 each header of `examined` holds a copy of the count: gc_refs
 *     subtract_refs               gc_refs are what refers from outside
 *     move_unreachable            `examined` is what can be reached, the rest is in `unreachable`
 *     untrack_tuples              the survivors need to be looked at no more often than that
 *     promotion                   the survivors are in the next generation (in the oldest they stay)
 *     move_legacy_finalizers      `finalizers` can never be freed
 *     handle_weakrefs             weak references to the garbage are cleared, their callbacks called
 *     finalize_garbage            `__del__` was called where there is one
 *     handle_resurrected_objects  what they brought back is promoted; the rest is in `unreachable`
 *     delete_garbage              tp_clear was called on each: the garbage is freed
 */
export type CollectionPhase =
  | 'merge'
  | 'update_refs'
  | 'subtract_refs'
  | 'move_unreachable'
  | 'untrack_tuples'
  | 'promotion'
  | 'move_legacy_finalizers'
  | 'handle_weakrefs'
  | 'handle_weakref_callbacks'
  | 'clear_weakrefs'
  | 'mark_at_start'
  | 'mark_stacks'
  | 'expand_region_transitively_reachable'
  | 'region'
  | 'survivors'
  | 'finalize_garbage'
  | 'handle_resurrected_objects'
  | 'delete_garbage';

export type CollectionEvent =
  /** Before anything else: counts and lists are those that made the collection due. */
  | { readonly kind: 'start'; readonly generation: number; readonly reason: CollectionReason }
  | {
      readonly kind: 'phase';
      readonly phase: CollectionPhase;
      readonly again: boolean;
      /** List head of what is being examined: the generation, or the garbage with `again`. */
      readonly examined: Addr;
      /** List head of what was found unreachable so far; empty before move_unreachable. */
      readonly unreachable: Addr;
    }
  /** mark_all_reachable: `p` can be reached from globals, classes or frames. */
  | { readonly kind: 'mark'; readonly p: Addr }
  /** subtract_refs: `from` refers to `to`, whose copied count is now `left`. */
  | { readonly kind: 'subtract'; readonly from: Addr; readonly to: Addr; readonly left: number }
  /** move_unreachable came to an object whose copied count is 0: put aside for now. */
  | { readonly kind: 'aside'; readonly p: Addr }
  /** move_unreachable came to an object that can be reached: it follows what that refers to. */
  | { readonly kind: 'reachable'; readonly p: Addr }
  /** `p` can be reached from `from`: it comes back, or is kept from being put aside. */
  | { readonly kind: 'back'; readonly p: Addr; readonly from: Addr; readonly wasAside: boolean }
  /** handle_weakrefs: the weak reference `weakref` to the garbage `p` is cleared. */
  | { readonly kind: 'weakref'; readonly weakref: Addr; readonly p: Addr }
  /** handle_weakrefs: the callback of `weakref` is about to be called. */
  | { readonly kind: 'callback'; readonly weakref: Addr }
  /** finalize_garbage: tp_finalize of `p` is about to be called. */
  | { readonly kind: 'finalize'; readonly p: Addr }
  /** handle_resurrected_objects: a finalizer brought `p` back. */
  | { readonly kind: 'resurrected'; readonly p: Addr }
  /** delete_garbage: tp_clear of `p` is about to be called. */
  | { readonly kind: 'clear'; readonly p: Addr }
  /** `p`, which was cleared, is still referred to: it goes to the older generation. */
  | { readonly kind: 'survives'; readonly p: Addr }
  /** After everything. `found` is what `gc.collect()` returns. */
  | {
      readonly kind: 'stop';
      readonly generation: number;
      readonly found: number;
      readonly uncollectable: number;
    };

/** Told of each event of each collection. */
export type CollectionWatcher = (event: CollectionEvent) => void;

/**
 * The interpreter's state, as every function of objects/, collector/, vm/ and modules/ receives it.
 *
 * A Runtime is one machine: a buffer, typed arrays over it, the allocators, and the addresses of
 * what was made at boot. It plays the part of CPython's `PyInterpreterState` and `PyThreadState`.
 * Whatever changes while a program runs lies in the buffer, in the RuntimeState below or in
 * objects; the fields here are constants once the machine is booted, or caches that `dropCaches`
 * may clear at any time. So a copy of the buffer is a checkpoint of the whole machine.
 *
 * Conventions, for every function in these folders:
 *  - an `Addr` is a byte offset into the buffer; 0 is NULL. An object's Addr is its `PyObject *`.
 *  - a function that returns an object returns a new reference unless its comment says borrowed;
 *    0 means: an exception is set (`errors.ts`), except where the comment says otherwise.
 *  - a function that returns an int returns -1 with an exception set.
 *  - arguments are borrowed unless the comment says stolen.
 *  - `argv` is the byte offset of a row of object pointers (8 bytes each), `nargs` their number
 *    without keywords; `kwnames` is a tuple of names (0 for none) whose values follow in the row.
 *  - a hash is 64 bits: the function returns the low word and leaves the high word in `rt.hashHigh`;
 *    low and high both -1 mean an error.
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH, type Memory } from '../memory/index.ts';
import type { ObjectLayout, Profile } from '../profiles/index.ts';
import type { CollectionWatcher } from './collection-events.ts';
import { NATIVE_RECURSION_LIMIT } from './recursion.ts';
import type { ExceptionTable, TypeTable } from './type-table.ts';
import type { Identifiers } from './identifiers.ts';
import type { VmServices } from './vm-services.ts';

/** A function of ours that a slot or a method definition points to. */
// biome-ignore lint/suspicious/noExplicitAny: slots of every shape live in one table
export type Native = (rt: Runtime, ...args: any[]) => any;

/** The high word of a pointer to code, so that slots in memory look like `.text` addresses. */
export const TEXT_HIGH = 0x55d0;

/**
 * Fields of the runtime state, byte offsets from `rt.state`. Pointers 8 bytes, counters 4.
 * v3.13.0 Include/cpython/pystate.h PyThreadState, Include/internal/pycore_interp.h
 */
export const STATE = {
  /** the running frame, NULL outside execute */
  currentFrame: 0,
  /** owned: the exception that is being raised */
  currentException: 8,
  /** the base of the stack of handled exceptions: exc_value (owned), previous_item */
  excState: 16,
  /** the top of that stack: a pointer to a pair like excState */
  excInfo: 32,
  /** calls left before RecursionError, and the limit */
  recursionRemaining: 40,
  recursionLimit: 44,
  /** native calls into Python that are live (no checkpoint may be taken while > 0) */
  nativeDepth: 48,
  /** trashcan: nesting of deallocations, objects put off */
  trashDepth: 52,
  trashLater: 56,
  /** nonzero: something waits for the next check of the bytecode loop */
  evalBreaker: 64,
  nextCodeId: 68,
  nextTypeVersion: 72,
  nextFunctionVersion: 76,
  /** three generations (24 bytes: head, threshold, count) and the permanent one */
  gcGenerations: 80,
  gcEnabled: 176,
  gcCollecting: 180,
  gcDebug: 184,
  gcLongLivedTotal: 188,
  gcLongLivedPending: 192,
  gcGarbage: 200,
  gcCallbacks: 208,
  /** owned: dict of interned strings, sys.modules, the builtins dict, sys's dict */
  interned: 216,
  modules: 224,
  builtins: 232,
  sysdict: 240,
  /** owned list: the constants that the parser's arena keeps alive, NULL after the program ended */
  arenaConstants: 248,
  /** owned: the module __main__ */
  mainModule: 256,
  /** owned: the MemoryError that is raised when there is no memory to make one */
  memoryError: 264,
  /** lines executed so far, see vm/stepper.ts */
  steps: 800,
  /** the outermost frame of the program, for going on after a pause */
  bottomFrame: 808,
  /** collections, collected, uncollectable of each generation; 8 bytes each */
  gcStats: 816,
  /** list heads of a collection under way, 16 bytes each; CPython's lie on the C stack */
  gcUnreachable: 888,
  gcFinalizers: 904,
  gcSeen: 920,
  gcStillUnreachable: 936,
  gcCallbacksDue: 952,
  /** owned list: what atexit calls, NULL while nothing is registered */
  atexit: 968,
  /** what `time` has counted so far, in nanoseconds: a double */
  clock: 976,
  /** owned: see startup-blocks.ts */
  startupBlocks: 984,
  /** items that native code asks iterators for until `Hooks.turnsOver` is told; see object.ts */
  turnsLeft: 992,
  /** addresses of the types that modules define, see modules/module-types.ts */
  moduleTypes: 1024,
  /** owned: the `__dict__` and `__weakref__` descriptors of all classes, where they are shared */
  dictDescriptor: 2176,
  weakrefDescriptor: 2184,
  /** free lists: first block, length; see freelists.ts */
  freeLists: 1536,
  /** objects looked at by the collections of each generation, 8 bytes each; where they are counted */
  gcCandidates: 2192,
  /** tracemalloc, see trace-table.ts: the tables, 0 while nothing is traced */
  traceTable: 2216,
  tracePlaces: 2224,
  /** bytes remembered now and at most: doubles */
  traceNow: 2232,
  tracePeak: 2240,
  traceSlots: 2248,
  traceCount: 2252,
  tracePlacesUsed: 2256,
  tracePlacesRoom: 2260,
  traceLimit: 2264,
  /** owned: the filename of what no frame asked for */
  traceUnknown: 2272,
  /** a Py_buffer while something is read from what an object lends, see py-buffer.ts */
  loan: 2280,
  /** incremental collector: the old space of what was looked at, 0 or 1; the phase; work; heap size */
  gcVisitedSpace: 2360,
  gcPhase: 2364,
  gcWorkToDo: 2368,
  gcHeapSize: 2372,
  /** list heads of an increment, as those of gcUnreachable */
  gcIncrement: 2376,
  gcSurvivors: 2392,
  gcReachable: 2408,
  /** owned: the one empty frozenset, where all are one; NULL until it is asked for */
  emptyFrozenset: 2424,
  /** imports that are put off: sys.lazy_modules, modules by package, under way, filter (all owned); 1 for 'all' */
  lazyModules: 2432,
  lazyPending: 2440,
  lazyImporting: 2448,
  lazyFilter: 2456,
  lazyMode: 2464,
  total: 2472,
} as const;

/** Free lists by number; each takes 16 bytes in STATE.freeLists: first object, count. */
export const FREE_FLOAT = 0;
export const FREE_LIST = 1;
export const FREE_DICT = 2;
export const FREE_DICT_KEYS = 3;
export const FREE_SLICE = 4;
export const FREE_MEMORY_ERROR = 5;
export const FREE_ASEND = 6;
export const FREE_ASYNC_VALUE = 7;
/** FREE_TUPLE + n for tuples of length n, 1 to 20 */
export const FREE_TUPLE = 8;
/** FREE_TUPLE + 20 is the last of them */
export const FREE_INT = 29;
export const FREE_RANGE = 30;
export const FREE_RANGE_ITER = 31;
export const FREE_COMPLEX = 32;
export const FREE_LIST_ITER = 33;
export const FREE_TUPLE_ITER = 34;
export const FREE_METHOD = 35;
export const FREE_CFUNCTION = 36;
export const FREE_FRAME = 37;
/** never filled */
export const NO_FREE_LIST = 39;
export const FREE_LISTS = 40;

/** What the layers below hand up. Two are CPython's own upward calls, the rest is the world outside. */
export interface Hooks {
  /** A GC object was allocated and generation 0 is over its threshold. */
  collectIfDue(rt: Runtime): void;
  /** Runs the collection that the eval breaker was set for. */
  collect(rt: Runtime): void;
  /** A full collection, for the exit of the interpreter. */
  collectAll(rt: Runtime): void;
  /** A new weak reference without callback; 0 with an exception. v3.13.0 PyWeakref_NewRef */
  newWeakref(rt: Runtime, p: Addr): Addr;
  /** An object with weak references dies: they are cleared and their callbacks called. */
  clearWeakrefs(rt: Runtime, p: Addr): void;
  /** Native code has taken so many items from iterators that STATE.turnsLeft is below zero. */
  turnsOver(rt: Runtime): void;
  /** Watches collections, for a lens; null when nobody does. No part of the machine's state. */
  collection: CollectionWatcher | null;
  /** Text for sys.stdout (1) and sys.stderr (2). */
  write(fd: 1 | 2, text: string): void;
}

/** layer 2 and 3 requests: `PyMem_*` and `PyObject_*` share it */
export interface ObjectAllocator {
  malloc(bytes: number): Addr;
  calloc(count: number, bytes: number): Addr;
  realloc(p: Addr, bytes: number): Addr;
  free(p: Addr): void;
}

/** Told of every reference that goes, where somebody listens; see refcount.ts. */
export interface DecrefWatcher {
  /** One is about to go: all that came before can be told. */
  beforeDecref(): void;
  /** The count of `p` went down by one; from 1 to 0, its deallocation follows. */
  afterDecref(p: Addr, before: number): void;
}

/** Above every count: a small int in every host. */
const EVERY_COUNT = 2 ** 30 - 1;

export class Runtime {
  readonly memory: Memory;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly u16: Uint16Array;
  readonly u8: Uint8Array;
  readonly f64: Float64Array;
  /** A recorder puts itself before it. */
  obj: ObjectAllocator;
  /** What serves PyMem_ where that is not what serves PyObject_. */
  private readonly ownMem: ObjectAllocator | null;
  private readonly ownTables: ObjectAllocator | null;
  readonly profile: Profile;
  readonly layout: ObjectLayout;
  readonly hooks: Hooks;
  /** Functions by number; slots and method definitions hold the number. 0 is no function. */
  readonly fns: Native[] = [nullFunction];
  private readonly fnNumbers = new Map<Native, number>();
  /** How many of them were numbered before anything in memory referred to them. */
  numberedAhead = 0;
  /**
   * During a boot: memory was put back from an image, so that functions need numbers and nothing is
   * to be written. See boot-image.ts.
   */
  prepared = false;

  /** Offset of the runtime state. */
  readonly state: Addr;
  /** Word index of STATE.currentException, for the quickest test there is. */
  readonly excWord: number;
  /** The same for other fields of the state that every call and every allocation touches. */
  readonly frameWord: number;
  readonly recursionWord: number;
  readonly generationsWord: number;
  readonly freeListsWord: number;
  readonly turnsWord: number;
  readonly trashDepthWord: number;
  readonly trashLaterWord: number;

  // What boot made. Addresses, constant from then on.
  readonly types: TypeTable;
  readonly exc: ExceptionTable;
  readonly ids: Identifiers;
  none: Addr = 0;
  true: Addr = 0;
  false: Addr = 0;
  ellipsis: Addr = 0;
  notImplemented: Addr = 0;
  emptyTuple: Addr = 0;
  emptyStr: Addr = 0;
  emptyBytes: Addr = 0;
  /** Address of the int 0; small ints stand 32 bytes apart (`smallIntAddress`). */
  smallIntZero: Addr = 0;
  /** Every frame is an object of the heap, see vm/heap-frames.ts. */
  readonly heapFrames: boolean;
  /** Values that are let go together go from the last to the first; see Profile.drops. */
  readonly dropsLastFirst: boolean;
  readonly dropsOperandsLastFirst: boolean;
  readonly smallIntMin: number;
  readonly smallIntMax: number;
  /** Tracked objects are counted, not made ones: see Profile.collector. */
  readonly countsTracked: boolean;
  /** Flag in `_gc_next` of what moveUnreachable put aside. NEXT_MASK_UNREACHABLE */
  readonly nextUnreachable: number;
  /** Addresses of the 256 one-character strings. */
  readonly latin1: Int32Array = new Int32Array(256);

  /**
   * How to read `lv_tag` without asking for the release: an int has at most one digit when
   * `(tag + compactBias) >>> 0 < compactLimit`, and its sign is `compactSign[tag + compactBias]`.
   */
  readonly compactBias: number;
  readonly compactLimit: number;
  readonly compactSign: Int32Array;

  /** What runs this runtime's code; set at boot. */
  vm!: VmServices;
  /** Number of the native function that runs a Python function; the VM sets it at boot. */
  functionVectorcall = 0;

  /** Native calls that may nest, see recursion.ts: less where the host's stack is found too short. */
  nativeLimit = NATIVE_RECURSION_LIMIT;
  /** The same for calls through tp_call. */
  callLimit = NATIVE_RECURSION_LIMIT;
  /**
   * A count above this one goes down without anybody being told: 1, for at 1 the object dies, or every
   * count there is while somebody listens. Asked where the count is compared anyway.
   */
  quietAbove = 1;
  decrefWatcher: DecrefWatcher | null = null;
  /** Deallocations that are under way, see refcount.ts. */
  deallocDepth = 0;
  /** Calls through tp_call that are under way, see recursion.ts. */
  callDepth = 0;

  /** Told when a checkpoint was put back; set by who keeps something outside the buffer. */
  afterRestore: ((rt: Runtime) => void) | null = null;

  /** High word of the last hash returned. */
  hashHigh = 0;
  /** What `dictNext` found; borrowed. */
  dictKey: Addr = 0;
  dictValue: Addr = 0;
  /** Counts whatever must invalidate JavaScript-side caches; bumped by `dropCaches`. */
  cacheEpoch = 0;

  /** PyMem_: blocks that are no objects, such as the items of a list. */
  get mem(): ObjectAllocator {
    return this.ownMem ?? this.obj;
  }

  /** For keys of dicts, contents of bytearrays and the like, whose domain differs by release. */
  get tables(): ObjectAllocator {
    return this.ownTables ?? this.obj;
  }

  constructor(
    memory: Memory,
    allocators: { readonly obj: ObjectAllocator; readonly mem: ObjectAllocator },
    profile: Profile,
    hooks: Hooks,
    tables: { types: TypeTable; exc: ExceptionTable; ids: Identifiers },
  ) {
    this.memory = memory;
    this.i32 = memory.i32;
    this.u32 = memory.u32;
    this.u16 = memory.u16;
    this.u8 = memory.u8;
    this.f64 = memory.f64;
    this.obj = allocators.obj;
    this.ownMem = allocators.mem === allocators.obj ? null : allocators.mem;
    this.ownTables = profile.pymalloc.domains.tables === 'mem' ? this.ownMem : null;
    this.profile = profile;
    this.layout = profile.layout;
    this.hooks = hooks;
    this.types = tables.types;
    this.exc = tables.exc;
    this.ids = tables.ids;
    this.dropsLastFirst = profile.drops.lastFirst;
    this.heapFrames = profile.layout.heapFrame !== 0;
    this.dropsOperandsLastFirst = profile.drops.operandsLastFirst;
    this.countsTracked = profile.collector.countsTracked;
    this.nextUnreachable = profile.collector.kind === 'incremental' ? 2 : 1;
    this.smallIntMin = profile.smallInts.min;
    this.smallIntMax = profile.smallInts.max;
    if (profile.layout.intTagged) {
      this.compactBias = 0;
      this.compactLimit = 16;
      // by lv_tag: 1 is zero, 8 one positive digit, 10 one negative digit
      this.compactSign = Int32Array.of(1, 0, -1, 0, 0, 0, 0, 0, 1, 0, -1, 0, 0, 0, 0, 0);
    } else {
      this.compactBias = 1;
      this.compactLimit = 3;
      this.compactSign = Int32Array.of(-1, 0, 1);
    }
    this.state = memory.sbrkStatic(STATE.total);
    this.excWord = (this.state + STATE.currentException) >> 2;
    this.frameWord = (this.state + STATE.currentFrame) >> 2;
    this.recursionWord = (this.state + STATE.recursionRemaining) >> 2;
    this.generationsWord = (this.state + STATE.gcGenerations) >> 2;
    this.freeListsWord = (this.state + STATE.freeLists) >> 2;
    this.turnsWord = (this.state + STATE.turnsLeft) >> 2;
    this.trashDepthWord = (this.state + STATE.trashDepth) >> 2;
    this.trashLaterWord = (this.state + STATE.trashLater) >> 2;
  }

  /** Begins to tell somebody of decrefs; null ends it. No part of the machine's state. */
  watchDecrefs(watcher: DecrefWatcher | null): void {
    this.decrefWatcher = watcher;
    this.quietAbove = watcher === null ? 1 : EVERY_COUNT;
  }

  /** The number of a native function; the same function always has the same number. */
  fn(native: Native): number {
    let number = this.fnNumbers.get(native);
    if (number === undefined) {
      number = this.fns.length;
      this.fns.push(native);
      this.fnNumbers.set(native, number);
    }
    return number;
  }

  /** Numbers a function that the boot is about to write, or has written into the image it is put back from. */
  numberAhead(native: Native): void {
    const before = this.fns.length;
    if (this.fn(native) === before) this.numberedAhead++;
  }

  /** The functions by number as they are now; one array for all checkpoints between two imports. */
  functionTable(): readonly Native[] {
    const { fns } = this;
    const kept = this.keptTable;
    const isKept = kept.length === fns.length && kept[kept.length - 1] === fns[fns.length - 1];
    if (!isKept) this.keptTable = fns.slice();
    return this.keptTable;
  }

  private keptTable: readonly Native[] = [];

  /**
   * Gives the functions the numbers of a checkpoint that was put back. A module that is made again
   * has functions of its own, so numbers from the first difference on are given anew.
   */
  restoreFunctions(table: readonly Native[]): void {
    const { fns, fnNumbers } = this;
    let same = 0;
    while (same < table.length && fns[same] === table[same]) same++;
    for (const native of fns.splice(same)) fnNumbers.delete(native);
    for (let number = same; number < table.length; number++) {
      const native = table[number]!;
      fns.push(native);
      fnNumbers.set(native, number);
    }
    this.keptTable = table;
  }

  // ---- fields ------------------------------------------------------------------------------------

  /** The pointer at byte offset `at`; 0 for NULL. */
  ptr(at: Addr): Addr {
    return this.i32[at >> 2]!;
  }

  /** Writes both words of the pointer at byte offset `at`. Counts nothing. */
  setPtr(at: Addr, p: Addr): void {
    const i = at >> 2;
    this.i32[i] = p;
    this.i32[i + 1] = p === 0 ? 0 : ADDRESS_HIGH;
  }

  /** Writes a pointer to native function number `fn` (0: NULL). */
  setFn(at: Addr, fn: number): void {
    const i = at >> 2;
    this.i32[i] = fn;
    this.i32[i + 1] = fn === 0 ? 0 : TEXT_HIGH;
  }

  /** The low word of the 8-byte integer at `at`: sizes and counts never pass 2^31 in a buffer. */
  size(at: Addr): number {
    return this.i32[at >> 2]!;
  }

  /** Writes an 8-byte signed integer that fits in 32 bits. */
  setSize(at: Addr, value: number): void {
    const i = at >> 2;
    this.i32[i] = value;
    this.i32[i + 1] = value < 0 ? -1 : 0;
  }

  /** ob_type of an object. */
  typeOf(p: Addr): Addr {
    return this.i32[(p + 8) >> 2]!;
  }

  /** The pointer in a field of the runtime state. */
  statePtr(field: number): Addr {
    return this.i32[(this.state + field) >> 2]!;
  }

  /** Item `i` of an argument row; borrowed. */
  arg(argv: Addr, i: number): Addr {
    return this.i32[(argv >> 2) + 2 * i]!;
  }

  /** The small int `value`, which must lie in the profile's range; borrowed. */
  smallInt(value: number): Addr {
    return this.smallIntZero + value * SMALL_INT_STRIDE;
  }

  /** Forgets what a run left outside the buffer: after a copy was put back for another program. */
  startOver(): void {
    this.afterRestore = null;
    this.nativeLimit = NATIVE_RECURSION_LIMIT;
    this.callLimit = NATIVE_RECURSION_LIMIT;
  }

  /** Forgets every JavaScript-side cache: after a checkpoint was restored. */
  dropCaches(): void {
    this.cacheEpoch++;
    this.afterRestore?.(this);
    this.deallocDepth = 0;
    this.callDepth = 0;
    this.vm.decoded.clear();
  }
}

/** Bytes from one small int to the next: each a one-digit int in its 32-byte place. */
export const SMALL_INT_STRIDE = 32;

function nullFunction(): never {
  throw new Error('a NULL slot was called');
}

/**
 * The geometry of pymalloc, release by release: data only. `engine/pymalloc` reads it when a
 * machine is made and never asks for a version. Where each number was taken from stands below it.
 *
 * Invariants (checked when a machine is made): alignment, pool and arena sizes are powers of two;
 * alignment divides smallRequestThreshold; poolBytes divides arenaBytes; poolHeaderBytes is at
 * least 48 and a multiple of alignment.
 */

/**
 * Bits of an address by which the radix tree over arenas is indexed (v3.13.0 pycore_obmalloc.h
 * MAP_TOP_BITS and so on).
 */
export interface RadixTreeBits {
  readonly top: number;
  readonly mid: number;
  readonly bot: number;
}

/** Which allocator serves a domain when PYTHONMALLOC asks for none. */
export type DomainAllocator = 'malloc' | 'pymalloc';

/** Which free lists of objects `sys._debugmallocstats()` tells of, and how. */
export interface TypeStats {
  /** Those of built-in functions and of bound methods. */
  readonly functions: boolean;
  readonly dictKeys: boolean;
  /** Bytes of a frame object; 0 where there is no line about them. */
  readonly frameBytes: number;
  /** Sizes are told with the GC header. */
  readonly withGcHead: boolean;
}

/** What differs in the text below `Fatal Python error`. */
export interface FatalErrorDump {
  /** The thread state's address has 16 digits, leading zeros among them. */
  readonly longTstate: boolean;
  /** A line tells that a collection is under way. */
  readonly collecting: boolean;
  /** In place of the frames where there are none. */
  readonly noFrame: string;
  /** Behind the thread's number: what the system calls it; '' where it is not said. */
  readonly threadName: string;
}

export interface PymallocGeometry {
  /** Alignment of blocks and distance of size classes, bytes (ALIGNMENT). */
  readonly alignment: number;
  /** Largest request that pymalloc serves, bytes (SMALL_REQUEST_THRESHOLD). */
  readonly smallRequestThreshold: number;
  /** Bytes of a pool (POOL_SIZE). */
  readonly poolBytes: number;
  /** Bytes of an arena (ARENA_SIZE). */
  readonly arenaBytes: number;
  /** Bytes before a pool's first block (POOL_OVERHEAD). */
  readonly poolHeaderBytes: number;
  /** Slots of the first `arenas` vector; it doubles when it is used up (INITIAL_ARENA_OBJECTS). */
  readonly initialArenaObjects: number;
  /** Whether the last arena of usable_arenas is kept when it is wholly free (bpo-37257). */
  readonly keepOneFreeArena: boolean;
  /**
   * Whether nfp2lasta finds an arena's new place in usable_arenas; if not, a linear search does.
   * The order is the same (bpo-37029).
   */
  readonly nfp2lasta: boolean;
  /** The radix tree behind address_in_range, or null where it is the arenaindex test. */
  readonly radixTree: RadixTreeBits | null;
  /** Domains as they are without PYTHONMALLOC. */
  readonly domains: {
    readonly raw: 'malloc';
    readonly mem: DomainAllocator;
    readonly obj: DomainAllocator;
    /** Which of the two serves keys of dicts, contents of bytearrays and of instances of str. */
    readonly tables: 'mem' | 'obj';
  };
  readonly debug: {
    /** Whether the debug hooks add a serial number to each block (PYMEM_DEBUG_SERIALNO). */
    readonly serialNumbers: boolean;
    /** Whether the fatal error names the C function that found the damage. */
    readonly namesFunction: boolean;
    /** How the list of frames below the fatal error looks. */
    readonly dump: FatalErrorDump;
  };
  readonly typeStats: TypeStats;
  /** Whether PYTHONMALLOC may be `mimalloc`. This machine has none. */
  readonly mimalloc: boolean;
}

const dump38: FatalErrorDump = {
  longTstate: false,
  collecting: false,
  noFrame: '<no Python frame>\n',
  threadName: '',
};

const dump310: FatalErrorDump = {
  longTstate: true,
  collecting: true,
  noFrame: '  <no Python frame>\n',
  threadName: '',
};

const release38: PymallocGeometry = {
  alignment: 16,
  smallRequestThreshold: 512,
  poolBytes: 4096,
  arenaBytes: 256 * 1024,
  poolHeaderBytes: 48,
  initialArenaObjects: 16,
  keepOneFreeArena: false,
  nfp2lasta: true,
  radixTree: null,
  domains: { raw: 'malloc', mem: 'pymalloc', obj: 'pymalloc', tables: 'obj' },
  debug: { serialNumbers: false, namesFunction: false, dump: dump38 },
  typeStats: { functions: true, dictKeys: false, frameBytes: 368, withGcHead: false },
  mimalloc: false,
  // alignment: 3.8.18, measured by t1_pymalloc.py (pool headers by ctypes, sys._debugmallocstats);
  //   NEWS 3.8.0b1 (bpo-27987)
  // smallRequestThreshold: 3.8.18, measured by t1_pymalloc.py (pool headers by ctypes,
  //   sys._debugmallocstats)
  // poolBytes: 3.8.18, measured by t1_pymalloc.py (pool headers by ctypes, sys._debugmallocstats)
  // arenaBytes: 3.8.18, measured by strace: mmap(NULL, 262144)
  // poolHeaderBytes: 3.8.18, sizeof(struct pool_header) in gdb; first block at offset 48
  // initialArenaObjects: 3.8 Objects/obmalloc.c INITIAL_ARENA_OBJECTS
  // keepOneFreeArena: measured by t6_arena.py: the first wholly free arena goes back
  // nfp2lasta: NEWS 3.8.0b1 (bpo-37029); symbol in DWARF of 3.8.18
  // radixTree: 3.8 Objects/obmalloc.c address_in_range: pool->arenaindex
  // domains: measured by t1_pymalloc.py; tables: the letters that the debug hooks write, in 3.8.18
  //   to 3.15.2
  // debug: NEWS 3.8.0a4 (bpo-36611); 3.8.18 asked with PYTHONMALLOC=debug
  // typeStats: 3.8.18 sys._debugmallocstats
  // mimalloc: 3.8 to 3.12 refuse it, 3.13 to 3.15 take it: measured by t1b_env.py
};

const release39: PymallocGeometry = {
  ...release38,
  keepOneFreeArena: true,
  debug: { serialNumbers: false, namesFunction: true, dump: dump38 },
  typeStats: { ...release38.typeStats, functions: false },
  // keepOneFreeArena: NEWS 3.9.0a1 (bpo-37257); 3.9.18 measured by t6_arena.py
  // debug: 3.9.18 asked with PYTHONMALLOC=debug
  // typeStats: 3.9.18 sys._debugmallocstats
};

const release310: PymallocGeometry = {
  ...release39,
  poolBytes: 16 * 1024,
  arenaBytes: 1024 * 1024,
  radixTree: { top: 10, mid: 10, bot: 8 },
  debug: { ...release39.debug, dump: dump310 },
  typeStats: { ...release39.typeStats, frameBytes: 360 },
  // poolBytes: 3.10.13, measured by t1_pymalloc.py (pool headers by ctypes, sys._debugmallocstats)
  // arenaBytes: 3.10.13, measured by strace: mmap(NULL, 1048576)
  // debug: 3.10.13 to 3.13.0 asked with PYTHONMALLOC=debug
  // typeStats: 3.10.13 sys._debugmallocstats
  // radixTree: 3.10.13 sys._debugmallocstats: root 8192, mid 8192, bot 2048 bytes
};

const release311: PymallocGeometry = {
  ...release310,
  radixTree: { top: 15, mid: 15, bot: 14 },
  typeStats: { ...release310.typeStats, frameBytes: 0 },
  // typeStats: 3.11.7 and 3.12.1 sys._debugmallocstats
  // radixTree: 3.11.7 to 3.15.2 sys._debugmallocstats: root 262144, mid 262144, bot 131072 bytes;
  //   v3.13.0 pycore_obmalloc.h
};

const release313: PymallocGeometry = {
  ...release311,
  typeStats: { ...release311.typeStats, dictKeys: true },
  domains: { ...release311.domains, tables: 'mem' },
  mimalloc: true,
  // typeStats: 3.13.0 sys._debugmallocstats
};

/** The thread's name is that of the program that the process runs. */
const release314: PymallocGeometry = {
  ...release313,
  debug: { ...release313.debug, dump: { ...dump310, threadName: 'python3.14' } },
  // debug: 3.14.10 asked with PYTHONMALLOC=debug
  // typeStats: 3.14.10 sys._debugmallocstats
};

const release315: PymallocGeometry = {
  ...release313,
  debug: { ...release313.debug, dump: { ...dump310, noFrame: '', threadName: 'python3.15' } },
  typeStats: { ...release313.typeStats, withGcHead: true },
  // debug: 3.15.2 asked with PYTHONMALLOC=debug
  // typeStats: 3.15.2 sys._debugmallocstats
};

/** 3.7.3 and before: blocks on 8-byte borders, 64 size classes. */
const historical8: PymallocGeometry = {
  ...release38,
  alignment: 8,
  nfp2lasta: false,
  debug: { serialNumbers: true, namesFunction: false, dump: dump38 },
  // alignment: from source, not measured: 3.7.3 Objects/obmalloc.c ALIGNMENT
  // nfp2lasta: from source, not measured: 3.7.3 Objects/obmalloc.c
  // debug: from source, not measured: 3.7.3 Objects/obmalloc.c (whose marks were 0xCB, 0xDB, 0xFB;
  //   here they are those of 3.8)
};

/** The days of 2.5: requests up to 256 bytes, PyMem_Malloc straight to the C library. */
const historical256: PymallocGeometry = {
  ...historical8,
  smallRequestThreshold: 256,
  domains: { raw: 'malloc', mem: 'malloc', obj: 'pymalloc', tables: 'obj' },
  // smallRequestThreshold: from source, not measured: 2.5 Objects/obmalloc.c
  //   SMALL_REQUEST_THRESHOLD
  // domains: from source, not measured: PyMem_Malloc came to pymalloc with 3.6 (bpo-26249)
};

export const pymallocGeometries = {
  '3.8': release38,
  '3.9': release39,
  '3.10': release310,
  '3.11': release311,
  '3.12': release311,
  '3.13': release313,
  '3.14.2': release314,
  '3.14': release314,
  '3.15': release315,
} as const satisfies Record<string, PymallocGeometry>;

/** The allocators that older posts describe: taken from source, not measured. */
export const historicalGeometries = {
  '8-byte-alignment': historical8,
  '256-byte-threshold': historical256,
} as const satisfies Record<string, PymallocGeometry>;

export type HistoricalGeometryName = keyof typeof historicalGeometries;
export type PymallocGeometryName = keyof typeof pymallocGeometries | HistoricalGeometryName;

export function isHistoricalGeometry(name: string): name is HistoricalGeometryName {
  return Object.hasOwn(historicalGeometries, name);
}

/** The geometry of a release, or a historical one. */
export function geometryNamed(name: PymallocGeometryName): PymallocGeometry {
  return isHistoricalGeometry(name) ? historicalGeometries[name] : pymallocGeometries[name];
}

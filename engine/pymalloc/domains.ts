/**
 * The three domains through which CPython asks for memory, and which allocator serves each.
 *
 *                      default        PYTHONMALLOC=malloc    ..._debug, debug
 *     PyObject_ (obj)  pymalloc       malloc                 hooks 'o' around it
 *     PyMem_    (mem)  pymalloc       malloc                 hooks 'm' around it
 *     PyMem_Raw (raw)  malloc         malloc                 hooks 'r' around it
 *
 * pymalloc itself asks the raw domain for what it does not serve, so under debug a request over the
 * threshold is wrapped twice.
 */

import { Part } from '../base/part.ts';
import type { CHeap, Memory } from '../memory/index.ts';
import type { PymallocGeometry } from '../profiles/pymalloc.ts';
import { RawAllocator, type PyMemAllocator, type PyObjectArenaAllocator } from './allocator.ts';
import type { ApiId } from './debug.ts';
import { Pymalloc } from './pymalloc.ts';

/**
 * Values of PYTHONMALLOC that are implemented. `default` is `pymalloc`, `debug` is
 * `pymalloc_debug`.
 */
export type AllocatorName = 'pymalloc' | 'pymalloc_debug' | 'malloc' | 'malloc_debug';

/** The allocators of a machine. */
export interface Domains {
  /** What `_testinternalcapi.pymem_getallocatorsname()` says. */
  readonly name: AllocatorName;
  readonly raw: PyMemAllocator;
  readonly mem: PyMemAllocator;
  readonly obj: PyMemAllocator;
  /** Layer 2, even where nothing uses it: its tables are in the static segment all the same. */
  readonly pymalloc: Pymalloc;
  /** v3.13.0 Objects/obmalloc.c _PyMem_PymallocEnabled: whether there are statistics to print. */
  readonly pymallocEnabled: boolean;
  readonly debugEnabled: boolean;
}

/**
 * v3.13.0 Objects/obmalloc.c _PyMem_GetAllocatorName. Null for a value that CPython, or this
 * machine, refuses.
 */
export function allocatorName(value: string): AllocatorName | null {
  switch (value) {
    case '':
    case 'default':
    case 'pymalloc':
      return 'pymalloc';
    case 'debug':
    case 'pymalloc_debug':
      return 'pymalloc_debug';
    case 'malloc':
    case 'malloc_debug':
      return value;
    default:
      return null;
  }
}

/** The debug hooks, a part that is fetched when a machine asks for them. */
export const debugHooks = new Part<typeof import('./debug.ts')>('debug-allocator');

/**
 * v3.13.0 Objects/obmalloc.c _PyMem_SetupAllocators: makes the allocators of a machine. For boot,
 * once a machine.
 * @param arena where arenas come from, when not from mmap as it is
 */
export function setupAllocators(
  memory: Memory,
  cheap: CHeap,
  geometry: PymallocGeometry,
  name: AllocatorName = 'pymalloc',
  arena?: PyObjectArenaAllocator,
): Domains {
  const debugEnabled = name === 'pymalloc_debug' || name === 'malloc_debug';
  const pymallocEnabled = name === 'pymalloc' || name === 'pymalloc_debug';
  const options = {
    serialAt: debugEnabled && geometry.debug.serialNumbers ? memory.sbrkStatic(8) : 0,
    namesFunction: geometry.debug.namesFunction,
  };
  const hook = (inner: PyMemAllocator, apiId: ApiId): PyMemAllocator =>
    debugEnabled ? new debugHooks.code.DebugAllocator(memory, inner, apiId, options) : inner;

  const malloc = new RawAllocator(cheap);
  const raw = hook(malloc, 'r');
  const pymalloc = new Pymalloc(memory, cheap, geometry, { raw, arena });
  const serves = (domain: 'mem' | 'obj'): PyMemAllocator =>
    pymallocEnabled && geometry.domains[domain] === 'pymalloc' ? pymalloc : malloc;
  return {
    name,
    raw,
    mem: hook(serves('mem'), 'm'),
    obj: hook(serves('obj'), 'o'),
    pymalloc,
    pymallocEnabled,
    debugEnabled,
  };
}

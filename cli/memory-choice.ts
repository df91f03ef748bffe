/** Which allocators a program gets: `--malloc`, else PYTHONMALLOC of the environment; `--geometry`. */
import {
  type AllocatorName,
  type HistoricalGeometryName,
  allocatorName,
  historicalGeometries,
  isHistoricalGeometry,
  profiles,
  type ProfileId,
} from '../engine/index.ts';
import { fail } from './fail.ts';
import { UNSUPPORTED_STATUS } from './program.ts';

export interface MemoryChoice {
  readonly malloc: AllocatorName;
  readonly geometry?: HistoricalGeometryName;
}

/** v3.13.0 Python/preconfig.c preconfig_init_allocator */
const UNKNOWN_ALLOCATOR =
  'Fatal Python error: preconfig_init_allocator: PYTHONMALLOC: unknown allocator\n' +
  'Python runtime state: preinitializing\n\n';

/** @returns the exit status when a value is refused; why has been said */
export function memoryChoice(
  options: ReadonlyMap<string, string>,
  profile: ProfileId,
): MemoryChoice | number {
  const asked = options.get('--malloc') ?? process.env['PYTHONMALLOC'] ?? '';
  const malloc = allocatorName(asked);
  if (malloc === null) return refused(asked, profile);
  const geometry = options.get('--geometry');
  if (geometry === undefined) return { malloc };
  if (isHistoricalGeometry(geometry)) return { malloc, geometry };
  const there = Object.keys(historicalGeometries).join(', ');
  return fail(`--geometry is one of ${there}, not ${geometry}`);
}

function refused(name: string, profile: ProfileId): number {
  const exists = profiles[profile].pymalloc.mimalloc && /^mimalloc(_debug)?$/.test(name);
  process.stderr.write(
    exists ? `pymemlab: not supported: PYTHONMALLOC=${name}\n` : UNKNOWN_ALLOCATOR,
  );
  return exists ? UNSUPPORTED_STATUS : 1;
}

/** Types that came after the release that is at hand. */
import { initFrozenDictType } from './frozendict.ts';
import { initLazyImportType } from './lazy-import.ts';
import type { Runtime } from './runtime.ts';
import { initSentinelType } from './sentinel.ts';

/** Readies them; at boot. */
export function initNewerTypes(rt: Runtime): void {
  initFrozenDictType(rt);
  initSentinelType(rt);
  initLazyImportType(rt);
}

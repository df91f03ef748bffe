/** collector/: finding and freeing reference cycles, and the checker of the whole machine. */
import { listNew } from '../objects/list.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { collectAll, collectDue, collectIfDue } from './collect.ts';

/** Connects the collector to the machine and makes gc.garbage and gc.callbacks. v3.13.0 _PyGC_Init */
export function installCollector(rt: Runtime): void {
  rt.hooks.collectIfDue = collectIfDue;
  rt.hooks.collect = collectDue;
  rt.hooks.collectAll = collectAll;
  if (rt.prepared) return;
  rt.setPtr(rt.state + STATE.gcGarbage, listNew(rt, 0));
  rt.setPtr(rt.state + STATE.gcCallbacks, listNew(rt, 0));
}

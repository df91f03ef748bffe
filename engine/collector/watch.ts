/** Telling who watches a collection: see objects/collection-events.ts. */
import type { Addr } from '../base/brand.ts';
import type { CollectionPhase } from '../objects/collection-events.ts';
import type { Runtime } from '../objects/runtime.ts';

/** Tells that a phase has ended. */
export function ended(
  rt: Runtime,
  phase: CollectionPhase,
  examined: Addr,
  unreachable: Addr,
  again = false,
): void {
  rt.hooks.collection?.({ kind: 'phase', phase, again, examined, unreachable });
}

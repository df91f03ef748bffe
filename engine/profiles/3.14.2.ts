import { profile314 } from './3.14.ts';
import type { Profile } from './capabilities.ts';
import { pymallocGeometries } from './pymalloc.ts';

/**
 * CPython 3.14.2: 3.14 with the incremental collector, which 3.14.5 took out again. The collector was
 * checked against a 3.14.2 for WebAssembly, sizes against 3.14.10. 3.14.1 to 3.14.4 work alike;
 * 3.14.0 counted objects when they were made, as 3.14.5 does again.
 */
export const profile3142: Profile = {
  ...profile314,
  id: '3.14.2',
  release: '3.14.2',
  pymalloc: pymallocGeometries['3.14.2'],
  collector: {
    ...profile314.collector,
    kind: 'incremental',
    countsTracked: true,
    thresholds: [2000, 10, 0],
  },
  listKeepsRoom: 0, // measured: FACTS 2, list capacity while popping
};

/**
 * `pymemlab pymalloc --python 3.13 --base-offset 0`: what the engine's pymalloc answers to a
 * sequence of requests, in the format of the recordings of real CPythons. The work is done in
 * engine/pymalloc/trace.ts.
 */

export {
  PymallocTraceError,
  pymallocTraceReleases,
  runPymallocTrace,
} from '../engine/pymalloc/index.ts';
export type { PymallocTraceOptions } from '../engine/pymalloc/index.ts';

/** Memory that runs out at one moment only: the request is refused, the next one is served. */
import type { ScriptRunner } from '../../engine/whole.ts';

type Machine = NonNullable<ScriptRunner['machine']>;

/**
 * Refuses request number `nth` from now on, counted from 1.
 * @returns ends it
 */
export function refuseRequest(machine: Machine, nth: number): () => void {
  const { rt } = machine;
  const { obj } = rt;
  let left = nth;
  const isServed = () => --left !== 0;
  rt.obj = {
    malloc: (bytes) => (isServed() ? obj.malloc(bytes) : 0),
    calloc: (count, bytes) => (isServed() ? obj.calloc(count, bytes) : 0),
    realloc: (p, bytes) => (isServed() ? obj.realloc(p, bytes) : 0),
    free: (p) => obj.free(p),
  };
  return () => {
    rt.obj = obj;
  };
}

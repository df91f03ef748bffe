/** Which object a question means: a number or a name, looked up at the step that stands. */
import type { Addr } from '../base/brand.ts';
import { looksAlive } from '../lenses/live-objects.ts';
import { frameNames } from '../lenses/names.ts';
import type { ObjectChoice } from '../lenses/object-ref.ts';
import type { Runtime } from '../objects/runtime.ts';
import type { Identities } from './identities.ts';

/** The address of the object that is meant; 0 when it is not there. The machine stands at `step`. */
export function chosenObject(
  rt: Runtime,
  identities: Identities,
  step: number,
  choice: ObjectChoice,
): Addr {
  const { object, name } = choice;
  if (object !== undefined) {
    const p = identities.addressOf(object, step);
    return p !== 0 && looksAlive(rt, p) ? p : 0;
  }
  return name === undefined ? 0 : namedObject(rt, name);
}

/** What a name leads to: in the running frame, else in those that called it, else globally. */
export function namedObject(rt: Runtime, name: string): Addr {
  for (const { names } of [...frameNames(rt)].reverse()) {
    const found = names.find(({ label }) => label === name);
    if (found !== undefined) return found.to;
  }
  return 0;
}

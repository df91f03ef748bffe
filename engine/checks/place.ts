/** From the words of a check to an address in memory. Reads only: the machine stays as it is. */
import type { Addr } from '../base/brand.ts';
import { frameNames } from '../lenses/names.ts';
import { referencesOf } from '../lenses/references.ts';
import { toOffset } from '../memory/index.ts';
import { intToBigInt, isInt } from '../objects/int-object.ts';
import { listSize } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { tupleSize } from '../objects/tuple.ts';
import type { Place } from './allocator-api.ts';

/** The address a global name stands for, 0 for none. */
export function addressOf(rt: Runtime, name: string): Addr {
  const [globals] = frameNames(rt);
  return globals?.names.find(({ label }) => label === name)?.to ?? 0;
}

/** Where a place is; 0 where there is none, -1 for an int that is no address of this machine. */
export function addressOfPlace(rt: Runtime, place: Place): Addr {
  if (typeof place === 'string') return follow(rt, place);
  const int = follow(rt, place.address);
  return int === 0 || !isInt(rt, int) ? 0 : toOffset(Number(intToBigInt(rt, int)));
}

/** A global name, then items and attributes: `box.cups[0]`. */
function follow(rt: Runtime, path: string): Addr {
  const [name = '', ...steps] = path.split(/(?=[[.])/);
  return steps.reduce((p, step) => (p === 0 ? 0 : stepTo(rt, p, step)), addressOf(rt, name));
}

function stepTo(rt: Runtime, p: Addr, step: string): Addr {
  const label = fromTheEnd(rt, p, step);
  const arrows = referencesOf(rt, p);
  const to = arrows.find((arrow) => arrow.label === label)?.to;
  if (to !== undefined || !step.startsWith('.')) return to ?? 0;
  // an instance whose attributes are in a dict of its own
  const dict = arrows.find((arrow) => rt.typeOf(arrow.to) === rt.types.dict)?.to ?? 0;
  return dict === 0 ? 0 : stepTo(rt, dict, `['${step.slice(1)}']`);
}

/** `[-1]` is the last item. */
function fromTheEnd(rt: Runtime, p: Addr, step: string): string {
  if (!step.startsWith('[-')) return step;
  const type = rt.typeOf(p);
  const size =
    type === rt.types.list ? listSize(rt, p) : type === rt.types.tuple ? tupleSize(rt, p) : 0;
  return `[${size + Number(step.slice(1, -1))}]`;
}

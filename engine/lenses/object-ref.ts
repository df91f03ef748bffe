/** How scenes name an object, and how they are asked for one. */
import type { Addr } from '../base/brand.ts';
import { toAddress } from '../memory/index.ts';
import type { Runtime } from '../objects/runtime.ts';
import { objectContent } from './block-content.ts';
import type { NumberOf } from './block-content.ts';
import { isType, typeName } from '../objects/type-object.ts';
import type { ObjectNumber } from './objects-scene.ts';

/** An object as every scene names it; `label(number, type)` is what readers call it. */
export interface ObjectRef {
  /** The same object has the same number in every scene of a run; 0 and below: none to show. */
  readonly number: ObjectNumber;
  readonly type: string;
  /** One line about it, cut at 40 characters. */
  readonly text: string;
  /** `0x7f3a00a01f40`, as `id` gives it. */
  readonly address: string;
}

/** Which object is meant: by its number, or by a name that leads to it at the step asked about. */
export interface ObjectChoice {
  readonly object?: ObjectNumber;
  /** A name of the running frame, else of the frames that called it, else a global one. */
  readonly name?: string;
}

/** Names the object at `p`. */
export function objectRef(rt: Runtime, p: Addr, numberOf: NumberOf): ObjectRef {
  const { number, type, text } = objectContent(rt, p, numberOf);
  const address = `0x${toAddress(p).toString(16)}`;
  return isType(rt, p)
    ? { number, type: 'type', text: typeName(rt, p), address }
    : { number, type, text, address };
}

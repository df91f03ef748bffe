/** How a lens's text calls an object. */
import { label, type ObjectRef } from '../engine/index.ts';

/** `list #1 [2 items]`; `generator #2` where a text would only say the type again. */
export function named({ number, type, text }: Pick<ObjectRef, 'number' | 'type' | 'text'>): string {
  const name = label(number, type);
  return text === '' || text === type ? name : `${name} ${text}`;
}

/** Its `ob_refcnt`, or that it keeps none. */
export function counted(refcount: number | null): string {
  return refcount === null ? 'immortal' : `references ${refcount}`;
}

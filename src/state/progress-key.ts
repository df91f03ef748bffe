/** The names of what can be done in the course: `exercise/let-go`. */

export type ProgressKind = 'exercise' | 'prediction' | 'chapter' | 'build';
export type ProgressKey = `${ProgressKind}/${string}`;

export const progressKey = (kind: ProgressKind, id: string): ProgressKey => `${kind}/${id}`;

export const HASH_BITS = 18;

/** FNV-1a of the UTF-8 bytes, folded to 18 bits. A test holds that no two keys of the course share one. */
export function keyHash(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash >>> HASH_BITS) ^ hash) & ((1 << HASH_BITS) - 1);
}

import type { PoolState, SceneBlock } from '../../../../engine/index.ts';
import type { Translate, WordKey } from '../../../i18n/words.ts';

export const UNTOUCHED = 0 satisfies PoolState;
export const EMPTY = 1 satisfies PoolState;
export const USED = 2 satisfies PoolState;
export const FULL = 3 satisfies PoolState;

const NAMES = ['untouched', 'empty', 'used', 'full'] as const;

/** Class of a pool's cell, and the key of its word. */
export const poolStateName = (state: PoolState) => NAMES[state];

export const poolStateWord = (t: Translate, state: PoolState): string =>
  t(`memory.${NAMES[state]}`);

/** How a block is drawn; each differs from the others in shape. */
export type BlockLook = 'mine' | 'object' | 'part' | 'kept' | 'unknown' | 'free' | 'untouched';

export function lookOf({ state, content }: SceneBlock): BlockLook {
  if (state !== 'used' || content === null) return state === 'free' ? 'free' : 'untouched';
  if (content.kind === 'kept' || content.kind === 'unknown') return content.kind;
  if (content.kind !== 'object') return 'part';
  return content.number > 0 ? 'mine' : 'object';
}

export const LOOK_WORDS: Readonly<Record<BlockLook, WordKey>> = {
  mine: 'memory.look.mine',
  object: 'memory.look.object',
  part: 'memory.look.part',
  kept: 'memory.look.kept',
  unknown: 'memory.look.unknown',
  free: 'memory.look.free',
  untouched: 'memory.look.untouched',
};

/** The collector of a few releases, in a part that is fetched when one of them runs. */
import { late, Part } from '../base/part.ts';

export const incrementalCollector = new Part<typeof import('./incremental.ts')>('incremental');
export const collectIncrementally = late(incrementalCollector, 'collectIncrementally');
export const freezeSpaces = late(incrementalCollector, 'freezeSpaces');

import { Part } from '../base/part.ts';

/** What lays two runs side by side. */
export const comparing = new Part<typeof import('../timeline/compare.ts')>('comparing');

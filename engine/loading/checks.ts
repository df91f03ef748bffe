import { Part } from '../base/part.ts';

/** What looks whether an exercise was solved. */
export const checks = new Part<typeof import('../checks/check.ts')>('checks');

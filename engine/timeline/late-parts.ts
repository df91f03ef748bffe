/** Parts of a run that few runs need. */
import { late, Part } from '../base/part.ts';

export const promptPart = new Part<typeof import('./inputs-code.ts')>('prompt');
export const splitStatements = late(promptPart, 'splitStatements');

/**
 * The door for a command that only runs programs: the machine, and no more of the rest than a small
 * program needs. What else one comes to is brought in the midst of its run (`lateCode`).
 */
export { lateCode } from './base/part.ts';
export { imageName } from './machine.ts';
export { bootImages } from './objects/boot-image.ts';
export type { BootImage } from './objects/boot-image.ts';
export { defaultProfile, isAtHand } from './profiles/at-hand.ts';
export type { ProfileId } from './profiles/capabilities.ts';
export type { Ending, Program, RunSummary } from './timeline/api.ts';
export { DEFAULT_LIMITS } from './timeline/program-run.ts';
export { runToEnd } from './timeline/to-end.ts';

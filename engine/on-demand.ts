/**
 * The door for hosts that fetch code when a program needs it: pages. Beside it, engine/index.ts is
 * the machine without that code, engine/whole.ts with all of it. It names what a worker needs and no
 * more: what a door passes on goes into the file that stands behind it.
 */
export { CodeNotLoaded, CodeUnavailable } from './base/errors.ts';
export { checks } from './loading/checks.ts';
export { comparing } from './loading/compare.ts';
export { fetchViewsAhead, loadCode, loadCodeNamed, missingCode } from './loading/load.ts';
export { defaultProfile } from './profiles/at-hand.ts';
export { ReadyRun } from './timeline/ready-run.ts';
export { Timeline } from './timeline/timeline.ts';

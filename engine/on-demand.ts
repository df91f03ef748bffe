/**
 * The door for hosts that fetch code when a program needs it: pages. Beside it, engine/index.ts is
 * the machine without that code, engine/whole.ts with all of it.
 */
export { CodeNotLoaded, CodeUnavailable } from './base/errors.ts';
export { checks } from './loading/checks.ts';
export { comparing } from './loading/compare.ts';
export { loadCode, loadCodeNamed, missingCode } from './loading/load.ts';

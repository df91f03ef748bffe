/**
 * The door for hosts that fetch library modules when a program needs them: pages and the command
 * line. Beside it, engine/index.ts is the machine without them, engine/whole.ts with all of them.
 */
export { ModuleNotLoaded, ModuleUnavailable } from './base/errors.ts';
export { hasModulesNamedIn, loadModule, loadModulesNamedIn } from './modules/loading.ts';
export { runToEndLoading, timelineLoading } from './timeline/run-loading.ts';

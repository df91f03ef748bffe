/** The engine with all its code at hand: for tests, tools and the site's build. */
import './loading/all.ts';
export * from './index.ts';
export { checkProgram } from './checks/check.ts';
export { ALL_MODULES } from './modules/index.ts';
export { ScriptRunner } from './timeline/script-runner.ts';

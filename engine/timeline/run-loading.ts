import { ModuleNotLoaded } from '../base/errors.ts';
import { loadModule, loadModulesNamedIn } from '../modules/loading.ts';
import type { Limits, Program, RunSummary } from './api.ts';
import { type RunOptions, runToEnd, Timeline } from './timeline.ts';

/**
 * `runToEnd`, with the library modules that the program imports fetched as they are needed. A run
 * that comes to a module which is not there is begun anew with it: it comes to the same place.
 * @throws ModuleUnavailable when a module cannot be fetched
 */
export function runToEndLoading(program: Program, options: RunOptions): Promise<RunSummary> {
  return withModules(program, () => runToEnd(program, options));
}

/** A timeline of a program that has run to its end, its modules fetched in the same way. */
export function timelineLoading(program: Program, limits: Partial<Limits>): Promise<Timeline> {
  return withModules(program, () => {
    const timeline = new Timeline(program, limits);
    timeline.advance();
    return timeline;
  });
}

async function withModules<T>(program: Program, run: () => T): Promise<T> {
  await loadModulesNamedIn(program.source);
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof ModuleNotLoaded)) throw error;
      await loadModule(error.module);
    }
  }
}

import { ModuleNotLoaded } from '../base/errors.ts';
import { loadModule, loadModulesNamedIn } from '../modules/loading.ts';
import type { Program, RunSummary } from './api.ts';
import { type RunOptions, runToEnd } from './timeline.ts';

/**
 * `runToEnd`, with the library modules that the program imports fetched as they are needed. A run
 * that comes to a module which is not there is begun anew with it: it comes to the same place.
 * @throws ModuleUnavailable when a module cannot be fetched
 */
export async function runToEndLoading(program: Program, options: RunOptions): Promise<RunSummary> {
  await loadModulesNamedIn(program.source);
  for (;;) {
    try {
      return runToEnd(program, options);
    } catch (error) {
      if (!(error instanceof ModuleNotLoaded)) throw error;
      await loadModule(error.module);
    }
  }
}

import { CodeNotLoaded } from '../base/errors.ts';
import type { Limits, Program, RunSummary } from '../timeline/api.ts';
import { type RunOptions, runToEnd, Timeline } from '../timeline/timeline.ts';
import { loadCode, loadCodeNamed, missingCode } from './load.ts';

/**
 * `runToEnd`, with code that the program needs fetched when it does. A run that comes to code which is
 * not there is begun anew with it: it comes to the same place.
 * @throws CodeUnavailable when something cannot be fetched
 */
export function runToEndLoading(program: Program, options: RunOptions): Promise<RunSummary> {
  return withCode(program, () => runToEnd(program, options));
}

/** A timeline of a program that has run to its end, its code fetched in the same way. */
export function timelineLoading(program: Program, limits: Partial<Limits>): Promise<Timeline> {
  return withCode(program, () => {
    const timeline = new Timeline(program, limits);
    timeline.advance();
    return timeline;
  });
}

/** Calls `run` again with what it came to, until it comes to nothing more. */
export async function withCode<T>(program: Program, run: () => T): Promise<T> {
  await loadCode(missingCode(program));
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof CodeNotLoaded)) throw error;
      await loadCodeNamed(error.code);
    }
  }
}

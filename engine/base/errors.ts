/**
 * The errors of the engine itself. None of them is a Python exception: those are objects in the
 * machine's memory. These three end a run from outside, and whoever drives the machine tells the
 * user which of the three it was.
 */

/** Our bug: an invariant of the engine does not hold. Never the fault of the program being run. */
export class EngineFault extends Error {
  override readonly name = 'EngineFault';
}

/** Which limit of the machine a run came to. */
export type LimitName = 'instructions' | 'steps' | 'memory' | 'output' | 'recursion' | 'time';

/**
 * The run came to a limit that its owner set. The program may be fine; it asked for more than this
 * machine gives.
 */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
  readonly limit: LimitName;
  /** The value of the limit, in its own unit (instructions, bytes, characters, frames). */
  readonly value: number;

  constructor(limit: LimitName, value: number, message?: string) {
    super(message ?? `the limit of ${value} (${limit}) was reached`);
    this.limit = limit;
    this.value = value;
  }
}

/** Valid Python that this machine does not implement. Says what and where, never approximates. */
export class UnsupportedFeature extends Error {
  override readonly name = 'UnsupportedFeature';
  readonly feature: string;
  /** 1-based line, 0 when there is no place in the source. */
  readonly lineno: number;
  /** 0-based column in characters. */
  readonly column: number;

  constructor(feature: string, lineno = 0, column = 0) {
    super(`${feature} is not supported by this machine` + (lineno > 0 ? ` (line ${lineno})` : ''));
    this.feature = feature;
    this.lineno = lineno;
    this.column = column;
  }
}

/** Throws `EngineFault` unless the condition holds. Not for hot code. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new EngineFault(message);
}

/**
 * A program imports a library module whose code is still to be fetched. Whoever drives the machine
 * fetches it and runs the program anew; it is no error of anybody.
 */
export class ModuleNotLoaded extends Error {
  override readonly name = 'ModuleNotLoaded';
  readonly module: string;

  constructor(module: string) {
    super(`the code of module '${module}' was not loaded before the run`);
    this.module = module;
  }
}

/** The code of a library module cannot be fetched: no network, or the site has changed. */
export class ModuleUnavailable extends Error {
  override readonly name = 'ModuleUnavailable';
  readonly module: string;

  constructor(module: string, cause: unknown) {
    super(`the code of module '${module}' could not be loaded`, { cause });
    this.module = module;
  }
}

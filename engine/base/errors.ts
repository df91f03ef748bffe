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
 * A program needs code of the engine that is still to be fetched: a library module that it imports, a
 * part that few programs need. Whoever drives the machine fetches it and runs the program anew.
 */
export class CodeNotLoaded extends Error {
  override readonly name = 'CodeNotLoaded';
  /** Which: the name of a chunk of library modules or of a `Part`. */
  readonly code: string;

  constructor(code: string) {
    super(`the engine's code for '${code}' was not loaded before the run`);
    this.code = code;
  }
}

/** Code of the engine cannot be fetched: no network, or the site has changed. */
export class CodeUnavailable extends Error {
  override readonly name = 'CodeUnavailable';
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(`the engine's code for '${code}' could not be loaded`, { cause });
    this.code = code;
  }
}

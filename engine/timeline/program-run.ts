/**
 * One run of a program on a machine of its own: from load to exit, with its limits and its output.
 *
 * `advance` may be called again and again until it gives an Ending; between two calls the machine
 * stands between two lines (or at the check of a loop), and everything about it is in its buffer.
 */
import { CodeNotLoaded, EngineFault, LimitReached, UnsupportedFeature } from '../base/errors.ts';
import { Machine, type MachineOptions, type Outcome, type Snapshot } from '../machine.ts';
import { MemoryCorruption } from '../pymalloc/index.ts';
import type { Ending, Limits, OutputPiece, Program, PromptInput } from './api.ts';
import { type Input, inputsOf } from './inputs.ts';

/** What a learner's program does not meet by accident. */
export const DEFAULT_LIMITS: Limits = {
  // two million lines run in a second or two
  steps: 2_000_000,
  memory: 64 * 1024 * 1024,
  output: 1_000_000,
  instructions: 8_000_000,
  checkpoints: 128 * 1024 * 1024,
};

/** The limits of a run; who asks for more steps gets as many more instructions. */
export function withDefaults(limits: Partial<Limits>): Limits {
  const all = { ...DEFAULT_LIMITS, ...limits };
  return { ...all, instructions: limits.instructions ?? 4 * all.steps };
}

/** Thrown to leave native code at a step that is asked for. */
export class StepReached extends Error {}

export class ProgramRun {
  readonly machine: Machine;
  readonly output: OutputPiece[] = [];
  readonly prompts: PromptInput[] = [];
  /** Whether output is noted; replays are silent. */
  recording = true;
  /** Characters that replays have written since somebody set it. */
  replayed = 0;
  private inputs: readonly Input[];
  private readonly limits: Limits;
  private next = 0;
  private written = 0;
  /** The process is gone: there is nothing to finish. */
  private aborted = false;

  constructor(
    program: Program,
    limits: Limits,
    stepped: boolean,
    serves: MachineOptions['serves'] = 'one',
  ) {
    this.limits = limits;
    this.inputs = inputsOf(program);
    this.machine = new Machine({
      profile: program.profile,
      filename: program.filename,
      stepped,
      memory: limits.memory,
      maxChecks: limits.instructions,
      finder: program.finder,
      startChild: program.startChild,
      serves,
      malloc: program.malloc,
      geometry: program.geometry,
      write: (stream, text) => this.write(stream, text),
    });
  }

  /** Makes ready for a program of another place, on the machine as it is after boot. */
  bootFor(program: Program): void {
    this.machine.bootFor(program);
    this.begin(program);
  }

  /** Makes ready for another program of the same place, on the machine as it was when copied. */
  startOver(program: Program, booted: Snapshot): void {
    this.machine.startOver(booted);
    this.begin(program);
  }

  private begin(program: Program): void {
    this.inputs = inputsOf(program);
    this.output.length = 0;
    this.prompts.length = 0;
    this.next = 0;
    this.written = 0;
    this.aborted = false;
  }

  /** Index of the input that runs, for checkpoints. */
  get position(): number {
    return this.next;
  }

  set position(index: number) {
    this.next = index;
  }

  /** Lines before the input that runs: a prompt's inputs count their own lines. */
  get lineOffset(): number {
    return this.inputs[this.next - 1]?.firstLine ?? 0;
  }

  private write(stream: 'stdout' | 'stderr', text: string): void {
    if (!this.recording) this.replayed += text.length;
    if (!this.recording || text === '') return;
    this.written += text.length;
    const step = this.machine.steps;
    const piece = { step, stream, text, ...this.atPrompt() };
    const last = this.output[this.output.length - 1];
    if (last?.step === step && last.stream === stream && last.input === this.atPrompt().input) {
      this.output[this.output.length - 1] = { ...piece, text: last.text + text };
    } else this.output.push(piece);
    if (this.written > this.limits.output) throw new LimitReached('output', this.limits.output);
  }

  private atPrompt(): { readonly input?: number } {
    return this.inputs[0]?.mode === 'single' ? { input: this.next - 1 } : {};
  }

  /**
   * Runs on until the stepper pauses (null) or the program has ended.
   * @throws StepReached when the stepper left native code that way
   * @throws CodeNotLoaded when code of the engine is to be fetched first
   */
  advance(): Ending | null {
    try {
      return this.advanceUnguarded();
    } catch (error) {
      return this.endingOf(error, false);
    }
  }

  private advanceUnguarded(): Ending | null {
    for (;;) {
      if (!this.machine.isLoaded) {
        const ending = this.loadNext();
        if (ending !== null) return ending;
        if (!this.machine.isLoaded) continue;
      }
      const outcome = this.machine.resume();
      const ending = this.afterOutcome(outcome);
      if (ending !== undefined) return ending;
    }
  }

  /** @returns undefined to go on with the next input */
  private afterOutcome(outcome: Outcome): Ending | null | undefined {
    if (outcome.kind === 'paused') return null;
    if (outcome.kind === 'raised' && (outcome.isExit || this.inputs[0]?.mode === 'exec')) {
      return { kind: 'exit', code: outcome.exit };
    }
    return undefined;
  }

  /** Loads the next input; the ending when there is none, or when a script does not compile. */
  private loadNext(): Ending | null {
    const input = this.inputs[this.next];
    if (input === undefined) return { kind: 'exit', code: 0 };
    this.next++;
    if (input.mode === 'single' && this.recording) {
      const lines = input.source.trimEnd().split('\n').length;
      const step = this.machine.steps + 1;
      this.prompts[this.next - 1] = { line: input.firstLine + 1, lines, step };
    }
    const { source, filename, mode, codeFile } = input;
    const ok = this.machine.load(source, filename, mode, codeFile);
    return ok || input.mode === 'single' ? null : { kind: 'exit', code: 1 };
  }

  /** A fault when the machine is not sound; null when it is. */
  check(): Ending | null {
    const faults = this.machine.check();
    return faults.length === 0 ? null : { kind: 'fault', message: faults.join('; ') };
  }

  /** The interpreter's exit, with what destructors still print. */
  finish(): Ending | null {
    if (this.aborted) return null;
    try {
      this.machine.finalize();
      return null;
    } catch (error) {
      return this.endingOf(error, true);
    }
  }

  private endingOf(error: unknown, finalizing: boolean): Ending {
    if (!(error instanceof MemoryCorruption)) return endingOf(error);
    this.aborted = true;
    return { kind: 'exit', code: this.machine.abort(error, finalizing) };
  }
}

/** What an error of the engine means for the run; those that are no ending are thrown on. */
function endingOf(error: unknown): Ending {
  if (error instanceof StepReached || error instanceof CodeNotLoaded) throw error;
  if (error instanceof LimitReached) {
    const { limit, value, message } = error;
    return { kind: 'limit', limit, value, message };
  }
  if (error instanceof UnsupportedFeature) {
    const { feature, lineno: line, column, message } = error;
    return { kind: 'unsupported', feature, line, column, message };
  }
  if (error instanceof EngineFault) return { kind: 'fault', message: error.message };
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'fault', message: text };
}

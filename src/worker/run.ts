import type {
  Check,
  CheckOutcome,
  LensName,
  LensQuestion,
  Lenses,
  Limits,
  OutputPiece,
  Program,
  RunComparison,
  RunSummary,
  StepView,
  ViewOptions,
} from '../../engine/index.ts';
import type { Reply, Request } from './protocol.ts';

/** Why a check has no outcome: its code could not be fetched, or the run was given up. */
export type NotChecked = 'unavailable' | 'given-up';

/** What a playground hears of its run. */
export interface RunEvents {
  progress(steps: number, output: readonly OutputPiece[]): void;
  ended(summary: RunSummary): void;
  fault(message: string): void;
  /** Code of the engine that the run needs could not be fetched. */
  unavailable(code: string): void;
}

/** Where a run sends its requests; the pool behind it decides which worker gets them. */
export interface Wire {
  /** A number for a run that no reply on its way can carry. */
  nextNumber(run: EngineRun): number;
  send(request: Request): void;
  /** The worker did not answer: end it, with everything that it held. */
  abandonWorker(): void;
}

type Question =
  | {
      readonly type: 'view';
      readonly step: number;
      readonly options: ViewOptions;
      readonly resolve: (view: StepView) => void;
    }
  | {
      readonly type: 'lens';
      readonly step: number;
      readonly event: number | null;
      readonly question: LensQuestion;
      readonly resolve: (scene: Lenses[LensName]['scene']) => void;
    }
  | {
      readonly type: 'check';
      readonly checks: readonly Check[];
      readonly resolve: (outcomes: readonly CheckOutcome[] | NotChecked) => void;
    }
  | {
      readonly type: 'compare';
      readonly other: EngineRun;
      readonly resolve: (comparison: RunComparison | null) => void;
    };

/** A worker that runs in slices answers long before this. */
export const STOP_PATIENCE_MS = 80;

/** A run that has lost so many workers is likely the reason. */
const MOST_RESTARTS = 3;

/**
 * One run of one program. It outlives its worker: when that is lost, what is known stays, and a
 * question about a step makes the program run again. The engine is deterministic, so the answer is
 * the same.
 */
export class EngineRun {
  readonly program: Program;
  readonly #wire: Wire;
  readonly #events: RunEvents;
  readonly #questions = new Map<number, Question>();
  readonly #output: OutputPiece[] = [];
  #limits: Partial<Limits>;
  #number = 0;
  #lastAsk = 0;
  #steps = 0;
  #told = false;
  #orphanings = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(wire: Wire, program: Program, limits: Partial<Limits>, events: RunEvents) {
    this.#wire = wire;
    this.program = program;
    this.#limits = limits;
    this.#events = events;
    this.#start();
  }

  get running(): boolean {
    return !this.#told;
  }

  #start(): void {
    this.#number = this.#wire.nextNumber(this);
    this.#wire.send({
      type: 'run',
      run: this.#number,
      program: this.program,
      limits: this.#limits,
    });
  }

  stop(): void {
    if (this.#told || this.#patience !== undefined) return;
    this.#wire.send({ type: 'stop', run: this.#number });
    this.#patience = setTimeout(() => this.#stopHard(), STOP_PATIENCE_MS);
  }

  #stopHard(): void {
    const steps = Math.max(0, this.#steps - 1);
    // Should the reader step through it later, it must not come to the line that hung.
    this.#limits = { ...this.#limits, steps: Math.max(1, steps) };
    this.#number = 0;
    this.#end({
      ending: { kind: 'stopped' },
      steps,
      lines: new Int32Array(0),
      output: this.#output.filter((piece) => piece.step <= steps),
      prompts: [],
      problems: [],
    });
    this.#wire.abandonWorker();
  }

  view(step: number, options: ViewOptions = {}): Promise<StepView> {
    return new Promise((resolve) => this.#ask({ type: 'view', step, options, resolve }));
  }

  /** A step, or an event on the way to it, as another lens shows it. */
  lens<Name extends LensName>(
    lens: Name,
    step: number,
    options: Lenses[Name]['options'],
    event: number | null = null,
  ): Promise<Lenses[Name]['scene']> {
    const question = { lens, options } as LensQuestion;
    return new Promise((resolve) => this.#ask({ type: 'lens', step, event, question, resolve }));
  }

  check(checks: readonly Check[]): Promise<readonly CheckOutcome[] | NotChecked> {
    return new Promise((resolve) => this.#ask({ type: 'check', checks, resolve }));
  }

  /**
   * This run beside another. Null when the worker holds the other no longer: whoever asks for a view
   * of it brings it back.
   */
  compare(other: EngineRun): Promise<RunComparison | null> {
    return new Promise((resolve) => this.#ask({ type: 'compare', other, resolve }));
  }

  dispose(): void {
    clearTimeout(this.#patience);
    this.#dropQuestions();
    if (this.#number === 0) return;
    if (!this.#told) this.#wire.send({ type: 'stop', run: this.#number });
    this.#wire.send({ type: 'forget', run: this.#number });
    this.#number = 0;
    this.#told = true;
  }

  #ask(question: Question): void {
    this.#lastAsk += 1;
    this.#questions.set(this.#lastAsk, question);
    if (this.#number === 0) this.#start();
    else this.#sendQuestion(this.#lastAsk, question);
  }

  #sendQuestion(ask: number, question: Question): void {
    const run = this.#number;
    if (question.type === 'view') {
      const { step, options } = question;
      this.#wire.send({ type: 'view', run, ask, step, options });
    } else if (question.type === 'lens') {
      const { step, event } = question;
      this.#wire.send({ type: 'lens', run, ask, step, event, question: question.question });
    } else if (question.type === 'compare') {
      this.#wire.send({ type: 'compare', run, ask, other: question.other.#number });
    } else this.#wire.send({ type: 'check', run, ask, checks: question.checks });
  }

  #sendQuestions(): void {
    for (const [ask, question] of this.#questions) this.#sendQuestion(ask, question);
  }

  hear(reply: Reply): void {
    if (reply.run !== this.#number) return;
    switch (reply.type) {
      case 'progress':
        return this.#onProgress(reply.steps, reply.output);
      case 'ended':
        return this.#onEnded(reply.summary);
      case 'view':
      case 'lens':
      case 'checked':
      case 'compared':
        return this.#answer(reply);
      case 'gone':
        return this.#start();
      case 'unavailable':
        return reply.ask === undefined
          ? this.#unavailable(reply.code)
          : this.#uncheckable(reply.ask);
      case 'fault':
        return this.fail(reply.message);
    }
  }

  #onProgress(steps: number, output: readonly OutputPiece[]): void {
    if (this.#told) return;
    this.#steps = steps;
    this.#output.push(...output);
    this.#events.progress(steps, output);
  }

  #onEnded(summary: RunSummary): void {
    if (this.#told) return this.#sendQuestions();
    this.#end(summary);
  }

  #end(summary: RunSummary): void {
    clearTimeout(this.#patience);
    if (this.#told) return;
    this.#told = true;
    this.#events.ended(summary);
  }

  #answer(reply: Reply & { type: 'view' | 'lens' | 'checked' | 'compared' }): void {
    const question = this.#questions.get(reply.ask);
    this.#questions.delete(reply.ask);
    if (reply.type === 'view' && question?.type === 'view') question.resolve(reply.view);
    if (reply.type === 'lens' && question?.type === 'lens') question.resolve(reply.scene);
    if (reply.type === 'checked' && question?.type === 'check') question.resolve(reply.outcomes);
    if (reply.type === 'compared' && question?.type === 'compare')
      question.resolve(reply.comparison);
  }

  /** The engine failed at this run. */
  fail(message: string): void {
    this.#giveUp();
    this.#events.fault(message);
  }

  /** A worker may remember that a file was not to be had: the next run gets another one. */
  #unavailable(code: string): void {
    this.#giveUp();
    this.#wire.abandonWorker();
    this.#events.unavailable(code);
  }

  /** The same, for what only a check needs: the run is whole, and its other questions are asked anew. */
  #uncheckable(ask: number): void {
    const question = this.#questions.get(ask);
    this.#questions.delete(ask);
    this.#number = 0;
    this.#wire.abandonWorker();
    if (question?.type === 'check') question.resolve('unavailable');
    if (this.#number === 0 && this.#questions.size > 0) this.#start();
  }

  #giveUp(): void {
    clearTimeout(this.#patience);
    this.#number = 0;
    this.#told = true;
    this.#dropQuestions();
  }

  /** Who shows a step shows another; who waits for a check is told that none comes. */
  #dropQuestions(): void {
    const dropped = [...this.#questions.values()];
    this.#questions.clear();
    for (const question of dropped) if (question.type === 'check') question.resolve('given-up');
  }

  /** Its worker is gone, through no fault of this run. */
  orphaned(): void {
    const mustGoOn = this.#number !== 0 && (!this.#told || this.#questions.size > 0);
    this.#number = 0;
    if (!mustGoOn) return;
    this.#orphanings += 1;
    if (this.#orphanings > MOST_RESTARTS) this.fail('the worker stopped again and again');
    else this.#start();
  }
}

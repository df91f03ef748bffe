/**
 * The worker's side, without the worker: takes requests, runs programs in slices, sends replies.
 *
 * Between two slices it gives the thread back, so that a `stop` that has arrived is seen. No shared
 * memory and no cross-origin isolation are needed for that.
 */
import type { Limits, Program } from '../../engine/index.ts';
import {
  CodeNotLoaded,
  CodeUnavailable,
  checks,
  comparing,
  defaultProfile,
  fetchViewsAhead,
  loadCode,
  loadCodeNamed,
  missingCode,
  ReadyRun,
  Timeline,
} from '../../engine/on-demand.ts';
import type { Reply, Request } from './protocol.ts';

/** Well under the 80 ms that the page waits for an answer to `stop`. */
const SLICE_MS = 12;
/** How often a long run tells how far it is. */
const PROGRESS_MS = 80;
/** Timelines kept, with their checkpoints: one for each playground that is likely in use. */
const KEPT = 4;

interface Job {
  readonly program: Program;
  readonly limits: Partial<Limits>;
  /** Made anew when the run came to code that had to be fetched first. */
  timeline: Timeline;
  ended: boolean;
  told: number;
  lastProgress: number;
}

export interface HostOptions {
  readonly send: (reply: Reply) => void;
  /** Calls back as soon as messages that wait have been handled. */
  readonly later: (task: () => void) => void;
  readonly now: () => number;
}

export class EngineHost {
  readonly #jobs = new Map<number, Job>();
  readonly #options: HostOptions;
  #asked = false;
  /** For the first run. */
  #ready: ReadyRun | null = null;

  constructor(options: HostOptions) {
    this.#options = options;
  }

  handle(request: Request): void {
    try {
      this.#handle(request);
    } catch (error) {
      if (error instanceof CodeNotLoaded) void this.#handleWith(error.code, request);
      else this.#fault(request.run, error);
    }
  }

  /** Handles a request, once more, when the code has been fetched that it came to. */
  async #handleWith(code: string, request: Request): Promise<void> {
    try {
      await loadCodeNamed(code);
    } catch (error) {
      return this.#fault(request.run, error, request.type === 'check' ? request.ask : undefined);
    }
    this.handle(request);
  }

  /**
   * Boots a machine for the first run before it is asked for, and then, while nobody asks, runs and shows a
   * program for nothing: a first time takes the browser several times as long as the next. After
   * each piece of it a request that has come meanwhile is handled first.
   */
  rehearse(): void {
    const program = {
      source: 'pass',
      filename: '',
      profile: defaultProfile,
      mode: 'script',
    } as const;
    const boot = (): void => {
      this.#ready = new ReadyRun(defaultProfile);
      this.#rehearse(run);
    };
    const run = (): void => {
      const timeline = new Timeline(program);
      timeline.advance(() => false);
      void loadCode(['views']).then(
        () => this.#rehearse(() => timeline.view(1)),
        () => {},
      );
    };
    this.#rehearse(boot);
  }

  /** A piece of the rehearsal, unless the engine has been asked for something. */
  #rehearse(piece: () => void): void {
    this.#options.later(() => {
      if (this.#asked) return;
      try {
        piece();
      } catch {
        // A fault will show itself in the first run that is asked for, and is told there.
      }
    });
  }

  #handle(request: Request): void {
    this.#asked = true;
    switch (request.type) {
      case 'run':
        return this.#run(request);
      case 'stop':
        return this.#stop(request.run);
      case 'view':
        return this.#view(request);
      case 'lens':
        return this.#lens(request);
      case 'check':
        return this.#check(request);
      case 'compare':
        return this.#compare(request);
      case 'forget':
        this.#jobs.delete(request.run);
    }
  }

  #run({ run, program, limits }: Request & { type: 'run' }): void {
    // Once, even should the run come to code that has to be fetched first.
    const ready = this.#ready;
    this.#ready = null;
    const timeline = new Timeline(program, limits, this.#options.now, ready);
    const lastProgress = this.#options.now();
    const job: Job = { program, limits, timeline, ended: false, told: 0, lastProgress };
    this.#jobs.set(run, job);
    this.#forgetOldest();
    fetchViewsAhead();
    const missing = missingCode(program);
    if (missing.length === 0) this.#slice(run, job);
    else void this.#runWith(loadCode(missing), run, job);
  }

  /** Runs when code that was missing has been fetched. */
  async #runWith(loading: Promise<void>, run: number, job: Job): Promise<void> {
    try {
      await loading;
      if (!this.#isAtWork(run, job)) return;
      this.#slice(run, job);
    } catch (error) {
      if (this.#isAtWork(run, job)) this.#fault(run, error);
    }
  }

  #isAtWork(run: number, job: Job): boolean {
    return !job.ended && this.#jobs.get(run) === job;
  }

  #forgetOldest(): void {
    for (const [run, job] of this.#jobs) {
      if (this.#jobs.size <= KEPT) return;
      if (job.ended) this.#jobs.delete(run);
    }
  }

  #slice(run: number, job: Job): void {
    const until = this.#options.now() + SLICE_MS;
    try {
      if (job.timeline.advance(() => this.#options.now() >= until)) return this.#end(run, job);
    } catch (error) {
      if (!(error instanceof CodeNotLoaded)) throw error;
      // From the start again: the machine is deterministic and comes to the same place.
      job.timeline = new Timeline(job.program, job.limits, this.#options.now);
      void this.#runWith(loadCodeNamed(error.code), run, job);
      return;
    }
    this.#tellProgress(run, job);
    this.#options.later(() => {
      if (!this.#isAtWork(run, job)) return;
      try {
        this.#slice(run, job);
      } catch (error) {
        this.#fault(run, error);
      }
    });
  }

  #tellProgress(run: number, job: Job): void {
    const now = this.#options.now();
    if (now - job.lastProgress < PROGRESS_MS) return;
    job.lastProgress = now;
    const fresh = job.timeline.outputSince(job.told);
    job.told += fresh.length;
    this.#options.send({ type: 'progress', run, steps: job.timeline.steps, output: fresh });
  }

  #end(run: number, job: Job): void {
    job.ended = true;
    this.#options.send({ type: 'ended', run, summary: job.timeline.summary() });
  }

  #stop(run: number): void {
    const job = this.#jobs.get(run);
    if (!job || job.ended) return;
    job.timeline.stop();
    this.#end(run, job);
  }

  #view({ run, ask, step, options }: Request & { type: 'view' }): void {
    const job = this.#jobs.get(run);
    if (!job) return this.#options.send({ type: 'gone', run, ask });
    this.#touch(run, job);
    this.#options.send({ type: 'view', run, ask, view: job.timeline.view(step, options) });
  }

  #lens({ run, ask, step, event, question }: Request & { type: 'lens' }): void {
    const job = this.#jobs.get(run);
    if (!job) return this.#options.send({ type: 'gone', run, ask });
    this.#touch(run, job);
    const scene = job.timeline.lens(question.lens, step, question.options, event);
    this.#options.send({ type: 'lens', run, ask, scene });
  }

  #check({ run, ask, checks: wanted }: Request & { type: 'check' }): void {
    const job = this.#jobs.get(run);
    if (!job) return this.#options.send({ type: 'gone', run, ask });
    this.#touch(run, job);
    this.#options.send({
      type: 'checked',
      run,
      ask,
      outcomes: checks.code.checkProgram(wanted, job.timeline),
    });
  }

  #compare({ run, ask, other }: Request & { type: 'compare' }): void {
    const job = this.#jobs.get(run);
    const beside = this.#jobs.get(other);
    if (!job) return this.#options.send({ type: 'gone', run, ask });
    const comparison =
      job.ended && beside?.ended ? comparing.code.compareRuns(job.timeline, beside.timeline) : null;
    this.#options.send({ type: 'compared', run, ask, comparison });
  }

  /** A Map keeps the order of insertion: the first is the one not asked about for longest. */
  #touch(run: number, job: Job): void {
    this.#jobs.delete(run);
    this.#jobs.set(run, job);
  }

  /** @param ask the check that came to the error, when the run itself is whole */
  #fault(run: number, error: unknown, ask?: number): void {
    this.#jobs.delete(run);
    if (error instanceof CodeUnavailable) {
      const { code } = error;
      const about = ask === undefined ? {} : { ask };
      return this.#options.send({ type: 'unavailable', run, code, ...about });
    }
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.#options.send({ type: 'fault', run, message });
  }
}

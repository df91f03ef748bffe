/** The same program under another release, step by step beside ours. */
import { signal } from '@preact/signals';
import type { OutputPiece, ProfileId, RunComparison, StepView } from '../../../../engine/index.ts';
import type { Engine } from '../../../worker/page-engine.ts';
import type { EngineRun } from '../../../worker/run.ts';

export class Comparison {
  readonly profile: ProfileId;
  /** Null while the other run is at work. */
  readonly result = signal<RunComparison | null>(null);
  readonly output = signal<readonly OutputPiece[]>([]);
  readonly fault = signal('');
  readonly #other: EngineRun;

  constructor(engine: Engine, run: EngineRun, profile: ProfileId) {
    this.profile = profile;
    const failed = (message: string) => {
      this.fault.value = message;
    };
    this.#other = engine.start(
      { ...run.program, profile },
      {},
      {
        progress: () => {},
        ended: ({ output }) => {
          this.output.value = output;
          void this.#compare(run);
        },
        fault: failed,
        unavailable: failed,
      },
    );
  }

  async #compare(run: EngineRun): Promise<void> {
    this.result.value = await run.compare(this.#other);
    if (this.result.value) return;
    // The worker has let go of it since: a look at it brings it back.
    await this.#other.view(1);
    this.result.value = await run.compare(this.#other);
  }

  /** The other run's step for one of ours; null where its line did not run there. */
  stepFor(step: number): number | null {
    return this.result.value?.steps.find(({ a }) => a === step)?.b ?? null;
  }

  view(step: number): Promise<StepView> {
    return this.#other.view(step);
  }

  dispose(): void {
    this.#other.dispose();
  }
}

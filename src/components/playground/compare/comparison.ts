/** The same program under another release, step by step beside ours. */
import { signal } from '@preact/signals';
import type { Program, ProfileId, RunSummary, StepView } from '../../../../engine/index.ts';
import type { EngineRun } from '../../../worker/run.ts';
import type { Engine } from '../../../worker/page-engine.ts';
import { type StepMap, align } from './align.ts';

export class Comparison {
  readonly profile: ProfileId;
  /** Null while the other run is at work. */
  readonly summary = signal<RunSummary | null>(null);
  readonly fault = signal('');
  readonly #run: EngineRun;
  #map: StepMap = [];

  /** @param lines lines of our steps */
  constructor(engine: Engine, program: Program, profile: ProfileId, lines: Int32Array) {
    this.profile = profile;
    const failed = (message: string) => {
      this.fault.value = message;
    };
    this.#run = engine.start(
      { ...program, profile },
      {},
      {
        progress: () => {},
        ended: (summary) => {
          this.#map = align([...lines], [...summary.lines]);
          this.summary.value = summary;
        },
        fault: failed,
        unavailable: failed,
      },
    );
  }

  /** The other run's step for one of ours; null where its line did not run there. */
  stepFor(step: number): number | null {
    return this.#map[step - 1] ?? null;
  }

  view(step: number): Promise<StepView> {
    return this.#run.view(step);
  }

  dispose(): void {
    this.#run.dispose();
  }
}

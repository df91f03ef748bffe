/** The state of a task: the text, its last run, the step that is looked at. */
import { type Signal, signal } from '@preact/signals';
import type { Problem } from '../../../engine/index.ts';
import type { Departure, Report, TaskId } from '../../construct/report.ts';
import type { Scene } from '../../construct/run-task.ts';
import { Sandbox } from '../../construct/sandbox.ts';
import { strip } from '../../construct/strip.ts';
import type { TaskBody } from '../../construct/task-files.ts';
import { loadText, saveText } from '../../state/texts.ts';
import { markDone } from '../../state/progress.ts';
import { type Zoom, OVERVIEW } from '../lenses/memory/zoom.ts';

export type Phase = 'idle' | 'running' | 'stopped' | 'limit' | 'unavailable';

export class ConstructModel {
  readonly text: Signal<string>;
  readonly phase = signal<Phase>('idle');
  readonly report = signal<Report | null>(null);
  /** Code that is no TypeScript. */
  readonly syntax = signal('');
  readonly problems = signal<readonly Problem[]>([]);
  /** Whether the text is another than what ran. */
  readonly stale = signal(false);
  readonly step = signal(0);
  readonly scene = signal<Scene | null>(null);
  readonly zoom = signal<Zoom>(OVERVIEW);
  private sandbox: Sandbox | null = null;
  /** What a run that was stopped still brings is not taken. */
  private runs = 0;
  private readonly id: TaskId;
  private readonly source: string;
  private readonly getBody: () => Promise<TaskBody>;

  constructor(id: TaskId, source: string, getBody: () => Promise<TaskBody>) {
    this.id = id;
    this.source = source;
    this.getBody = getBody;
    this.text = signal(source);
  }

  get key(): string {
    return `build-${this.id}`;
  }

  restore(): void {
    const kept = loadText(this.key);
    if (kept !== null) this.text.value = kept;
  }

  edit(text: string): void {
    this.text.value = text;
    this.stale.value = this.report.value !== null;
    saveText(this.key, text, this.source);
  }

  reset(): void {
    this.edit(this.source);
  }

  attach(host: HTMLElement, base: string): void {
    this.sandbox = new Sandbox(host, base);
  }

  dispose(): void {
    this.sandbox?.dispose();
  }

  stop(): void {
    this.runs += 1;
    this.phase.value = 'stopped';
    this.sandbox?.stop();
  }

  async run(): Promise<void> {
    if (!this.sandbox || this.phase.value === 'running') return;
    this.report.value = null;
    this.scene.value = null;
    this.stale.value = false;
    const stripped = strip(this.text.value);
    this.syntax.value = stripped.ok ? '' : stripped.message;
    if (!stripped.ok) {
      this.phase.value = 'idle';
      return;
    }
    this.phase.value = 'running';
    this.runs += 1;
    const number = this.runs;
    const body = await this.getBody().catch(() => null);
    // Stopped while the task's data was on the way.
    if (number !== this.runs) return;
    const outcome =
      body &&
      (await this.sandbox.run({
        type: 'run',
        task: this.id,
        code: stripped.code,
        workload: body.workload,
      }));
    if (number !== this.runs) return;
    if (outcome?.kind === 'stopped') this.phase.value = outcome.byLimit ? 'limit' : 'stopped';
    else if (outcome?.kind !== 'report') {
      console.warn('The code could not be run:', outcome?.message);
      this.phase.value = 'unavailable';
    } else this.take(outcome.report);
  }

  private take(report: Report): void {
    this.phase.value = 'idle';
    this.report.value = report;
    if (report.departure === null) markDone('build', this.id);
    void this.look(stepToShow(report));
  }

  /** Shows the memory as it is behind a step. */
  async look(step: number, zoom: Zoom = this.zoom.value): Promise<void> {
    this.step.value = step;
    this.zoom.value = zoom;
    const scene = await this.sandbox?.scene({ step, pool: zoom.pool, block: zoom.block });
    // Another was asked for since.
    if (step !== this.step.value || zoom !== this.zoom.value) return;
    if (scene) this.scene.value = scene;
  }
}

/** Where a run departed; else its end. */
function stepToShow({ departure, steps }: Report): number {
  return departure && departure.step > 0 ? Math.min(departure.step, Math.max(steps, 1)) : steps;
}

/** The words of a named mistake, when the run departed as that mistake does. */
export const messageFor = (body: TaskBody | null, departure: Departure): string | null =>
  body?.mistakes.find(({ code }) => code === departure.code)?.message ?? null;

/** The page's way to a reader's code: a frame without an origin, and in it a worker that can be ended. */
import type { Answer, Ask, FromSandbox, ToSandbox } from './protocol.ts';
import type { Report } from './report.ts';
import type { Scene, SceneQuestion } from './run-task.ts';
import { openFrame } from './sandbox-frame.ts';

/** Code that has not answered by then is ended: milliseconds. */
const LIMIT = 5000;

export type Outcome =
  | { readonly kind: 'report'; readonly report: Report }
  /** Ended by the reader, or after the limit. */
  | { readonly kind: 'stopped'; readonly byLimit: boolean }
  | { readonly kind: 'failed'; readonly message: string };

interface Waiting {
  readonly settle: (outcome: Outcome) => void;
  /** Runs from the moment the code is started. */
  timer?: ReturnType<typeof setTimeout>;
}

export class Sandbox {
  private readonly host: HTMLElement;
  private readonly base: string;
  private frame: Promise<HTMLIFrameElement> | null = null;
  private runner: Promise<string> | null = null;
  private waiting: Waiting | null = null;
  private readonly scenes = new Map<number, (scene: Scene | null) => void>();
  private lastScene = 0;

  /** @param host where the frame stands, which nobody sees */
  constructor(host: HTMLElement, base: string) {
    this.host = host;
    this.base = base;
  }

  /** Can be stopped from the first moment, also while its frame is on the way. Never rejects. */
  run(ask: Ask & { type: 'run' }): Promise<Outcome> {
    this.end({ kind: 'stopped', byLimit: false });
    return new Promise((settle) => {
      const waiting: Waiting = { settle };
      this.waiting = waiting;
      void this.start(ask, waiting);
    });
  }

  private async start(ask: Ask & { type: 'run' }, waiting: Waiting): Promise<void> {
    try {
      const [frame, runner] = await Promise.all([this.open(), this.fetchRunner()]);
      // Stopped since, or another has begun.
      if (this.waiting !== waiting) return;
      waiting.timer = setTimeout(() => this.stop(true), LIMIT);
      this.post(frame, { type: 'start', runner, ask });
    } catch (error) {
      if (this.waiting === waiting) this.end({ kind: 'failed', message: String(error) });
    }
  }

  /** The picture of the last run at a step; null when there is none. */
  async scene(question: SceneQuestion): Promise<Scene | null> {
    if (!this.frame) return null;
    const frame = await this.frame;
    this.lastScene += 1;
    const number = this.lastScene;
    return new Promise((settle) => {
      this.scenes.set(number, settle);
      this.post(frame, { type: 'ask', ask: { type: 'scene', number, ...question } });
    });
  }

  /** Ends the code that runs, whatever it is at. */
  stop(byLimit = false): void {
    void this.frame?.then(
      (frame) => this.post(frame, { type: 'stop' }),
      () => {},
    );
    this.end({ kind: 'stopped', byLimit });
  }

  dispose(): void {
    this.end({ kind: 'stopped', byLimit: false });
    removeEventListener('message', this.hear);
    void this.frame?.then(
      (frame) => frame.remove(),
      () => {},
    );
    this.frame = null;
  }

  private end(outcome: Outcome): void {
    const { waiting } = this;
    this.waiting = null;
    for (const settle of this.scenes.values()) settle(null);
    this.scenes.clear();
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.settle(outcome);
  }

  private post(frame: HTMLIFrameElement, message: ToSandbox): void {
    // The frame has no origin that could be named.
    frame.contentWindow?.postMessage(message, '*');
  }

  private open(): Promise<HTMLIFrameElement> {
    this.frame ??= openFrame(this.host, `${this.base}build/sandbox/`).then((frame) => {
      addEventListener('message', this.hear);
      return frame;
    });
    // Asked for anew when it could not be had.
    this.frame.catch(() => {
      this.frame = null;
    });
    return this.frame;
  }

  private fetchRunner(): Promise<string> {
    this.runner ??= fetch(`${this.base}build/runner.js`).then((response) => {
      if (!response.ok) throw new Error(`build/runner.js: ${response.status}`);
      return response.text();
    });
    // Asked for anew when it could not be had.
    this.runner.catch(() => {
      this.runner = null;
    });
    return this.runner;
  }

  private readonly hear = async ({ source, data }: MessageEvent<FromSandbox>): Promise<void> => {
    const frame = await this.frame;
    if (source !== frame?.contentWindow) return;
    if (data.type === 'answer') this.take(data.answer);
    else if (data.type === 'failed') this.end({ kind: 'failed', message: data.message });
  };

  private take(answer: Answer): void {
    if (answer.type === 'report') {
      this.end({ kind: 'report', report: answer.report });
      return;
    }
    this.scenes.get(answer.number)?.(answer.scene);
    this.scenes.delete(answer.number);
  }
}

/** What the page, the sandbox and the worker in it say to each other. */
import type { Report, TaskId } from './report.ts';
import type { Scene, SceneQuestion, Workload } from './run-task.ts';

/** To the worker, by way of the sandbox. */
export type Ask =
  | {
      readonly type: 'run';
      readonly task: TaskId;
      /** JavaScript: a module. */
      readonly code: string;
      readonly workload: Workload;
    }
  | ({ readonly type: 'scene'; readonly number: number } & SceneQuestion);

export type Answer =
  | { readonly type: 'report'; readonly report: Report }
  | { readonly type: 'scene'; readonly number: number; readonly scene: Scene | null };

/** To the sandbox itself. `runner`: the text of the worker, fetched by the page. */
export type ToSandbox =
  | { readonly type: 'start'; readonly runner: string; readonly ask: Ask }
  | { readonly type: 'ask'; readonly ask: Ask }
  | { readonly type: 'stop' };

export type FromSandbox =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'failed'; readonly message: string };

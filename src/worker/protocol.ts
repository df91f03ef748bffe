/**
 * What the page and the engine's worker say to each other.
 *
 * Every run has a number that is never used again, and every question about a run (`ask`) one of its
 * own: a reply that belongs to something older than what the page now shows is dropped.
 */
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

export type Request =
  | {
      readonly type: 'run';
      readonly run: number;
      readonly program: Program;
      readonly limits: Partial<Limits>;
    }
  | { readonly type: 'stop'; readonly run: number }
  | {
      readonly type: 'view';
      readonly run: number;
      readonly ask: number;
      readonly step: number;
      readonly options: ViewOptions;
    }
  | {
      readonly type: 'lens';
      readonly run: number;
      readonly ask: number;
      readonly step: number;
      /** Index of an event on the way to the step; null: the step itself. */
      readonly event: number | null;
      readonly question: LensQuestion;
    }
  | {
      readonly type: 'check';
      readonly run: number;
      readonly ask: number;
      readonly checks: readonly Check[];
    }
  /** Lays a run beside another one that the worker holds. */
  | {
      readonly type: 'compare';
      readonly run: number;
      readonly ask: number;
      readonly other: number;
    }
  | { readonly type: 'forget'; readonly run: number };

export type Reply =
  /** So far: lines executed, and what was written since the last such message. */
  | {
      readonly type: 'progress';
      readonly run: number;
      readonly steps: number;
      readonly output: readonly OutputPiece[];
    }
  | { readonly type: 'ended'; readonly run: number; readonly summary: RunSummary }
  | { readonly type: 'view'; readonly run: number; readonly ask: number; readonly view: StepView }
  | {
      readonly type: 'lens';
      readonly run: number;
      readonly ask: number;
      readonly scene: Lenses[LensName]['scene'];
    }
  | {
      readonly type: 'checked';
      readonly run: number;
      readonly ask: number;
      readonly outcomes: readonly CheckOutcome[];
    }
  /** Null when the worker does not hold the other run. */
  | {
      readonly type: 'compared';
      readonly run: number;
      readonly ask: number;
      readonly comparison: RunComparison | null;
    }
  /** The worker holds this run no longer; the page may run it again, with the same result. */
  | { readonly type: 'gone'; readonly run: number; readonly ask: number }
  /** Code of the engine that the run needs cannot be fetched; with `ask`, what only that check needs. */
  | {
      readonly type: 'unavailable';
      readonly run: number;
      readonly code: string;
      readonly ask?: number;
    }
  /** The engine itself failed: our fault, not the program's. */
  | { readonly type: 'fault'; readonly run: number; readonly message: string };

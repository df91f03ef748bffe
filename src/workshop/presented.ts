/** What only the presenter's pages have: notes, stops and solutions. Fetched as one file, notes.json. */
import type { LensChoice } from '../components/playground/lenses.ts';

export interface PresentedStop {
  readonly step: number;
  readonly lens: LensChoice;
  readonly say: string;
  /** The fragment that opens the chapter's playground there. */
  readonly fragment: string;
}

export interface PresentedShow {
  /** The name of the program, under which it stands in a frame as well. */
  readonly program: string;
  readonly stops: readonly PresentedStop[];
}

export interface PresentedChapter {
  readonly ask: string;
  readonly aim: string;
  readonly watch: readonly string[];
  readonly short: string;
  readonly shows: readonly PresentedShow[];
}

export interface PresentedExercise {
  readonly concept: string;
  readonly why: string;
  readonly hints: readonly string[];
  readonly solution: string;
}

export interface Presented {
  readonly chapters: Readonly<Record<string, PresentedChapter>>;
  readonly exercises: Readonly<Record<string, PresentedExercise>>;
}

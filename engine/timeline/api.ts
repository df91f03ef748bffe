/**
 * What a page, a command or a test asks of a run: the types of the engine's door.
 */
import type { LimitName } from '../base/errors.ts';
import type { ProfileId } from '../profiles/index.ts';
import type { HistoricalGeometryName } from '../profiles/pymalloc.ts';
import type { AllocatorName } from '../pymalloc/index.ts';
import type { StartChild } from '../modules/native/child.ts';
import type { ModuleFinder } from '../modules/source-module.ts';
import type { CollectorOptions, CollectorScene } from '../lenses/collector-scene.ts';
import type { EventsOptions, EventsScene, SceneEvent } from '../lenses/events-scene.ts';
import type { CachesScene } from '../lenses/caches-scene.ts';
import type { HoldersOptions, HoldersScene } from '../lenses/holders-scene.ts';
import type { LayersScene } from '../lenses/layers-scene.ts';
import type { MemoryMapOptions, MemoryMapScene } from '../lenses/memory-map-scene.ts';
import type { Narration } from '../lenses/narration.ts';
import type { RefcountsOptions, RefcountsScene } from '../lenses/refcounts-scene.ts';
import type { QuestionsOptions, QuestionsScene } from './questions.ts';
import type { ObjectsScene } from '../lenses/objects-scene.ts';

/** A program and how it is to be run. */
export interface Program {
  readonly source: string;
  /** Shown in tracebacks. */
  readonly filename: string;
  readonly profile: ProfileId;
  /** 'script': one compilation; 'repl': each statement its own, expressions echoed. */
  readonly mode: 'script' | 'repl';
  /** Finds the source files that the program imports; without it there are none. */
  readonly finder?: ModuleFinder;
  /** Runs the interpreters that the program starts; without it there are none. */
  readonly startChild?: StartChild;
  /** PYTHONMALLOC; pymalloc unless told otherwise. */
  readonly malloc?: AllocatorName;
  /** An allocator that older posts describe, from source and not measured, under this release. */
  readonly geometry?: HistoricalGeometryName;
}

/** Bounds of a run, each with a default that a learner's program does not meet by accident. */
export interface Limits {
  /** Executed lines. */
  readonly steps: number;
  /** Bytes of the machine's memory. */
  readonly memory: number;
  /** Characters of output. */
  readonly output: number;
  /**
   * Backward jumps and entries of functions, so that a line that never ends ends; four items that native
   * code takes from an iterator count as one.
   */
  readonly instructions: number;
  /** Bytes of the copies from which steps are visited; with less, visits take longer. */
  readonly checkpoints: number;
}

/** How a run ended. */
export type Ending =
  | { readonly kind: 'exit'; readonly code: number }
  | {
      readonly kind: 'limit';
      readonly limit: LimitName;
      /** What the limit is, in its own unit. */
      readonly value: number;
      readonly message: string;
    }
  | {
      readonly kind: 'unsupported';
      readonly feature: string;
      readonly line: number;
      readonly column: number;
      readonly message: string;
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'fault'; readonly message: string };

/** A piece of output and the step during which it was written. */
export interface OutputPiece {
  readonly step: number;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** At a prompt: which of its inputs wrote it, from 0. */
  readonly input?: number;
}

/** What was typed at a prompt at once: a line, or as many as the prompt asks for. */
export interface PromptInput {
  /** Its first line in the program, from 1, and how many it has. */
  readonly line: number;
  readonly lines: number;
  /** The step at which it is about to run. */
  readonly step: number;
}

/** An error that the editor marks. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

/** What is known of a whole run. */
export interface RunSummary {
  readonly ending: Ending;
  /** Executed lines; step n is the state before the n-th line runs, step `steps` + 1 the end. */
  readonly steps: number;
  /** Line of each step: `lines[n - 1]` for step n. */
  readonly lines: Int32Array;
  readonly output: readonly OutputPiece[];
  /** What a prompt was given, in order; none for a script. */
  readonly prompts: readonly PromptInput[];
  readonly problems: readonly Problem[];
}

/** Where one is on the way from one step to the next. */
export interface EventMoment {
  /** The event that has just happened; null at the step itself, behind them all. */
  readonly event: SceneEvent | null;
  /** Characters that the line had written when it happened. */
  readonly written: number;
  /** Events on the way. */
  readonly count: number;
  /** Whether there are more than are recorded. */
  readonly cut: boolean;
}

/** One step, ready to be shown. */
export interface StepView {
  readonly scene: ObjectsScene;
  /** Where it was asked for by event. */
  readonly moment?: EventMoment;
  /** What the line before this step did, a sentence a list entry; see lenses/narration.ts. */
  readonly narration: readonly Narration[];
}

/** Lenses that are asked for by name, each with what it may be asked and what it answers. */
export interface Lenses {
  readonly memory: { readonly options: MemoryMapOptions; readonly scene: MemoryMapScene };
  readonly layers: {
    readonly options: Readonly<Record<never, never>>;
    readonly scene: LayersScene;
  };
  readonly caches: {
    readonly options: Readonly<Record<never, never>>;
    readonly scene: CachesScene;
  };
  readonly holders: { readonly options: HoldersOptions; readonly scene: HoldersScene };
  readonly refcounts: { readonly options: RefcountsOptions; readonly scene: RefcountsScene };
  readonly events: { readonly options: EventsOptions; readonly scene: EventsScene };
  readonly collector: { readonly options: CollectorOptions; readonly scene: CollectorScene };
  readonly questions: { readonly options: QuestionsOptions; readonly scene: QuestionsScene };
}

export type LensName = keyof Lenses;

/** A question about a step, as data: for sending it to another thread. */
export type LensQuestion = {
  readonly [Name in LensName]: { readonly lens: Name; readonly options: Lenses[Name]['options'] };
}[LensName];

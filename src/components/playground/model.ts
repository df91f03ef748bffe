/** A playground's state and what can be done with it; the components only show it. */
import { batch, computed, signal } from '@preact/signals';
import type {
  Check,
  CheckOutcome,
  Ending,
  LensName,
  Lenses,
  ObjectNumber,
  OutputPiece,
  Problem,
  ProfileId,
  PromptInput,
  RunSummary,
  StepView,
} from '../../../engine/index.ts';
import { loadText, saveText } from '../../state/texts.ts';
import type { Verdict } from '../../exercise/judge.ts';
import type { Engine } from '../../worker/page-engine.ts';
import type { EngineRun, NotChecked } from '../../worker/run.ts';
import type { Opening } from '../lenses/memory/zoom.ts';
import { optionsOf } from '../lenses/objects/opened.ts';
import type { Comparison } from './compare/comparison.ts';
import { hintsOf } from './hints.ts';
import { CLOSED, type LensChoice, type Zoom } from './lenses.ts';
import type { Shared } from './share.ts';
import type { Mode, PlaygroundFacts } from './still.ts';

/** 'still': nothing has run in this page yet, and what is shown was made with the page. */
export type Phase = 'still' | 'running' | 'ended' | 'fault';

/** What came of the link that led here. */
export type Opened =
  | { readonly kind: 'link'; readonly step: number }
  /** The page around this one brought the program, or wants it to begin in its own way. */
  | { readonly kind: 'waiting' }
  /** It asks for a release that this site does not have. */
  | { readonly kind: 'missing'; readonly release: string }
  | { readonly kind: 'broken' };

/** Output of the run before, under another release: what differs is marked. */
export interface RunBefore {
  readonly profile: ProfileId;
  readonly output: readonly OutputPiece[];
}

/** Characters of output that a page can show without becoming slow. */
const MOST_SHOWN = 100_000;

export class PlaygroundModel {
  readonly facts: PlaygroundFacts;
  readonly text;
  readonly profile;
  readonly mode;
  readonly phase = signal<Phase>('still');
  readonly steps;
  /** The step that is asked for; the picture follows as fast as it can. */
  readonly step;
  /** By line: undefined. By event: the one on the way to the step, null for the step itself. */
  readonly event = signal<number | null | undefined>(undefined);
  /** What going by event needs, once it is there. */
  readonly eventParts = signal<typeof import('./by-event/parts.ts') | null>(null);
  readonly view = signal<StepView | null>(null);
  readonly lens;
  /** The object that is chosen, in whichever lens. */
  readonly selected = signal<ObjectNumber | null>(null);
  /** By lens, what is open in it. */
  readonly zooms;
  readonly opened = signal<Opened | null>(null);
  /** Whether the program can be run and stepped, but not changed. */
  readonly readOnly = signal(false);
  /** Of an exercise: what its last check said. */
  readonly verdict = signal<Verdict | null>(null);
  readonly before = signal<RunBefore | null>(null);
  /** The release that stands beside this one, and the run under it once there is one. */
  readonly compared = signal<ProfileId | null>(null);
  readonly comparison = signal<Comparison | null>(null);
  readonly output = signal<readonly OutputPiece[]>([]);
  /** At a prompt: what it was given. */
  readonly prompts = signal<readonly PromptInput[]>([]);
  readonly ending = signal<Ending | null>(null);
  readonly problems = signal<readonly Problem[]>([]);
  readonly fault = signal('');
  /** The engine's code that could not be fetched, when it was that; else ''. */
  readonly unavailable = signal('');
  /** The program that what is shown belongs to, and the release that it ran under. */
  readonly shownSource;
  readonly shownProfile;

  readonly stale = computed(() => this.text.value !== this.shownSource.value);
  readonly last = computed(() => this.steps.value + 1);
  readonly line = computed(() => this.view.value?.scene.line ?? 0);
  readonly hints = computed(() =>
    this.view.value ? hintsOf(this.view.value.scene, this.shownSource.value) : [],
  );
  /** What had been written when the step or the event shown began. */
  readonly written = computed(() => {
    const { value: step } = this.step;
    const output = this.output.value;
    if (this.phase.value === 'running') return output;
    const moment = this.view.value?.moment;
    if (typeof this.event.value === 'number' && moment)
      return writtenBefore(output, step - 1, moment.written);
    return step >= this.last.value ? output : writtenBefore(output, step, 0);
  });

  readonly #engine: Engine;
  #run: EngineRun | undefined;
  #asking = false;
  /** Where to go when the run has ended. */
  #wanted: number | undefined;
  /** A link is being read: what is asked meanwhile is asked of what it brings. */
  #opening: Promise<void> | undefined;
  #askedMeanwhile = false;
  /** Whether the map opens where the chapter wants it; not when the reader has gone elsewhere. */
  #opensPlace = true;

  constructor(facts: PlaygroundFacts, engine: Engine) {
    const { still } = facts;
    this.facts = facts;
    this.#engine = engine;
    this.text = signal(facts.source);
    this.shownSource = signal(facts.source);
    this.shownProfile = signal(facts.profile);
    this.profile = signal(facts.profile);
    this.mode = signal<Mode>(facts.mode);
    const { lens = 'objects', zoom = CLOSED } = facts;
    this.lens = signal<LensChoice>(lens);
    this.zooms = signal<Partial<Record<LensChoice, Zoom>>>({ [lens]: zoom });
    this.steps = signal(still.steps);
    this.step = signal(still.steps + 1);
  }

  /** What the reader wrote on an earlier visit. Not in the constructor: hydration needs the page's. */
  restore(): void {
    const kept = loadText(this.facts.id);
    if (kept !== null) this.text.value = kept;
  }

  /** Takes a link's program once it is read; who has pressed Run before that gets it run. */
  openWhenRead(reading: Promise<Shared | null>): Promise<void> {
    const opening = reading.then((shared) => {
      // Another link has been followed since.
      if (opening !== this.#opening) return;
      this.#opening = undefined;
      this.open(shared);
      const asked = this.#askedMeanwhile;
      this.#askedMeanwhile = false;
      if (asked) this.wake();
    });
    this.#opening = opening;
    return opening;
  }

  /** Takes a link's program, and does not run it. Null: the link cannot be read. */
  open(shared: Shared | null): void {
    if (!shared) {
      this.opened.value = { kind: 'broken' };
      return;
    }
    const { text, mode, profile, missing, step, event, lens, selected, zoom, compared } = shared;
    this.#forgetRun();
    batch(() => {
      this.#keepEvent(event);
      this.compared.value = compared ?? null;
      if (text !== null) this.text.value = text;
      this.mode.value = mode;
      if (profile) this.profile.value = profile;
      this.lens.value = lens;
      this.selected.value = selected;
      this.zooms.value = { [lens]: zoom };
      this.#opensPlace = false;
      this.opened.value = missing ? { kind: 'missing', release: missing } : { kind: 'link', step };
    });
    this.#wanted = step;
    if (text === null) this.run();
  }

  /** Back to what the page was built with. */
  #forgetRun(): void {
    this.#run?.dispose();
    this.#run = undefined;
    const { source, profile, still } = this.facts;
    batch(() => {
      this.phase.value = 'still';
      this.view.value = null;
      this.shownSource.value = source;
      this.shownProfile.value = profile;
      this.steps.value = still.steps;
      this.step.value = still.steps + 1;
      this.before.value = null;
    });
  }

  /** Puts another release beside this one; null for none. */
  compareWith(profile: ProfileId | null): void {
    if (this.#opening) return void this.#opening.then(() => this.compareWith(profile));
    this.compared.value = profile;
    if (this.phase.value === 'still' && profile && !this.opened.value) this.run();
    else void this.#compare();
  }

  #leaveComparison(): void {
    this.comparison.value?.dispose();
    this.comparison.value = null;
  }

  async #compare(): Promise<void> {
    this.#leaveComparison();
    const profile = this.compared.value;
    const run = this.#run;
    if (!profile || !run || this.phase.value !== 'ended') return;
    const { Comparison } = await import('./compare/comparison.ts');
    if (run !== this.#run || profile !== this.compared.value) return;
    this.#leaveComparison();
    this.comparison.value = new Comparison(this.#engine, run, profile);
  }

  /** The picture is asked for, at the step that is shown or that the link names. */
  wake(): void {
    if (this.phase.value === 'still') this.run();
  }

  zoom(lens: LensChoice): Zoom {
    return this.zooms.value[lens] ?? CLOSED;
  }

  /** Who holds an object: pressed on its count, anywhere. */
  showHolders(number: ObjectNumber): void {
    this.selected.value = number;
    this.lens.value = 'holders';
  }

  keepZoom(lens: LensChoice, zoom: Zoom): void {
    this.#opensPlace = false;
    this.zooms.value = { ...this.zooms.peek(), [lens]: zoom };
    // The objects come with every step: what is opened among them is asked for with it.
    if (lens === 'objects' && this.phase.value === 'ended') void this.#show();
  }

  warm(): void {
    this.#engine.warm();
  }

  edit(text: string): void {
    if (text === this.text.value) return;
    this.text.value = text;
    saveText(this.facts.id, text, this.facts.source);
  }

  reset(): void {
    this.edit(this.facts.source);
    this.mode.value = this.facts.mode;
    this.profile.value = this.facts.profile;
    if (this.phase.value !== 'still') this.run();
    else this.opened.value = null;
  }

  /** Runs under another release, and keeps what was printed under the one before. */
  async switchTo(profile: ProfileId): Promise<void> {
    if (this.#opening) await this.#opening;
    const waits = this.opened.value !== null && this.phase.value === 'still';
    // What the page was built with is a picture: to compare with it, it is run.
    if (this.phase.value === 'still' && !waits && !this.stale.value) {
      this.run();
      await this.#settled();
    }
    const comparable = this.phase.value === 'ended' && !this.stale.value;
    const before = comparable
      ? { profile: this.shownProfile.value, output: this.output.value }
      : null;
    this.profile.value = profile;
    if (waits) return;
    this.run();
    this.before.value = before;
  }

  switchMode(mode: Mode): void {
    this.mode.value = mode;
    if (this.phase.value !== 'still') this.run();
  }

  run(): void {
    if (this.#opening) {
      this.#askedMeanwhile = true;
      return;
    }
    this.#run?.dispose();
    this.#leaveComparison();
    const { file } = this.facts;
    const source = this.text.value;
    const profile = this.profile.value;
    const program = { source, filename: file, profile, mode: this.mode.value, ...this.facts.setup };
    // Numbers are given in order: in another program they mean other objects.
    const isOther = !this.opened.peek() && source !== this.shownSource.peek();
    batch(() => {
      if (isOther) this.selected.value = null;
      this.phase.value = 'running';
      this.opened.value = null;
      this.before.value = null;
      if (this.compared.value === profile) this.compared.value = null;
      this.shownSource.value = source;
      this.shownProfile.value = program.profile;
      this.output.value = [];
      this.prompts.value = [];
      this.problems.value = [];
      this.ending.value = null;
      this.fault.value = '';
    });
    this.#run = this.#engine.start(
      program,
      {},
      {
        progress: (_steps, output) => this.#addOutput(output),
        ended: (summary) => this.#ended(summary),
        fault: (message) => this.#failed(message),
        unavailable: (code) => this.#failed('', code),
      },
    );
  }

  #addOutput(fresh: readonly OutputPiece[]): void {
    if (fresh.length === 0) return;
    this.output.value = cut([...this.output.value, ...fresh]);
  }

  stop(): void {
    this.#run?.stop();
  }

  #ended({ steps, output, prompts, ending, problems }: RunSummary): void {
    const wanted = this.#wanted ?? steps + 1;
    batch(() => {
      if (this.#wanted === undefined && this.event.value !== undefined) this.event.value = null;
      this.phase.value = 'ended';
      this.steps.value = steps;
      this.step.value = Math.min(wanted, steps + 1);
      this.output.value = cut(output);
      this.prompts.value = prompts;
      this.ending.value = ending;
      this.problems.value = problems;
    });
    this.#wanted = undefined;
    if (ending.kind === 'fault') return this.#failed(ending.message);
    // After a hard stop the picture would cost a second run: only when it is asked for.
    if (this.#run && !(ending.kind === 'stopped' && steps === 0)) void this.#show();
    if (this.facts.open && this.#opensPlace) void this.#openPlace(this.facts.open);
    void this.#compare();
  }

  /** Finds what the chapter wants open: in another release or program it lies elsewhere. */
  async #openPlace(open: Opening): Promise<void> {
    const run = this.#run;
    const [last, source, profile] = [this.last.value, this.shownSource.value, this.profile.value];
    const asBuilt = source === this.facts.source && profile === this.facts.profile;
    if (!run || (asBuilt && this.facts.zoom === this.zoom('memory'))) return;
    const [view, scene] = await Promise.all([run.view(last), run.lens('memory', last, {})]);
    const { toNumbers, zoomOfOpening } = await import('../lenses/memory/zoom.ts');
    if (run !== this.#run || !this.#opensPlace) return;
    const place = zoomOfOpening(open, view.scene, scene);
    this.zooms.value = { ...this.zooms.peek(), memory: place ? toNumbers(place) : CLOSED };
  }

  /** @param code the engine's code that could not be fetched, when it is that */
  #failed(message: string, code = ''): void {
    batch(() => {
      this.phase.value = 'fault';
      this.fault.value = message;
      this.unavailable.value = code;
      this.#asking = false;
    });
  }

  /** Goes to a step, by event where that is how the reader goes. */
  goTo(step: number): void {
    this.seek(step, this.event.value === undefined ? undefined : null);
  }

  #keepEvent(event: number | null | undefined): void {
    this.event.value = event;
    if (event === undefined || this.eventParts.peek()) return;
    void import('./by-event/parts.ts').then((parts) => {
      this.eventParts.value = parts;
    });
  }

  /**
   * Goes to a step; the first time, that starts the engine.
   * @param event on the way to it; null: the step itself, and on by event
   */
  seek(step: number, event?: number | null): void {
    const to = Math.max(1, Math.min(this.last.value, Math.round(step)));
    if (Number.isNaN(to)) return;
    batch(() => {
      this.step.value = to;
      this.#keepEvent(event);
    });
    if (this.phase.value === 'ended') {
      void this.#show();
      return;
    }
    this.#wanted = to;
    if (this.phase.value !== 'running') this.run();
  }

  /** Asks for the picture of the step; while one is on its way, only the newest wish counts. */
  async #show(): Promise<void> {
    const run = this.#run;
    if (!run || this.#asking) return;
    this.#asking = true;
    let shown: readonly unknown[] = [];
    const wish = () => [this.step.value, this.event.value, this.zoom('objects')] as const;
    const isShown = () => wish().every((part, index) => part === shown[index]);
    while (run === this.#run && !isShown()) {
      const [step, event, zoom] = wish();
      shown = [step, event, zoom];
      const options = optionsOf(zoom);
      const view = await run.view(step, event === undefined ? options : { ...options, event });
      if (run !== this.#run) break;
      this.view.value = view;
      if (!view.moment || !isShown()) continue;
      // There may be fewer events than were asked for.
      this.event.value = view.moment.event?.index ?? null;
      shown = wish();
    }
    this.#asking = false;
    if (run !== this.#run && this.phase.value === 'ended') void this.#show();
  }

  /** The step that is shown, as another lens shows it. */
  ask<Name extends LensName>(
    lens: Name,
    options: Lenses[Name]['options'],
  ): Promise<Lenses[Name]['scene']> {
    const view = this.view.value;
    const step = view?.scene.step;
    const run = this.#run;
    // Nothing is shown yet: the answer comes when something is, for the question is then asked anew.
    if (!run || step === undefined) return new Promise(() => {});
    return run.lens(lens, step, options, view?.moment?.event?.index ?? null);
  }

  /** Runs what is written and asks the checks; 'not-ended' when it did not end by itself. */
  async runAndCheck(
    checks: readonly Check[],
  ): Promise<readonly CheckOutcome[] | NotChecked | 'not-ended'> {
    if (this.#opening) await this.#opening;
    this.run();
    await this.#settled();
    const run = this.#run;
    const kind = this.ending.value?.kind;
    if (!run || this.phase.value !== 'ended' || kind === 'stopped' || kind === 'unsupported')
      return 'not-ended';
    return run.check(checks);
  }

  #settled(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.phase.subscribe((phase) => {
        if (phase === 'running') return;
        resolve();
        queueMicrotask(() => stop());
      });
    });
  }

  dispose(): void {
    this.#opening = undefined;
    this.#leaveComparison();
    this.#run?.dispose();
  }
}

/** What was written before a step, and so many characters of what its line wrote. */
function writtenBefore(
  pieces: readonly OutputPiece[],
  step: number,
  characters: number,
): readonly OutputPiece[] {
  let room = characters;
  return pieces.flatMap((piece) => {
    if (piece.step !== step) return piece.step < step ? [piece] : [];
    const text = piece.text.slice(0, room);
    room -= text.length;
    return text === '' ? [] : [{ ...piece, text }];
  });
}

/** Keeps the beginning and the end of what is too long for a page. */
function cut(pieces: readonly OutputPiece[]): readonly OutputPiece[] {
  let room = MOST_SHOWN;
  const kept: OutputPiece[] = [];
  for (const piece of pieces) {
    if (room <= 0) break;
    const text = piece.text.slice(0, room);
    kept.push(text === piece.text ? piece : { ...piece, text });
    room -= text.length;
  }
  return kept;
}

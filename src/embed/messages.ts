/**
 * What a page that embeds us and our frame in it say to each other, by postMessage.
 *
 * Neither trusts the other. The frame hears only the window it is in, and from the first message on
 * only that origin; the loader hears only the frame it made. Both check the shape of what comes.
 */

/** In every message, so that other people's messages are told apart; the number is the version. */
export const PROTOCOL = 'pymemlab/1';

export type Theme = 'light' | 'dark';

/** From the page to the frame. */
export type HostMessage =
  | { readonly type: 'theme'; readonly theme: Theme }
  /** What the frame is to show, where it is the page's own: the frame runs none of it unasked. */
  | { readonly type: 'open'; readonly open: OwnContent }
  /** Runs it and goes to a step. Heard from pages of this site alone: an instructor leads by it. */
  | { readonly type: 'go'; readonly step: number; readonly lens: string };

/** A program or an exercise that is written in the page itself. */
export interface OwnContent {
  /** Kept the same, it finds again what the reader wrote. */
  readonly id: string;
  /** The program; for an exercise, its starter. */
  readonly source: string;
  readonly file: string;
  /** An exercise's data as the author wrote it: checked in the frame, against the same schema. */
  readonly exercise: ExerciseData | null;
}

export interface ExerciseData {
  readonly solution: string;
  /** JSON text. */
  readonly data: string;
}

/** DOM events of the element in the page, and what their `detail` holds. */
export interface FrameEvents {
  /** The frame is there and can be used. */
  readonly ready: Readonly<Record<string, never>>;
  /** A run has ended. `ending`: 'exit', 'stopped', 'limit', 'unsupported' or 'fault'. */
  readonly run: { readonly version: string; readonly ending: string; readonly steps: number };
  /** Another step is shown. */
  readonly step: { readonly step: number; readonly steps: number; readonly line: number };
  /** An exercise was checked. `check`: the first that failed, else ''. */
  readonly check: {
    readonly exercise: string;
    readonly passed: boolean;
    readonly check: string;
    readonly message: string;
  };
  /** The frame's height in CSS pixels. */
  readonly resize: { readonly height: number };
  /** What an author wrote cannot be used: one sentence for each fault. */
  readonly problem: { readonly messages: readonly string[] };
}

export type FrameEvent = keyof FrameEvents;

type Field = 'string' | 'number' | 'boolean' | 'strings';

/** The fields of each event, by which what comes is checked. */
const fields: { readonly [Name in FrameEvent]: Readonly<Record<keyof FrameEvents[Name], Field>> } =
  {
    ready: {},
    run: { version: 'string', ending: 'string', steps: 'number' },
    step: { step: 'number', steps: 'number', line: 'number' },
    check: { exercise: 'string', passed: 'boolean', check: 'string', message: 'string' },
    resize: { height: 'number' },
    problem: { messages: 'strings' },
  };

/** Characters of a program or of an exercise's data that a frame takes. */
export const LONGEST_TEXT = 100_000;

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

function fits(value: unknown, field: Field): boolean {
  if (field === 'number') return Number.isFinite(value);
  if (field !== 'strings') return typeof value === field;
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_TEXT;

/** @returns null for anything that is not one of ours */
export function readFrameEvent(
  message: unknown,
): { readonly type: FrameEvent; readonly detail: Loose } | null {
  if (!isRecord(message) || message['pymemlab'] !== PROTOCOL) return null;
  const { type, detail } = message;
  if (typeof type !== 'string' || !Object.hasOwn(fields, type) || !isRecord(detail)) return null;
  const expected: Readonly<Record<string, Field>> = fields[type as FrameEvent];
  const kept = Object.keys(expected).filter((name) => fits(detail[name], expected[name]!));
  if (kept.length !== Object.keys(expected).length) return null;
  return {
    type: type as FrameEvent,
    detail: Object.fromEntries(kept.map((name) => [name, detail[name]])),
  };
}

function readExercise(value: unknown): ExerciseData | null | undefined {
  if (value === null) return null;
  if (!isRecord(value) || !isText(value['solution']) || !isText(value['data'])) return undefined;
  return { solution: value['solution'], data: value['data'] };
}

/** @returns null for anything that is not one of ours */
export function readHostMessage(message: unknown): HostMessage | null {
  if (!isRecord(message) || message['pymemlab'] !== PROTOCOL) return null;
  const { type, theme, open, step, lens } = message;
  if (type === 'go')
    return Number.isSafeInteger(step) && typeof lens === 'string'
      ? { type, step: Number(step), lens: lens.slice(0, 20) }
      : null;
  if (type === 'theme') return theme === 'light' || theme === 'dark' ? { type, theme } : null;
  if (type !== 'open' || !isRecord(open)) return null;
  const { id, source, file } = open;
  const exercise = readExercise(open['exercise']);
  if (!isText(id) || !isText(source) || !isText(file) || exercise === undefined) return null;
  return { type, open: { id: id.slice(0, 100), source, file: file.slice(0, 60), exercise } };
}

/** Lenses as text: what the pictures show, for terminals and tests. */
import {
  type Answer,
  type EventCause,
  type Holder,
  type Holds,
  type LensName,
  label,
  type MemoryMapScene,
  type ObjectChoice,
  type ObjectLife,
  POOL_EMPTY,
  POOL_FULL,
  POOL_UNTOUCHED,
  POOL_USED,
  type PoolState,
  type SceneFrame,
  type SceneObject,
  type Timeline,
} from '../engine/index.ts';
import { collectorText } from './collector-text.ts';
import { causeText, eventText } from './event-text.ts';
import { counted, named } from './object-name.ts';

/** What lenses are asked of: a timeline, or an event of it. */
export type Asked = Pick<Timeline, 'view' | 'lens'>;

/** The timeline as it is when an event on the way to the step asked about happens. */
export function atEvent(timeline: Timeline, event: number): Asked {
  return {
    view: (step) => timeline.view(step, { event }),
    lens: (name, step, options) => timeline.lens(name, step, options, event),
  };
}

export type TracedLens = 'objects' | LensName;

export interface LensQuestionText {
  /** A name, or the number of an object. */
  readonly of: string | null;
  readonly window: number;
  /** An expression: the first step at which it holds. */
  readonly holds: string | null;
}

type Writer = (timeline: Asked, step: number, question: LensQuestionText) => readonly string[];

const WRITERS: Readonly<Record<TracedLens, Writer>> = {
  objects,
  memory,
  layers,
  holders,
  refcounts,
  events,
  collector,
  caches,
  questions,
};

export const lensNames = Object.keys(WRITERS) as readonly TracedLens[];

export function isLensName(name: string): name is TracedLens {
  return (lensNames as readonly string[]).includes(name);
}

/** A lens at a step, line by line. */
export function lensText(
  timeline: Asked,
  step: number,
  lens: TracedLens,
  question: LensQuestionText,
): string {
  return WRITERS[lens](timeline, step, question).join('\n');
}

function chosen({ of }: LensQuestionText): ObjectChoice {
  if (of === null) return {};
  const number = /^#?(\d+)$/.exec(of)?.[1];
  return number === undefined ? { name: of } : { object: Number(number) };
}

// ---- objects -------------------------------------------------------------------------------------

function objects(timeline: Asked, step: number): string[] {
  const { scene } = timeline.view(step);
  const byNumber = new Map(scene.objects.map((object) => [object.number, object]));
  const called = (number: number) => {
    const object = byNumber.get(number);
    return object === undefined ? `#${number}` : named(object);
  };
  const frame = ({ title, line, names }: SceneFrame) => [
    line > 0 ? `${title}, line ${line}` : title,
    ...names.map((name) => `  ${name.label} -> ${called(name.to)}`),
  ];
  const object = (one: SceneObject) => [
    `${named(one)}  ${counted(one.refcount)}, ${one.size} bytes at ${one.address}${one.reachable ? '' : ', unreachable'}`,
    ...one.items.map((item) => `  ${item.label} -> ${called(item.to)}`),
    ...(one.more > 0 ? [`  and ${one.more} more`] : []),
  ];
  const freed = scene.freed.map((one) => `${named(one)}  freed`);
  return [...scene.frames.flatMap(frame), '', ...scene.objects.flatMap(object), ...freed];
}

// ---- memory and layers ---------------------------------------------------------------------------

const POOL_LETTERS: Readonly<Record<PoolState, string>> = {
  [POOL_UNTOUCHED]: '.',
  [POOL_EMPTY]: 'e',
  [POOL_USED]: 'u',
  [POOL_FULL]: 'F',
};

function memory(timeline: Asked, step: number): string[] {
  const scene = timeline.lens('memory', step, {});
  const { totals, geometry, changes } = scene;
  return [
    `${several(scene.arenas.length, 'arena')} of ${geometry.arenaBytes} bytes, pools of ${geometry.poolBytes}`,
    `${totals.blocks} blocks in use, ${totals.blockBytes} bytes; ${totals.freeBlocks} free, ` +
      `${totals.freeBytes} bytes; ${totals.rawBlocks} over ${geometry.threshold} bytes`,
    ...(changes === null
      ? []
      : [`since the step before: ${changes.allocated} allocated, ${changes.freed} freed`]),
    'pools: . untouched, e empty, u used, F full',
    ...scene.arenas.map(arenaLine),
    ...placeLines(scene),
  ];
}

function arenaLine({ index, address, states }: MemoryMapScene['arenas'][number]): string {
  return `arena ${index} 0x${address.toString(16)} ${states.map((s) => POOL_LETTERS[s]).join('')}`;
}

function placeLines(scene: MemoryMapScene): string[] {
  return scene.objects.map((object) => {
    const { block, pool } = object;
    const where = pool === null ? 'C heap' : `pool 0x${pool.toString(16)}`;
    return `${named(object)}  block 0x${block.toString(16)}, ${where}`;
  });
}

const ANSWERS: Readonly<Record<Answer, string>> = {
  freeList: 'from a free list',
  pool: 'from a pool',
  newPool: 'from a pool taken for it',
  newArena: 'from an arena taken for it',
  heap: 'from the C heap',
  mapping: 'from a mapping of its own',
};

function layers(timeline: Asked, step: number): string[] {
  const { source, requests, more, returns, pages } = timeline.lens('layers', step, {});
  return [
    ...during(source),
    ...requests.map(({ content, count, answer, needs, blockBytes }) => {
      const { type, kind, number } = content;
      const what = kind === 'object' ? named(content) : `${kind} of ${label(number, type)}`;
      const times = count === 1 ? '' : ` x ${count}`;
      return `${what}${times}  needs ${needs ?? '?'}, block of ${blockBytes}, ${ANSWERS[answer]}`;
    }),
    ...(requests.length === 0 ? ['asked for nothing that it still has'] : []),
    ...(more > 0 ? [`and ${more} more`] : []),
    `returned: ${several(returns.blocks, 'block')}, ${returns.bytes} bytes; to free lists ` +
      `${returns.kept}; to the C heap ${returns.large}; pools emptied ${returns.pools}, arenas given ` +
      `back ${returns.arenas}`,
    `pages in use: ${pages.before} -> ${pages.after}; calls of mmap ${pages.mmap}, of munmap ${pages.munmap}`,
  ];
}

const several = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The line that led to the step; nothing at the first one. */
const during = (source: string) => (source === '' ? [] : [`during ${source}:`]);

// ---- one object ----------------------------------------------------------------------------------

function holders(timeline: Asked, step: number, question: LensQuestionText): string[] {
  const scene = timeline.lens('holders', step, chosen(question));
  if (scene.object === null) return noObject(timeline, step, question);
  const left = scene.more > 0 ? [`  and ${scene.more} more, ${scene.moreCount} references`] : [];
  const native = scene.unnamed === 0 ? [] : [`  native code at work: ${scene.unnamed}`];
  return [
    `${named(scene.object)}  ${counted(scene.refcount)}`,
    ...scene.holders.map((holder) => `  ${holderText(holder)}`),
    ...left,
    ...native,
  ];
}

function holderText({ kind, frame, label: place, owner, count }: Holder): string {
  const where = owner === null ? frame : named(owner);
  const times = count === 1 ? '' : count === 0 ? '  borrowed' : `  x ${count}`;
  return `${kind}: ${[where, place].filter((part) => part !== '').join(' ')}${times}`;
}

/** What can be asked about instead. */
function noObject(timeline: Asked, step: number, { of }: LensQuestionText): string[] {
  const { frames } = timeline.view(step).scene;
  const names = [...new Set(frames.flatMap((frame) => frame.names.map((one) => one.label)))];
  const wanted =
    of === null ? 'which object? --of takes a name or a number' : `no object ${of} here`;
  return [names.length === 0 ? wanted : `${wanted}; the names at this step: ${names.join(', ')}`];
}

function refcounts(timeline: Asked, step: number, question: LensQuestionText): string[] {
  const scene = timeline.lens('refcounts', step, chosen(question));
  if (scene.object === null) return noObject(timeline, step, question);
  return [
    `${named(scene.object)}  ${counted(scene.refcount)}`,
    ...scene.points.map(({ step: at, before, refcount, line, code }) => {
      return `  step ${at}: ${before} -> ${refcount}  line ${line}: ${code}`;
    }),
    ...(scene.more > 0 ? [`  and ${scene.more} more`] : []),
  ];
}

function questions(timeline: Asked, step: number, question: LensQuestionText): string[] {
  const { holds: expression, of } = question;
  const asked = { ...chosen(question), ...(expression === null ? {} : { holds: expression }) };
  const { life, lives, holds } = timeline.lens('questions', step, asked);
  if (life === null && holds === null) return noObject(timeline, step, question);
  return [
    ...(holds === null ? [] : [`${expression}: ${holdsText(holds)}`]),
    ...(life === null ? (of === null ? [] : noObject(timeline, step, question)) : lifeText(life)),
    ...lives.map(({ object, from, to }) => {
      return `  at ${object.address}, steps ${from} to ${to}: ${named(object)}`;
    }),
  ];
}

function holdsText(holds: Holds): string {
  if (holds.kind === 'step') return `holds first at step ${holds.step}`;
  return holds.kind === 'never' ? 'holds at no step' : holds.message;
}

function lifeText({ object, born, allocatedBy, died, freedBy }: ObjectLife): string[] {
  const by = (cause: EventCause | null) => (cause === null ? '' : `  <- ${causeText(cause)}`);
  return [
    named(object),
    born === null ? '  there before the program' : `  made before step ${born}${by(allocatedBy)}`,
    died === null ? '  there at the end' : `  freed before step ${died}${by(freedBy)}`,
  ];
}

// ---- events and the collector --------------------------------------------------------------------

function events(timeline: Asked, step: number, question: LensQuestionText): string[] {
  const { object } = timeline.lens('refcounts', step, {
    ...chosen(question),
    from: step,
    to: step,
  });
  const filter = object === null ? {} : { object: object.number };
  const scene = timeline.lens('events', step, { window: question.window, filter });
  const about = object === null ? '' : ` of ${named(object)}`;
  return [
    ...(scene.step - scene.from > 1 ? [] : during(scene.source)),
    ...(scene.events.length === 0 && !scene.cut ? [`no event${about}`] : []),
    ...scene.events.map(eventText),
    ...(scene.more > 0 ? [`and ${scene.more} more`] : []),
    ...(scene.cut ? ['the recorder gave up here: there was too much to tell'] : []),
  ];
}

function collector(timeline: Asked, step: number): readonly string[] {
  const at = (moment: number | null) => timeline.lens('collector', step, { moment });
  return collectorText(at(null), at);
}

// ---- caches --------------------------------------------------------------------------------------

/** Addresses of a free list on its line, the next to be handed out first. */
const MOST_PLACES = 4;

function caches(timeline: Asked, step: number): string[] {
  const { names, smallInts, freeLists } = timeline.lens('caches', step, {});
  return [
    `small ints: ${smallInts.first} to ${smallInts.last}`,
    ...names.map(({ frame, name, object, origin, code, refcount }) => {
      const where = code === '' ? '' : `, constant of ${code}`;
      const what = `${object.text} at ${object.address}`;
      return `${frame} ${name} -> ${what}  ${origin}${where}, ${counted(refcount)}`;
    }),
    ...freeLists.map(({ name, length, limit, before, places }) => {
      const was = before === null || before === length ? '' : ` (was ${before})`;
      const more = length > MOST_PLACES ? ` and ${length - MOST_PLACES} more` : '';
      return `free ${name}: ${length}${was} of ${limit}: ${places.slice(0, MOST_PLACES).join(' ')}${more}`;
    }),
  ];
}

/** The events of a line, put together object by object, and the sentences that they make. */
import type { EventBlock, EventPart, SceneEvent } from './events-scene.ts';
import { label, type Narration } from './narration.ts';
import type { ObjectNumber, SceneObject } from './objects-scene.ts';

type EventOf<Kind extends SceneEvent['kind']> = Extract<SceneEvent, { readonly kind: Kind }>;

/** What happened to one object. */
interface Life {
  /** Its count before the line; null where nothing told. */
  before: number | null;
  after: number | null;
  /** Whether the line made it. */
  isNew: boolean;
  origin: EventOf<'alloc'> | EventOf<'reuse'> | null;
  end: EventOf<'free'> | EventOf<'keep'> | null;
  parts: EventOf<'free'>[];
}

export class LineEvents {
  readonly events: readonly SceneEvent[];
  private readonly lives = new Map<ObjectNumber, Life>();

  constructor(events: readonly SceneEvent[]) {
    this.events = events;
    for (const event of events) this.note(event);
  }

  private lifeOf(number: ObjectNumber): Life {
    let life = this.lives.get(number);
    if (life === undefined) {
      life = { before: null, after: null, isNew: false, origin: null, end: null, parts: [] };
      this.lives.set(number, life);
    }
    return life;
  }

  private note(event: SceneEvent): void {
    if (event.kind === 'free' && event.part !== null) {
      this.lifeOf(event.part.owner.number).parts.push(event);
      return;
    }
    if (!('object' in event) || event.object === null || event.object.number === 0) return;
    const life = this.lifeOf(event.object.number);
    if (event.kind === 'create') life.isNew = true;
    if (event.kind === 'alloc' || event.kind === 'reuse') life.origin = event;
    if (event.kind === 'free' || event.kind === 'keep') life.end = event;
    if (event.kind === 'incref' || event.kind === 'decref') {
      life.before ??= event.before;
      life.after = event.after;
    }
  }

  /** The count of an object before the line; null when the line made it or left it alone. */
  countBefore(number: ObjectNumber): number | null {
    const life = this.lives.get(number);
    return life === undefined || life.isNew ? null : life.before;
  }

  /** How the line made an object; null when it did not. */
  creation({ number, type, text }: SceneObject): Narration | null {
    const life = this.lives.get(number);
    if (!life?.isNew || life.origin === null) return null;
    const values = { object: label(number, type), text };
    const { origin } = life;
    if (origin.kind === 'reuse')
      return { key: 'createdKept', values: { ...values, list: origin.list } };
    return {
      key: `created${place(origin.block)}`,
      values: { ...values, ...blockValues(origin.block) },
    };
  }

  /** How the line freed an object that is no longer shown, or what it did to its count. */
  release(number: ObjectNumber, object: string): Narration[] {
    const life = this.lives.get(number);
    if (life === undefined) return [];
    const { end, parts } = life;
    if (end === null) return countSentence(object, life);
    const values = { object, before: life.before ?? 1 };
    const first =
      end.kind === 'keep'
        ? { key: 'freedKept', values: { ...values, list: end.list } }
        : { key: `freed${place(end.block)}`, values: { ...values, ...blockValues(end.block) } };
    return [first, ...parts.map(({ block, part }) => partSentence(block, part!))];
  }
}

function countSentence(object: string, { before, after }: Life): Narration[] {
  if (before === null || after === null || before === after) return [];
  return [
    { key: after > before ? 'refcountUp' : 'refcountDown', values: { object, before, after } },
  ];
}

/** Which sentence: a block of pymalloc with a header or without, or of the C heap. */
function place({ szidx, before }: EventBlock): 'Block' | 'Plain' | 'Heap' {
  if (szidx < 0) return 'Heap';
  return before > 0 ? 'Block' : 'Plain';
}

function blockValues({ bytes, before, blockBytes, poolIndex, arena }: EventBlock) {
  return { bytes: bytes - before, header: before, class: blockBytes, pool: poolIndex, arena };
}

function partSentence({ bytes }: EventBlock, { kind }: EventPart): Narration {
  return { key: `${kind}Freed`, values: { bytes } };
}

/** What the collector came to. */
export function collectionSentences({ events }: LineEvents): Narration[] {
  return events.flatMap((event) => {
    if (event.kind !== 'collection' || event.what !== 'stop') return [];
    return [{ key: 'collected', values: { generation: event.generation, found: event.found } }];
  });
}

/** Pools and arenas that changed state; that nothing was allocated. */
export function blockSentences({ events }: LineEvents): Narration[] {
  const sentences: Narration[] = [];
  const last = new Map<string, EventOf<'pool'>>();
  const first = new Map<string, string>();
  for (const event of events) {
    if (event.kind === 'arena') {
      const key = event.change === 'mapped' ? 'arenaMapped' : 'arenaUnmapped';
      sentences.push({ key, values: { bytes: event.bytes } });
    }
    if (event.kind !== 'pool') continue;
    if (!first.has(event.pool)) first.set(event.pool, event.from);
    last.set(event.pool, event);
  }
  for (const [pool, { to, poolIndex, arena, blockBytes }] of last) {
    if (first.get(pool) === to) continue;
    const values = { pool: poolIndex, arena, class: blockBytes };
    sentences.push({ key: POOL_KEYS[`${first.get(pool)} ${to}`] ?? POOL_KEYS[to]!, values });
  }
  const asked = events.some(({ kind }) => ASKED.has(kind));
  const counted = events.some((event) => isShownCount(event));
  if (!asked && counted) sentences.push({ key: 'nothingAllocated', values: {} });
  return sentences;
}

const ASKED: ReadonlySet<SceneEvent['kind']> = new Set(['alloc', 'resize', 'reuse'] as const);

const POOL_KEYS: Readonly<Record<string, string>> = {
  'full used': 'poolUsable',
  used: 'poolTaken',
  full: 'poolFull',
  empty: 'poolEmpty',
};

/** A count of an object that has a number: one that readers see. */
function isShownCount(event: SceneEvent): boolean {
  return (event.kind === 'incref' || event.kind === 'decref') && event.object.number > 0;
}

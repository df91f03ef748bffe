/**
 * Puts the young generation of a recorded collection before a reader's function, and compares what it
 * does with what the algorithm does: event by event, in order.
 */
import type { CollectorScene, ListedObject, SceneList } from '../../engine/index.ts';
import type { Gc, List } from './lab.ts';
import { addressValue, Broken, type Departure, type DepartureCode, type Value } from './report.ts';
import type { GraphWorkload } from './workload.ts';

/** Addresses of the objects: as far apart as small instances are. */
const FIRST = 0x20000;
const APART = 64;

export type CollectorPart = (gc: Gc) => void;

export type CollectionEvent =
  | { readonly kind: 'refs'; readonly object: number; readonly refs: number }
  | { readonly kind: 'move'; readonly object: number; readonly to: List };

export class Collection {
  readonly events: CollectionEvent[] = [];
  readonly lists: Record<List, number[]>;
  readonly refs: number[];
  private readonly collecting: boolean[];
  private readonly graph: GraphWorkload;
  /** An object of another generation, that some refer to. */
  private readonly older: number;

  constructor(graph: GraphWorkload) {
    this.graph = graph;
    const { objects } = graph;
    this.older = FIRST + objects.length * APART;
    this.lists = { young: objects.map((_, index) => index), unreachable: [] };
    this.refs = objects.map(({ refcount }) => refcount);
    this.collecting = objects.map(() => true);
  }

  name(index: number): string {
    const type = this.graph.objects[index]?.type;
    return type === undefined ? 'an older object' : `${type} #${index + 1}`;
  }

  private address = (index: number) => FIRST + index * APART;

  /** @throws Broken for what is no object of this generation */
  private index(object: unknown): number {
    const index = (Number(object) - FIRST) / APART;
    if (object === this.older)
      throw new Broken('other-generation', { kind: 'nothing' }, addressValue(object));
    if (!Number.isInteger(index) || !this.graph.objects[index])
      throw new Broken('not-a-block', { kind: 'nothing' }, addressValue(object));
    return index;
  }

  private listOf(index: number): List {
    return this.lists.young.includes(index) ? 'young' : 'unreachable';
  }

  /** What the reader's function gets. `heard` is told of each event when it has happened. */
  gc(heard: (event: CollectionEvent) => void): Gc {
    const tell = (event: CollectionEvent) => {
      this.events.push(event);
      heard(event);
    };
    return {
      first: (list) => this.addressIn(list, 0),
      next: (object) => {
        const index = this.index(object);
        const list = this.listOf(index);
        return this.addressIn(list, this.lists[list].indexOf(index) + 1);
      },
      traverse: (object, visit) => {
        for (const child of this.graph.objects[this.index(object)]!.to)
          visit(child < 0 ? this.older : this.address(child));
      },
      getRefs: (object) => this.refs[this.index(object)]!,
      setRefs: (object, refs) => {
        const index = this.index(object);
        this.refs[index] = refs;
        tell({ kind: 'refs', object: index, refs });
      },
      isCollecting: (object) => object !== this.older && this.collecting[this.index(object)]!,
      clearCollecting: (object) => {
        this.collecting[this.index(object)] = false;
      },
      isAside: (object) =>
        object !== this.older && this.listOf(this.index(object)) === 'unreachable',
      move: (object, to) => {
        const index = this.index(object);
        const from = this.lists[this.listOf(index)];
        from.splice(from.indexOf(index), 1);
        this.lists[to].push(index);
        tell({ kind: 'move', object: index, to });
      },
    };
  }

  private addressIn(list: List, place: number): number {
    const index = this.lists[list]?.[place];
    return index === undefined ? 0 : this.address(index);
  }

  scene(): CollectorScene {
    const listed = (index: number): ListedObject => ({
      number: index + 1,
      type: this.graph.objects[index]!.type,
      text: this.graph.objects[index]!.type,
      names: [],
      refcount: this.graph.objects[index]!.refcount,
      refs: this.refs[index]!,
      finalized: false,
      refersTo: this.graph.objects[index]!.to.filter((to) => to >= 0).map((to) => to + 1),
    });
    const list = (name: SceneList['name'], indices: readonly number[]): SceneList => ({
      name,
      size: indices.length,
      objects: indices.map(listed),
      count: null,
      threshold: null,
      examined: name === 'generation0',
    });
    return {
      step: this.events.length,
      line: 0,
      source: '',
      enabled: true,
      pending: 0,
      longLived: 0,
      moments: [],
      more: 0,
      moment: null,
      pass: null,
      lists: [list('generation0', this.lists.young), list('unreachable', this.lists.unreachable)],
    };
  }
}

/** v3.14.10 Python/gc.c subtract_refs, visit_decref */
export function subtractRefs(gc: Gc): void {
  for (let object = gc.first('young'); object !== 0; object = gc.next(object))
    gc.traverse(object, (child) => {
      if (gc.isCollecting(child)) gc.setRefs(child, gc.getRefs(child) - 1);
    });
}

/** v3.14.10 Python/gc.c move_unreachable, visit_reachable */
export function moveUnreachable(gc: Gc): void {
  const visit = (child: number) => {
    if (!gc.isCollecting(child)) return;
    if (gc.isAside(child)) gc.move(child, 'young');
    if (gc.getRefs(child) === 0) gc.setRefs(child, 1);
  };
  let object = gc.first('young');
  while (object !== 0) {
    const next = gc.next(object);
    if (gc.getRefs(object) > 0) {
      gc.traverse(object, visit);
      gc.clearCollecting(object);
      object = gc.next(object);
    } else {
      gc.move(object, 'unreachable');
      object = next;
    }
  }
}

/** The collection as it stands before a part of it runs. */
export function before(
  part: 'subtract-refs' | 'move-unreachable',
  graph: GraphWorkload,
): Collection {
  const collection = new Collection(graph);
  if (part === 'move-unreachable') {
    subtractRefs(collection.gc(() => {}));
    collection.events.length = 0;
  }
  return collection;
}

export interface CollectionRun {
  readonly collection: Collection;
  readonly departure: Departure | null;
}

class StopHere extends Error {}

function codeFor(expected: CollectionEvent, event: CollectionEvent): DepartureCode {
  if (event.kind === 'refs' || expected.kind === 'refs') return 'refs';
  if (expected.to === 'young') return 'not-back';
  return event.to === 'unreachable' ? 'aside-too-early' : 'move';
}

/** Runs a reader's part of the collector. @param until the event to stop behind */
export function runCollection(
  part: 'subtract-refs' | 'move-unreachable',
  graph: GraphWorkload,
  code: CollectorPart,
  until = Number.POSITIVE_INFINITY,
): CollectionRun {
  const model = before(part, graph);
  (part === 'subtract-refs' ? subtractRefs : moveUnreachable)(model.gc(() => {}));
  // Of the second part the moves are compared: which count a revived object gets, and when, is shown by them.
  const counts = ({ kind }: CollectionEvent) => part === 'subtract-refs' || kind === 'move';
  const wanted = model.events.filter(counts);
  const collection = before(part, graph);
  let departure: Departure | null = null;
  let seen = 0;
  const value = (event: CollectionEvent | undefined): Value => {
    if (!event) return { kind: 'nothing' };
    const object = collection.name(event.object);
    return event.kind === 'move'
      ? { kind: 'move', object, to: event.to }
      : { kind: 'refs', object, refs: event.refs };
  };
  const depart = (code: DepartureCode, expected: Value, came: Value) => {
    const step = collection.events.length + (code === 'missing' ? 1 : 0);
    departure ??= { code, step, request: '', expected, came };
  };
  const gc = collection.gc((event) => {
    if (counts(event)) {
      const expected = wanted[seen];
      seen += 1;
      if (!expected) depart('too-many', { kind: 'nothing' }, value(event));
      else if (JSON.stringify(expected) !== JSON.stringify(event))
        depart(codeFor(expected, event), value(expected), value(event));
    }
    if (collection.events.length >= until) throw new StopHere();
  });
  try {
    if (until > 0) code(gc);
    if (seen < wanted.length && until === Number.POSITIVE_INFINITY)
      depart('missing', value(wanted[seen]), { kind: 'nothing' });
  } catch (error) {
    if (error instanceof Broken) depart(error.code, error.expected, error.came);
    else if (!(error instanceof StopHere))
      depart('threw', { kind: 'nothing' }, { kind: 'text', text: String(error).slice(0, 200) });
  }
  return { collection, departure };
}

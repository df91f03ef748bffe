/** The Collector lens: what it says is in memory, at a step and at each moment of a collection. */
import { describe, expect, it } from 'vitest';
import type { CollectorScene, SceneList } from '../../../engine/index.ts';
import { MAX_LISTED, MAX_MOMENTS } from '../../../engine/lenses/collector-scene.ts';
import { trackedObjects } from '../../../engine/lenses/unreachable.ts';
import type { Timeline } from '../../../engine/whole.ts';
import { ran, stepAfter } from './programs.ts';

/** In the allocation, at the eval breaker, and with other layouts. */
const RELEASES = ['3.8', '3.13', '3.15'] as const;

/** Two lists in a ring, of which one holds a third that has a name. */
const RING = `import gc
gc.collect()
kept = []
a = [kept]
b = [a]
a.append(b)
del a, b
found = gc.collect(0)
`;
const COLLECT = 8;

/** 97 lists, few enough in each for all of them to be seen. */
const MANY = 'rings = [[[] for j in range(15)] for i in range(6)]\ni = j = None\n';

const at = (timeline: Timeline, line: number, moment: number | null = null): CollectorScene =>
  timeline.lens('collector', stepAfter(timeline, line), { moment });

/** The scene at the first moment that looks as told. */
function when(
  timeline: Timeline,
  line: number,
  wanted: Partial<CollectorScene['moments'][number]>,
): CollectorScene {
  const { moments } = at(timeline, line);
  const index = moments.findIndex((moment) =>
    Object.entries(wanted).every(([key, value]) => moment[key as keyof typeof moment] === value),
  );
  expect(index, JSON.stringify(wanted)).toBeGreaterThanOrEqual(0);
  return at(timeline, line, index);
}

const atEnd = (timeline: Timeline): CollectorScene =>
  timeline.lens('collector', timeline.steps + 1, { moment: null });

const list = ({ lists }: CollectorScene, name: SceneList['name']): SceneList =>
  lists.find((one) => one.name === name)!;

const numbers = (scene: CollectorScene, name: SceneList['name']): number[] =>
  list(scene, name).objects.map(({ number }) => number);

describe('between collections', () => {
  it('has every tracked object in one list', () => {
    const timeline = ran(RING);
    let looked = 0;
    for (let step = 1; step <= timeline.steps + 1; step++) {
      const { lists } = timeline.lens('collector', step, { moment: null });
      timeline.seek(step);
      const tracked = trackedObjects(timeline.run.machine.rt).length;
      expect(lists.reduce((sum, { size }) => sum + size, 0)).toBe(tracked);
      looked++;
    }
    expect(looked).toBe(COLLECT + 1);
  });

  it('has new objects in generation 0, with its count and threshold', () => {
    const scene = at(ran(RING), 4);
    expect(scene).toMatchObject({ moments: [], moment: null, enabled: true });
    expect(list(scene, 'generation0')).toMatchObject({ size: 2, count: 2, threshold: 2000 });
    expect(list(scene, 'generation0').objects).toMatchObject([
      { type: 'list', text: '[]', names: ['kept'], refcount: 2, refs: null, refersTo: [] },
      { type: 'list', text: '[1 item]', names: ['a'], refcount: 1, refersTo: [1] },
    ]);
  });

  it('shows the permanent generation when something is in it', () => {
    const timeline = ran('import gc\na = []\ngc.freeze()\nb = []\ngc.disable()\n');
    expect(at(timeline, 2).lists.map(({ name }) => name)).not.toContain('permanent');
    const scene = at(timeline, 5);
    expect(numbers(scene, 'permanent')).toEqual([1]);
    expect(numbers(scene, 'generation0')).toEqual([2]);
    expect(scene.enabled).toBe(false);
  });

  it('tells of so many objects, and counts the rest', () => {
    const timeline = ran(`import gc\ngc.collect()\n${MANY}`);
    const young = list(atEnd(timeline), 'generation0');
    expect(young.objects.length).toBe(MAX_LISTED);
    expect(young.size).toBe(97);
  });
});

describe('moments of a collection', () => {
  it('are in the order of the functions of gc_collect_main', () => {
    const { moments } = at(ran(RING), COLLECT);
    const told = moments.map(({ kind, object, from, count }) =>
      [kind, from, object, kind === 'subtract' || kind === 'stop' ? count : ''].join(' ').trim(),
    );
    expect(told.filter((text) => !text.startsWith('phase'))).toEqual([
      'start',
      'subtract list #2 list #3 0',
      'subtract list #2 list #1 1',
      'subtract list #3 list #2 0',
      'reachable  list #1',
      'aside  list #2',
      'aside  list #3',
      'subtract list #2 list #3 0',
      'subtract list #3 list #2 0',
      'aside  list #2',
      'aside  list #3',
      'clear  list #2',
      'stop   2',
    ]);
    expect(moments[0]).toMatchObject({ reason: 'manual', generation: 0 });
  });

  it('hold copies of the counts, then what is left of them', () => {
    const timeline = ran(RING);
    const copied = list(when(timeline, COLLECT, { phase: 'update_refs' }), 'generation0');
    expect(copied).toMatchObject({ examined: true, size: 3, count: 0 });
    for (const { refs, refcount } of copied.objects) expect(refs).toBe(refcount);
    const scene = when(timeline, COLLECT, { kind: 'phase', phase: 'subtract_refs' });
    const { objects } = list(scene, 'generation0');
    for (const { number, refs, refcount } of objects) {
      const within = objects.filter(({ refersTo }) => refersTo.includes(number)).length;
      expect(refs).toBe(refcount! - within);
    }
    expect(objects.map(({ refs }) => refs)).toEqual([1, 0, 0]);
  });

  it('move objects from list to list', () => {
    const timeline = ran(RING);
    const first = when(timeline, COLLECT, { kind: 'aside' });
    expect(numbers(first, 'generation0')).toEqual([1, 3]);
    expect(numbers(first, 'unreachable')).toEqual([2]);
    // a copy is there only while it is not known whether the object can be reached
    expect(list(first, 'generation0').objects.map(({ refs }) => refs)).toEqual([null, 0]);
    const promoted = when(timeline, COLLECT, { phase: 'promotion' });
    expect(numbers(promoted, 'generation0')).toEqual([]);
    expect(numbers(promoted, 'generation1')).toEqual([1]);
    expect(numbers(promoted, 'unreachable')).toEqual([2, 3]);
    const last = at(timeline, COLLECT);
    expect(last.lists.map(({ name }) => name)).toEqual([
      'generation0',
      'generation1',
      'generation2',
    ]);
    expect(numbers(last, 'generation1')).toEqual([1]);
  });

  it('bring back what something reachable refers to', () => {
    const source =
      'import gc\ngc.collect()\ninner = []\nouter = [inner]\ndel inner\ngc.collect(0)\n';
    const timeline = ran(source);
    const aside = when(timeline, 6, { kind: 'aside' });
    expect(numbers(aside, 'unreachable')).toEqual([1]);
    const back = when(timeline, 6, { kind: 'back' });
    expect(back.moments[back.moment!]).toMatchObject({ object: 'list #1', from: 'list #2' });
    expect(numbers(back, 'unreachable')).toEqual([]);
    expect(numbers(at(timeline, 6), 'generation1')).toEqual([2, 1]);
  });

  it('are the same however one comes to them', () => {
    const timeline = ran(RING);
    const forward = at(timeline, COLLECT, 5);
    at(timeline, 3);
    at(timeline, COLLECT, 20);
    expect(at(timeline, COLLECT, 5)).toEqual(forward);
    expect(at(ran(RING), COLLECT, 5)).toEqual(forward);
  });

  it('say why a collection began by itself, with the count that made it due', () => {
    const source = `import gc
gc.collect()
gc.set_threshold(10)
def fill(keep):
    while len(keep) < 12:
        keep.append([])
keep = []
fill(keep)
`;
    let starts = 0;
    for (const profile of RELEASES) {
      const timeline = ran(source, profile);
      for (let step = 1; step <= timeline.steps + 1; step++) {
        const { moments } = timeline.lens('collector', step, { moment: null });
        const index = moments.findIndex(
          ({ kind, reason }) => kind === 'start' && reason === 'heap',
        );
        if (index < 0) continue;
        const young = list(timeline.lens('collector', step, { moment: index }), 'generation0');
        expect(young).toMatchObject({ count: 11, threshold: 10 });
        starts++;
      }
    }
    expect(starts).toBe(RELEASES.length);
  });

  it('are kept within a limit: phases are told to the end', () => {
    const close = 'for r in rings:\n  for x in r: x.extend([r, rings, x])\n';
    const scene = atEnd(ran(`import gc\ngc.collect()\n${MANY}${close}gc.collect(0)\n`));
    expect(scene.more).toBeGreaterThan(0);
    expect(scene.moments.length).toBeLessThan(MAX_MOMENTS + 20);
    expect(scene.moments.at(-1)!.kind).toBe('stop');
    expect(scene.moments.filter(({ kind }) => kind === 'phase').length).toBe(14);
  });
});

const CAT = `import gc
gc.collect()
saved = []
class Cat:
    def __del__(self):
        saved.append(self)
cat = Cat()
cat.me = cat
del cat
first = gc.collect(0)
saved.clear()
second = gc.collect()
`;

describe('finalizers', () => {
  it('run while the garbage stands aside', () => {
    for (const profile of RELEASES) {
      const timeline = ran(CAT, profile);
      // the line of the finalizer: native code is under way
      const scene = timeline.lens('collector', stepAfter(timeline, 10), { moment: null });
      const [cat] = list(scene, 'unreachable').objects.filter(({ type }) => type === 'Cat');
      expect(cat, profile).toMatchObject({ finalized: true });
      expect(scene.moments.at(-1), profile).toMatchObject({ kind: 'finalize' });
    }
  });

  it('bring an object back once, and the second time it is freed', () => {
    const timeline = ran(CAT);
    const back = when(timeline, 6, { kind: 'resurrected' });
    expect(back.moments[back.moment!]!.object).toMatch(/^Cat #/);
    expect(back.moments.at(-1)).toMatchObject({ kind: 'stop', count: 0 });
    const second = at(timeline, 12);
    expect(second.moments.some(({ kind }) => kind === 'finalize')).toBe(false);
    expect(second.moments.at(-1)).toMatchObject({ kind: 'stop', count: 1 });
  });

  it('come after weak references are cleared and their callbacks called', () => {
    const source = `import gc, weakref
gc.collect()
class Node: pass
def told(r): pass
n = Node()
n.me = n
w = weakref.ref(n, told)
del n
gc.collect(0)
`;
    const timeline = ran(source);
    const kinds = at(timeline, 9).moments.map(({ kind }) => kind);
    expect(kinds.slice(kinds.indexOf('weakref'))).toEqual(['weakref', 'callback']);
  });
});

describe('with the incremental collector', () => {
  const names = ({ lists }: CollectorScene) => lists.map(({ name }) => name);

  it('has young objects and two old spaces, and says how the pass stands', () => {
    const timeline = ran(RING, '3.14.2');
    const scene = at(timeline, 5);
    expect(names(scene)).toEqual(['young', 'visited', 'pending']);
    expect(numbers(scene, 'young')).toHaveLength(3);
    expect(list(scene, 'young')).toMatchObject({ count: 3, threshold: 2000 });
    expect(list(scene, 'visited')).toMatchObject({ size: 0, count: null });
    expect(scene.pass).toMatchObject({ work: 0, marks: true });
    timeline.seek(scene.step);
    expect(scene.pass!.heap).toBe(trackedObjects(timeline.run.machine.rt).length);
  });

  it('moves what a young collection finds alive to the visited space', () => {
    const scene = at(ran(RING, '3.14.2'), COLLECT);
    expect(numbers(scene, 'visited')).toEqual([1]);
    expect(numbers(scene, 'young')).toEqual([]);
  });

  it('shows marking, then an increment with what it looks through', () => {
    const source = `${RING.replace('gc.collect(0)', 'gc.collect(1)')}more = [[] for i in range(20)]\n`;
    const marked = at(ran(source, '3.14.2'), COLLECT);
    expect(marked.moments.filter(({ kind }) => kind === 'mark').length).toBeGreaterThan(0);
    expect(marked.pass).toMatchObject({ marks: false });
    // frozen, the machine's own objects are no work
    const young = `import gc\ngc.collect()\ngc.freeze()\ngc.collect(1)\n${MANY}gc.collect(1)\n`;
    const timeline = ran(young, '3.14.2');
    const full = when(timeline, 7, { phase: 'expand_region_transitively_reachable' });
    expect(names(full)).toContain('increment');
    expect(list(full, 'increment').size).toBeGreaterThanOrEqual(97);
  });
});

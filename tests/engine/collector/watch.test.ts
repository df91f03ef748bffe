/** What a collection tells a watcher: the steps in CPython's order, and memory as each event says it is. */
import { describe, expect, it } from 'vitest';
import { asGc, gcGetRefs, gcListObjects } from '../../../engine/collector/gc-list.ts';
import type { CollectionEvent } from '../../../engine/objects/collection-events.ts';
import { refcnt } from '../../../engine/objects/refcount.ts';
import { newTrial, type Trial } from './harness.ts';

const SOURCE = `import gc, weakref
gc.collect()
class Node:
    def __del__(self):
        if self.name == 'back':
            kept.append(self)
kept = []
pairs = []
def pair(name):
    a, b = Node(), Node()
    a.name, b.name = name, name + "'s"
    a.other, b.other = b, a
    pairs.append(weakref.ref(a, lambda r: None))
pair('gone')
pair('back')
gc.collect(0)
`;

/** Runs the program and looks at each event of its last collection while it is told. */
function watch(look: (event: CollectionEvent, trial: Trial) => void): void {
  const trial = newTrial();
  const { machine } = trial;
  let manual = 0;
  machine.rt.hooks.collection = (event) => {
    if (event.kind === 'start' && event.reason === 'manual') manual++;
    if (manual === 2) look(event, trial);
    if (event.kind === 'stop' && manual === 2) manual++;
  };
  machine.load(SOURCE, 'program.py', 'exec');
  machine.resume();
  expect(trial.output()).toBe('');
  expect(trial.faults()).toEqual([]);
}

function eventsOf(): CollectionEvent[] {
  const events: CollectionEvent[] = [];
  watch((event) => events.push(event));
  return events;
}

describe('a watched collection', () => {
  it('goes through the steps of gc_collect_main', () => {
    const events = eventsOf();
    const phases = events.flatMap((e) =>
      e.kind === 'phase' ? [e.phase + (e.again ? '2' : '')] : [],
    );
    expect(phases).toEqual([
      'merge',
      'update_refs',
      'subtract_refs',
      'move_unreachable',
      'untrack_tuples',
      'promotion',
      'move_legacy_finalizers',
      'handle_weakrefs',
      'finalize_garbage',
      'update_refs2',
      'subtract_refs2',
      'move_unreachable2',
      'handle_resurrected_objects',
      'delete_garbage',
    ]);
    expect(events[0]).toEqual({ kind: 'start', generation: 0, reason: 'manual' });
    expect(events.at(-1)).toEqual({ kind: 'stop', generation: 0, found: 2, uncollectable: 0 });
  });

  it('tells what happens to the garbage', () => {
    const count = (kind: CollectionEvent['kind']) =>
      eventsOf().filter((e) => e.kind === kind).length;
    expect(count('weakref')).toBe(2);
    expect(count('callback')).toBe(2);
    expect(count('finalize')).toBe(4);
    expect(count('resurrected')).toBe(2);
    expect(count('clear')).toBe(1); // the first frees the second
    expect(count('survives')).toBe(0);
  });

  it('tells each reference that is taken off, with what is left', () => {
    const counts = new Map<number, number>();
    let subtracted = 0;
    watch((event, { machine: { rt } }) => {
      if (event.kind === 'phase' && event.phase === 'update_refs' && !event.again) {
        for (const p of gcListObjects(rt, event.examined)) {
          counts.set(p, gcGetRefs(rt, asGc(p)));
          expect(counts.get(p)).toBe(refcnt(rt, p));
        }
      }
      if (event.kind !== 'subtract' || !counts.has(event.to)) return;
      subtracted++;
      counts.set(event.to, counts.get(event.to)! - 1);
      if (!counts.has(event.from)) return;
      expect(event.left).toBeGreaterThanOrEqual(0);
      expect(gcGetRefs(rt, asGc(event.to))).toBe(event.left);
    });
    expect(subtracted).toBeGreaterThan(10);
  });

  it('has in its lists what it put aside and did not take back', () => {
    const aside = new Set<number>();
    watch((event, { machine: { rt } }) => {
      if (event.kind === 'aside') aside.add(event.p);
      if (event.kind === 'back') expect(aside.delete(event.p)).toBe(event.wasAside);
      if (event.kind !== 'phase' || event.phase !== 'move_unreachable') return;
      expect(gcListObjects(rt, event.unreachable).sort()).toEqual([...aside].sort());
      if (!event.again) expect(aside.size).toBe(4);
      aside.clear();
    });
  });
});

describe('watching', () => {
  it('changes nothing', () => {
    const [watched, plain] = [newTrial(), newTrial()];
    watched.machine.rt.hooks.collection = () => {};
    const images = [watched, plain].map(({ machine }) => {
      machine.load(SOURCE, 'program.py', 'exec');
      machine.resume();
      return machine.snapshot().copies;
    });
    expect(images[0]).toEqual(images[1]);
  });
});

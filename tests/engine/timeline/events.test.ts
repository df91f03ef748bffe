/** What the recorder tells of a window: in full, in order, each with its cause. */
import { describe, expect, it } from 'vitest';
import { label, type SceneEvent } from '../../../engine/whole.ts';
import { MIXED, ran, RELEASES, stepAfter } from '../lenses/programs.ts';

function eventsOf(source: string, line: number): readonly SceneEvent[] {
  const timeline = ran(source);
  return timeline.lens('events', stepAfter(timeline, line), {}).events;
}

/** `decref list #1 by DELETE_NAME a`, with the cascade and the native functions that it belongs to. */
function told(event: SceneEvent): string {
  const { instruction, native, cascade } = event.cause;
  const object = 'object' in event ? event.object : null;
  const what = object === null ? '' : ` ${label(object.number, object.type)}`;
  const within = [...native, ...cascade.map(({ number, type }) => label(number, type))];
  const by = `${instruction?.name} ${instruction?.argument}`.trim();
  return `${event.kind}${what} by ${[by, ...within].join(' > ')}`;
}

describe('events of a line', () => {
  it('tells a reference that comes and one that goes', () => {
    const source = 'b = 0\na = [1000]\nb = a\nb = None\nx = 1\n';
    // the stack holds it until the dict has taken it
    expect(eventsOf(source, 3).map(told)).toEqual([
      'incref list #1 by LOAD_NAME a',
      'incref list #1 by STORE_NAME b',
      'decref list #1 by STORE_NAME b',
    ]);
    expect(eventsOf(source, 4)).toMatchObject([
      { kind: 'decref', object: { number: 1 }, before: 2, after: 1 },
    ]);
  });

  it('tells counts that move and move back within one native function', () => {
    const source = 'a = [1]\nb = [[2], [3]]\nk = b.count(a)\nx = 1\n';
    const moves = eventsOf(source, 3).filter(({ kind, cause }) => {
      return (kind === 'incref' || kind === 'decref') && cause.native.includes('list.count');
    });
    // list.count holds each item while it is compared
    expect(moves.filter(({ kind }) => kind === 'incref').length).toBeGreaterThan(1);
    for (const number of [3, 4]) {
      const counts = moves.flatMap((event) => {
        return 'after' in event && event.object.number === number ? [event.after] : [];
      });
      expect(counts).toEqual([2, 1]);
    }
  });

  it('tells what a full collection throws out of free lists from what is used again', () => {
    const source = "import gc\nd = {'k': 1}\nd = 0\ngc.collect()\nx = 1\n";
    const onLists = eventsOf(source, 4).filter((event) => 'list' in event);
    expect(onLists.map((event) => event.list)).toContain('dict keys');
    expect(new Set(onLists.map(({ kind }) => kind))).toEqual(new Set(['discard']));
  });

  it('tells a cascade in the order in which it happens', () => {
    expect(eventsOf('a = [[1000]]\ndel a\nx = 1\n', 2).map(told)).toEqual([
      'decref list #1 by DELETE_NAME a',
      'dealloc list #1 by DELETE_NAME a',
      'decref list #2 by DELETE_NAME a > list #1',
      'dealloc list #2 by DELETE_NAME a > list #1',
      'decref int #3 by DELETE_NAME a > list #1 > list #2',
      'free by DELETE_NAME a > list #1 > list #2',
      'keep list #2 by DELETE_NAME a > list #1 > list #2',
      'free by DELETE_NAME a > list #1',
      'pool by DELETE_NAME a > list #1',
      'keep list #1 by DELETE_NAME a > list #1',
    ]);
  });

  it('says whose table a block was, and how large', () => {
    const free = eventsOf('a = [1, 2, 3, 4, 5]\ndel a\nx = 1\n', 2).find(
      ({ kind }) => kind === 'free',
    );
    expect(free).toMatchObject({
      part: { kind: 'items', owner: { number: 1, type: 'list' } },
      block: { bytes: 48, blockBytes: 48, before: 0 },
    });
  });

  it('names native functions, also from a step within them', () => {
    const source =
      'k = []\ndef key(v):\n    k.append(v)\n    return -v\nx = sorted([30, 10], key=key)\n';
    const timeline = ran(source);
    const inKey = timeline.summary().lines.indexOf(3) + 1;
    const { events } = timeline.lens('events', inKey + 1, {});
    expect(events.length).toBeGreaterThan(3);
    for (const { cause } of events)
      expect(cause.native.slice(0, 2)).toEqual(['sorted', 'list.sort']);
    expect(events.some(({ cause }) => cause.native[2] === 'list.append')).toBe(true);
  });

  it('tells the phases of a collection and what it frees', () => {
    const source = 'import gc\nclass N: pass\nn = N()\nn.me = n\ndel n\ngc.collect()\nx = 1\n';
    const events = eventsOf(source, 6);
    const phases = events.flatMap((event) => (event.kind === 'collection' ? [event.what] : []));
    expect(phases[0]).toBe('start');
    expect(phases).toContain('clear');
    expect(phases[phases.length - 1]).toBe('stop');
    const freed = events.find((event) => event.kind === 'free' && event.object?.type === 'N');
    expect(freed?.cause).toMatchObject({ phase: 'delete_garbage', native: ['gc.collect'] });
  });

  it('filters by kind and object, and gives a long list in pages', () => {
    const timeline = ran('a = []\nfs = list(zip([a] * 400))\nx = 1\n');
    const all = timeline.lens('events', 3, {});
    expect(all.events.length).toBe(500);
    const rest = timeline.lens('events', 3, { skip: 500 });
    expect(rest.events[0]?.index).toBe(500);
    expect(all.more).toBe(rest.events.length + rest.more);
    const counts = timeline.lens('events', 3, { filter: { kinds: ['incref'], object: 1 } });
    expect(counts.events.every((event) => event.kind === 'incref')).toBe(true);
    expect(counts.events.length + counts.more).toBeGreaterThan(399);
    expect(counts.counts).toEqual(all.counts);
  });
});

describe.each(RELEASES)('in %s events add up', (profile) => {
  it('to the counts, and to the blocks that pymalloc has handed out', () => {
    const timeline = ran(MIXED, profile);
    const { rt, domains } = timeline.run.machine;
    let counts = 0;
    let blocks = 0;
    for (let step = 2; step <= timeline.steps; step++) {
      const events = allEvents(timeline, step);
      timeline.seek(step - 1);
      const before = domains.pymalloc.allocatedBlocks();
      timeline.seek(step);
      const made = events.filter(({ kind }) => kind === 'alloc').length;
      const gone = events.filter(({ kind }) => kind === 'free').length;
      expect(domains.pymalloc.allocatedBlocks() - before, `step ${step}`).toBe(made - gone);
      blocks += made + gone;
      const last = new Map<string, number>();
      for (const event of events) {
        if (event.kind === 'free' || event.kind === 'keep') {
          if (event.object !== null) last.delete(event.object.address);
        }
        if (event.kind !== 'create' && event.kind !== 'incref' && event.kind !== 'decref') continue;
        const { address } = event.object;
        const known = last.get(address);
        if (known !== undefined) expect(event.before).toBe(known);
        last.set(address, event.after);
        counts++;
      }
      for (const [address, count] of last) {
        if (count > 0) expect(rt.u32[Number(BigInt(address) & 0xffff_ffffn) >> 2]).toBe(count);
      }
    }
    expect(counts).toBeGreaterThan(300);
    expect(blocks).toBeGreaterThan(500);
  });
});

function allEvents(timeline: ReturnType<typeof ran>, step: number): readonly SceneEvent[] {
  const events: SceneEvent[] = [];
  for (;;) {
    const scene = timeline.lens('events', step, { skip: events.length });
    events.push(...scene.events);
    if (scene.more === 0) {
      expect(scene.cut).toBe(false);
      return events;
    }
  }
}

describe('steps by event', () => {
  const timeline = ran('a = [1000]\na = [a, a]\nx = 1\n');

  it('show the objects in the middle of a line', () => {
    const { events } = timeline.lens('events', 3, {});
    const counts = events.flatMap((event) => {
      if (!('after' in event) || event.object.number !== 1) return [];
      const { scene, moment } = timeline.view(3, { event: event.index });
      expect(moment).toEqual({ event, count: events.length, cut: false, written: 0 });
      expect(scene.line).toBe(2);
      return [[event.after, scene.objects.find(({ number }) => number === 1)?.refcount]];
    });
    // loaded twice, and dropped by the name
    expect(counts).toEqual([
      [2, 2],
      [3, 3],
      [2, 2],
    ]);
    expect(timeline.view(3).scene.objects.find(({ number }) => number === 1)?.refcount).toBe(2);
  });

  it('say what an event changed since the one before', () => {
    const { count } = timeline.view(3, { event: null }).moment!;
    let changes = 0;
    for (let event = 0; event < count; event++) {
      const { scene, moment } = timeline.view(3, { event });
      const told = moment!.event!;
      for (const { number, refcount, refcountBefore } of scene.objects) {
        if (refcountBefore === null || number <= 0) continue;
        expect(told).toMatchObject({ object: { number }, before: refcountBefore, after: refcount });
        changes++;
      }
    }
    expect(changes).toBeGreaterThan(3);
  });

  it('begin at the last event where one is asked for that is not there, and end with the step', () => {
    const { moment } = timeline.view(3, { event: 1e6 });
    expect(moment!.event!.index).toBe(moment!.count - 1);
    expect(timeline.view(3, { event: null }).moment!.event).toBeNull();
    expect(timeline.view(1, { event: 0 }).moment).toMatchObject({
      event: null,
      count: 0,
      cut: false,
    });
  });

  it('show the lenses at that moment', () => {
    const { events } = timeline.lens('events', 3, {});
    const taken = events.find((event) => event.kind === 'incref' && event.object.number === 1)!;
    const holders = (event: number | null) => timeline.lens('holders', 3, { object: 1 }, event);
    expect(holders(taken.index)).toMatchObject({ line: 2, refcount: 2 });
    expect(holders(taken.index).holders.map(({ kind }) => kind)).toContain('stack');
    expect(holders(null).holders.map(({ kind }) => kind)).not.toContain('stack');
    const made = events.find(({ kind }) => kind === 'alloc')!;
    const blocks = (event: number | null) => {
      return timeline.lens('memory', 3, {}, event).changes?.allocated ?? 0;
    };
    expect(blocks(made.index)).toBe(1);
    expect(blocks(null)).toBeGreaterThan(1);
    for (const lens of ['layers', 'caches', 'refcounts', 'events'] as const) {
      expect(timeline.lens(lens, 3, {}, made.index).step).toBe(3);
    }
  });

  it('say how much the line has written by then', () => {
    const run = ran("print('a', 'b')\nx = 1\n");
    const { count } = run.view(2, { event: null }).moment!;
    const written = Array.from(
      { length: count },
      (_, event) => run.view(2, { event }).moment!.written,
    );
    expect(written[0]).toBe(0);
    expect(written.at(-1)).toBe(4);
    expect(written).toEqual(written.toSorted((one, other) => one - other));
  });

  it('show the lists of the collector in the middle of a collection', () => {
    const source = 'import gc\nclass N: pass\nn = N()\nn.me = n\ndel n\ngc.collect()\nx = 1\n';
    const run = ran(source);
    const step = stepAfter(run, 6);
    const { events } = run.lens('events', step, { filter: { kinds: ['collection'] } });
    const clear = events.find((event) => event.kind === 'collection' && event.what === 'clear')!;
    const lists = (event: number | null) => {
      const scene = run.lens('collector', step, { moment: null }, event);
      return scene.lists.map(({ name }) => name);
    };
    expect(lists(clear.index)).toContain('still_unreachable');
    expect(lists(null)).not.toContain('still_unreachable');
  });
});

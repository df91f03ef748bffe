/** Where the Memory map of a chapter is open: at what a name stands for, in every release. */
import { expect, test } from 'vitest';
import { type MemoryMapScene, type ProfileId, Timeline } from '../../engine/whole.ts';
import {
  type Opening,
  fromNumbers,
  levelOf,
  optionsOf,
  toNumbers,
  zoomOfOpening,
} from '../../src/components/lenses/memory/zoom.ts';

const source = `obj = bytes(463)
row = [1.5]
where = id(obj)
large = bytes(5000)
`;

function ended(profile: ProfileId): Timeline {
  const timeline = new Timeline({ source, filename: 'p.py', profile, mode: 'script' });
  timeline.advance(() => false);
  return timeline;
}

function opened(opening: Opening, timeline: Timeline): MemoryMapScene | null {
  const last = timeline.steps + 1;
  const zoom = zoomOfOpening(opening, timeline.view(last).scene, timeline.lens('memory', last, {}));
  if (!zoom) return null;
  expect(fromNumbers(toNumbers(zoom))).toEqual(zoom);
  const scene = timeline.lens('memory', last, optionsOf(zoom));
  expect(levelOf(scene, zoom)).toBe(
    opening.level === 'header' || opening.level === 'block' ? 'bytes' : opening.level,
  );
  return scene;
}

test.each(['3.8', '3.13', '3.14'] as const)(
  '%s: what is opened, and what is not there',
  (profile) => {
    const timeline = ended(profile);
    const at = (level: Opening['level'], of: string) => opened({ level, of }, timeline);
    expect(at('arena', 'obj')?.pool).toBeNull();
    expect(at('pool', 'obj')?.pool?.blockBytes).toBe(496);
    expect(at('pool', 'row')?.pool?.blockBytes).toBe(64);
    expect(at('header', 'obj')?.bytes?.kind).toBe('header');
    expect(at('block', 'obj')?.bytes?.content?.type).toBe('bytes');
    // an int that is an address
    expect(at('block', 'where')?.bytes?.content?.type).toBe('bytes');
    // what is in no pool
    expect(at('pool', 'large')).toBeNull();
    expect(at('pool', 'nobody')).toBeNull();
  },
);

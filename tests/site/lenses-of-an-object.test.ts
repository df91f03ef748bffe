/** Holders, Refcounts and Events as they are drawn, from scenes of real runs. */
import { type VNode, h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type RefcountsScene, Timeline } from '../../engine/whole.ts';
import { Events, EventsTable } from '../../src/components/lenses/events/Events.tsx';
import {
  filterOf,
  KINDS,
  optionsOf,
  toggled,
  zoomOf,
} from '../../src/components/lenses/events/filter.ts';
import { Holders, HoldersTable } from '../../src/components/lenses/holders/Holders.tsx';
import { Changes } from '../../src/components/lenses/refcounts/Changes.tsx';
import { Chart } from '../../src/components/lenses/refcounts/Chart.tsx';
import * as scale from '../../src/components/lenses/refcounts/scale.ts';
import type { Translate } from '../../src/i18n/words.ts';

const t: Translate = (key, values = {}) => `${key} ${Object.values(values).join(' ')}`;

const html = <P>(node: VNode<P>): string => render(node as VNode);

const source = 'a = []\nb = [a, a]\ndef f(x):\n    return x\nf(a)\ndel b\ndel a\nz = 1\n';
const timeline = new Timeline({ source, filename: 'a.py', profile: '3.13', mode: 'script' });
timeline.advance();
const numberOf = (name: string, step: number) =>
  timeline.view(step).scene.frames[0]?.names.find(({ label }) => label === name)?.to ?? 0;
const list = numberOf('a', 2);
const nothing = () => {};

describe('Holders', () => {
  const scene = timeline.lens('holders', 3, { object: list });

  it.each([Holders, HoldersTable])('names every place once', (View) => {
    const text = html(h(View, { t, scene, onSelect: nothing }));
    for (const place of ['a', '[0] list #2', '[1] list #2']) expect(text).toContain(place);
    expect(text.match(/<button/g)).toHaveLength(2);
  });

  it('says what no place holds', () => {
    const text = html(h(Holders, { t, scene: { ...scene, unnamed: 2 }, onSelect: nothing }));
    expect(text).toContain('holders.unnamed 2');
  });
});

describe('Refcounts', () => {
  const scene = timeline.lens('refcounts', 3, { object: list });
  const at = (step: number): RefcountsScene => ({ ...scene, step });

  it('draws a line that has every change, and ends where the object does', () => {
    const path = scale.path(scene, 1000, 400);
    expect(path.match(/V/g)).toHaveLength(scene.points.length - 1);
    expect(scene.died).not.toBeNull();
    expect(path).toMatch(/V400$/);
    expect(html(h(Chart, { t, scene, onStep: nothing }))).toContain(path);
  });

  it('a press means the step below it, or the change that is near', () => {
    expect(scale.pressedStep(scene, 0)).toBe(scene.from);
    expect(scale.pressedStep(scene, 2)).toBe(scene.to);
    const [, second] = scene.points;
    expect(scale.pressedStep(scene, scale.across(scene, second!.step) + 0.01)).toBe(second!.step);
  });

  it('arrow keys go from change to change', () => {
    const steps = [scene.from];
    for (
      let step = scale.neighbour(scene, scene.from, 1);
      step;
      step = scale.neighbour(scene, step, 1)
    )
      steps.push(step);
    expect(steps.slice(1)).toEqual(scene.points.map(({ step }) => step));
    expect(scale.neighbour(scene, scene.from, -1)).toBeNull();
  });

  it('knows the count at every step, as the pictures of the steps show it', () => {
    for (let step = 1; step <= timeline.steps + 1; step += 1) {
      const shown = timeline.view(step).scene.objects.find(({ number }) => number === list);
      expect(scale.countAt(at(step), step)).toBe(shown?.refcount ?? null);
    }
  });

  it('lists the changes with their lines, and marks the one that is shown', () => {
    const text = html(h(Changes, { t, scene: at(scene.points[1]!.step), onStep: nothing }));
    expect(text.match(/<tr/g)).toHaveLength(scene.points.length + 1);
    expect(text).toContain('2: b = [a, a]');
    expect(text.match(/aria-current/g)).toHaveLength(1);
  });

  it.each([1, 3, 7, 40, 123, 100_000])('an axis up to %i has few whole numbers', (highest) => {
    const found = scale.ticks(highest);
    expect(found.length).toBeLessThanOrEqual(6);
    expect(found.every(Number.isInteger)).toBe(true);
    expect(found.at(-1)).toBeLessThanOrEqual(highest);
  });
});

describe('Events', () => {
  const { events } = timeline.lens('events', 3, {});

  it.each([Events, EventsTable])('tells every event', (View) => {
    const log = { t, events, selected: list, onSelect: nothing, current: null, onEvent: null };
    const text = html(h(View, log));
    for (const { kind } of events) expect(text).toContain(`events.kind.${kind}`);
    expect(text).toContain('LOAD_NAME a');
    expect(text.match(/aria-pressed="true"/g)).toHaveLength(2);
  });

  it('is filtered as links keep it', () => {
    const filter = toggled(toggled(filterOf([5, 0, 1, 40]), 'alloc'), 'incref');
    expect(filterOf(zoomOf(filter))).toEqual(filter);
    expect(filter).toMatchObject({ window: 5, kinds: ['incref', 'alloc'], skip: 0 });
    expect(optionsOf(filter, 4)).toMatchObject({ window: 5, filter: { object: 4 } });
    expect(optionsOf(toggled(filter, 'alloc'), null).filter).toEqual({ kinds: ['incref'] });
    expect(filterOf([77]).window).toBe(1);
    const one = timeline.lens('events', 3, optionsOf({ ...filter, onlySelected: false }, null));
    expect(new Set(one.events.map(({ kind }) => kind))).toEqual(new Set(['incref', 'alloc']));
  });

  it('has a word for every kind that the engine tells', () => {
    expect(Object.keys(timeline.lens('events', 3, {}).counts).sort()).toEqual([...KINDS].sort());
  });
});

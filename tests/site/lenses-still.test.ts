/** The lenses as they are drawn while the site is built: whole, without a handler, in time. */
import { h, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type MemoryMapScene, Timeline } from '../../engine/whole.ts';
import { Collector } from '../../src/components/lenses/collector/Collector.tsx';
import { Layers } from '../../src/components/lenses/layers/Layers.tsx';
import { MemoryMap } from '../../src/components/lenses/memory/MemoryMap.tsx';
import type { Translate } from '../../src/i18n/words.ts';

const t: Translate = (key, values = {}) => `${key} ${Object.values(values).join(' ')}`;

const html = <P>(node: VNode<P>): string => render(node as VNode);

function ran(source: string): Timeline {
  const timeline = new Timeline({ source, filename: 'a.py', profile: '3.13', mode: 'script' });
  timeline.advance();
  return timeline;
}

describe('without scripts', () => {
  const timeline = ran('a = [1, 2, 3]\nb = bytes(2000)\nz = 0\n');
  const block = timeline.lens('memory', 2, {}).objects[0]!.block;

  it.each([
    ['arenas', {}],
    ['a pool', { pool: block }],
    ['bytes', { block }],
  ])('shows %s, as picture and as table, with nothing to press', (_name, options) => {
    const scene = timeline.lens('memory', 2, options);
    for (const form of ['picture', 'table'] as const) {
      const text = html(h(MemoryMap, { t, scene, form }));
      expect(text).not.toMatch(/<button|listbox|tabindex="0"/);
      expect(text.length).toBeGreaterThan(300);
    }
  });

  it('shows a moment of a collection, as picture and as table', () => {
    const ring = ran('import gc\na = []\na.append(a)\ndel a\ngc.collect()\n');
    const last = ring.steps + 1;
    const { moments } = ring.lens('collector', last, { moment: null });
    const moment = moments.findIndex(({ phase }) => phase === 'subtract_refs');
    const scene = ring.lens('collector', last, { moment });
    for (const form of ['picture', 'table'] as const) {
      const text = html(h(Collector, { t, scene, form }));
      expect(text).toContain('collector.momentOf');
      expect(text).toMatch(/list.{1,40}#1/s);
      expect(text).not.toMatch(/<button|<input|<select|tabindex="0"/);
    }
  });

  it('shows the layers of a line', () => {
    const text = html(h(Layers, { t, scene: timeline.lens('layers', 3, {}) }));
    expect(text).toContain('b = bytes(2000)');
    expect(text).toContain('PyMem_Raw, malloc');
    expect(text).not.toContain('<button');
  });
});

/** As many arenas as a large program has, made of one. */
function large(scene: MemoryMapScene): MemoryMapScene {
  const [arena] = scene.arenas;
  const arenas = Array.from({ length: 64 }, (_, index) => ({
    ...arena!,
    index,
    address: arena!.address + index * scene.geometry.arenaBytes,
  }));
  return { ...scene, arenas };
}

it('draws 64 arenas', () => {
  const scene = large(ran('a = []\n').lens('memory', 2, {}));
  const text = html(h(MemoryMap, { t, scene, form: 'table' }));
  expect(text.match(/<tr/g)?.length).toBeGreaterThanOrEqual(64);
});

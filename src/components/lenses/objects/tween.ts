/** Between two layouts: what both have moves, what one has stands where it belongs. */
import type { Arrow, Layout } from './layout.ts';

const mix = (from: number, to: number, t: number) => from + (to - from) * t;

function moved<Thing extends { readonly top: number; readonly height: number }>(
  from: readonly Thing[],
  to: readonly Thing[],
  keyOf: (thing: Thing, index: number) => unknown,
  t: number,
): Thing[] {
  const before = new Map(from.map((thing, index) => [keyOf(thing, index), thing]));
  return to.map((thing, index) => {
    const was = before.get(keyOf(thing, index));
    if (!was) return thing;
    const { top, height } = thing;
    return { ...thing, top: mix(was.top, top, t), height: mix(was.height, height, t) };
  });
}

/** An arrow that now leads elsewhere swings over. */
function swung(from: readonly Arrow[], to: readonly Arrow[], t: number): Arrow[] {
  const before = new Map(from.map((arrow) => [arrow.key, arrow]));
  return to.map((arrow) => {
    const was = before.get(arrow.key);
    return was
      ? { ...arrow, from: mix(was.from, arrow.from, t), to: mix(was.to, arrow.to, t) }
      : arrow;
  });
}

/** @param t 0 for `from`, 1 for `to` */
export function between(from: Layout, to: Layout, t: number): Layout {
  if (t >= 1) return to;
  return {
    ...to,
    height: Math.max(from.height, to.height),
    framesWidth: mix(from.framesWidth, to.framesWidth, t),
    frames: moved(from.frames, to.frames, ({ frame }, index) => `${index}.${frame.title}`, t),
    objects: moved(from.objects, to.objects, ({ number }) => number, t),
    fromNames: swung(from.fromNames, to.fromNames, t),
    fromObjects: swung(from.fromObjects, to.fromObjects, t),
  };
}

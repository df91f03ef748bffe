/** Where steps and counts lie in the chart: parts of its width and height, from 0 to 1. */
import type { RefcountPoint, RefcountsScene } from '../../../../engine/index.ts';

export const across = ({ from, to }: RefcountsScene, step: number): number =>
  to === from ? 0.5 : (step - from) / (to - from);

export const up = ({ highest }: RefcountsScene, count: number): number =>
  count / Math.max(1, highest);

/** The step below a place of the chart. */
export function stepAt({ from, to }: RefcountsScene, part: number): number {
  return Math.round(from + Math.max(0, Math.min(1, part)) * (to - from));
}

/** A change so near to a step that a press there means the change. */
const NEAR = 0.012;

export function pressedStep(scene: RefcountsScene, part: number): number {
  const near = scene.points.filter(({ step }) => Math.abs(across(scene, step) - part) <= NEAR);
  const distance = ({ step }: RefcountPoint) => Math.abs(across(scene, step) - part);
  const [nearest] = near.toSorted((one, other) => distance(one) - distance(other));
  return nearest?.step ?? stepAt(scene, part);
}

/** The count at a step, as the points say it; null where the object is not there. */
export function countAt({ points }: RefcountsScene, step: number): number | null {
  const last = points.findLast((point) => point.step <= step);
  return last && last.refcount > 0 ? last.refcount : null;
}

/** The next change in a direction; null when there is none. */
export function neighbour({ points }: RefcountsScene, step: number, by: 1 | -1): number | null {
  const found =
    by === 1
      ? points.find((point) => point.step > step)
      : points.findLast((point) => point.step < step);
  return found?.step ?? null;
}

/** Whole numbers for the axis, few enough to be read. */
export function ticks(highest: number): number[] {
  const most = Math.max(1, highest);
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 1);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** The line of counts as an SVG path, in parts of `width` and `height`. */
export function path(scene: RefcountsScene, width: number, height: number): string {
  const x = (step: number) => Math.round(across(scene, step) * width * 10) / 10;
  const y = (count: number) => Math.round((1 - up(scene, count)) * height * 10) / 10;
  const [first, ...rest] = scene.points;
  if (!first) return '';
  const moves = rest.map(({ step, refcount }) => `H${x(step)}V${y(refcount)}`);
  const tail = scene.died === null ? `H${x(scene.to)}` : '';
  return `M${x(first.step)} ${y(first.refcount)}${moves.join('')}${tail}`;
}

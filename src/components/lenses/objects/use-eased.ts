import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Layout } from './layout.ts';
import { between } from './tween.ts';

const EASING_MS = 240;

const easeOut = (t: number) => 1 - (1 - t) ** 3;

const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * The layout to draw now, on its way to `target`.
 * @param eases false: the picture is there at once, as after a jump
 */
export function useEased(target: Layout, eases: boolean): Layout {
  const way = useRef({ from: target, to: target, shown: target });
  const [, draw] = useState(0);
  if (way.current.to !== target) {
    const from = eases && !wantsStillness() ? way.current.shown : target;
    way.current = { from, to: target, shown: from };
  }
  useLayoutEffect(() => {
    const { from, to } = way.current;
    if (from === to) return;
    let frame = 0;
    let began: number | undefined;
    const next = (now: number) => {
      began ??= now;
      const t = Math.min(1, (now - began) / EASING_MS);
      way.current = { ...way.current, shown: between(from, to, easeOut(t)) };
      draw(now);
      if (t < 1) frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return way.current.shown;
}

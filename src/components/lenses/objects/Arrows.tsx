import { LEFT_LANE, RIGHT_LANE, rem } from './geometry.ts';
import type { Arrow } from './layout.ts';

interface Props {
  readonly arrows: readonly Arrow[];
  readonly height: number;
  readonly selected: number | null;
}

interface LaneProps extends Props {
  readonly width: number;
  readonly line: (arrow: Arrow, index: number) => string;
  readonly head: (y: number) => string;
}

const HEAD = 7;

const round = (value: number) => Math.round(value * 10) / 10;

/** Out of the name's dot, across the lane, into the box. */
function across({ from, to }: Arrow): string {
  const end = LEFT_LANE - HEAD;
  const [out, back] = [round(LEFT_LANE * 0.6), round(LEFT_LANE * 0.35)];
  return `M5 ${from}C${out} ${from} ${back} ${round(to)} ${end} ${round(to)}`;
}

/** Out of the box on its right side, and back into another from there; far ones swing wider. */
function around({ from, to }: Arrow, index: number): string {
  const swing = 22 + Math.abs(to - from) / 9 + (index % 4) * 5;
  const reach = round(Math.min(RIGHT_LANE + 10, swing));
  return `M5 ${from}C${reach} ${from} ${reach} ${round(to)} ${HEAD} ${round(to)}`;
}

const dot = (y: number) => `M0 ${y}a3 3 0 1 1 6 0a3 3 0 1 1-6 0`;
const pointRight = (y: number) => `M${LEFT_LANE} ${round(y)}l-9-4v8z`;
const pointLeft = (y: number) => `M0 ${round(y)}l9-4v8z`;

const isLit = (arrow: Arrow, selected: number | null) =>
  selected !== null && (arrow.target === selected || arrow.holder === selected);

/** Arrows of a lane in two paths: their lines, and what is filled. The lit ones have two of their own. */
function Lane({ arrows, height, selected, width, line, head }: LaneProps) {
  const paths = arrows.map((arrow, index) => ({
    lit: isLit(arrow, selected),
    line: line(arrow, index),
    ends: dot(arrow.from) + head(arrow.to),
  }));
  return (
    <svg
      class="lens-lane"
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: rem(width), height: rem(height) }}
      aria-hidden="true"
    >
      {[false, true].map((lit) => {
        const these = paths.filter((path) => path.lit === lit);
        if (these.length === 0) return null;
        return (
          <g key={String(lit)} class={lit ? 'lit' : undefined}>
            <path class="line" d={these.map((path) => path.line).join('')} />
            <path d={these.map((path) => path.ends).join('')} />
          </g>
        );
      })}
    </svg>
  );
}

export const ArrowsFromNames = (props: Props) => (
  <Lane {...props} width={LEFT_LANE} line={across} head={pointRight} />
);

export const ArrowsFromObjects = (props: Props) => (
  <Lane {...props} width={RIGHT_LANE} line={around} head={pointLeft} />
);

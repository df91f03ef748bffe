import { LEFT_LANE, RIGHT_LANE, rem } from './geometry.ts';
import type { Arrow } from './layout.ts';

interface Props {
  readonly arrows: readonly Arrow[];
  readonly height: number;
  readonly selected: number | null;
}

const HEAD = 7;

/** Out of the name's dot, across the lane, into the box. */
function pathAcross({ from, to }: Arrow): string {
  const end = LEFT_LANE - HEAD;
  return `M5 ${from}C${LEFT_LANE * 0.6} ${from} ${LEFT_LANE * 0.35} ${to} ${end} ${to}`;
}

/** Out of the box on its right side, and back into another from there; far ones swing wider. */
function pathAround({ from, to }: Arrow, index: number): string {
  const reach = Math.min(RIGHT_LANE + 10, 22 + Math.abs(to - from) / 9 + (index % 4) * 5);
  return `M5 ${from}C${reach} ${from} ${reach} ${to} ${HEAD} ${to}`;
}

const pointRight = (y: number) => `M${LEFT_LANE} ${y}l${-HEAD - 2} ${-HEAD / 2 - 0.5}v${HEAD + 1}z`;
const pointLeft = (y: number) => `M0 ${y}l${HEAD + 2} ${-HEAD / 2 - 0.5}v${HEAD + 1}z`;

const lit = (arrow: Arrow, selected: number | null) =>
  selected !== null && (arrow.target === selected || arrow.holder === selected);

export function ArrowsFromNames({ arrows, height, selected }: Props) {
  return (
    <svg
      class="lens-lane"
      viewBox={`0 0 ${LEFT_LANE} ${height}`}
      style={{ width: rem(LEFT_LANE), height: rem(height) }}
      aria-hidden="true"
    >
      {arrows.map((arrow) => (
        <g key={arrow.key} class={lit(arrow, selected) ? 'lit' : undefined}>
          <circle cx="3" cy={arrow.from} r="3" />
          <path class="line" d={pathAcross(arrow)} />
          <path d={pointRight(arrow.to)} />
        </g>
      ))}
    </svg>
  );
}

export function ArrowsFromObjects({ arrows, height, selected }: Props) {
  return (
    <svg
      class="lens-lane"
      viewBox={`0 0 ${RIGHT_LANE} ${height}`}
      style={{ width: rem(RIGHT_LANE), height: rem(height) }}
      aria-hidden="true"
    >
      {arrows.map((arrow, index) => (
        <g key={arrow.key} class={lit(arrow, selected) ? 'lit' : undefined}>
          <circle cx="3" cy={arrow.from} r="3" />
          <path class="line" d={pathAround(arrow, index)} />
          <path d={pointLeft(arrow.to)} />
        </g>
      ))}
    </svg>
  );
}

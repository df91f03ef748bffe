/** What differs between what a program printed under two releases, line by line. */
import { diffArrays } from 'diff';
import type { OutputPiece } from '../../../engine/index.ts';
import { blocks } from './Output.tsx';

export interface ChangedLine {
  readonly stream: OutputPiece['stream'];
  readonly text: string;
  /** Printed by both, only before, or only now. */
  readonly in: 'both' | 'before' | 'now';
}

type Line = Omit<ChangedLine, 'in'>;

const linesOf = (output: readonly OutputPiece[]): Line[] =>
  blocks(output).flatMap(({ stream, text }) =>
    text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => ({ stream, text: line })),
  );

const same = (one: Line, other: Line) => one.stream === other.stream && one.text === other.text;

export function changesOf(
  before: readonly OutputPiece[],
  now: readonly OutputPiece[],
): readonly ChangedLine[] {
  return diffArrays(linesOf(before), linesOf(now), { comparator: same }).flatMap(
    ({ value, added, removed }) =>
      value.map((line) => ({ ...line, in: added ? 'now' : removed ? 'before' : 'both' }) as const),
  );
}

import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { markOf, type Plan } from '../plan.ts';
import type { Standing } from '../standing.ts';
import { loadBoard, type Seat, saveBoard, seated } from './session.ts';

export interface BoardState {
  readonly seats: ReadonlySignal<readonly Seat[]>;
  take(fresh: readonly Standing[]): void;
  keep(seats: readonly Seat[]): void;
}

/** Who is where, as codes have told, and the names that the presenter wrote. */
export function useBoard(plan: Plan): BoardState {
  const mark = markOf(plan);
  const seats = useSignal<readonly Seat[]>([]);
  const keep = (next: readonly Seat[]) => {
    seats.value = next;
    saveBoard(mark, plan, next);
  };
  useEffect(() => {
    seats.value = loadBoard(mark, plan);
  }, [plan]);
  return {
    seats,
    keep,
    take: (fresh) => {
      if (fresh.length > 0) keep(seated(seats.value, fresh));
    },
  };
}

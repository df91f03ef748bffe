import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { markOf, type Plan } from '../plan.ts';
import { noRoom, openRoom, type Room } from '../room.ts';
import type { Standing } from '../standing.ts';
import { loadBoard, type Seat, saveBoard, seated } from './session.ts';

export interface BoardState {
  readonly seats: ReadonlySignal<readonly Seat[]>;
  readonly room: ReadonlySignal<Room>;
  take(fresh: readonly Standing[]): void;
  name(sign: string, name: string): void;
  forget(): void;
}

/** Who is where: what codes have told, and what the room tells where there is one. */
export function useBoard(plan: Plan): BoardState {
  const mark = markOf(plan);
  const seats = useSignal<readonly Seat[]>([]);
  const room = useSignal<Room>(noRoom);
  const sit = (next: readonly Seat[]) => {
    seats.value = next;
    saveBoard(mark, plan, next);
  };
  const take = (fresh: readonly Standing[]) => {
    if (fresh.length > 0) sit(seated(seats.value, fresh));
  };
  useEffect(() => {
    seats.value = loadBoard(mark, plan);
    let isMeant = true;
    let leave = () => {};
    void openRoom('presenter', plan).then((found) => {
      if (!isMeant) return;
      room.value = found;
      leave = found.listen(take);
    });
    return () => {
      isMeant = false;
      leave();
    };
  }, [plan]);
  return {
    seats,
    room,
    take,
    name: (sign, name) =>
      sit(seats.value.map((seat) => (seat.standing.sign === sign ? { ...seat, name } : seat))),
    forget: () => sit([]),
  };
}

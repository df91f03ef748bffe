/** Learners of the room on the presenter's board, beside those whose codes were pasted or scanned. */
import { exercisesOf, type Plan, workOf } from '../plan.ts';
import type { Seat } from '../present/session.ts';
import type { Standing } from '../standing.ts';
import type { Learner } from './messages.ts';

/** A learner who has another edition of the plan may be at a part that this one does not have. */
export function standingOf({ sign, step, note, passed }: Learner, plan: Plan): Standing {
  const at = workOf(plan).findIndex(({ kind, id }) => `${kind}/${id}` === step);
  const own = exercisesOf(plan).filter((id) => passed.includes(id));
  return { sign, at: Math.max(0, at), note, passed: own };
}

/** The room is newer than a code of the same learner; a name that the presenter wrote stays. */
export function withRoom(
  seats: readonly Seat[],
  learners: readonly Learner[],
  plan: Plan,
): readonly Seat[] {
  const bySign = new Map(seats.map((seat) => [seat.standing.sign, seat]));
  for (const learner of learners) {
    const name = bySign.get(learner.sign)?.name || learner.nickname;
    bySign.set(learner.sign, { standing: standingOf(learner, plan), name });
  }
  return [...bySign.values()];
}

/** The same seats, one of them under another name, to be kept; a learner of the room gets a seat with it. */
export function renamed(
  kept: readonly Seat[],
  shown: readonly Seat[],
  sign: string,
  name: string,
): readonly Seat[] {
  const found = shown.find(({ standing }) => standing.sign === sign);
  const others = kept.filter(({ standing }) => standing.sign !== sign);
  return found ? [...others, { ...found, name }] : kept;
}

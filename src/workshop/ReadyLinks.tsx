import type { Plan } from './plan.ts';
import { readyPlans } from './ready-plans.ts';
import type { Say } from './words.ts';

interface Props {
  readonly say: Say;
  readonly to: (plan: Plan) => string;
}

/** The ready plans by name: for an address that holds none, perhaps typed off a wall. */
export function ReadyLinks({ say, to }: Props) {
  return (
    <ul>
      {readyPlans.map(({ id, plan }) => {
        const title = say(`ready.${id}`);
        return (
          <li key={id}>
            <a href={to({ ...plan, title })}>{title}</a>
          </li>
        );
      })}
    </ul>
  );
}

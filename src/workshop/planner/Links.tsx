import { useSignal } from '@preact/signals';
import * as addresses from '../addresses.ts';
import type { Plan } from '../plan.ts';
import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly site: string;
  readonly plan: Plan;
}

/** Where a plan leads: the presenter's view, the learners' link, and paper. */
export function Links({ say, site, plan }: Props) {
  const copied = useSignal<string>('');
  const full = (path: string) => new URL(path, location.href).href;
  const copy = async (address: string) => {
    try {
      await navigator.clipboard.writeText(address);
      copied.value = say('plan.copied');
    } catch {
      copied.value = say('plan.notCopied');
    }
  };
  const learners = full(addresses.learner(site, plan));
  return (
    <div class="ws-links">
      <h3>{say('plan.go')}</h3>
      <ul>
        <li>
          <a class="ws-primary" href={addresses.presenter(site, plan)}>
            {say('plan.present')}
          </a>
        </li>
        <li>
          <a href={addresses.learner(site, plan)}>{say('plan.learn')}</a>
        </li>
        <li>
          <a href={addresses.handout(site, plan)}>{say('plan.handout')}</a>
        </li>
        <li>
          <a href={addresses.notesSheet(site, plan)}>{say('plan.notes')}</a>
        </li>
      </ul>
      <label>
        {say('plan.learnerLink')}
        <input
          type="text"
          readOnly
          value={learners}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <p class="ws-buttons">
        <button type="button" onClick={() => copy(learners)}>
          {say('plan.copyLearner')}
        </button>
        <button type="button" onClick={() => copy(full(addresses.planner(site, plan)))}>
          {say('plan.copyPlan')}
        </button>
        <span role="status">{copied.value}</span>
      </p>
    </div>
  );
}

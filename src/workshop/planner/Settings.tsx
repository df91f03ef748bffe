import { LIMITS, type Plan } from '../plan.ts';
import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
}

/** Name, length and beginning of the workshop. */
export function Settings({ say, plan, onChange }: Props) {
  return (
    <div class="ws-settings">
      <label class="ws-wide">
        {say('plan.name')}
        <input
          type="text"
          maxLength={LIMITS.title}
          value={plan.title}
          autocomplete="off"
          onInput={(event) => onChange({ ...plan, title: event.currentTarget.value })}
        />
      </label>
      <label>
        {say('plan.minutes')}
        <input
          type="number"
          min={5}
          max={LIMITS.duration}
          step={5}
          value={plan.duration}
          onChange={(event) => {
            const minutes = Math.round(event.currentTarget.valueAsNumber) || 0;
            onChange({ ...plan, duration: Math.min(LIMITS.duration, Math.max(5, minutes)) });
          }}
        />
      </label>
      <label>
        {say('plan.start')}
        <input
          type="time"
          value={plan.start}
          onChange={(event) => onChange({ ...plan, start: event.currentTarget.value.slice(0, 5) })}
        />
      </label>
    </div>
  );
}

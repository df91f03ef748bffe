/** The way in for who has typed the address off a wall: the plan's code, typed as well. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Course } from '../course.ts';
import { fragmentOf } from '../plan-link.ts';
import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly course: Course;
}

export function TypedPlan({ say, course }: Props) {
  // It holds what it holds: what is typed before the page is alive stays.
  const field = useRef<HTMLInputElement>(null);
  const alive = useSignal(false);
  const told = useSignal('');
  useEffect(() => {
    alive.value = true;
  }, []);
  const open = async () => {
    const { decodePlan } = await import('../plan-code.ts');
    const read = decodePlan(field.current?.value ?? '', course);
    told.value = read.ok ? '' : say(`learn.${read.fault}`);
    if (read.ok) location.hash = fragmentOf(read.plan);
    else field.current?.focus();
  };
  return (
    <form
      class="ws-typed"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <label>
        {say('learn.planCode')}
        <input
          ref={field}
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={200}
          placeholder="T1-"
        />
      </label>
      <button type="submit" disabled={!alive.value}>
        {say('learn.openPlan')}
      </button>
      <p role="status">{told.value}</p>
    </form>
  );
}

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Course } from '../course.ts';
import { LIMITS, lasting, moved, type Part, type Plan, without } from '../plan.ts';
import { clockTime, type Schedule } from '../schedule.ts';
import { kindOf, titleOf } from '../titles.ts';
import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly course: Course;
  readonly plan: Plan;
  readonly times: Schedule;
  readonly onChange: (plan: Plan, news?: string) => void;
}

/** Breaks have no names: the second one is the second. */
function keysOf(parts: readonly Part[]): readonly string[] {
  let breaks = 0;
  return parts.map((part) => {
    if (part.kind !== 'break') return `${part.kind}-${part.id}`;
    breaks += 1;
    return `break-${breaks}`;
  });
}

/** The plan as a list: when each part begins, how long it lasts, and buttons that change it. */
export function Rows({ say, course, plan, times, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  /** What had the focus and has moved with its row. */
  const focus = useRef<string | null>(null);
  // At once: an effect after painting, left over from the plan before, would focus in the old list.
  useLayoutEffect(() => {
    if (!focus.current) return;
    list.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = null;
  }, [plan]);
  const keys = keysOf(plan.parts);
  const when = (minutes: number) =>
    plan.start ? clockTime(plan.start, minutes) : say('plan.after', { minutes });

  const move = (index: number, by: -1 | 1, name: string) => {
    const to = index + by;
    const next = moved(plan, index, by);
    if (next === plan) return;
    focus.current = `li:nth-child(${to + 1}) .ws-${by === -1 ? 'up' : 'down'}`;
    onChange(next, say('plan.moved', { name, place: to + 1, count: plan.parts.length }));
  };
  const remove = (index: number, name: string) => {
    const left = plan.parts.length - 1;
    if (left > 0) focus.current = `li:nth-child(${Math.min(index + 1, left)}) .ws-remove`;
    onChange(without(plan, index), say('plan.removed', { name }));
  };

  if (plan.parts.length === 0) return <p class="ws-empty">{say('plan.empty')}</p>;
  return (
    <ol class="ws-rows" ref={list}>
      {times.slots.map(({ part, minutes, from }, index) => {
        const name = titleOf(part, course, say);
        return (
          <li key={keys[index]} class={`ws-row ${part.kind}`}>
            <span class="ws-when">{when(from)}</span>
            <span class="ws-name">
              {part.kind !== 'break' && <small>{kindOf(part, course, say)}</small>} {name}
            </span>
            <span class="ws-tools">
              <input
                type="number"
                min={1}
                max={LIMITS.minutes}
                value={minutes}
                aria-label={say('plan.minutesOf', { name })}
                onChange={(event) =>
                  onChange(lasting(plan, index, event.currentTarget.valueAsNumber))
                }
              />
              <button
                type="button"
                class="ws-up"
                aria-disabled={index === 0}
                aria-label={say('plan.up', { name })}
                onClick={() => move(index, -1, name)}
              >
                ↑
              </button>
              <button
                type="button"
                class="ws-down"
                aria-disabled={index === plan.parts.length - 1}
                aria-label={say('plan.down', { name })}
                onClick={() => move(index, 1, name)}
              >
                ↓
              </button>
              <button
                type="button"
                class="ws-remove"
                aria-label={say('plan.remove', { name })}
                onClick={() => remove(index, name)}
              >
                ×
              </button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

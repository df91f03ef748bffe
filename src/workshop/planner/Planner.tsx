/** Puts a plan together; the address of the page holds it at every moment. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { HandedWords } from '../../i18n/handed.ts';
import { type Course, orderOf } from '../course.ts';
import {
  EMPTY,
  has,
  LIMITS,
  type Plan,
  type Work,
  withBreak,
  withoutWork,
  withWork,
} from '../plan.ts';
import { fragmentOf } from '../plan-link.ts';
import { schedule, withBreaks } from '../schedule.ts';
import { titleOf } from '../titles.ts';
import { usePlan } from '../use-plan.ts';
import { sayer } from '../words.ts';
import { Links } from './Links.tsx';
import { Picker } from './Picker.tsx';
import { Rows } from './Rows.tsx';
import { Settings } from './Settings.tsx';
import { Short } from './Short.tsx';

interface Props {
  readonly words: HandedWords;
  readonly course: Course;
  /** Path of the site in this language, with a slash at both ends. */
  readonly site: string;
}

const BREAK_MINUTES = 10;

export default function Planner({ words, course, site }: Props) {
  const say = sayer(words);
  const plan = useSignal<Plan>(EMPTY);
  const told = useSignal('');
  const read = usePlan(course);
  const section = useRef<HTMLElement>(null);
  // What is typed before the page is alive would be lost: it cannot be typed.
  const alive = useSignal(false);
  useEffect(() => {
    alive.value = true;
  }, []);
  const times = useComputed(() => schedule(plan.value, course));
  const order = orderOf(course);

  useLayoutEffect(() => {
    const found = read.value;
    if (found?.kind === 'broken') told.value = say('plan.broken');
    if (found?.kind !== 'plan') return;
    if (fragmentOf(found.plan) === fragmentOf(plan.value)) return;
    plan.value = found.plan;
    const missing = found.unknown.join(', ');
    told.value = missing ? say('plan.unknown', { parts: missing }) : say('plan.opened');
    section.current?.scrollIntoView();
    section.current?.focus({ preventScroll: true });
  }, [read.value]);

  const change = (next: Plan, news = '') => {
    plan.value = next;
    told.value = news;
    history.replaceState(history.state, '', next.parts.length > 0 ? fragmentOf(next) : '#');
  };
  const toggle = (work: Work) => {
    const name = titleOf(work, course, say);
    if (has(plan.value, work.kind, work.id))
      change(withoutWork(plan.value, work.kind, work.id), say('plan.removed', { name }));
    else change(withWork(plan.value, work, order), say('plan.added', { name }));
  };
  const { parts, duration } = plan.value;
  const { total, spare } = times.value;
  const full = parts.length >= LIMITS.parts;

  return (
    <section
      ref={section}
      class="ws-planner not-content"
      aria-label={say('plan.title')}
      tabIndex={-1}
      inert={!alive.value}
    >
      <Settings say={say} plan={plan.value} onChange={change} />
      <div class="ws-two">
        <Picker say={say} course={course} plan={plan.value} full={full} onToggle={toggle} />
        <div class="ws-schedule">
          <h3>{say('plan.schedule')}</h3>
          <p class={`ws-sum ${spare < 0 ? 'over' : ''}`}>
            <b>{say('plan.sum', { total, duration })}</b>{' '}
            {spare < 0
              ? say('plan.over', { minutes: -spare })
              : say('plan.spare', { minutes: spare })}
          </p>
          <progress
            class={spare < 0 ? 'over' : ''}
            max={Math.max(1, duration)}
            value={Math.min(total, duration)}
            aria-label={say('plan.sum', { total, duration })}
          />
          <Rows say={say} course={course} plan={plan.value} times={times.value} onChange={change} />
          <p class="ws-buttons">
            <button
              type="button"
              disabled={full}
              onClick={() => change(withBreak(plan.value, BREAK_MINUTES), say('plan.breakAdded'))}
            >
              {say('plan.addBreak')}
            </button>
            <button
              type="button"
              disabled={parts.length === 0}
              onClick={() => change(withBreaks(plan.value, course), say('plan.breaksPlaced'))}
            >
              {say('plan.placeBreaks')}
            </button>
          </p>
          <Short say={say} course={course} plan={plan.value} spare={spare} onChange={change} />
        </div>
      </div>
      <p class="ws-told" role="status">
        {told.value}
      </p>
      {parts.length > 0 && <Links say={say} site={site} plan={plan.value} />}
    </section>
  );
}

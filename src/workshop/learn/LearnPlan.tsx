import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { done } from '../../state/progress.ts';
import { progressKey } from '../../state/progress-key.ts';
import { storedKeys } from '../../state/progress-store.ts';
import * as addresses from '../addresses.ts';
import { exercisesOf, markOf, type Plan, type Work, workOf } from '../plan.ts';
import { invitation } from '../room/from-link.ts';
import { isMember } from '../room/membership.ts';
import type { RoomPanel } from '../room/RoomPanel.tsx';
import type { Note, Standing } from '../standing.ts';
import { kindOf, titleOf } from '../titles.ts';
import { sayer } from '../words.ts';
import { CodePanel } from './CodePanel.tsx';
import { type Desk, keepSign, loadDesk, ownSign, saveDesk } from './desk.ts';
import type { LearnProps } from './Learn.tsx';
import { NoteButtons } from './NoteButtons.tsx';
import { keepUnderWay } from './under-way.ts';

interface Props extends LearnProps {
  readonly plan: Plan;
}

export function LearnPlan({ words, course, site, plan }: Props) {
  const say = sayer(words);
  const work = useMemo(() => workOf(plan), [plan]);
  const exercises = useMemo(() => exercisesOf(plan), [plan]);
  const mark = markOf(plan);
  const sign = useSignal(ownSign());
  const desk = useSignal<Desk>(loadDesk(mark, work.length));
  const panel = useSignal<{ readonly Panel: typeof RoomPanel } | null>(null);
  const standing = useComputed<Standing>(() => ({
    sign: sign.value,
    ...desk.value,
    passed: exercises.filter((id) => done.value.has(progressKey('exercise', id))),
  }));

  // Back from an exercise, the page may be one that the browser had put by.
  useEffect(() => {
    const look = ({ persisted }: PageTransitionEvent) => {
      if (persisted) done.value = storedKeys();
    };
    addEventListener('pageshow', look);
    return () => removeEventListener('pageshow', look);
  }, []);
  useEffect(() => {
    desk.value = loadDesk(mark, work.length);
    const { pathname, hash } = new URL(addresses.learner(site, plan), location.href);
    keepUnderWay({ address: pathname + hash, label: say('learn.back') }, Date.now());
    // Code for a room comes where there is one.
    if (isMember() || invitation())
      void import('../room/RoomPanel.tsx').then(
        (found) => {
          panel.value = { Panel: found.RoomPanel };
        },
        () => {},
      );
  }, [plan]);

  const change = (next: Desk) => {
    desk.value = next;
    saveDesk(mark, next);
  };
  const { at, note } = desk.value;
  const { passed } = standing.value;
  const isPassed = ({ kind, id }: Work) => kind === 'exercise' && passed.includes(id);
  const here = work[at] ?? work[0]!;
  const { Panel } = panel.value ?? {};

  return (
    <div class="ws-learn not-content">
      {plan.title && <p class="ws-plan-title">{plan.title}</p>}
      <div class="ws-now">
        <p>
          <small>{say('learn.here', { place: at + 1, count: work.length })}</small>
          <a class="ws-primary" href={addresses.placeOf(site, here, course)}>
            {titleOf(here, course, say)}
          </a>
        </p>
        <NoteButtons
          say={say}
          note={note}
          onChange={(next: Note) => change({ ...desk.value, note: next })}
        />
      </div>
      {Panel && (
        <Panel
          {...{ say, site, plan }}
          standing={standing.value}
          onSign={(next) => {
            sign.value = next;
            keepSign(next);
          }}
          onNoteOff={() => change({ ...desk.value, note: 'none' })}
        />
      )}
      <p class="ws-progress">
        <span>{say('learn.passed', { passed: passed.length, count: exercises.length })}</span>
        <progress
          max={Math.max(1, exercises.length)}
          value={passed.length}
          aria-label={say('learn.passed', { passed: passed.length, count: exercises.length })}
        />
      </p>
      <ol class="ws-parts">
        {work.map((part, index) => (
          <li
            key={`${part.kind}-${part.id}`}
            class={`${part.kind} ${isPassed(part) ? 'passed' : ''} ${index === at ? 'here' : ''}`}
          >
            <a
              href={addresses.placeOf(site, part, course)}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => change({ at: index, note: 'none' })}
            >
              <small>{kindOf(part, course, say)}</small> {titleOf(part, course, say)}
            </a>
            {isPassed(part) && <b class="ws-check">✓ {say('learn.done')}</b>}
            {index !== at && (
              <button
                type="button"
                aria-label={say('learn.iAmAt', { name: titleOf(part, course, say) })}
                onClick={() => change({ at: index, note: 'none' })}
              >
                {say('learn.goHere')}
              </button>
            )}
          </li>
        ))}
      </ol>
      <CodePanel say={say} standing={standing.value} plan={plan} />
    </div>
  );
}

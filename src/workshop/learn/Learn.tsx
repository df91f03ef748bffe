/** A learner's page: the plan without times, what is passed, the coloured notes, the code. */

import { useEffect } from 'preact/hooks';
import type { HandedWords } from '../../i18n/handed.ts';
import * as addresses from '../addresses.ts';
import type { Course } from '../course.ts';
import { ReadyLinks } from '../ReadyLinks.tsx';
import { invitation } from '../room/from-link.ts';
import { useLater } from '../use-later.ts';
import { mayHoldPlan, usePlan } from '../use-plan.ts';
import { sayer } from '../words.ts';
import { TypedPlan } from './TypedPlan.tsx';

export interface LearnProps {
  readonly words: HandedWords;
  readonly course: Course;
  /** Path of the site in this language, with a slash at both ends. */
  readonly site: string;
}

export default function Learn(props: LearnProps) {
  const say = sayer(props.words);
  const read = usePlan(props.course).value;
  const later = useLater(mayHoldPlan() || read?.kind === 'plan', () => import('./LearnPlan.tsx'));
  // It is kept: a link may hold the room's code and no plan yet.
  useEffect(() => void invitation(), [read]);
  if (read?.kind === 'plan' && later) return <later.LearnPlan {...props} plan={read.plan} />;
  return (
    <div class="ws-learn not-content">
      <p role="status">
        {read &&
          read.kind !== 'plan' &&
          say(read.kind === 'broken' ? 'learn.broken' : 'learn.none')}
      </p>
      <TypedPlan say={say} course={props.course} />
      <p>{say('learn.ready')}</p>
      <ReadyLinks say={say} to={(plan) => addresses.learner(props.site, plan)} />
    </div>
  );
}

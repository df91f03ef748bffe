/** The presenter's page; `&view=stage` in its address makes it the window for the projector. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { HandedWords } from '../../i18n/handed.ts';
import * as addresses from '../addresses.ts';
import type { Course } from '../course.ts';
import { ReadyLinks } from '../ReadyLinks.tsx';
import { presenterKey } from '../room/from-link.ts';
import { useLater } from '../use-later.ts';
import { mayHoldPlan, usePlan } from '../use-plan.ts';
import { sayer } from '../words.ts';

export interface PresentProps {
  readonly words: HandedWords;
  readonly course: Course;
  /** Path of the site in this language, with a slash at both ends. */
  readonly site: string;
}

export default function Present(props: PresentProps) {
  const say = sayer(props.words);
  const read = usePlan(props.course).value;
  const later = useLater(
    mayHoldPlan() || read?.kind === 'plan',
    () => import('./Presentation.tsx'),
  );
  const onlyStage = useSignal(false);
  // The server's link holds a key and no plan yet.
  useEffect(() => void presenterKey(), []);
  useEffect(() => {
    onlyStage.value = new URLSearchParams(location.hash.slice(1)).get('view') === 'stage';
  }, [read]);
  if (read?.kind === 'plan' && later)
    return <later.Presentation {...props} plan={read.plan} onlyStage={onlyStage.value} />;
  return (
    <div class="pr-none">
      <h1>{say('present.title')}</h1>
      <p role="status">
        {read &&
          read.kind !== 'plan' &&
          say(read.kind === 'broken' ? 'present.broken' : 'present.none')}
      </p>
      <ReadyLinks say={say} to={(plan) => addresses.presenter(props.site, plan)} />
      <p>
        <a href={`${props.site}workshop/`}>{say('present.toPlanner')}</a>
      </p>
    </div>
  );
}

import * as addresses from '../addresses.ts';
import { type Course, chapterOf, exerciseOf } from '../course.ts';
import type { Plan } from '../plan.ts';
import { encodePlan } from '../plan-code.ts';
import type { Presented } from '../presented.ts';
import { Qr } from '../Qr.tsx';
import type { Say } from '../words.ts';
import type { Beat } from './deck.ts';

interface Props {
  readonly say: Say;
  readonly plan: Plan;
  readonly course: Course;
  readonly site: string;
  readonly presented: Presented | null;
  readonly beat: Beat;
  /** When the part ends by the plan, 'HH:MM'; '' while the clock has not been started. */
  readonly until: string;
  /** The short link into the room; null without one. */
  readonly roomAddress: string | null;
}

/** What the room sees of a beat, besides the playground that stands under it. */
export function StageWords(props: Props) {
  const { say, plan, course, site, presented, beat, until, roomAddress } = props;
  if (beat.kind === 'join') {
    const link = roomAddress ?? new URL(addresses.learner(site, plan), location.href).href;
    return (
      <div class="pr-card pr-join">
        <div>
          <p class="pr-kind">{say('present.welcome')}</p>
          <h1>{plan.title || say('present.title')}</h1>
          <p>{say('present.join')}</p>
          <p class="pr-address">
            <a href={link}>{link.replace(/^https?:\/\//, '').replace(/\/#.*/, '')}</a>
          </p>
          {!roomAddress && (
            <p>
              {say('present.typeCode')} <b class="pr-code">{encodePlan(plan, course)}</b>
            </p>
          )}
          <p class="pr-small">{say(roomAddress ? 'desk.joinAbout' : 'present.joinAbout')}</p>
        </div>
        <Qr text={link} label={say('present.joinQr')} />
      </div>
    );
  }
  if (beat.kind === 'title') {
    const chapter = chapterOf(course, beat.slug);
    return (
      <div class="pr-card">
        <p class="pr-kind">{say('part.chapter', { label: chapter?.label ?? '' })}</p>
        <h1>{chapter?.title}</h1>
        <p class="pr-ask">{presented?.chapters[beat.slug]?.ask ?? chapter?.shows}</p>
      </div>
    );
  }
  if (beat.kind === 'stop') {
    const chapter = chapterOf(course, beat.slug);
    return (
      <div class="pr-line">
        <h1>{chapter?.title}</h1>
        <p>{say('present.stopOf', { number: beat.number, count: beat.count })}</p>
      </div>
    );
  }
  if (beat.kind === 'task') {
    const found = exerciseOf(course, beat.id);
    return (
      <div class="pr-line">
        <h1>{found?.exercise.title}</h1>
        <p>
          {say('present.yourTurn')} {until && say('present.until', { time: until })}
        </p>
      </div>
    );
  }
  if (beat.kind === 'break')
    return (
      <div class="pr-card">
        <h1>{say('part.break')}</h1>
        <p class="pr-ask">
          {until
            ? say('present.until', { time: until })
            : say('part.minutes', { minutes: beat.minutes })}
        </p>
      </div>
    );
  return (
    <div class="pr-card">
      <h1>{say('present.end')}</h1>
      <p class="pr-ask">{say('present.endAbout')}</p>
    </div>
  );
}

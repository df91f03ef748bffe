/** On a learner's page: the way into the room, what it knows, the way out, and what was handed out. */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { exercisesOf, type Plan, workOf } from '../plan.ts';
import type { Standing } from '../standing.ts';
import type { Say } from '../words.ts';
import { BOUNDS } from './bounds.ts';
import { Handouts } from './Handouts.tsx';
import { forgetInvitation, invitation } from './from-link.ts';
import { saveReadHandouts } from './kept.ts';
import {
  handouts,
  isNotePutAway,
  join,
  joined,
  leave,
  noteIsOff,
  renew,
  report,
  resume,
  state,
  waiting,
} from './learner.ts';
import { apiOf } from './wire.ts';

interface Props {
  readonly say: Say;
  readonly site: string;
  readonly plan: Plan;
  readonly standing: Standing;
  /** The room has somebody with the same sign already: this is the learner's from now on. */
  readonly onSign: (sign: string) => void;
  /** The presenter has put the learner's note away. */
  readonly onNoteOff: () => void;
}

export function RoomPanel({ say, site, plan, standing, onSign, onNoteOff }: Props) {
  const told = useSignal('');
  const me = joined.value;
  const here = workOf(plan)[standing.at];
  const api = apiOf(site);
  useEffect(resume, []);
  useEffect(() => {
    if (me) onSign(me.sign);
  }, [me?.sign]);
  // At once: the link that was pressed leads away from this page.
  useLayoutEffect(() => {
    if (!me || !here) return;
    renew(exercisesOf(plan));
    report(standing, `${here.kind}/${here.id}`);
  }, [me?.token, plan, standing]);
  useEffect(() => {
    if (me) saveReadHandouts(handouts.value.map(({ id }) => id));
  }, [me, handouts.value]);
  useEffect(() => {
    if (!isNotePutAway.value) return;
    noteIsOff();
    onNoteOff();
    told.value = say('room.noteOff');
  }, [isNotePutAway.value]);

  const enter = async (code: string, nickname: string) => {
    const exercises = exercisesOf(plan);
    const asked = { api, code, sign: standing.sign, nickname, exercises };
    const outcome = await join({ ...asked, news: say('room.news') });
    told.value = outcome === 'joined' ? '' : say(`room.${outcome}`);
    if (outcome === 'joined') forgetInvitation();
  };
  const exit = async () => {
    told.value = say((await leave()) ? 'room.left' : 'room.notLeft');
  };

  return (
    <section class="ws-room" aria-labelledby="ws-room-title">
      <h2 id="ws-room-title">{say('room.title')}</h2>
      {me ? (
        <>
          <p>
            {say('room.in', { code: me.code, sign: me.sign })}{' '}
            {me.nickname && say('room.as', { nickname: me.nickname })}
          </p>
          <p class={`ws-line ${state.value}`} role="status">
            {state.value === 'away'
              ? say('room.waiting', { count: waiting.value })
              : say(state.value === 'live' ? 'room.live' : 'room.joining')}
          </p>
          <button type="button" onClick={exit}>
            {say('room.leave')}
          </button>
        </>
      ) : (
        <Invitation say={say} onEnter={enter} />
      )}
      <p role="status">{told.value}</p>
      {me && <Handouts say={say} site={site} handouts={handouts.value} />}
    </section>
  );
}

interface InvitationProps {
  readonly say: Say;
  readonly onEnter: (code: string, nickname: string) => Promise<void>;
}

function Invitation({ say, onEnter }: InvitationProps) {
  const nickname = useSignal('');
  const busy = useSignal(false);
  const code = invitation();
  if (!code) return null;
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        if (busy.value) return;
        busy.value = true;
        await onEnter(code, nickname.value.trim());
        busy.value = false;
      }}
    >
      <p>{say('room.about', { code })}</p>
      <label>
        {say('room.nickname')}
        <input
          type="text"
          maxLength={BOUNDS.nickname}
          autocomplete="off"
          value={nickname.value}
          onInput={(event) => {
            nickname.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit">{say('room.join')}</button>
    </form>
  );
}

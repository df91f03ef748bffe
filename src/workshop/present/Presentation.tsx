import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { usePageData } from '../../components/use-page-data.ts';
import { siteBase } from '../../site-base.ts';
import type { Plan } from '../plan.ts';
import type { Presented } from '../presented.ts';
import { renamed, withRoom } from '../room/seats.ts';
import { type OpenDesk, useDesk } from '../room/use-desk.ts';
import { clockTime, schedule } from '../schedule.ts';
import { isDark, toggleTheme } from '../shell/theme.ts';
import { titleOf } from '../titles.ts';
import { sayer } from '../words.ts';
import { Board } from './Board.tsx';
import { Clock } from './Clock.tsx';
import { beginningOn, wallTime } from './clock.ts';
import { beatOf } from './deck.ts';
import { Frame } from './Frame.tsx';
import { Notes } from './Notes.tsx';
import type { PresentProps } from './Present.tsx';
import { StageWords } from './Stage.tsx';
import { Tools } from './Tools.tsx';
import { useBoard } from './use-board.ts';
import { useNow } from './use-now.ts';
import { useTalk } from './use-talk.ts';
import { Way } from './Way.tsx';

interface Props extends PresentProps {
  readonly plan: Plan;
  /** This is the window for the projector: no notes, no clock, no room. */
  readonly onlyStage: boolean;
}

/** Sizes of type, in percent of the usual. */
const SCALES = { least: 75, first: 125, most: 200 } as const;

interface RoomProps extends Pick<Props, 'words' | 'course' | 'plan'> {
  readonly open: OpenDesk | null;
}

/** The room under the presentation; only the presenter's own window has it. */
function Room({ words, course, plan, open }: RoomProps) {
  const { seats, take, keep } = useBoard(plan);
  const say = sayer(words);
  const learners = open?.desk.learners.value ?? [];
  const shown = withRoom(seats.value, learners, plan);
  const idOf = (wanted: string) => learners.find(({ sign }) => sign === wanted)?.id ?? '';
  return (
    <>
      {open && <open.Panel {...{ say, plan, course }} desk={open.desk} />}
      <Board
        {...{ say, plan, course }}
        seats={shown}
        onStandings={take}
        onName={(sign, name) => keep(renamed(seats.value, shown, sign, name))}
        onForget={() => keep([])}
        inRoom={new Set(learners.map(({ sign }) => sign))}
        onNoteOff={open ? (sign) => open.desk.putNoteAway(idOf(sign)) : undefined}
      />
    </>
  );
}

export function Presentation({ words, course, site, plan, onlyStage }: Props) {
  const say = sayer(words);
  const times = useMemo(() => schedule(plan, course), [plan]);
  const folder = new URL(site, location.href).pathname.slice(siteBase().length);
  const { data: presented, get } = usePageData<Presented>(`${folder}workshop/notes.json`);
  const notesFailed = useSignal(false);
  const talk = useTalk(plan, presented, onlyStage);
  const now = useNow();
  const dark = useSignal(isDark());
  const scale = useSignal<number>(SCALES.first);
  const notesShown = useSignal(true);
  const open = useDesk(site, plan, onlyStage).value;

  useEffect(() => {
    get().catch(() => {
      notesFailed.value = true;
    });
  }, []);

  // Places are counted in the whole deck, and that is known with the notes.
  if (!presented.value && !notesFailed.value)
    return <p class="pr-none">{say('present.loading')}</p>;

  const { deck, index, go } = talk;
  const beat = deck.value[index.value]!;
  const began = talk.began ?? beginningOn(now.value, plan.start, times.total);
  const slot = times.slots[beat.part];
  const until = began !== null && slot ? clockTime(wallTime(began), slot.to) : '';
  const framed = beat.kind === 'stop' ? beat.program : beat.kind === 'task' ? beat.id : null;
  const theme = dark.value ? 'dark' : 'light';

  return (
    <div class={`pr ${onlyStage ? 'only-stage' : ''}`} style={{ '--pr-scale': scale.value / 100 }}>
      {!onlyStage && (
        <header class="pr-bar">
          <a class="pr-home" href={`${site}workshop/${location.hash}`}>
            {plan.title || say('present.title')}
          </a>
          <Clock
            say={say}
            plan={plan}
            course={course}
            times={times}
            part={beat.part}
            now={now.value}
            began={began}
            onStart={talk.start}
          />
          <Tools
            say={say}
            dark={dark.value}
            notesShown={notesShown.value}
            onTheme={() => {
              dark.value = toggleTheme();
            }}
            onScale={(by) => {
              scale.value = Math.min(SCALES.most, Math.max(SCALES.least, scale.value + by));
            }}
            onNotes={() => {
              notesShown.value = !notesShown.value;
            }}
          />
        </header>
      )}
      <div class={`pr-main ${notesShown.value && !onlyStage ? 'with-notes' : ''}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrows lead the presentation while it has the focus */}
        <section ref={talk.stage} class="pr-stage" tabIndex={0} aria-label={say('present.stage')}>
          <StageWords
            {...{ say, plan, course, site, beat, until }}
            presented={presented.value}
            roomAddress={open?.desk.joinAddress() ?? null}
          />
          {framed && (
            <Frame
              address={`${site}embed/${framed}/`}
              title={titleOf(plan.parts[beat.part]!, course, say)}
              theme={theme}
              scale={scale.value}
              go={beat.kind === 'stop' ? { step: beat.step, lens: beat.lens } : null}
              onKey={talk.onKey}
            />
          )}
        </section>
        {!onlyStage && notesShown.value && (
          <Notes
            {...{ say, plan, course, site, beat }}
            presented={presented.value}
            failed={notesFailed.value}
          />
        )}
      </div>
      {!onlyStage && (
        <Way
          {...{ say, plan, course }}
          beat={beat}
          place={index.value + 1}
          count={deck.value.length}
          next={deck.value[index.value + 1]}
          onMove={(by) => go(index.value + by)}
          onPart={(part) => go(beatOf(deck.value, part))}
        />
      )}
      {!onlyStage && <Room {...{ words, course, plan, open }} />}
    </div>
  );
}

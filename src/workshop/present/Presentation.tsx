import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { usePageData } from '../../components/use-page-data.ts';
import { siteBase } from '../../site-base.ts';
import { markOf, type Plan } from '../plan.ts';
import type { Presented } from '../presented.ts';
import { noRoom, openRoom, type Room } from '../room.ts';
import { clockTime, schedule } from '../schedule.ts';
import { isDark, toggleTheme } from '../shell/theme.ts';
import { titleOf } from '../titles.ts';
import { sayer } from '../words.ts';
import { Board } from './Board.tsx';
import { Clock } from './Clock.tsx';
import { beginningOn, wallTime } from './clock.ts';
import { beatOf, deckOf } from './deck.ts';
import { Frame } from './Frame.tsx';
import { moveOf } from './keys.ts';
import { Notes } from './Notes.tsx';
import type { PresentProps } from './Present.tsx';
import { StageWords } from './Stage.tsx';
import {
  loadBoard,
  loadSession,
  type Seat,
  type Session,
  saveBoard,
  saveSession,
  seated,
} from './session.ts';
import { askWhere, linkStages, type StageLink } from './stage-link.ts';
import { Tools } from './Tools.tsx';
import { Way } from './Way.tsx';

interface Props extends PresentProps {
  readonly plan: Plan;
  readonly onlyStage: boolean;
}

const SECOND = 1000;

export function Presentation({ words, course, site, plan, onlyStage }: Props) {
  const say = sayer(words);
  const mark = markOf(plan);
  const times = useMemo(() => schedule(plan, course), [plan]);
  const folder = new URL(site, location.href).pathname.slice(siteBase().length);
  const { data: presented, get } = usePageData<Presented>(`${folder}workshop/notes.json`);
  const notesFailed = useSignal(false);
  const session = useSignal<Session>({ beat: 0, began: null });
  const seats = useSignal<readonly Seat[]>([]);
  const now = useSignal(Date.now());
  const dark = useSignal(isDark());
  const scale = useSignal(125);
  const notesShown = useSignal(true);
  const room = useSignal<Room>(noRoom);
  const link = useRef<StageLink | null>(null);
  const deck = useComputed(() => deckOf(plan, presented.value));
  const stage = useRef<HTMLElement>(null);

  const index = Math.min(session.value.beat, deck.value.length - 1);
  const beat = deck.value[index]!;
  const began = session.value.began ?? beginningOn(now.value, plan.start, times.total);

  const keep = (next: Session) => {
    session.value = next;
    if (!onlyStage) saveSession(mark, next);
  };
  const go = (to: number) => {
    const next = Math.max(0, Math.min(deck.value.length - 1, to));
    keep({ ...session.value, beat: next });
    link.current?.tell(next);
  };

  useEffect(() => {
    get().catch(() => {
      notesFailed.value = true;
    });
    session.value = loadSession(mark, Date.now());
    seats.value = loadBoard(mark, plan);
    const timer = setInterval(() => {
      now.value = Date.now();
    }, SECOND);
    link.current = linkStages(
      mark,
      () => session.value.beat,
      (to) => keep({ ...session.value, beat: to }),
    );
    if (onlyStage) askWhere();
    return () => {
      clearInterval(timer);
      link.current?.close();
    };
  }, [plan, onlyStage]);

  const sit = (next: readonly Seat[]) => {
    seats.value = next;
    saveBoard(mark, plan, next);
  };
  useEffect(() => {
    let leave = () => {};
    if (!onlyStage)
      void openRoom('presenter', plan).then((found) => {
        room.value = found;
        leave = found.listen((fresh) => sit(seated(seats.value, fresh)));
      });
    return () => leave();
  }, [plan, onlyStage]);

  const onKey = (event: KeyboardEvent) => {
    const onStage = stage.current?.contains(event.target as Node) ?? false;
    const by = moveOf(event, onStage);
    if (by === 0) return;
    event.preventDefault();
    go(Math.min(session.value.beat, deck.value.length - 1) + by);
  };
  const keyed = useRef(onKey);
  keyed.current = onKey;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => keyed.current(event);
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);

  // Places are counted in the whole deck, and that is known with the notes.
  if (!presented.value && !notesFailed.value)
    return <p class="pr-none">{say('present.loading')}</p>;

  const slot = times.slots[beat.part];
  const until = began !== null && slot ? clockTime(wallTime(began), slot.to) : '';
  const framed = beat.kind === 'stop' ? beat.program : beat.kind === 'task' ? beat.id : null;
  const theme = dark.value ? 'dark' : 'light';
  const count = deck.value.length;

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
            onStart={() => keep({ ...session.value, began: Date.now() })}
          />
          <Tools
            say={say}
            dark={dark.value}
            notesShown={notesShown.value}
            onTheme={() => {
              dark.value = toggleTheme();
            }}
            onScale={(by) => {
              scale.value = Math.min(200, Math.max(75, scale.value + by));
            }}
            onNotes={() => {
              notesShown.value = !notesShown.value;
            }}
          />
        </header>
      )}
      <div class={`pr-main ${notesShown.value && !onlyStage ? 'with-notes' : ''}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrows lead the presentation while it has the focus */}
        <section ref={stage} class="pr-stage" tabIndex={0} aria-label={say('present.stage')}>
          <StageWords {...{ say, plan, course, site, beat, until }} presented={presented.value} />
          {framed && (
            <Frame
              address={`${site}embed/${framed}/`}
              title={titleOf(plan.parts[beat.part]!, course, say)}
              theme={theme}
              scale={scale.value}
              go={beat.kind === 'stop' ? { step: beat.step, lens: beat.lens } : null}
              onKey={(event) => keyed.current(event)}
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
          place={index + 1}
          count={count}
          next={deck.value[index + 1]}
          onMove={(by) => go(index + by)}
          onPart={(part) => go(beatOf(deck.value, part))}
        />
      )}
      {!onlyStage && (
        <Board
          {...{ say, plan, course }}
          seats={seats.value}
          onStandings={(fresh) => sit(seated(seats.value, fresh))}
          onName={(sign, name) =>
            sit(seats.value.map((seat) => (seat.standing.sign === sign ? { ...seat, name } : seat)))
          }
          onForget={() => sit([])}
        />
      )}
    </div>
  );
}

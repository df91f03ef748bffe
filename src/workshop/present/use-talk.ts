import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { markOf, type Plan } from '../plan.ts';
import type { Presented } from '../presented.ts';
import { type Beat, deckOf } from './deck.ts';
import { moveOf } from './keys.ts';
import { loadSession, type Session, saveSession } from './session.ts';
import { askWhere, linkStages, type StageLink } from './stage-link.ts';

export interface Talk {
  readonly deck: ReadonlySignal<readonly Beat[]>;
  /** The place in the deck that is shown. */
  readonly index: ReadonlySignal<number>;
  /** When the clock was started by hand. */
  readonly began: number | null;
  /** What has the focus while arrows lead. */
  readonly stage: RefObject<HTMLElement>;
  go(to: number): void;
  start(): void;
  /** Keys that were pressed elsewhere than in this document. */
  onKey(event: KeyboardEvent): void;
}

/** Where a presentation is, led by keys and by its other window, and kept over a reload. */
export function useTalk(
  plan: Plan,
  presented: ReadonlySignal<Presented | null>,
  onlyStage: boolean,
): Talk {
  const mark = markOf(plan);
  const session = useSignal<Session>({ beat: 0, began: null });
  const link = useRef<StageLink | null>(null);
  const stage = useRef<HTMLElement>(null);
  const deck = useComputed(() => deckOf(plan, presented.value));
  const index = useComputed(() => Math.min(session.value.beat, deck.value.length - 1));

  const keep = (next: Session) => {
    session.value = next;
    if (!onlyStage) saveSession(mark, next);
  };
  const go = (to: number) => {
    const beat = Math.max(0, Math.min(deck.value.length - 1, to));
    keep({ ...session.value, beat });
    link.current?.tell(beat);
  };
  useEffect(() => {
    session.value = loadSession(mark, Date.now());
    link.current = linkStages(
      mark,
      () => session.value.beat,
      (beat) => keep({ ...session.value, beat }),
    );
    if (onlyStage) askWhere();
    return () => link.current?.close();
  }, [plan, onlyStage]);

  const onKey = (event: KeyboardEvent) => {
    const onStage = stage.current?.contains(event.target as Node) ?? false;
    const by = moveOf(event, onStage);
    if (by === 0) return;
    event.preventDefault();
    go(index.value + by);
  };
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => latest.current(event);
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);

  return {
    deck,
    index,
    began: session.value.began,
    stage,
    go,
    start: () => keep({ ...session.value, began: Date.now() }),
    onKey: (event) => latest.current(event),
  };
}

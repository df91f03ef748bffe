/** A workshop as a row of beats: what the presenter goes through by one key. */
import type { LensChoice } from '../../components/playground/lenses.ts';
import type { Plan } from '../plan.ts';
import type { Presented } from '../presented.ts';

export type Beat =
  /** How learners get to their page. */
  | { readonly kind: 'join'; readonly part: -1 }
  /** A chapter's question. */
  | { readonly kind: 'title'; readonly part: number; readonly slug: string }
  /** A moment of a run. `number` of `count` in the chapter. */
  | {
      readonly kind: 'stop';
      readonly part: number;
      readonly slug: string;
      readonly program: string;
      readonly step: number;
      readonly lens: LensChoice;
      readonly say: string;
      readonly fragment: string;
      readonly number: number;
      readonly count: number;
    }
  | { readonly kind: 'task'; readonly part: number; readonly id: string }
  | { readonly kind: 'break'; readonly part: number; readonly minutes: number }
  | { readonly kind: 'end'; readonly part: number };

/** @param presented without it, chapters are their questions alone */
export function deckOf(plan: Plan, presented: Presented | null): readonly Beat[] {
  const beats: Beat[] = [{ kind: 'join', part: -1 }];
  for (const [part, one] of plan.parts.entries()) {
    if (one.kind === 'break') beats.push({ kind: 'break', part, minutes: one.minutes });
    else if (one.kind === 'exercise') beats.push({ kind: 'task', part, id: one.id });
    else {
      const slug = one.id;
      beats.push({ kind: 'title', part, slug });
      const stops = (presented?.chapters[slug]?.shows ?? []).flatMap(({ program, stops: own }) =>
        own.map((stop) => ({ program, ...stop })),
      );
      for (const [index, stop] of stops.entries())
        beats.push({ kind: 'stop', part, slug, ...stop, number: index + 1, count: stops.length });
    }
  }
  beats.push({ kind: 'end', part: plan.parts.length });
  return beats;
}

/** The first beat of a part. */
export const beatOf = (deck: readonly Beat[], part: number): number =>
  Math.max(
    0,
    deck.findIndex((beat) => beat.part === part),
  );

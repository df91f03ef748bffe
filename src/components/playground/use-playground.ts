import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { choicesFrom } from '../../course/releases.ts';
import { restoreSettings } from '../../state/settings.ts';
import { engine } from '../../worker/page-engine.ts';
import { arrived } from './arrivals.ts';
import { earlyInput } from './early-input.ts';
import { PlaygroundModel } from './model.ts';
import { decode, payloadFor } from './share.ts';
import { sourceOf } from './slot-source.ts';
import type { PageFacts, Release } from './still.ts';

/** A playground's model, with what an earlier visit or the link that led here wrote into it. */
export function usePlayground(page: PageFacts, code: ComponentChildren): PlaygroundModel {
  const facts = useMemo(() => ({ ...page, source: page.source ?? sourceOf(code) }), [page.id]);
  const model = useMemo(() => new PlaygroundModel(facts, engine), [facts.id]);
  const early = useMemo(() => earlyInput(facts.id), [facts.id]);
  // Before a click that waited is given again: it must run what the reader wrote.
  useLayoutEffect(() => {
    restoreSettings();
    model.restore();
    if (early.text !== undefined && early.text !== facts.source) model.edit(early.text);
    const choices = choicesFrom(facts.profile);
    const isProfile = (id: string): id is Release['id'] => choices.some((one) => one.id === id);
    const [runs, beside] = early.releases.filter(isProfile);
    if (runs !== undefined && runs !== facts.profile) void model.switchTo(runs);
    if (beside !== undefined) model.compareWith(beside);
    if (early.step !== undefined && early.step !== model.step.peek()) model.seek(early.step);
    const openLink = async () => {
      const payload = payloadFor(facts.id, location.hash);
      if (payload === null) return;
      await model.openWhenRead(decode(payload, isProfile));
      document.querySelector(`[data-playground="${facts.id}"]`)?.scrollIntoView();
    };
    void openLink();
    addEventListener('hashchange', openLink);
    const gone = arrived(model);
    return () => {
      gone();
      removeEventListener('hashchange', openLink);
      model.dispose();
    };
  }, [model]);
  return model;
}

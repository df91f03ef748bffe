import { useLayoutEffect, useMemo } from 'preact/hooks';
import { restoreSettings } from '../../state/settings.ts';
import { engine } from '../../worker/page-engine.ts';
import { earlyInput } from './early-input.ts';
import { PlaygroundModel } from './model.ts';
import { decode, payloadFor } from './share.ts';
import type { PlaygroundFacts, Release } from './still.ts';

/** A playground's model, with what an earlier visit or the link that led here wrote into it. */
export function usePlayground(
  facts: PlaygroundFacts,
  releases: readonly Release[],
): PlaygroundModel {
  const model = useMemo(() => new PlaygroundModel(facts, engine), [facts.id]);
  const early = useMemo(() => earlyInput(facts.id), [facts.id]);
  // Before a click that waited is given again: it must run what the reader wrote.
  useLayoutEffect(() => {
    restoreSettings();
    model.restore();
    if (early.text !== undefined && early.text !== facts.source) model.edit(early.text);
    if (early.step !== undefined && early.step !== model.step.peek()) model.seek(early.step);
    const payload = payloadFor(facts.id, location.hash);
    if (payload) {
      const isProfile = (id: string): id is Release['id'] => releases.some((one) => one.id === id);
      void decode(payload, isProfile).then((shared) => shared && model.open(shared));
    }
    return () => model.dispose();
  }, [model]);
  return model;
}

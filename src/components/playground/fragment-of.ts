import type { PlaygroundModel } from './model.ts';
import { encode, fragment } from './share.ts';

/**
 * The end of an address that leads to where one is in a playground; null when the program is too long.
 * @param text the program; null: the one that stands in the playground over there
 */
export async function fragmentOf(
  model: PlaygroundModel,
  text: string | null,
): Promise<string | null> {
  const { profile, mode, event, lens, selected, opened, compared } = model;
  const payload = await encode({
    text,
    profile: profile.value,
    mode: mode.value,
    step: opened.value?.kind === 'link' ? opened.value.step : model.step.value,
    event: event.value,
    lens: lens.value,
    selected: selected.value,
    zoom: model.zoom(lens.value),
    compared: compared.value,
  });
  return payload === null ? null : fragment(model.facts.id, payload);
}

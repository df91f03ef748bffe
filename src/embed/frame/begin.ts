/** Brings a playground to where the frame's address wants it to begin. */
import type { PlaygroundModel } from '../../components/playground/model.ts';
import { isLens } from '../../components/playground/lenses.ts';
import type { Release } from '../../components/playground/still.ts';
import { type EmbedSettings, changesRun, readSettings } from '../settings.ts';

export const settingsOfAddress = (): EmbedSettings => {
  const query = new URLSearchParams(location.search);
  return readSettings((name) => query.get(name));
};

/** It runs nothing: that is the reader's to ask for. */
export function begin(model: PlaygroundModel, releases: readonly Release['id'][]): void {
  const settings = settingsOfAddress();
  if (!changesRun(settings)) return;
  model.readOnly.value = settings.readOnly ?? false;
  const { version, mode = model.mode.peek(), lens = '', step } = settings;
  if (!version && !settings.mode && !settings.lens && !step) return;
  const profile = releases.find((id) => id === version);
  model.open({
    text: model.text.peek(),
    mode,
    ...(profile ? { profile } : version ? { missing: version } : {}),
    step: step ?? Number.MAX_SAFE_INTEGER,
    lens: isLens(lens) ? lens : 'objects',
    selected: null,
    zoom: [],
  });
}

import { useSignal } from '@preact/signals';
import type { Translate } from '../../i18n/words.ts';
import type { PlaygroundModel } from './model.ts';
import { encode, fragment } from './share.ts';
import type { Release } from './still.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  readonly releases: readonly Release[];
}

async function copyLink(model: PlaygroundModel): Promise<'copied' | 'shown'> {
  const payload = await encode({
    text: model.text.value,
    profile: model.profile.value,
    mode: model.mode.value,
    step: model.step.value,
  });
  const url = new URL(fragment(model.facts.id, payload), location.href);
  try {
    await navigator.clipboard.writeText(url.href);
    return 'copied';
  } catch {
    history.replaceState(history.state, '', url);
    return 'shown';
  }
}

export function Header({ t, model, releases }: Props) {
  const shared = useSignal<'copied' | 'shown' | null>(null);
  const { mode, profile, facts } = model;
  const rerun = () => {
    if (model.phase.value !== 'still') model.run();
  };
  return (
    <header class="pg-head">
      <span class="pg-file">{facts.file}</span>
      <label class="pg-version">
        CPython{' '}
        <select
          value={profile.value}
          onChange={(event) => {
            const chosen = releases.find(({ id }) => id === event.currentTarget.value);
            if (!chosen) return;
            profile.value = chosen.id;
            rerun();
          }}
        >
          {releases.map(({ id }) => (
            <option key={id} value={id} selected={id === profile.value}>
              {id}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="pg-mode" aria-label={t('playground.mode')}>
        {(['script', 'repl'] as const).map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={mode.value === choice}
            onClick={() => {
              mode.value = choice;
              rerun();
            }}
          >
            {t(`playground.${choice}`)}
          </button>
        ))}
      </fieldset>
      <span class="pg-tools">
        <span role="status">{shared.value && t(`playground.link.${shared.value}`)}</span>
        <button
          type="button"
          onClick={async () => {
            shared.value = await copyLink(model);
            setTimeout(() => {
              shared.value = null;
            }, 4000);
          }}
        >
          {t('playground.share')}
        </button>
        <button type="button" onClick={() => model.reset()}>
          {t('playground.reset')}
        </button>
      </span>
    </header>
  );
}

import { useSignal } from '@preact/signals';
import { choicesFrom } from '../../course/releases.ts';
import type { Translate } from '../../i18n/words.ts';
import { CompareSwitch } from './compare/CompareSwitch.tsx';
import { EmbedButton } from './EmbedButton.tsx';
import { fragmentOf } from './fragment-of.ts';
import type { PlaygroundModel } from './model.ts';
import type { Setup } from './still.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
}

type Sharing = 'copied' | 'shown' | 'long';

async function copyLink(model: PlaygroundModel): Promise<Sharing> {
  const hash = await fragmentOf(model, model.text.value);
  if (hash === null) return 'long';
  const url = new URL(hash, location.href);
  try {
    await navigator.clipboard.writeText(url.href);
    return 'copied';
  } catch {
    history.replaceState(history.state, '', url);
    return 'shown';
  }
}

/** That the interpreter is not started as usual. */
function SetupNote({
  t,
  setup: { malloc, geometry },
}: {
  readonly t: Translate;
  readonly setup: Setup;
}) {
  return (
    <span class="pg-setup">
      {malloc && <code>PYTHONMALLOC={malloc}</code>}
      {geometry && t(`playground.geometry.${geometry}`)}
    </span>
  );
}

export function Header({ t, model }: Props) {
  const shared = useSignal<Sharing | 'embed' | null>(null);
  const tell = (what: Sharing | 'embed') => {
    shared.value = what;
    setTimeout(() => {
      shared.value = null;
    }, 4000);
  };
  const { mode, profile, facts } = model;
  const releases = choicesFrom(facts.profile);
  return (
    <header class="pg-head">
      <span class="pg-file">{facts.file}</span>
      <label class="pg-version">
        CPython{' '}
        <select
          value={profile.value}
          onChange={(event) => {
            const chosen = releases.find(({ id }) => id === event.currentTarget.value);
            if (chosen) void model.switchTo(chosen.id);
          }}
        >
          {releases.map(({ id }) => (
            <option key={id} value={id} selected={id === profile.value}>
              {id}
            </option>
          ))}
        </select>
      </label>
      {facts.setup && <SetupNote t={t} setup={facts.setup} />}
      <CompareSwitch t={t} model={model} />
      <fieldset class="pg-mode" aria-label={t('playground.mode')}>
        {(['script', 'repl'] as const).map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={mode.value === choice}
            onClick={() => model.switchMode(choice)}
          >
            {t(`playground.${choice}`)}
          </button>
        ))}
      </fieldset>
      <span class="pg-tools">
        <span role="status">{shared.value && t(`playground.link.${shared.value}`)}</span>
        <button type="button" onClick={async () => tell(await copyLink(model))}>
          {t('playground.share')}
        </button>
        <EmbedButton t={t} model={model} onCopied={() => tell('embed')} />
        <button type="button" onClick={() => model.reset()}>
          {t('playground.reset')}
        </button>
      </span>
    </header>
  );
}

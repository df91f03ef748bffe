import { choicesFrom } from '../../../course/releases.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { PlaygroundModel } from '../model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
}

/** Which release stands beside the one that runs; none, most of the time. */
export function CompareSwitch({ t, model }: Props) {
  const others = choicesFrom(model.facts.profile).filter(({ id }) => id !== model.profile.value);
  if (others.length === 0) return null;
  const compared = model.compared.value;
  return (
    <label class="pg-version">
      {t('compare.beside')}{' '}
      <select
        value={compared ?? ''}
        onChange={(event) => {
          const chosen = others.find(({ id }) => id === event.currentTarget.value);
          model.compareWith(chosen?.id ?? null);
        }}
      >
        <option value="" selected={compared === null}>
          –
        </option>
        {others.map(({ id }) => (
          <option key={id} value={id} selected={id === compared}>
            {id}
          </option>
        ))}
      </select>
    </label>
  );
}

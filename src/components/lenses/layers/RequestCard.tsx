import type { LayerRequest } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { tiersOf } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly request: LayerRequest;
  readonly threshold: number;
  readonly chosen: boolean;
  readonly title: string;
  readonly onSelect: ((number: number) => void) | undefined;
}

/** One request, layer by layer, down to the one that answered it. */
export function RequestCard({ t, request, threshold, chosen, title, onSelect }: Props) {
  const { content, count } = request;
  const { number } = content;
  return (
    <section class={chosen ? 'layers-card chosen' : 'layers-card'}>
      <p class="layers-title">
        {onSelect && number > 0 && count === 1 ? (
          <button
            type="button"
            class="mem-go"
            aria-pressed={chosen}
            onClick={() => onSelect(number)}
          >
            {title}
          </button>
        ) : (
          title
        )}
        {count > 1 && <span class="layers-count"> × {count}</span>}
      </p>
      <ol class="layers-tiers">
        {tiersOf(t, request, threshold).map(({ layer, name, text, answers }) => (
          <li key={layer} class={answers ? 'tier answers' : 'tier'}>
            <span class="tier-number" aria-hidden="true">
              {layer}
            </span>
            <span class="tier-name">
              <span class="sr-only">{t('layers.layer', { number: layer })} </span>
              {name}
            </span>
            <span class="tier-text">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

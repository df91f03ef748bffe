import type { Translate } from '../../i18n/words.ts';
import type { LensChoice } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly id: string;
  readonly chosen: LensChoice;
  readonly onChoose: (lens: LensChoice) => void;
}

const LENSES: readonly LensChoice[] = ['objects', 'memory', 'layers'];

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

export const tabId = (id: string, lens: LensChoice) => `${id}-tab-${lens}`;
export const panelId = (id: string) => `${id}-lens`;

/** One stop for Tab, arrow keys from lens to lens, as tabs are known to work. */
export function LensTabs({ t, id, chosen, onChoose }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    const at = LENSES.indexOf(chosen);
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? LENSES.length - 1
          : at + (STEPS[event.key] ?? Number.NaN);
    const lens = LENSES[(to + LENSES.length) % LENSES.length];
    if (!lens || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose(lens);
    document.getElementById(tabId(id, lens))?.focus();
  };
  return (
    <div class="pg-tabs" role="tablist" aria-label={t('lens.choice')} onKeyDown={onKeyDown}>
      {LENSES.map((lens) => (
        <button
          key={lens}
          id={tabId(id, lens)}
          type="button"
          role="tab"
          aria-selected={lens === chosen}
          aria-controls={panelId(id)}
          tabIndex={lens === chosen ? 0 : -1}
          onClick={() => onChoose(lens)}
        >
          {t(`lens.${lens}`)}
        </button>
      ))}
    </div>
  );
}

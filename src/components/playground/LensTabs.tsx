import type { TargetedKeyboardEvent } from 'preact';
import type { Translate } from '../../i18n/words.ts';
import { LENSES, type LensChoice } from './lenses.ts';

interface Props {
  readonly t: Translate;
  /** Null: something else than a lens is shown. */
  readonly chosen: LensChoice | null;
  readonly onChoose: (lens: LensChoice) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** One stop for Tab, arrow keys from lens to lens, as tabs are known to work. */
export function LensTabs({ t, chosen, onChoose }: Props) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    // Not the chosen one: of two keys in a row, the second comes before that is drawn.
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? LENSES.length - 1
          : at + (STEPS[event.key] ?? Number.NaN);
    const index = (to + LENSES.length) % LENSES.length;
    const lens = LENSES[index];
    if (!lens || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose(lens);
    tabs[index]?.focus();
  };
  return (
    <div class="pg-tabs" role="tablist" onKeyDown={onKeyDown}>
      {LENSES.map((lens) => (
        <button
          key={lens}
          type="button"
          role="tab"
          aria-selected={lens === chosen}
          tabIndex={lens === (chosen ?? LENSES[0]) ? undefined : -1}
          onClick={() => onChoose(lens)}
        >
          {t(`lens.${lens}`)}
        </button>
      ))}
    </div>
  );
}

import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly dark: boolean;
  readonly notesShown: boolean;
  readonly onTheme: () => void;
  readonly onScale: (by: number) => void;
  readonly onNotes: () => void;
}

const SCALE_STEP = 25;

/** The projector's window has the same address, and shows the stage alone. */
function openStage(): void {
  const address = new URL(location.href);
  const fields = new URLSearchParams(address.hash.slice(1));
  fields.set('view', 'stage');
  address.hash = fields.toString();
  open(address, 'pymemlab-stage', 'popup,width=1280,height=800');
}

export function Tools({ say, dark, notesShown, onTheme, onScale, onNotes }: Props) {
  return (
    <div class="pr-tools">
      <button type="button" aria-pressed={notesShown} onClick={onNotes}>
        {say('present.notes')}
      </button>
      <button
        type="button"
        aria-label={say('present.smaller')}
        onClick={() => onScale(-SCALE_STEP)}
      >
        A−
      </button>
      <button type="button" aria-label={say('present.larger')} onClick={() => onScale(SCALE_STEP)}>
        A+
      </button>
      <button type="button" aria-pressed={dark} onClick={onTheme}>
        {say('present.dark')}
      </button>
      <button type="button" onClick={openStage}>
        {say('present.window')}
      </button>
    </div>
  );
}

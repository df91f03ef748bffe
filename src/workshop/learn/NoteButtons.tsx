import type { Note } from '../standing.ts';
import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly note: Note;
  readonly onChange: (note: Note) => void;
}

/** The two coloured notes of a workshop; a second press takes one off again. */
export function NoteButtons({ say, note, onChange }: Props) {
  return (
    <fieldset class="ws-note-buttons">
      <legend class="sr-only">{say('learn.note')}</legend>
      {(['help', 'done'] as const).map((one) => (
        <button
          key={one}
          type="button"
          class={`ws-note ${one}`}
          aria-pressed={note === one}
          onClick={() => onChange(note === one ? 'none' : one)}
        >
          {say(`learn.${one === 'help' ? 'needHelp' : 'amDone'}`)}
        </button>
      ))}
    </fieldset>
  );
}

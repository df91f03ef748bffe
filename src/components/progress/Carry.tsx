import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type HandedWords, handed } from '../../i18n/handed.ts';
import type { Translate } from '../../i18n/words.ts';
import { encodeProgress } from '../../state/progress-code.ts';
import type { ProgressKey } from '../../state/progress-key.ts';
import { done } from '../../state/progress.ts';
import { takeFile, takeText } from './take-in.ts';
import { useDone } from './use-done.ts';

interface Props {
  readonly words: HandedWords;
  /** All that this edition of the course has. */
  readonly known: readonly ProgressKey[];
}

async function saveFile(): Promise<void> {
  const { progressFile } = await import('../../state/progress-file.ts');
  const blob = new Blob([progressFile(done.value)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'pymemlab-progress.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function Out({ t, known }: { readonly t: Translate; readonly known: readonly ProgressKey[] }) {
  const keys = useDone();
  const area = useRef<HTMLTextAreaElement>(null);
  const copied = useSignal(false);
  const copy = async () => {
    // Where the clipboard is forbidden, the text is marked for the reader to copy.
    area.current?.select();
    await navigator.clipboard?.writeText(area.current?.value ?? '').catch(() => {});
    copied.value = true;
  };
  // What belongs to no page of the course (an exercise of somebody's post) stays out of the text.
  const text = encodeProgress(known.filter((key) => keys.has(key)));
  return (
    <div class="progress-out">
      <label>
        {t('progress.code')}
        <textarea ref={area} readOnly rows={3} value={text} spellcheck={false} />
      </label>
      <p class="progress-buttons">
        <button type="button" onClick={copy}>
          {t('progress.copy')}
        </button>
        <button type="button" onClick={saveFile}>
          {t('progress.save')}
        </button>
        <span role="status">{copied.value && t('progress.copied')}</span>
      </p>
    </div>
  );
}

function In({ t, known }: { readonly t: Translate; readonly known: readonly ProgressKey[] }) {
  // Both hold what they hold: what is pasted or chosen before the page is alive stays.
  const area = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const told = useSignal('');
  const open = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const { LONGEST_FILE } = await import('../../state/progress-file.ts');
    try {
      const tooLong = file.size > LONGEST_FILE;
      told.value = tooLong ? t('progress.fault.tooLong') : await takeFile(t, await file.text());
    } catch {
      told.value = t('progress.fault.unreadable');
    }
    // The same file can then be chosen once more.
    input.value = '';
  };
  const add = async () => {
    told.value = await takeText(t, area.current?.value ?? '', known);
  };
  useEffect(() => {
    if (file.current) void open(file.current);
  }, []);
  return (
    <div class="progress-in">
      <label>
        {t('progress.openFile')}
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          onChange={(event) => open(event.currentTarget)}
        />
      </label>
      <label>
        {t('progress.paste')}
        <textarea ref={area} rows={3} spellcheck={false} autocomplete="off" />
      </label>
      <p class="progress-buttons">
        <button type="button" onClick={add}>
          {t('progress.add')}
        </button>
      </p>
      <p role="status" class="progress-told">
        {told.value}
      </p>
    </div>
  );
}

/** Out of this browser, and into it. */
export default function Carry({ words, known }: Props) {
  const t = handed(words);
  return (
    <div class="progress-carry not-content">
      <Out t={t} known={known} />
      <In t={t} known={known} />
    </div>
  );
}

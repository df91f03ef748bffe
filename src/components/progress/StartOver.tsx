import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type HandedWords, handed } from '../../i18n/handed.ts';
import type { ProgressKey } from '../../state/progress-key.ts';
import { done, mergeProgress, resetProgress } from '../../state/progress.ts';

type Stage = 'calm' | 'asking' | 'forgotten';

/** Forgets the progress: asks first, and can take it back until the page is left. */
export default function StartOver({ words }: { readonly words: HandedWords }) {
  const t = handed(words);
  const stage = useSignal<Stage>('calm');
  const told = useSignal('');
  const before = useRef<ReadonlySet<ProgressKey>>(new Set());
  const first = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  // The button that was pressed is gone: whoever uses the keyboard stands at the next one, and
  // at once, or a key that follows finds the focus nowhere.
  useLayoutEffect(() => {
    if (moved.current) first.current?.focus();
  }, [stage.value]);

  const go = (next: Stage, words = '') => {
    moved.current = true;
    stage.value = next;
    told.value = words;
  };
  const ask = () => {
    if (done.value.size === 0) told.value = t('progress.nothing');
    else go('asking', t('progress.forgetAsk', { count: done.value.size }));
  };
  const forget = () => {
    before.current = resetProgress();
    go('forgotten', t('progress.forgotten'));
  };
  const undo = () => {
    mergeProgress(before.current);
    go('calm', t('progress.back'));
  };
  return (
    <div class="progress-reset not-content">
      <p role="status">{told.value}</p>
      <p class="progress-buttons">
        {stage.value === 'calm' && (
          <button key="ask" ref={first} type="button" onClick={ask}>
            {t('progress.forget')}
          </button>
        )}
        {stage.value === 'asking' && (
          <>
            <button key="keep" ref={first} type="button" onClick={() => go('calm')}>
              {t('progress.forgetNo')}
            </button>
            <button key="forget" type="button" onClick={forget}>
              {t('progress.forgetYes')}
            </button>
          </>
        )}
        {stage.value === 'forgotten' && (
          <button key="undo" ref={first} type="button" onClick={undo}>
            {t('progress.undo')}
          </button>
        )}
      </p>
    </div>
  );
}

/** On the page about what is stored: how much of the site is on this device, and the editor at a press. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type HandedWords, handed } from '../i18n/handed.ts';
import type { Standing } from './messages.ts';
import { register } from './register.ts';
import { askStanding, keepEditor, untilServed } from './standing.ts';

type State = 'coming' | 'there' | 'keeping' | 'failed' | 'impossible';

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

export default function KeepOffline({ words }: { readonly words: HandedWords }) {
  const t = handed(words);
  const state = useSignal<State>('coming');
  const standing = useSignal<Standing | null>(null);

  useEffect(() => {
    const begin = async () => {
      if (!navigator.serviceWorker) throw new Error('no service worker here');
      await register();
      await untilServed();
      standing.value = await askStanding();
      state.value = 'there';
    };
    begin().catch(() => {
      state.value = 'impossible';
    });
  }, []);

  const keep = async () => {
    state.value = 'keeping';
    const end = await keepEditor((now) => {
      standing.value = now;
    });
    state.value = end.failed ? 'failed' : 'there';
  };

  const now = standing.value;
  const hasEditor = now !== null && now.editorKept === now.editorOf;
  return (
    <div class="not-content keep-offline">
      <p role="status">
        {state.value === 'impossible' && t('stored.impossible')}
        {state.value === 'coming' && t('stored.coming')}
        {now &&
          t(now.kept === now.of ? 'stored.site' : 'stored.part', {
            kept: now.kept,
            of: now.of,
          })}{' '}
        {hasEditor && t('stored.editor')}
        {state.value === 'failed' && t('stored.failed')}
      </p>
      {now && !hasEditor && (
        <p>
          <button type="button" disabled={state.value === 'keeping'} onClick={keep}>
            {t('stored.keep', { size: megabytes(now.editorBytes) })}
          </button>
        </p>
      )}
      {now && state.value === 'keeping' && (
        <progress max={now.editorOf} value={now.editorKept} aria-label={t('stored.progress')} />
      )}
    </div>
  );
}

import type { Translate, WordKey } from '../../../i18n/words.ts';
import { type BlockLook, LOOK_WORDS } from './states.ts';

interface Props {
  readonly t: Translate;
  readonly of: 'pools' | 'blocks';
}

const POOLS: readonly (readonly [look: string, word: WordKey])[] = [
  ['full', 'memory.full'],
  ['used', 'memory.used'],
  ['empty', 'memory.empty'],
  ['untouched', 'memory.untouched'],
];

const LOOKS: readonly BlockLook[] = ['mine', 'object', 'part', 'kept', 'free', 'untouched'];

/** What the squares mean. */
export function Key({ t, of }: Props) {
  const rows =
    of === 'pools' ? POOLS : LOOKS.map((look) => [`block ${look}`, LOOK_WORDS[look]] as const);
  return (
    <ul class="mem-key" aria-label={t('memory.key')}>
      {rows.map(([look, word]) => (
        <li key={look}>
          <span class={`mem-cell sample ${look}`} aria-hidden="true">
            {look === 'used' && <i style={{ '--share': '50%' }} />}
          </span>
          {t(word)}
        </li>
      ))}
      <li>
        <span class="mem-cell sample changed" aria-hidden="true" />
        {t('memory.key.changed')}
      </li>
    </ul>
  );
}

import type { Translate } from '../../../i18n/words.ts';
import { rem } from './geometry.ts';
import { frameTitle } from './holders.ts';
import type { PlacedFrame } from './layout.ts';

interface Props {
  readonly t: Translate;
  readonly frames: readonly PlacedFrame[];
  /** An object in a few words, for those who do not see the arrow. */
  readonly describe: (number: number) => string;
  readonly selected: number | null;
  readonly width: number;
}

export function Frames({ t, frames, describe, selected, width }: Props) {
  return (
    <div class="lens-frames" style={{ width: rem(width) }}>
      {frames.map(({ frame, top, height }, index) => (
        <div
          // A function may be in several frames at once: their order tells them apart.
          key={`${index}.${frame.title}`}
          class={index === frames.length - 1 ? 'lens-frame top' : 'lens-frame'}
          style={{ top: rem(top), height: rem(height) }}
        >
          <p class="lens-title">{frameTitle(t, frame)}</p>
          {frame.names.length === 0 && <p class="lens-name none">{t('lens.noNames')}</p>}
          {frame.names.map(({ label, to }) => (
            <p key={label} class={to === selected ? 'lens-name lit' : 'lens-name'}>
              {label}
              <span class="sr-only"> → {describe(to)}</span>
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

import { useSignal } from '@preact/signals';
import type { Language } from '../../course/chapters.ts';
import { folderOf } from '../../course/language.ts';
import type { Translate } from '../../i18n/words.ts';
import { siteBase } from '../../site-base.ts';
import type { PlaygroundModel } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  /** Called when the lines have been copied. */
  readonly onCopied: () => void;
}

interface Copied {
  readonly done: boolean;
  /** Where the builder shows what is embedded, and lets it be changed. */
  readonly builder: string;
}

async function copyCode({ facts, text, profile, mode, lens }: PlaygroundModel): Promise<Copied> {
  const { embedCode, embeddableOf } = await import('../../embed/code-of.ts');
  const chosen = {
    text: text.value,
    profile: profile.value,
    mode: mode.value,
    lens: lens.value,
  };
  const site = new URL(siteBase(), location.href).href;
  const folder = folderOf(document.documentElement.lang as Language);
  const builder = `${site}${folder}embed/?of=${embeddableOf(facts).name}#builder`;
  try {
    await navigator.clipboard.writeText(embedCode(site, facts, chosen));
    return { done: true, builder };
  } catch {
    return { done: false, builder };
  }
}

/** Copies the lines that put this playground into another page; then leads to what they make. */
export function EmbedButton({ t, model, onCopied }: Props) {
  const builder = useSignal('');
  return (
    <>
      {builder.value && <a href={builder.value}>{t('playground.embed.preview')}</a>}
      <button
        type="button"
        class="pg-embed"
        onClick={async () => {
          const copied = await copyCode(model);
          builder.value = copied.builder;
          if (copied.done) onCopied();
        }}
      >
        {t('playground.embed')}
      </button>
    </>
  );
}

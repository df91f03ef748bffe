/** Puts together the lines for a blog, with what they make beside them. */
import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { usePageData } from '../../components/use-page-data.ts';
import { LENSES } from '../../components/playground/lenses.ts';
import type { Language } from '../../course/chapters.ts';
import { folderOf } from '../../course/language.ts';
import { releases } from '../../course/releases.ts';
import { translator } from '../../i18n/words.ts';
import type { Embeddable } from '../catalogue.ts';
import { type EmbedSettings, queryOf, readSettings } from '../settings.ts';
import { attributesOf, elementTag, frameTag, loaderTag } from './snippet.ts';

type Offer = Embeddable & { readonly code: string };

interface Props {
  readonly language: Language;
  /** Path of the site, with a slash at both ends. */
  readonly base: string;
}

const THEMES = ['light', 'dark'] as const;

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Lines({
  label,
  text,
  copy,
  copied,
}: Record<'label' | 'text' | 'copy' | 'copied', string>) {
  const done = useSignal(false);
  return (
    <div class="builder-lines">
      <label>
        {label}
        <textarea readOnly rows={text.split('\n').length + 1} value={text} spellcheck={false} />
      </label>
      <button
        type="button"
        onClick={async (event) => {
          // Where the clipboard is forbidden, the text is marked for the reader to copy.
          event.currentTarget.parentElement?.querySelector('textarea')?.select();
          await navigator.clipboard?.writeText(text).catch(() => {});
          done.value = true;
          setTimeout(() => {
            done.value = false;
          }, 3000);
        }}
      >
        {copy}
      </button>
      <span role="status">{done.value && copied}</span>
    </div>
  );
}

/** What the builder shows until it knows what there is. */
function Loading({ language, failed }: { readonly language: Language; readonly failed: boolean }) {
  const t = translator(language);
  return <p class="builder not-content">{t(failed ? 'builder.failed' : 'builder.loading')}</p>;
}

export default function Builder(props: Props) {
  const { data, get } = usePageData<readonly Offer[]>(
    `${folderOf(props.language)}embed/offers.json`,
  );
  const failed = useSignal(false);
  useEffect(() => {
    get().catch(() => {
      failed.value = true;
    });
  }, []);
  if (!data.value) return <Loading language={props.language} failed={failed.value} />;
  return <Choices {...props} offers={data.value} />;
}

function Choices({ language, offers, base }: Props & { readonly offers: readonly Offer[] }) {
  const t = useMemo(() => translator(language), [language]);
  const name = useSignal(offers[0]?.name ?? '');
  const settings = useSignal<EmbedSettings>({});
  const site = useSignal(base);
  const preview = useRef<HTMLDivElement>(null);
  const what = useComputed(() => offers.find((offer) => offer.name === name.value) ?? offers[0]!);

  useEffect(() => {
    site.value = new URL(base, location.href).href;
    const asked = new URLSearchParams(location.search).get('of');
    if (offers.some((offer) => offer.name === asked)) name.value = asked ?? '';
    const script = document.createElement('script');
    script.src = `${base}embed.js`;
    document.head.append(script);
  }, []);

  // The real element, from the real loader: what is seen here is what a blog gets.
  useSignalEffect(() => {
    const { kind } = what.value;
    const element = document.createElement(`pymemlab-${kind === 'program' ? 'playground' : kind}`);
    element.setAttribute(kind, what.value.name);
    element.setAttribute('language', language);
    for (const [attribute, value] of attributesOf(settings.value))
      element.setAttribute(attribute, value);
    preview.current?.replaceChildren(element);
  });

  const set = (key: keyof EmbedSettings) => (value: string) => {
    const { [key]: _old, ...rest } = settings.value;
    const next = new Map(attributesOf(rest));
    if (value) next.set(key === 'readOnly' ? 'readonly' : key, value);
    settings.value = readSettings((attribute) => next.get(attribute) ?? null);
  };
  const asIs = ['', t('builder.asIs')] as const;
  const copy = t('builder.copy');
  const copied = t('builder.copied');
  const address = `${site.value}${folderOf(language)}embed/${name.value}/${queryOf(settings.value)}`;
  return (
    <div class="builder not-content">
      <div class="builder-choices">
        <Choice
          label={t('builder.what')}
          value={name.value}
          options={offers.map((offer) => [
            offer.name,
            `${t(`builder.${offer.kind}`)}: ${offer.title}`,
          ])}
          onChange={(value) => {
            name.value = value;
          }}
        />
        <Choice
          label="CPython"
          value={settings.value.version ?? ''}
          options={[asIs, ...releases.map(({ id }) => [id, id] as const)]}
          onChange={set('version')}
        />
        <Choice
          label={t('builder.lens')}
          value={settings.value.lens ?? ''}
          options={[asIs, ...LENSES.map((lens) => [lens, t(`lens.${lens}`)] as const)]}
          onChange={set('lens')}
        />
        <Choice
          label={t('builder.theme')}
          value={settings.value.theme ?? ''}
          options={[
            ['', t('builder.follow')] as const,
            ...THEMES.map((theme) => [theme, t(`builder.${theme}`)] as const),
          ]}
          onChange={set('theme')}
        />
      </div>
      <Lines label={t('builder.loader')} text={loaderTag(site.value)} {...{ copy, copied }} />
      <Lines
        label={t('builder.element')}
        text={elementTag(what.value, settings.value, what.value.code)}
        {...{ copy, copied }}
      />
      <Lines
        label={t('builder.frame')}
        text={frameTag(address, what.value.title)}
        {...{ copy, copied }}
      />
      <p class="builder-label">{t('builder.preview')}</p>
      <div ref={preview} />
    </div>
  );
}

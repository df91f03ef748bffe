/** The lines that a blogger copies. */
import type { Embeddable } from '../catalogue.ts';
import type { EmbedSettings } from '../settings.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Attributes of an element for what is not as the embed has it, in the order they are documented. */
export function attributesOf(settings: EmbedSettings): readonly (readonly [string, string])[] {
  const { version, mode, lens, step, readOnly, theme } = settings;
  const all = { version, mode, lens, step, readonly: readOnly, theme };
  return Object.entries(all)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => [name, String(value)]);
}

export const loaderTag = (site: string) =>
  `<script type="module" src="${escaped(site)}embed.js"></script>`;

/** What is embedded, as an element; the text inside is what readers without scripts see. */
export function elementTag(what: Embeddable, settings: EmbedSettings, code: string): string {
  const tag = what.kind === 'exercise' ? 'pymemlab-exercise' : 'pymemlab-playground';
  return element(tag, [[what.kind, what.name], ...attributesOf(settings)], code);
}

type Attributes = ReturnType<typeof attributesOf>;

/** A program that is not the course's. */
export const ownTag = (attributes: Attributes, code: string) =>
  element('pymemlab-playground', attributes, code);

function element(tag: string, attributes: Attributes, code: string): string {
  const given = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  // Between blank lines a `<pre>` is whole in Markdown, whatever stands in it.
  return `<${tag}${given}>\n\n<pre>${escaped(code.trimEnd())}</pre>\n\n</${tag}>`;
}

/** For places that take a frame and no script. It cannot tell its height: 560 pixels suit most. */
export const frameTag = (address: string, title: string) =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="560" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`;

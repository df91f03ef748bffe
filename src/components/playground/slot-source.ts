import { type ComponentChildren, isValidElement } from 'preact';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * The program of a page, read from its highlighted form: a page that holds it once less is lighter.
 * @param code the slot, whose `value` is the markup that StillCode.astro made
 */
export function sourceOf(code: ComponentChildren): string {
  const markup = isValidElement(code) ? String((code.props as { value?: unknown }).value) : '';
  const text = /<code>([\s\S]*)<\/code>/.exec(markup)?.[1];
  if (text === undefined)
    throw new Error('a playground needs its program, or its highlighted form');
  const plain = text.replace(/<[^>]+>/g, '').replace(/&\w+;/g, (name) => ENTITIES[name] ?? name);
  return `${plain}\n`;
}

/** The page around an element: whether it is light or dark, and in which language. */
import type { Theme } from '../messages.ts';

/** Relative brightness of a CSS colour, 0 to 1; null when it lets through what is behind it. */
function brightness(color: string): number | null {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!color.startsWith('rgb') || alpha < 0.5) return null;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** What the reader sees behind the element: the first background that is not transparent. */
export function themeAround(element: Element): Theme {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const found = brightness(getComputedStyle(at).backgroundColor);
    if (found !== null) return found < 0.5 ? 'dark' : 'light';
  }
  // A page without a colour of its own has the browser's, which `color-scheme` may make dark.
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const mayBeDark = scheme.includes('dark');
  const mustBeDark = mayBeDark && !scheme.includes('light');
  const wantsDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return mustBeDark || (mayBeDark && wantsDark) ? 'dark' : 'light';
}

/** Tells when the page may have changed from light to dark or back. @returns how to stop it */
export function watchTheme(changed: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', changed);
  // A switch in the page sets a class or an attribute on one of these; transitions end later.
  const observer = new MutationObserver(changed);
  for (const root of [document.documentElement, document.body])
    observer.observe(root, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] });
  document.addEventListener('transitionend', changed);
  return () => {
    media.removeEventListener('change', changed);
    observer.disconnect();
    document.removeEventListener('transitionend', changed);
  };
}

/** Whether the element stands in Chinese text. */
export function isChinese(element: Element): boolean {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
  return /^zh\b/i.test(lang);
}

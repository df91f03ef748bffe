// Loaded when the search is first opened.
import { PagefindUI } from '@pagefind/default-ui';
// As addresses: an ordinary import would put these sheets into every page.
import pagefindSheet from '@pagefind/default-ui/css/ui.css?url&no-inline';
import { siteBase } from '../../site-base.ts';
import siteSheet from './search-ui.css?url&no-inline';

function addSheet(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${href} did not load`)));
    document.head.append(link);
  });
}

export async function showSearch(
  element: HTMLElement,
  translations: Record<string, string>,
): Promise<void> {
  const base = siteBase();
  await Promise.all([pagefindSheet, siteSheet].map(addSheet));
  element.replaceChildren();
  new PagefindUI({
    element,
    baseUrl: base,
    bundlePath: `${base}pagefind/`,
    showImages: false,
    showSubResults: true,
    resetStyles: false,
    translations,
  });
  // Pagefind names its field only by a title, which many readers of screens do not speak.
  const field = element.querySelector('input');
  field?.setAttribute('aria-label', translations['placeholder'] ?? '');
}

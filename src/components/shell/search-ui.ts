// Loaded when the search is first opened.
import { PagefindUI } from '@pagefind/default-ui';
import '@pagefind/default-ui/css/ui.css';
import './search-ui.css';

export function showSearch(element: HTMLElement, translations: Record<string, string>): void {
  const base = import.meta.env.BASE_URL;
  new PagefindUI({
    element,
    baseUrl: base,
    bundlePath: `${base.replace(/\/$/, '')}/pagefind/`,
    showImages: false,
    showSubResults: true,
    resetStyles: false,
    translations,
  });
}

/** Light or dark, as Starlight's pages keep it. */
const KEY = 'starlight-theme';

export const isDark = (): boolean =>
  typeof document !== 'undefined' && document.documentElement.dataset['theme'] === 'dark';

/** @returns whether it is dark now */
export function toggleTheme(): boolean {
  const dark = !isDark();
  const theme = dark ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // It holds for this page.
  }
  return dark;
}

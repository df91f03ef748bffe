/**
 * Path of the site's root, with a slash at both ends. In the browser it is read from the page: the same
 * scripts then serve the site under any path (`npm run pack`).
 */
export const siteBase = (): string =>
  import.meta.env.SSR ? import.meta.env.BASE_URL.replace(/\/?$/, '/') : pathOfRoot();

/** Every page links its icon, which lies in the root. */
function pathOfRoot(): string {
  const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
  return new URL('.', icon?.href ?? location.origin).pathname;
}

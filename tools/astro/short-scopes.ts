import type { Plugin } from 'vite';

/** Of the eight characters that Astro makes of a component's path. */
const KEPT = 3;

/**
 * Astro marks each element of a component that has styles: `astro-by6fddyj`. The marks stand hundreds of
 * times in a page, so they are shortened, in markup and styles alike, before names of files are made of
 * what they hold.
 */
export function shortScopes(): Plugin {
  const whole = new Map<string, string>();
  const short = (scope: string) => {
    const kept = scope.slice(0, KEPT);
    const before = whole.get(kept) ?? scope;
    if (before !== scope) throw new Error(`Scopes ${before} and ${scope}: keep more than ${KEPT}`);
    whole.set(kept, scope);
    return `_${kept}`;
  };
  return {
    name: 'short-scopes',
    apply: 'build',
    transform: {
      filter: { id: /\.astro(\?.*type=style.*)?$/ },
      handler: (code) => ({
        code: code.replace(/\bastro-([a-z0-9]{8})\b/g, (_mark, scope: string) => short(scope)),
        map: null,
      }),
    },
  };
}

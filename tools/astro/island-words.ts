import type { Plugin } from 'vite';

/** Words of pages that hand them to their islands, which need no catalogue for them. */
const HANDED = /^(workshop|home|footer|stored)\./;

/** Leaves out of the catalogues that islands load in the browser what none of them asks for there. */
export function islandWords(): Plugin {
  return {
    name: 'island-words',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform: {
      filter: { id: /\/content\/i18n\/[\w-]+\.json$/ },
      handler(code) {
        const kept = Object.entries(JSON.parse(code)).filter(([key]) => !HANDED.test(key));
        return { code: JSON.stringify(Object.fromEntries(kept)), map: null };
      },
    },
  };
}

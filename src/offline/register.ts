/** Starts what keeps the site on the device: when the page is there and the browser has nothing else to do. */
import { siteBase } from '../site-base.ts';

type Saving = Navigator & { readonly connection?: { readonly saveData?: boolean } };

/** Told quietly when a newer version is ready. It waits: a reader in the middle of an exercise goes on. */
async function watch(registration: ServiceWorkerRegistration): Promise<void> {
  const announce = async () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    (await import('./update-bar.ts')).showUpdate(registration);
  };
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', announce),
  );
  await announce();
}

export async function register(): Promise<void> {
  const first = !navigator.serviceWorker.controller;
  const registration = await navigator.serviceWorker.register(`${siteBase()}sw.js`);
  await watch(registration);
  if (!first) return;
  const { active } = await navigator.serviceWorker.ready;
  const urls = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ type: 'used', urls });
}

/** Who saves data downloads only what they look at, unless they ask for more. */
const { serviceWorker, connection }: Saving = navigator;
if (import.meta.env.PROD && serviceWorker && (serviceWorker.controller || !connection?.saveData))
  addEventListener('load', () =>
    // Forbidden, or no room: the site works as it does without.
    (globalThis.requestIdleCallback ?? setTimeout)(() => register().catch(() => {})),
  );

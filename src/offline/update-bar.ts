/** A quiet bar at the foot of the page: a newer version of the site is ready. */
import type { Language } from '../course/chapters.ts';
import { translator } from '../i18n/words.ts';
import '../styles/update-bar.css';
import type { ToWorker } from './messages.ts';

let bar: HTMLElement | null = null;

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

/** Texts and progress are kept on the device as they are written, so a reload loses nothing. */
function takeOver(registration: ServiceWorkerRegistration): void {
  const message: ToWorker = { type: 'take-over' };
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  if (registration.waiting) registration.waiting.postMessage(message);
  else location.reload();
}

export function showUpdate(registration: ServiceWorkerRegistration): void {
  if (bar) return;
  const t = translator(document.documentElement.lang as Language);
  bar = document.createElement('aside');
  bar.className = 'update-bar';
  bar.setAttribute('aria-label', t('offline.update.label'));
  const text = document.createElement('span');
  text.setAttribute('role', 'status');
  const hide = () => bar?.remove();
  bar.append(
    text,
    button(t('offline.update.reload'), () => takeOver(registration)),
    button(t('offline.update.later'), hide),
  );
  document.body.append(bar);
  // Once it stands in the page: only what changes in it then is read aloud.
  text.textContent = t('offline.update.ready');
}

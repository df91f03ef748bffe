/** Asks the service worker how far the site is kept on this device. */
import type { Standing, ToWorker } from './messages.ts';

/** @param hear called with each answer; `keep` has one after every file */
function send(message: ToWorker, hear: (standing: Standing) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<Standing>) => hear(data);
  navigator.serviceWorker.controller?.postMessage(message, [port2]);
}

export const askStanding = (): Promise<Standing> =>
  new Promise((resolve) => send({ type: 'standing' }, resolve));

/** Keeps the editor, too. Resolves when it is there, or with `failed`. */
export const keepEditor = (told: (standing: Standing) => void): Promise<Standing> =>
  new Promise((resolve) =>
    send({ type: 'keep' }, (standing) => {
      told(standing);
      if (standing.failed || standing.editorKept === standing.editorOf) resolve(standing);
    }),
  );

/** The worker that serves this page; a first visit waits for it to have everything. */
export async function untilServed(): Promise<void> {
  if (navigator.serviceWorker.controller) return;
  await new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
}

/** The frame in which a reader's code runs: without an origin, so that it reaches nothing of the site. */
import type { FromSandbox } from './protocol.ts';

/** A page that has come says so at once; milliseconds after it has, or after nothing has come at all. */
const SILENCE = 1500;
const PATIENCE = 10_000;

/** @param attribute '' where the page itself brings what takes its origin away */
function frameOf(host: HTMLElement, src: string, attribute: string): Promise<HTMLIFrameElement> {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = 'Sandbox';
    if (attribute) frame.setAttribute('sandbox', attribute);
    let timer: ReturnType<typeof setTimeout>;
    const loaded = () => {
      clearTimeout(timer);
      timer = setTimeout(fail, SILENCE);
    };
    // It may say that it is ready before it has loaded.
    const end = () => {
      clearTimeout(timer);
      removeEventListener('message', ready);
      frame.removeEventListener('load', loaded);
    };
    const fail = () => {
      end();
      frame.remove();
      reject(new Error('the sandbox did not load'));
    };
    const ready = ({ source, origin, data }: MessageEvent<FromSandbox>) => {
      if (source !== frame.contentWindow || data.type !== 'ready') return;
      // With the origin of the site it would be no sandbox.
      if (origin !== 'null') return fail();
      end();
      resolve(frame);
    };
    addEventListener('message', ready);
    frame.addEventListener('load', loaded);
    timer = setTimeout(fail, PATIENCE);
    frame.src = src;
    host.append(frame);
  });
}

/**
 * Browsers let no service worker answer for a frame with the attribute `sandbox`, so without a network it stays empty.
 * Then the worker brings the page with a policy that does the same (src/offline/worker/sandboxed.ts).
 * @throws Error when neither can be had
 */
export async function openFrame(host: HTMLElement, src: string): Promise<HTMLIFrameElement> {
  try {
    return await frameOf(host, src, 'allow-scripts');
  } catch (error) {
    if (!navigator.serviceWorker?.controller) throw error;
    return frameOf(host, src, '');
  }
}

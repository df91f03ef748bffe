/** The frame's side of the talk with the page around it. */
import {
  type FrameEvent,
  type FrameEvents,
  type HostMessage,
  PROTOCOL,
  readHostMessage,
} from '../messages.ts';

/** The page's origin, from its first message on. What we tell before that is no secret. */
let host = '*';

const isFramed = () => window.parent !== window;

export function tell<Name extends FrameEvent>(type: Name, detail: FrameEvents[Name]): void {
  if (isFramed()) window.parent.postMessage({ pymemlab: PROTOCOL, type, detail }, host);
}

/** Hears the window that this frame is in, and of that only the origin that spoke first. */
export function listen(hear: (message: HostMessage) => void): () => void {
  const onMessage = (event: MessageEvent) => {
    if (!isFramed() || event.source !== window.parent) return;
    if (host !== '*' && event.origin !== host) return;
    const message = readHostMessage(event.data);
    if (!message || (message.type === 'go' && event.origin !== location.origin)) return;
    // A page of a file or of a sandbox has no origin that could be named.
    if (event.origin !== 'null') host = event.origin;
    hear(message);
  };
  addEventListener('message', onMessage);
  return () => removeEventListener('message', onMessage);
}

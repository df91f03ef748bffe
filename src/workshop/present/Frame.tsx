import { useEffect, useMemo, useRef } from 'preact/hooks';
import { PROTOCOL, readFrameEvent, type Theme } from '../../embed/messages.ts';

interface Props {
  readonly address: string;
  readonly title: string;
  readonly theme: Theme;
  /** Size of type, in percent of the usual. */
  readonly scale: number;
  /** Where the playground is to be; null leaves it as it is. */
  readonly go: { readonly step: number; readonly lens: string } | null;
  /** Keys that are pressed while the focus is in the frame. */
  readonly onKey: (event: KeyboardEvent) => void;
}

/** A playground or an exercise of the course on the stage, led from step to step by messages. */
export function Frame({ address, title, theme, scale, go, onKey }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  /** The address whose page has told that it is there. */
  const ready = useRef('');
  const latest = useRef({ go, theme, scale, onKey });
  latest.current = { go, theme, scale, onKey };

  const post = (message: object) =>
    frame.current?.contentWindow?.postMessage({ pymemlab: PROTOCOL, ...message }, location.origin);
  const apply = () => {
    if (ready.current !== address) return;
    const inside = frame.current?.contentDocument?.documentElement;
    if (inside) inside.style.fontSize = `${latest.current.scale}%`;
    post({ type: 'theme', theme: latest.current.theme });
    if (latest.current.go) post({ type: 'go', ...latest.current.go });
  };

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      const inner = frame.current?.contentWindow;
      if (!inner || source !== inner || readFrameEvent(data)?.type !== 'ready') return;
      ready.current = address;
      inner.addEventListener('keydown', (event) => latest.current.onKey(event));
      apply();
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [address]);
  useEffect(apply, [address, go?.step, go?.lens, theme, scale]);

  // A later change of theme comes by message: another address would load the page anew.
  const first = useMemo(() => theme, [address]);
  const src = `${address}?theme=${first}`;
  return <iframe ref={frame} class="pr-frame" key={address} src={src} title={title} />;
}

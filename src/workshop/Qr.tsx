import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type QrPicture, qrOf } from './codes.ts';

interface Props {
  readonly text: string;
  /** What the picture holds, for those who do not see it. */
  readonly label: string;
}

/** A text as a QR picture: dark on light in both themes, since not every camera reads the reverse. */
export function Qr({ text, label }: Props) {
  const picture = useSignal<QrPicture | null>(null);
  useEffect(() => {
    let meant = true;
    // Without a network the text beside it has to do.
    qrOf(text).then(
      (found) => {
        if (meant) picture.value = found;
      },
      () => {},
    );
    return () => {
      meant = false;
    };
  }, [text]);
  const { size = 1, path = '' } = picture.value ?? {};
  return (
    <svg class="ws-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

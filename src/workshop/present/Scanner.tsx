import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly onFound: (text: string) => void;
}

type State = 'off' | 'starting' | 'on' | 'failed';

/** The camera is asked for by a press, and by nothing else. */
export function Scanner({ say, onFound }: Props) {
  const state = useSignal<State>('off');
  const video = useRef<HTMLVideoElement>(null);
  const stop = useRef<(() => void) | null>(null);
  const end = () => {
    stop.current?.();
    stop.current = null;
    state.value = 'off';
  };
  useEffect(() => () => stop.current?.(), []);

  const start = async () => {
    state.value = 'starting';
    try {
      const { scan } = await import('./scan.ts');
      stop.current = await scan(video.current!, onFound);
      state.value = 'on';
    } catch {
      state.value = 'failed';
    }
  };
  const isOn = state.value === 'on' || state.value === 'starting';
  return (
    <div class="pr-scanner">
      <button type="button" onClick={isOn ? end : start}>
        {say(isOn ? 'present.stopScan' : 'present.scan')}
      </button>
      <video ref={video} hidden={!isOn} muted playsInline aria-label={say('present.camera')} />
      <p role="status">
        {state.value === 'failed' && say('present.noCamera')}
        {state.value === 'on' && say('present.scanning')}
      </p>
    </div>
  );
}

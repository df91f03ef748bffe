import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const SECOND = 1000;

/** The time in milliseconds, told anew every second. */
export function useNow(): Signal<number> {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, SECOND);
    return () => clearInterval(timer);
  }, []);
  return now;
}

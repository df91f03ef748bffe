import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Course } from './course.ts';
import { type ReadPlan, readPlan } from './plan-link.ts';

/** Whether it is worth fetching what shows a plan, while that is still being read. */
export const mayHoldPlan = (): boolean => !import.meta.env.SSR && location.hash.length > 1;

/** The plan in this page's address, and anew whenever that changes; null until it is read. */
export function usePlan(course: Course): Signal<ReadPlan | null> {
  const read = useSignal<ReadPlan | null>(null);
  useEffect(() => {
    const look = () => {
      const { hash } = location;
      void readPlan(hash, course).then((found) => {
        // Another one may have come while this one was read.
        if (location.hash === hash) read.value = found;
      });
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return read;
}

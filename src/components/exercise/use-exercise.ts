import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ExerciseBody } from '../../exercise/schema.ts';

async function fetchBody(id: string): Promise<ExerciseBody> {
  const response = await fetch(
    `${import.meta.env.BASE_URL.replace(/\/$/, '')}/exercises/${id}.json`,
  );
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** The exercise's hints and checks, fetched when it is first touched; asked again after a failure. */
export function useExercise(id: string): {
  body: Signal<ExerciseBody | null>;
  get: () => Promise<ExerciseBody>;
} {
  const body = useSignal<ExerciseBody | null>(null);
  const pending = useRef<Promise<ExerciseBody> | null>(null);
  const get = () => {
    pending.current ??= fetchBody(id).then(
      (found) => {
        body.value = found;
        return found;
      },
      (error: unknown) => {
        pending.current = null;
        throw error;
      },
    );
    return pending.current;
  };
  useEffect(() => {
    get().catch(() => {}); // told when it is needed
  }, [id]);
  return { body, get };
}

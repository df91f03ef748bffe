/** Requests to the room's server and its streams. A server that is not there is nothing to throw about. */
import { createParser } from 'eventsource-parser';
import { API } from './bounds.ts';

export interface Answer {
  /** 0: nobody answered. */
  readonly status: number;
  readonly body: unknown;
}

export interface Line {
  readonly api: string;
  readonly secret: string;
}

/** A server that does not answer by then counts as away. */
const PATIENCE = 10_000;
/** The server says that it is alive every 20 seconds. */
const SILENCE = 50_000;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;

/** @param site path of the site in a language, with a slash at both ends */
export const apiOf = (site: string): string =>
  new URL(site, location.href).pathname.replace(/zh-cn\/$/, '') + API;

const headersOf = (secret: string): Record<string, string> =>
  secret ? { Authorization: `Bearer ${secret}` } : {};

export async function ask(
  { api, secret }: Line,
  path: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET',
  message?: unknown,
): Promise<Answer> {
  try {
    const response = await fetch(api + path, {
      method,
      headers: { ...headersOf(secret), 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE),
      ...(message === undefined ? {} : { body: JSON.stringify(message) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  } catch {
    return { status: 0, body: null };
  }
}

/** Longer and longer, and not all learners at the same moment. */
export function pauses(): { readonly next: () => number; readonly reset: () => void } {
  let pause = FIRST_PAUSE;
  return {
    next: () => {
      const now = pause * (0.5 + Math.random());
      pause = Math.min(LONGEST_PAUSE, pause * 2);
      return now;
    },
    reset: () => {
      pause = FIRST_PAUSE;
    },
  };
}

export interface Listener {
  readonly heard: (message: unknown) => void;
  readonly state: (state: 'live' | 'away') => void;
  /** The server knows the secret no longer. */
  readonly refused: () => void;
}

/** One connection, until it ends. @returns its status, 0 when nobody answered */
async function read(
  line: Line,
  path: string,
  seen: { id: string },
  listener: Listener,
  signal: AbortSignal,
): Promise<number> {
  const quiet = new AbortController();
  let timer = setTimeout(() => quiet.abort(), SILENCE);
  try {
    const response = await fetch(line.api + path, {
      headers: { ...headersOf(line.secret), 'Last-Event-ID': seen.id },
      signal: AbortSignal.any([signal, quiet.signal]),
    });
    if (!response.ok || !response.body) return response.status;
    listener.state('live');
    const parser = createParser({
      onEvent: ({ id, data }) => {
        listener.heard(JSON.parse(data));
        seen.id = id ?? seen.id;
      },
    });
    const texts = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await texts.read();
      if (done) return response.status;
      clearTimeout(timer);
      timer = setTimeout(() => quiet.abort(), SILENCE);
      parser.feed(value);
    }
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Listens to a stream, and connects anew when it breaks: nothing is lost, since the server begins behind what was seen.
 * @returns how to stop
 */
export function follow(line: Line, path: string, listener: Listener): () => void {
  const stop = new AbortController();
  const seen = { id: '0' };
  const pause = pauses();
  const run = async () => {
    while (!stop.signal.aborted) {
      const began = performance.now();
      const status = await read(line, path, seen, listener, stop.signal);
      if (stop.signal.aborted) return;
      if (status === 401) return listener.refused();
      listener.state('away');
      if (performance.now() - began > LONGEST_PAUSE) pause.reset();
      await new Promise((resolve) => setTimeout(resolve, pause.next()));
    }
  };
  void run();
  return () => stop.abort();
}

/** The same while the page is in sight: a browser has few connections for a server, and tabs are many. */
export function followInSight(line: Line, path: string, listener: Listener): () => void {
  let leave = () => {};
  const look = () => {
    leave();
    leave = document.visibilityState === 'visible' ? follow(line, path, listener) : () => {};
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    leave();
  };
}

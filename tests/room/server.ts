/** A room's server for a test, in this process, with a client. */

import { drawCode, drawId, drawKey, hashOf } from '../../room/keys.ts';
import { openStore } from '../../room/open-store.ts';
import { type RoomServer, serveRoom } from '../../room/server.ts';
import type { Store } from '../../room/store/store.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly json: Record<string, unknown>;
}

export class Client {
  readonly root: string;
  readonly secret: string;

  constructor(port: number, secret = '', base = '/') {
    this.root = `http://127.0.0.1:${port}${base}room/`;
    this.secret = secret;
  }

  as(secret: string): Client {
    return Object.assign(Object.create(Client.prototype), { root: this.root, secret });
  }

  async ask(path: string, method = 'GET', message?: unknown): Promise<Answer> {
    const response = await fetch(this.root + path, {
      method,
      redirect: 'manual',
      headers: this.secret ? { Authorization: `Bearer ${this.secret}` } : {},
      ...(message === undefined
        ? {}
        : { body: typeof message === 'string' ? message : JSON.stringify(message) }),
    });
    const body = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json');
    return {
      status: response.status,
      body: response.headers.get('Location') ?? body,
      json: isJson ? JSON.parse(body) : {},
    };
  }

  post(path: string, message: unknown): Promise<Answer> {
    return this.ask(path, 'POST', message);
  }

  /** Messages of a stream, as they come; ends the connection when the reader stops. */
  async *stream(path: string, seen = '0'): AsyncGenerator<Record<string, unknown>> {
    const stop = new AbortController();
    const response = await fetch(this.root + path, {
      signal: stop.signal,
      headers: { Authorization: `Bearer ${this.secret}`, 'Last-Event-ID': seen },
    });
    if (!response.ok || !response.body) throw new Error(`stream: ${response.status}`);
    const texts = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    try {
      for (;;) {
        const { done, value } = await texts.read();
        if (done) return;
        text += value;
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) {
          const data = /^data: (.*)$/m.exec(message)?.[1];
          if (data) yield JSON.parse(data);
        }
      }
    } finally {
      stop.abort();
    }
  }
}

export interface OpenRoom {
  readonly store: Store;
  readonly server: RoomServer;
  readonly code: string;
  readonly key: string;
  readonly client: Client;
  readonly presenter: Client;
  close(): Promise<void>;
}

/** @param url of a PostgreSQL, or undefined for a file */
export async function openRoom(url: string | undefined, file: string): Promise<OpenRoom> {
  const store = await openStore(url, file);
  const [code, key] = [drawCode(), drawKey()];
  await store.addRoom({ id: drawId(), code, keyHash: hashOf(key) });
  const server = await serve(store);
  const client = new Client(server.port);
  return {
    ...{ store, server, code, key, client },
    presenter: client.as(key),
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}

export const serve = (store: Store): Promise<RoomServer> =>
  serveRoom({
    ...{ store, base: '/', port: 0, host: '127.0.0.1', isBehindProxy: true },
    site: (_request, response) => response.end('the site'),
  });

export interface Joined {
  readonly token: string;
  readonly sign: string;
  readonly me: Client;
}

export async function join(room: OpenRoom, sign: string, nickname = ''): Promise<Joined> {
  const { status, json } = await room.client.post('api/join', { code: room.code, sign, nickname });
  if (status !== 200) throw new Error(`join: ${status}`);
  const token = String(json['token']);
  return { token, sign: String(json['sign']), me: room.client.as(token) };
}

export const passed = (exercise: string) => ({ id: drawId(), type: 'passed', exercise });
export const at = (step: string) => ({ id: drawId(), type: 'at', step });
export const note = (colour: string) => ({ id: drawId(), type: 'note', note: colour });

interface Seen {
  readonly learners: readonly {
    readonly id: string;
    readonly sign: string;
    readonly nickname: string;
    readonly step: string;
    readonly note: string;
    readonly passed: readonly string[];
    readonly gone: boolean;
  }[];
}

/** What the presenter sees now. */
export async function board(presenter: Client): Promise<Seen['learners']> {
  for await (const message of presenter.stream('api/desk/learners'))
    return (message as unknown as Seen).learners;
  return [];
}

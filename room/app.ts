/** The room's addresses, all under `room/`. A learner's token opens what is the learner's own, the key the presenter's. */
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type * as z from 'zod/mini';
import { BOUNDS, CODE } from '../src/workshop/room/bounds.ts';
import {
  eventsSchema,
  handoutSchema,
  idSchema,
  joinSchema,
  planSchema,
  type Refusal,
} from '../src/workshop/room/messages.ts';
import { csvOf } from './csv.ts';
import { Hub } from './hub.ts';
import { drawId, drawSign, drawToken, hashOf } from './keys.ts';
import type { Room, Seat, Store } from './store/store.ts';

export interface RoomOptions {
  readonly store: Store;
  /** The site's path, with a slash at both ends. */
  readonly base: string;
  /** Where learners reach this server: `http://192.168.1.7:4321`. */
  readonly addresses: readonly string[];
  /** Behind a proxy the last address of `X-Forwarded-For` is the visitor's; else anybody can write one there. */
  readonly isBehindProxy?: boolean;
}

type Env = { Variables: { seat: Seat; room: Room } };

const MINUTE = 60_000;
/** Between two signs of life on a stream: proxies close silent ones after a minute. */
const HEARTBEAT = 20_000;
/** A whole class may come from one address; who guesses codes is wrong much sooner. */
const WRONG_CODES = { name: 'wrong', times: 20, span: MINUTE };
const JOINS = { name: 'joins', times: 600, span: MINUTE };
const MESSAGES = { name: 'messages', times: 300, span: MINUTE };
/** Of one process: what they cost is its memory. */
const STREAMS_OF_ONE = 12;

const STATUS = { invalid: 400, unknown: 401, wrongCode: 403, tooMany: 429, full: 409 } as const;

const refuse = (c: Context, why: Refusal) => c.json({ refused: why }, STATUS[why]);

/**
 * The body as a text; an error where it is too long. Not by Hono's `bodyLimit`: of a body whose length no header tells,
 * as some proxies send them, it makes a new Request, and Node's refuses to be made of this server's.
 */
async function textOf({ req }: Context): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for await (const bytes of req.raw.body ?? []) {
    size += bytes.length;
    if (size > BOUNDS.body) throw new RangeError('too long');
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

/** The body in the shape, or undefined. */
async function bodyOf<T extends z.ZodMiniType>(c: Context, shape: T) {
  try {
    const read = shape.safeParse(JSON.parse(await textOf(c)));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function secretOf(c: Context): string {
  const [, secret = ''] =
    /^Bearer ([\w-]{10,100})$/.exec(c.req.header('Authorization') ?? '') ?? [];
  return secret;
}

/** What an EventSource or a page that comes back has seen already. */
function seenBy(c: Context): number {
  const text = c.req.header('Last-Event-ID') ?? '0';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

interface Behind {
  readonly revision: number;
}

export function roomApp({ store, base, addresses, isBehindProxy = false }: RoomOptions) {
  const hub = new Hub(store);
  const wrong = store.limiter(WRONG_CODES);
  const joins = store.limiter(JOINS);
  const messages = store.limiter(MESSAGES);
  const streams = new Map<string, number>();

  const addressOf = (c: Context): string => {
    const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
    return (isBehindProxy && forwarded) || (getConnInfo(c).remote.address ?? '');
  };

  /**
   * Whether this address has given too many wrong codes. Asked when the answer is known and before it is told: of many
   * guesses at once, none behind the last that is allowed learns whether it was right.
   */
  const guesses = async (c: Context, isWrong: boolean): Promise<boolean> => {
    const address = addressOf(c);
    return isWrong ? !(await wrong.take(address)) : wrong.isOver(address);
  };

  /** Everything behind what the reader has seen, and then each change, until one side goes. */
  function stream<T extends Behind>(
    c: Context,
    who: string,
    bell: ReturnType<Hub['listen']>,
    read: (since: number) => Promise<T | undefined>,
  ) {
    const open = streams.get(who) ?? 0;
    if (open >= STREAMS_OF_ONE) {
      bell.close();
      return refuse(c, 'tooMany');
    }
    streams.set(who, open + 1);
    let since = seenBy(c);
    let isFirst = true;
    return streamSSE(c, async (out) => {
      out.onAbort(() => bell.close());
      try {
        while (!out.aborted && !out.closed && !hub.isClosed) {
          const found = await read(since);
          // Gone, or the whole room is.
          if (!found) break;
          const isNews = found.revision > since || isFirst;
          isFirst = false;
          since = found.revision;
          if (isNews) await out.writeSSE({ data: JSON.stringify(found), id: String(since) });
          else await out.write(': alive\n\n');
          await bell.next(HEARTBEAT);
        }
      } finally {
        bell.close();
        const left = (streams.get(who) ?? 1) - 1;
        if (left > 0) streams.set(who, left);
        else streams.delete(who);
      }
    });
  }

  const app = new Hono<Env>().basePath(`${base}room`);
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
  });
  app.onError((error, c) => {
    console.error(error);
    return c.json({ refused: 'failed' }, 500);
  });

  app.get('/:code', async (c) => {
    const code = c.req.param('code').toUpperCase();
    const room = CODE.test(code) ? await store.roomByCode(code) : undefined;
    if (await guesses(c, !room)) return refuse(c, 'tooMany');
    if (!room) return c.redirect(`${base}workshop/learn/`, 303);
    const { fragment, folder } = (await store.planOf(room.id)) ?? { fragment: '#', folder: '' };
    const separator = fragment === '#' ? '' : '&';
    return c.redirect(`${base}${folder}workshop/learn/${fragment}${separator}room=${code}`, 303);
  });

  app.post('/api/join', async (c) => {
    const join = await bodyOf(c, joinSchema);
    const room = join && (await store.roomByCode(join.code));
    if (await guesses(c, !room)) return refuse(c, 'tooMany');
    if (!room) return refuse(c, join ? 'wrongCode' : 'invalid');
    if (!(await joins.take(addressOf(c)))) return refuse(c, 'tooMany');
    const { sign, nickname } = join;
    const token = drawToken();
    const learner = { id: drawId(), room: room.id, sign, nickname, tokenHash: hashOf(token) };
    const given = await store.join(learner, drawSign);
    return given ? c.json({ token, sign: given }) : refuse(c, 'full');
  });

  const learners = new Hono<Env>();
  learners.use(async (c, next) => {
    const secret = secretOf(c);
    const seat = secret ? await store.learnerByToken(hashOf(secret)) : undefined;
    if (!seat) return refuse(c, 'unknown');
    if (!(await messages.take(seat.id))) return refuse(c, 'tooMany');
    c.set('seat', seat);
    return next();
  });
  learners.post('/events', async (c) => {
    const message = await bodyOf(c, eventsSchema);
    if (!message) return refuse(c, 'invalid');
    const accepted = await store.accept(c.get('seat'), message.events);
    return accepted ? c.json({ accepted: message.events.length }) : refuse(c, 'full');
  });
  learners.get('/news', (c) => {
    const seat = c.get('seat');
    const secret = hashOf(secretOf(c));
    return stream(c, seat.id, hub.listen(seat.room, 'news'), async (since) =>
      (await store.learnerByToken(secret)) ? store.newsSince(seat, since) : undefined,
    );
  });
  learners.post('/leave', async (c) => {
    await store.leave(c.get('seat'));
    return c.json({});
  });
  app.route('/api/me', learners);

  const desk = new Hono<Env>();
  /** What the address names, of the presenter's room alone. */
  const away = async (c: Context<Env>, take: Store['takeBack']) => {
    const id = idSchema.safeParse(c.req.param('id'));
    if (!id.success) return refuse(c, 'invalid');
    await take(c.get('room').id, id.data);
    return c.json({});
  };
  desk.use(async (c, next) => {
    const secret = secretOf(c);
    const room = secret ? await store.roomByKey(hashOf(secret)) : undefined;
    // Nobody guesses a key, so a right one is never refused: others may share the presenter's address.
    if (!room) return refuse(c, (await guesses(c, true)) ? 'tooMany' : 'unknown');
    c.set('room', room);
    return next();
  });
  desk.get('/', (c) => c.json({ code: c.get('room').code, addresses }));
  desk.put('/plan', async (c) => {
    const plan = await bodyOf(c, planSchema);
    if (!plan) return refuse(c, 'invalid');
    await store.setPlan(c.get('room').id, plan);
    return c.json({});
  });
  desk.get('/learners', (c) => {
    const { id } = c.get('room');
    const key = hashOf(secretOf(c));
    return stream(c, `desk ${id}`, hub.listen(id, 'learners'), async (since) =>
      (await store.roomByKey(key)) ? store.learnersSince(id, since) : undefined,
    );
  });
  desk.get('/handouts', async (c) => c.json({ handouts: await store.handouts(c.get('room').id) }));
  desk.post('/handouts', async (c) => {
    const handout = await bodyOf(c, handoutSchema);
    if (!handout) return refuse(c, 'invalid');
    return (await store.handOut(c.get('room').id, handout)) ? c.json({}) : refuse(c, 'full');
  });
  desk.delete('/handouts/:id', (c) => away(c, (room, id) => store.takeBack(room, id)));
  desk.delete('/notes/:id', (c) => away(c, (room, id) => store.putNoteAway(room, id)));
  desk.get('/learners.csv', async (c) => {
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="room.csv"');
    return c.body(csvOf(await store.report(c.get('room').id)));
  });
  app.route('/api/desk', desk);
  app.notFound((c) => c.json({ refused: 'invalid' }, 404));
  return { app, close: () => hub.close() };
}

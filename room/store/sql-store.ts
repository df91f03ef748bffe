/** The store, over either database. */
import { BOUNDS } from '../../src/workshop/room/bounds.ts';
import {
  type Handout,
  handoutSchema,
  type Learner,
  learnerSchema,
  type News,
  type RoomEvent,
  type RoomPlan,
} from '../../src/workshop/room/messages.ts';
import type { Limit, Limiter } from '../limits.ts';
import type { Database, Queries, Row } from './database.ts';
import type { Change, NewLearner, NewRoom, Report, Room, Seat, Store } from './store.ts';

/** 'all': learners and what learners are told. */
type Changed = Omit<Change, 'what'> & { readonly what: Change['what'] | 'all' };

/** In the place of a kind: a hand-out that was taken back, and a note that was put away. */
const GONE = 'gone';
const NOTE = 'note';

const text = (row: Row, column: string) => String(row[column] ?? '');
const number = (row: Row | undefined, column: string) => Number(row?.[column] ?? 0);
const now = () => new Date().toISOString();
const roomOf = (row: Row | undefined): Room | undefined =>
  row && { id: text(row, 'id'), code: text(row, 'code') };

/** Signs that are tried before the room counts as full: there are 32,768 of them. */
const TRIES = 50;

/** The changes of a room come one after the other, so no reader sees a later one before an earlier one. */
async function nextRevision(within: Queries, room: string): Promise<number> {
  const [row] = await within.run(
    'update rooms set revision = revision + 1 where id = $1 returning revision',
    room,
  );
  return number(row, 'revision');
}

async function insertRoom(within: Queries, { id, code, keyHash }: NewRoom): Promise<void> {
  await within.run(
    'insert into rooms (id, code, key_hash, made) values ($1, $2, $3, $4)',
    ...[id, code, keyHash, now()],
  );
}

async function freeSign(within: Queries, learner: NewLearner, draw: () => string) {
  let sign = learner.sign;
  for (let tries = 0; tries < TRIES; tries += 1, sign = draw()) {
    const rows = await within.run(
      'select 1 from learners where room = $1 and sign = $2',
      ...[learner.room, sign],
    );
    if (rows.length === 0) return sign;
  }
  return undefined;
}

async function apply(within: Queries, learner: string, event: RoomEvent): Promise<void> {
  if (event.type === 'at')
    await within.run('update learners set step = $2 where id = $1', learner, event.step);
  if (event.type === 'note') {
    await within.run('update learners set note = $2 where id = $1', learner, event.note);
    await within.run(
      `insert into notes (learner, event, away, revision) values ($1, $2, 0, 0)
       on conflict (learner) do update set event = excluded.event, away = 0, revision = 0`,
      ...[learner, event.id],
    );
  }
  if (event.type === 'passed')
    await within.run(
      'insert into passed (learner, exercise) values ($1, $2) on conflict do nothing',
      ...[learner, event.exercise],
    );
}

/** Which exercises each of some learners passed. */
async function passedOf(
  queries: Queries,
  room: string,
  revision: number,
): Promise<Map<string, string[]>> {
  const rows = await queries.run(
    `select passed.learner, passed.exercise from passed join learners on learners.id = passed.learner
     where learners.room = $1 and learners.revision > $2 order by passed.learner, passed.exercise`,
    ...[room, revision],
  );
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const list = found.get(text(row, 'learner')) ?? [];
    list.push(text(row, 'exercise'));
    found.set(text(row, 'learner'), list);
  }
  return found;
}

const learnerOf = (row: Row, passed: ReadonlyMap<string, readonly string[]>): Learner =>
  learnerSchema.parse({
    id: row['id'],
    sign: row['sign'],
    nickname: row['nickname'],
    step: row['step'],
    note: row['note'],
    passed: passed.get(text(row, 'id')) ?? [],
    gone: number(row, 'gone') === 1,
  });

export class SqlStore implements Store {
  readonly #db: Database;

  constructor(database: Database) {
    this.#db = database;
  }

  /** A transaction that changes a room, and tells whoever listens. */
  #change<T>({ room, what }: Changed, work: (within: Queries, revision: number) => Promise<T>) {
    return this.#db.transaction(async (within) => {
      const result = await work(within, await nextRevision(within, room));
      await this.#db.notify(within, `${what} ${room}`);
      return result;
    });
  }

  ensureRoom(room: NewRoom): Promise<Room> {
    return this.#db.transaction(async (within) => {
      await this.#db.lock(within);
      const [first] = await within.run('select id, code from rooms order by made, id limit 1');
      const found = roomOf(first);
      if (found) return found;
      await insertRoom(within, room);
      return { id: room.id, code: room.code };
    });
  }

  addRoom(room: NewRoom): Promise<void> {
    return this.#db.transaction((within) => insertRoom(within, room));
  }

  async rooms(): Promise<readonly Room[]> {
    const rows = await this.#db.run('select id, code from rooms order by made, id');
    return rows.map((row) => ({ id: text(row, 'id'), code: text(row, 'code') }));
  }

  async newKey(room: string, keyHash: string): Promise<void> {
    await this.#db.run('update rooms set key_hash = $2 where id = $1', room, keyHash);
  }

  async roomByCode(code: string): Promise<Room | undefined> {
    const [row] = await this.#db.run('select id, code from rooms where code = $1', code);
    return roomOf(row);
  }

  async roomByKey(keyHash: string): Promise<Room | undefined> {
    const [row] = await this.#db.run('select id, code from rooms where key_hash = $1', keyHash);
    return roomOf(row);
  }

  async planOf(room: string): Promise<RoomPlan | undefined> {
    const [row] = await this.#db.run('select fragment, folder from rooms where id = $1', room);
    if (!row?.['fragment']) return undefined;
    return { fragment: text(row, 'fragment'), folder: row['folder'] === 'zh-cn/' ? 'zh-cn/' : '' };
  }

  async setPlan(room: string, { fragment, folder }: RoomPlan): Promise<void> {
    await this.#db.run(
      'update rooms set fragment = $2, folder = $3 where id = $1',
      ...[room, fragment, folder],
    );
  }

  join(learner: NewLearner, draw: () => string): Promise<string | undefined> {
    const { id, room, nickname, tokenHash } = learner;
    return this.#change({ room, what: 'learners' }, async (within, revision) => {
      const [row] = await within.run(
        'select count(*) as count from learners where room = $1 and gone = 0',
        room,
      );
      if (number(row, 'count') >= BOUNDS.learners) return undefined;
      const sign = await freeSign(within, learner, draw);
      if (sign === undefined) return undefined;
      await within.run(
        `insert into learners (id, room, sign, nickname, token_hash, joined, seen, revision)
         values ($1, $2, $3, $4, $5, $6, $6, $7)`,
        ...[id, room, sign, nickname, tokenHash, now(), revision],
      );
      return sign;
    });
  }

  async learnerByToken(tokenHash: string): Promise<Seat | undefined> {
    const [row] = await this.#db.run(
      'select id, room from learners where token_hash = $1',
      tokenHash,
    );
    return row && { id: text(row, 'id'), room: text(row, 'room') };
  }

  accept({ id, room }: Seat, events: readonly RoomEvent[]): Promise<boolean> {
    return this.#change({ room, what: 'learners' }, async (within, revision) => {
      const [row] = await within.run('select events from learners where id = $1', id);
      const before = number(row, 'events');
      if (before + events.length > BOUNDS.events) return false;
      const came = now();
      let fresh = 0;
      for (const event of events) {
        const added = await within.run(
          `insert into events (learner, id, came, body) values ($1, $2, $3, $4)
           on conflict do nothing returning id`,
          ...[id, event.id, came, JSON.stringify(event)],
        );
        if (added.length === 0) continue;
        await apply(within, id, event);
        fresh += 1;
      }
      await within.run(
        'update learners set events = events + $2, seen = $3, revision = $4 where id = $1',
        ...[id, fresh, came, revision],
      );
      return true;
    });
  }

  leave({ id, room }: Seat): Promise<void> {
    return this.#change({ room, what: 'learners' }, async (within, revision) => {
      await within.run('delete from events where learner = $1', id);
      await within.run('delete from passed where learner = $1', id);
      await within.run('delete from notes where learner = $1', id);
      await within.run(
        `update learners set nickname = '', token_hash = null, step = '', note = 'none', gone = 1,
         sign = id, revision = $2 where id = $1`,
        ...[id, revision],
      );
    });
  }

  async learnersSince(room: string, revision: number) {
    return this.#db.transaction(async (within) => {
      const rows = await within.run(
        'select * from learners where room = $1 and revision > $2 order by revision',
        ...[room, revision],
      );
      const passed = await passedOf(within, room, revision);
      const last = number(rows.at(-1), 'revision');
      return {
        revision: Math.max(revision, last),
        learners: rows.map((row) => learnerOf(row, passed)),
      };
    });
  }

  async report(room: string): Promise<readonly Report[]> {
    const { learners } = await this.learnersSince(room, 0);
    const rows = await this.#db.run('select id, joined, seen from learners where room = $1', room);
    const times = new Map(rows.map((row) => [text(row, 'id'), row]));
    return learners
      .filter(({ gone }) => !gone)
      .map(({ id, ...rest }) => {
        const row = times.get(id) ?? {};
        return { ...rest, joined: text(row, 'joined'), seen: text(row, 'seen') };
      });
  }

  handOut(room: string, { id, kind, title, body }: Handout): Promise<boolean> {
    return this.#change({ room, what: 'news' }, async (within, revision) => {
      const [row] = await within.run(
        'select count(*) as count from handouts where room = $1 and id <> $2',
        ...[room, id],
      );
      if (number(row, 'count') >= BOUNDS.handouts) return false;
      await within.run(
        `insert into handouts (room, id, kind, title, body, revision)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        ...[room, id, kind, title, body, revision],
      );
      return true;
    });
  }

  takeBack(room: string, handout: string): Promise<void> {
    return this.#change({ room, what: 'news' }, async (within, revision) => {
      await within.run(
        `update handouts set kind = $3, title = '', body = '', revision = $4
         where room = $1 and id = $2 and kind <> $3`,
        ...[room, handout, GONE, revision],
      );
    });
  }

  putNoteAway(room: string, learner: string): Promise<void> {
    return this.#change({ room, what: 'all' }, async (within, revision) => {
      const changed = await within.run(
        `update learners set note = 'none', revision = $3
         where room = $1 and id = $2 and note <> 'none' returning id`,
        ...[room, learner, revision],
      );
      if (changed.length > 0)
        await within.run(
          'update notes set away = 1, revision = $2 where learner = $1',
          ...[learner, revision],
        );
    });
  }

  async handouts(room: string): Promise<readonly Handout[]> {
    const rows = await this.#db.run(
      `select id, kind, title, body from handouts where room = $1 and kind <> $2 order by revision`,
      ...[room, GONE],
    );
    return rows.map((row) => handoutSchema.parse({ ...row }));
  }

  async newsSince({ id, room }: Seat, revision: number): Promise<News> {
    // One statement: what is committed between two would be passed over.
    const rows = await this.#db.run(
      `select id, kind, title, body, revision from handouts where room = $1 and revision > $2
       union all
       select event, $4, '', '', revision from notes
       where learner = $3 and away = 1 and revision > $2
       order by revision`,
      ...[room, revision, id, NOTE],
    );
    const idsOf = (kind: string) =>
      rows.filter((row) => row['kind'] === kind).map((row) => text(row, 'id'));
    return {
      revision: Math.max(revision, number(rows.at(-1), 'revision')),
      handouts: rows
        .filter(({ kind }) => kind !== GONE && kind !== NOTE)
        .map(({ revision: _own, ...row }) => handoutSchema.parse(row)),
      gone: idsOf(GONE),
      putAway: idsOf(NOTE)[0] ?? '',
    };
  }

  onChange(listener: (change: Change) => void): () => void {
    return this.#db.onNotice((notice) => {
      const [what, room = ''] = notice.split(' ');
      // An empty notice: some may have been missed.
      if (what !== 'news') listener({ room, what: 'learners' });
      if (what !== 'learners') listener({ room, what: 'news' });
    });
  }

  limiter(limit: Limit): Limiter {
    return this.#db.limiter(limit);
  }

  async deleteAll(): Promise<void> {
    await this.#db.transaction((within) => within.run('delete from rooms'));
    await this.#db.scrub();
  }

  close(): Promise<void> {
    return this.#db.close();
  }
}

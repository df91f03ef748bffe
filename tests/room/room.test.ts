/** The room over HTTP, on SQLite and on PostgreSQL: the same tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawCode, drawId, hashOf } from '../../room/keys.ts';
import { BOUNDS } from '../../src/workshop/room/bounds.ts';
import { startPostgres } from './postgres.ts';
import { at, board, Client, join, note, type OpenRoom, openRoom, passed, serve } from './server.ts';

const folder = mkdtempSync(path(tmpdir(), 'pymemlab-room-'));
const database = await startPostgres();
if (!database)
  console.warn('Skipped: the room on PostgreSQL. There is none here (apt-get install postgresql).');

const stores = [
  ['SQLite', { isHere: true, url: undefined as string | undefined }],
  ['PostgreSQL', { isHere: !!database, url: database?.url }],
] as const;

afterAll(async () => {
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(stores)('a room on %s', (name, { isHere, url }) => {
  if (!isHere) {
    test.skip('PostgreSQL is not here', () => {});
    return;
  }
  let room: OpenRoom;
  beforeAll(async () => {
    room = await openRoom(url, path(folder, `${name}.sqlite`));
  });
  afterAll(() => room.close());

  test('who joins is seen with place, note and what they passed', async () => {
    const { me } = await join(room, 'AA1', 'Ann, "the first"');
    const events = [at('exercise/two-boxes'), passed('two-boxes'), note('help')];
    expect((await me.post('api/me/events', { events })).json).toEqual({ accepted: 3 });
    expect(await board(room.presenter)).toMatchObject([
      {
        ...{ sign: 'AA1', nickname: 'Ann, "the first"', step: 'exercise/two-boxes' },
        ...{ note: 'help', passed: ['two-boxes'], gone: false },
      },
    ]);
  });

  test('a sign that somebody has is not given twice', async () => {
    const [one, other] = [await join(room, 'BB2'), await join(room, 'BB2')];
    expect(one.sign).toBe('BB2');
    expect(other.sign).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}$/);
    expect(other.sign).not.toBe('BB2');
  });

  test('an event that comes twice counts once, and an older one does not come back', async () => {
    const { me, sign } = await join(room, 'CC3');
    const events = [note('help'), note('none')];
    for (const message of [events, events.slice(0, 1), events])
      expect((await me.post('api/me/events', { events: message })).status).toBe(200);
    const seen = await board(room.presenter);
    expect(seen.find((one) => one.sign === sign)).toMatchObject({ note: 'none' });
  });

  test.each([
    ['no JSON', 'events'],
    ['no events', { events: [] }],
    ['too many', { events: Array.from({ length: BOUNDS.batch + 1 }, () => note('help')) }],
    ['an unknown kind', { events: [{ id: drawId(), type: 'grade', note: 'help' }] }],
    ['an id of another form', { events: [{ ...note('help'), id: "1' or '1'='1" }] }],
    ['a step that is no part', { events: [at('../../etc/passwd')] }],
    ['an exercise with spaces', { events: [passed('two boxes')] }],
    ['a field too many', { events: [{ ...note('help'), learner: 'another' }] }],
    ['a long name', { events: [passed('x'.repeat(200))] }],
    ['a long message', { events: [], more: 'x'.repeat(BOUNDS.body) }],
  ])('bad input is refused: %s', async (_what, message) => {
    const { me, sign } = await join(room, 'DD4');
    const { status, json } = await me.post('api/me/events', message);
    expect([status, json]).toEqual([400, { refused: 'invalid' }]);
    const seen = await board(room.presenter);
    expect(seen.find((one) => one.sign === sign)).toMatchObject({ note: 'none', passed: [] });
    await me.post('api/me/leave', {});
  });

  test.each([
    ['a long nickname', { sign: 'EE5', nickname: 'x'.repeat(BOUNDS.nickname + 1) }],
    ['a nickname that steers a terminal', { sign: 'EE5', nickname: '\u001b[2J' }],
    ['a sign of other letters', { sign: '<b>', nickname: '' }],
  ])('bad input at the door is refused: %s', async (_what, message) => {
    const answer = await room.client.post('api/join', { code: room.code, ...message });
    expect(answer.status).toBe(400);
  });

  test('a message whose length no header tells is read as any other, and bounded', async () => {
    const { me, sign } = await join(room, 'EF6');
    const send = (message: unknown) =>
      fetch(`${me.root}api/me/events`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${me.secret}` },
        body: new Blob([JSON.stringify(message)]).stream(),
        duplex: 'half',
      } as RequestInit).then(({ status }) => status);
    expect(await send({ events: [note('done')] })).toBe(200);
    expect(await send({ events: [], more: 'x'.repeat(4 * BOUNDS.body) })).toBe(400);
    const seen = await board(room.presenter);
    expect(seen.find((one) => one.sign === sign)?.note).toBe('done');
  });

  test('no learner sees or changes another, nor the desk', async () => {
    const [one, other] = [await join(room, 'FF6'), await join(room, 'FG6')];
    for (const way of ['api/desk', 'api/desk/learners', 'api/desk/learners.csv'])
      expect((await one.me.ask(way)).status, way).toBe(401);
    for (const [way, method] of [
      ['api/desk/handouts', 'POST'],
      ['api/desk/plan', 'PUT'],
    ] as const)
      expect((await one.me.ask(way, method, {})).status, way).toBe(401);
    // The same id from two learners is two events.
    const event = passed('let-go');
    await one.me.post('api/me/events', { events: [event] });
    await other.me.post('api/me/events', { events: [{ ...event, exercise: 'two-boxes' }] });
    const seen = await board(room.presenter);
    const of = (sign: string) => seen.find((found) => found.sign === sign)?.passed;
    expect([of(one.sign), of(other.sign)]).toEqual([['let-go'], ['two-boxes']]);
    // What a learner's stream tells is hand-outs and the learner's own note alone.
    for await (const message of one.me.stream('api/me/news')) {
      expect(Object.keys(message).sort()).toEqual(['gone', 'handouts', 'putAway', 'revision']);
      break;
    }
    // The presenter's key is no learner's token, and nobody comes in without either.
    expect((await room.presenter.post('api/me/events', { events: [event] })).status).toBe(401);
    expect((await room.client.post('api/me/events', { events: [event] })).status).toBe(401);
    const last = one.token.endsWith('_') ? '-' : '_';
    const made = one.me.as(`${one.token.slice(0, -1)}${last}`);
    expect((await made.post('api/me/events', { events: [event] })).status).toBe(401);
  });

  test('another room sees nothing of this one', async () => {
    const second = { id: drawId(), code: 'ZZZZZ9', keyHash: hashOf('K'.repeat(26)) };
    await room.store.addRoom(second);
    expect(await board(room.client.as('K'.repeat(26)))).toEqual([]);
    await room.presenter.post('api/desk/handouts', sheet('Only here'));
    const { json } = await room.client.as('K'.repeat(26)).ask('api/desk/handouts');
    expect(json['handouts']).toEqual([]);
  });

  const sheet = (title: string) => ({
    id: drawId(),
    kind: 'text',
    title,
    body: 'Look at the board.',
  });

  test('a hand-out comes once to those who listen and to those who come back', async () => {
    const { me } = await join(room, 'GG7');
    const stream = me.stream('api/me/news');
    const first = (await stream.next()).value as { revision: number };
    const handout = sheet('For all');
    for (const _twice of [1, 2])
      expect((await room.presenter.post('api/desk/handouts', handout)).status).toBe(200);
    expect((await stream.next()).value).toMatchObject({ handouts: [handout] });
    await stream.return(undefined);
    for await (const message of me.stream('api/me/news', String(first.revision))) {
      expect(message).toMatchObject({ handouts: [handout] });
      break;
    }
    const foreign = { ...sheet('x'), kind: 'place', body: 'https://example.org/' };
    expect((await room.presenter.post('api/desk/handouts', foreign)).status).toBe(400);
  });

  test('a hand-out that is taken back goes from every page, and nothing of its words is kept', async () => {
    const { me } = await join(room, 'GH8');
    const handout = { ...sheet('A mistake'), body: 'The wrong solution' };
    await room.presenter.post('api/desk/handouts', handout);
    const stream = me.stream('api/me/news');
    const first = (await stream.next()).value as { handouts: unknown[] };
    expect(first.handouts).toContainEqual(handout);
    for (const _twice of [1, 2])
      expect((await room.presenter.ask(`api/desk/handouts/${handout.id}`, 'DELETE')).status).toBe(
        200,
      );
    expect((await stream.next()).value).toMatchObject({ handouts: [], gone: [handout.id] });
    await stream.return(undefined);
    const { body } = await room.presenter.ask('api/desk/handouts');
    expect(body).not.toContain(handout.id);
    for await (const message of me.stream('api/me/news')) {
      expect(JSON.stringify(message)).not.toContain('wrong solution');
      break;
    }
    // Not by a learner, not with another id, and not in another room.
    expect((await me.ask(`api/desk/handouts/${handout.id}`, 'DELETE')).status).toBe(401);
    expect((await room.presenter.ask('api/desk/handouts/all', 'DELETE')).status).toBe(400);
  });

  test('a note that is put away is told to its learner alone, and not when another is up', async () => {
    const [{ me, sign }, other] = [await join(room, 'GJ9'), await join(room, 'GK0')];
    const idOf = async (wanted: string) =>
      (await board(room.presenter)).find((one) => one.sign === wanted)?.id;
    const putAway = async (wanted: string) =>
      (await room.presenter.ask(`api/desk/notes/${await idOf(wanted)}`, 'DELETE')).status;
    const noteOf = async (wanted: string) =>
      (await board(room.presenter)).find((one) => one.sign === wanted)?.note;
    const toldTo = async (client: Client) => {
      for await (const message of client.stream('api/me/news')) return message['putAway'];
      return undefined;
    };
    const help = note('help');
    await me.post('api/me/events', { events: [help] });
    await other.me.post('api/me/events', { events: [note('done')] });
    const stream = me.stream('api/me/news');
    await stream.next();
    expect(await putAway(sign)).toBe(200);
    expect((await stream.next()).value).toMatchObject({ putAway: help.id });
    await stream.return(undefined);
    expect([await noteOf(sign), await noteOf(other.sign)]).toEqual(['none', 'done']);
    expect([await toldTo(me), await toldTo(other.me)]).toEqual([help.id, '']);
    // Who comes back from a broken network with a new note is not told of the old one.
    await me.post('api/me/events', { events: [note('help')] });
    expect([await toldTo(me), await noteOf(sign)]).toEqual(['', 'help']);
    // No note is up: nothing to put away, nothing to tell.
    await me.post('api/me/events', { events: [note('none')] });
    expect([await putAway(sign), await toldTo(me)]).toEqual([200, '']);
    expect((await me.ask(`api/desk/notes/${await idOf(other.sign)}`, 'DELETE')).status).toBe(401);
    const stranger = { id: drawId(), code: drawCode(), keyHash: hashOf('S'.repeat(26)) };
    await room.store.addRoom(stranger);
    const far = room.client.as('S'.repeat(26));
    await far.ask(`api/desk/notes/${await idOf(other.sign)}`, 'DELETE');
    expect(await noteOf(other.sign)).toBe('done');
  });

  test('the presenter is told of each change behind the last one seen', async () => {
    const stream = room.presenter.stream('api/desk/learners');
    await stream.next();
    const { me, sign } = await join(room, 'HH8');
    expect((await stream.next()).value).toMatchObject({ learners: [{ sign }] });
    await me.post('api/me/events', { events: [note('done')] });
    expect((await stream.next()).value).toMatchObject({ learners: [{ sign, note: 'done' }] });
    expect((await me.post('api/me/leave', {})).status).toBe(200);
    const left = (await stream.next()).value as { learners: unknown[] };
    expect(left.learners).toMatchObject([{ gone: true, nickname: '', step: '', passed: [] }]);
    await stream.return(undefined);
    expect((await me.post('api/me/events', { events: [note('help')] })).status).toBe(401);
  });

  test('the short link leads to the plan, with the code', async () => {
    const fragment = '#plan=00.two-boxes&name=Memory';
    await room.presenter.ask('api/desk/plan', 'PUT', { fragment, folder: 'zh-cn/' });
    const { status, body } = await room.client.ask(room.code.toLowerCase());
    expect([status, body]).toEqual([303, `/zh-cn/workshop/learn/${fragment}&room=${room.code}`]);
    const evil = { fragment: '//example.org/#plan=00', folder: '' };
    expect((await room.presenter.ask('api/desk/plan', 'PUT', evil)).status).toBe(400);
  });

  test('the table holds everybody who is there, and no formula', async () => {
    const { me, sign } = await join(room, 'JJ9', '=1+1');
    await me.post('api/me/events', { events: [passed('two-boxes'), passed('let-go')] });
    const { body } = await room.presenter.ask('api/desk/learners.csv');
    const lines = body.trimEnd().split('\r\n');
    expect(lines[0]).toBe('sign,nickname,step,note,passed,exercises,joined,seen');
    expect(lines.find((line) => line.startsWith(`${sign},`))).toContain(
      `${sign},'=1+1,,none,2,let-go two-boxes,`,
    );
    expect(lines.find((line) => line.startsWith('AA1,'))).toContain('"Ann, ""the first"""');
  });

  test('only hashes of keys and tokens are kept', async () => {
    const { token } = await join(room, 'KK0');
    expect(await room.store.learnerByToken(token)).toBeUndefined();
    expect(await room.store.roomByKey(room.key)).toBeUndefined();
    expect(await room.store.learnerByToken(hashOf(token))).toBeDefined();
  });

  test('two processes on one store are one room', async () => {
    if (!url) return expect(name).toBe('SQLite');
    const second = await openRoom(url, '');
    const far = new Client(second.server.port, room.key);
    const stream = far.stream('api/desk/learners');
    await stream.next();
    const { me, sign } = await join(room, 'MM1');
    expect((await stream.next()).value).toMatchObject({ learners: [{ sign }] });
    const near = me.stream('api/me/news');
    await near.next();
    const handout = sheet('From the other process');
    await far.post('api/desk/handouts', handout);
    expect((await near.next()).value).toMatchObject({ handouts: [handout] });
    await Promise.all([stream.return(undefined), near.return(undefined), second.close()]);
  });

  test('wrong codes are counted by all processes together', async () => {
    const second = await openRoom(url, path(folder, `${name}-2.sqlite`));
    const guess = (client: Client, code: string) =>
      fetch(`${client.root}api/join`, {
        method: 'POST',
        headers: { 'X-Forwarded-For': '192.0.2.77' },
        body: JSON.stringify({ code, sign: 'PP3', nickname: '' }),
      }).then(({ status }) => status);
    const clients = [room.client, second.client];
    const tries = clients.flatMap((client) =>
      Array.from({ length: 15 }, () => guess(client, '000000')),
    );
    const wrong = (await Promise.all(tries)).filter((status) => status === 403);
    // Two files of SQLite are two stores, and each counts for itself.
    expect(wrong.length).toBe(url ? 20 : 30);
    const now = await Promise.all(clients.map((client) => guess(client, room.code)));
    expect(now).toEqual(url ? [429, 429] : [200, 403]);
    await second.close();
  });

  test('of many guesses at once, none behind the last allowed learns whether it was right', async () => {
    const guess = (code: string) =>
      fetch(`${room.client.root}api/join`, {
        method: 'POST',
        headers: { 'X-Forwarded-For': '192.0.2.78' },
        body: JSON.stringify({ code, sign: 'PP3', nickname: '' }),
      }).then(({ status }) => status);
    const first = Array.from({ length: 60 }, () => guess('000000'));
    const statuses = await Promise.all(first);
    expect(statuses.filter((status) => status === 403).length).toBe(20);
    expect(await guess(room.code)).toBe(429);
    const desk = await fetch(`${room.client.root}api/desk`, {
      headers: { 'X-Forwarded-For': '192.0.2.78', Authorization: `Bearer ${room.key}` },
    });
    expect(desk.status).toBe(200);
  });

  test('many at once lose nothing', async () => {
    const before = (await board(room.presenter)).length;
    const joined = await Promise.all(Array.from({ length: 20 }, () => join(room, 'NN2')));
    expect(new Set(joined.map(({ sign }) => sign)).size).toBe(20);
    const names = ['one', 'two', 'three', 'four', 'five'];
    await Promise.all(
      joined.flatMap(({ me }) =>
        names.map((each) => me.post('api/me/events', { events: [passed(each)] })),
      ),
    );
    const seen = await board(room.presenter);
    expect(seen.length).toBe(before + 20);
    for (const { sign } of joined)
      expect(seen.find((one) => one.sign === sign)?.passed).toEqual([...names].sort());
  });

  test('who guesses codes has to wait, and nobody else', async () => {
    const from = (address: string, code: string) =>
      fetch(`${room.client.root}api/join`, {
        method: 'POST',
        headers: { 'X-Forwarded-For': `10.0.0.1, ${address}` },
        body: JSON.stringify({ code, sign: 'PP3', nickname: '' }),
      }).then(({ status }) => status);
    const tries = [];
    for (let index = 0; index < 25; index += 1) tries.push(await from('192.0.2.66', '000000'));
    expect([...new Set(tries)]).toEqual([403, 429]);
    expect(tries.filter((status) => status === 403).length).toBe(20);
    expect(await from('192.0.2.66', room.code)).toBe(429);
    expect(await from('192.0.2.67', room.code)).toBe(200);
  });

  test('deleting leaves no room, no learner, and nobody inside', async () => {
    const { me, token } = await join(room, 'QQ4');
    await room.store.deleteAll();
    expect(await room.store.rooms()).toEqual([]);
    expect(await room.store.learnerByToken(hashOf(token))).toBeUndefined();
    expect((await me.post('api/me/events', { events: [note('help')] })).status).toBe(401);
    expect((await room.presenter.ask('api/desk')).status).toBe(401);
  });
});

test('the site is served beside the room', async () => {
  const room = await openRoom(undefined, ':memory:');
  const second = await serve(room.store);
  const response = await fetch(`http://127.0.0.1:${second.port}/chapters/`);
  expect(await response.text()).toBe('the site');
  await second.close();
  await room.close();
});

// A room full of learners, each with a connection of its own: joins, events one by one, a stream of hand-outs.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bench } from '../lib/paths.mjs';
import { median, quantile } from '../lib/stats.mjs';

async function start(folder, database) {
  const args = [
    '--no-warnings',
    join(bench, 'lib', 'room-server.mjs'),
    join(folder, 'room.sqlite'),
  ];
  const env = { ...process.env, DATABASE_URL: database };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  for await (const line of createInterface({ input: child.stdout }))
    return { child, ...JSON.parse(line) };
  throw new Error('the room did not start');
}

async function timed(times, request) {
  const began = performance.now();
  const answer = await request();
  times.push(performance.now() - began);
  return answer;
}

async function post(url, secret, message) {
  const response = await fetch(url, {
    method: 'POST',
    headers: secret ? { Authorization: `Bearer ${secret}` } : {},
    body: JSON.stringify(message),
  });
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

/** Calls `heard` with each message until the caller aborts. */
async function listen(url, secret, signal, heard) {
  const response = await fetch(url, { signal, headers: { Authorization: `Bearer ${secret}` } });
  let text = '';
  try {
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      text += part;
      const messages = text.split('\n\n');
      text = messages.pop();
      for (const message of messages) {
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (data) heard(JSON.parse(data));
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

const until = async (isSo) => {
  const end = performance.now() + 60_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('something was lost');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const sum = (times) => ({
  median: median(times),
  p95: quantile(times, 0.95),
  most: Math.max(...times),
});

/**
 * @param database a PostgreSQL's address; '' for SQLite
 * @returns milliseconds, and what arrived of what was sent
 */
export async function roomTimes(learners, events, handouts, database) {
  const folder = mkdtempSync(join(tmpdir(), 'pymemlab-bench-room-'));
  const { child, port, code, key } = await start(folder, database);
  const api = `http://127.0.0.1:${port}/room/api/`;
  const stop = new AbortController();
  const [joins, sends, arrivals] = [[], [], []];
  const board = new Map();
  let shownAt = 0;
  try {
    void listen(`${api}desk/learners`, key, stop.signal, (message) => {
      for (const one of message.learners) board.set(one.id, one);
      shownAt = performance.now();
    });
    const everybody = Array.from({ length: learners }, (_, index) => index);
    const tokens = await Promise.all(
      everybody.map(async (index) => {
        const message = { code, sign: 'AAA', nickname: `learner ${index}` };
        return (await timed(joins, () => post(`${api}join`, '', message))).token;
      }),
    );
    const handedAt = new Map();
    let heard = 0;
    for (const token of tokens)
      void listen(`${api}me/news`, token, stop.signal, (message) => {
        for (const { id } of message.handouts) {
          arrivals.push(performance.now() - handedAt.get(id));
          heard += 1;
        }
      });
    const began = performance.now();
    await Promise.all(
      tokens.map(async (token) => {
        for (let index = 0; index < events; index += 1) {
          const event = { id: randomUUID(), type: 'passed', exercise: `exercise-${index}` };
          await timed(sends, () => post(`${api}me/events`, token, { events: [event] }));
        }
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const ended = performance.now();
    const seen = () => [...board.values()].reduce((count, { passed }) => count + passed.length, 0);
    await until(() => seen() === learners * events && board.size === learners);
    const behind = Math.max(0, shownAt - ended);
    for (let index = 0; index < handouts; index += 1) {
      const handout = { id: randomUUID(), kind: 'text', title: `sheet ${index}`, body: 'text' };
      handedAt.set(handout.id, performance.now());
      await post(`${api}desk/handouts`, key, handout);
      await until(() => heard === (index + 1) * learners);
    }
    return {
      ...{ joined: board.size, events: seen(), heard, seconds, behind },
      ...{ join: sum(joins), event: sum(sends), handout: sum(arrivals) },
    };
  } finally {
    stop.abort();
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

import { expect, test } from 'vitest';
import {
  beginningOn,
  readClock,
  wallTime,
  wholeMinutes,
} from '../../src/workshop/present/clock.ts';
import { beatOf, deckOf } from '../../src/workshop/present/deck.ts';
import { type Seat, seated } from '../../src/workshop/present/session.ts';
import type { Presented } from '../../src/workshop/presented.ts';
import { readyPlans } from '../../src/workshop/ready-plans.ts';
import { schedule } from '../../src/workshop/schedule.ts';
import type { Standing } from '../../src/workshop/standing.ts';
import { course } from './workshop-course.ts';

const { plan } = readyPlans[1];
const times = schedule(plan, course);
const began = new Date(2026, 2, 2, 13, 30).getTime();
const after = (minutes: number) => began + minutes * 60_000;

test('within its time a part is neither late nor early', () => {
  expect(readClock(after(3), began, times, 0)).toMatchObject({ elapsed: 3, left: 5, late: 0 });
  expect(readClock(after(8), began, times, 0).late).toBe(0);
});

test('past the end it is late, before the beginning early, by the minute', () => {
  expect(readClock(after(20), began, times, 0).late).toBe(12);
  expect(readClock(after(5), began, times, 2).late).toBe(5 - times.slots[2]!.from);
  expect(readClock(after(100), began, times, plan.parts.length).late).toBe(100 - times.total);
  expect(wholeMinutes(-0.2)).toBe(1);
  expect(wholeMinutes(3)).toBe(3);
});

test('a planned beginning counts about its time, and is a rehearsal else', () => {
  expect(beginningOn(after(-30), '13:30', 90)).toBe(began);
  expect(beginningOn(after(140), '13:30', 90)).toBe(began);
  expect(beginningOn(after(200), '13:30', 90)).toBeNull();
  expect(beginningOn(after(0), '', 90)).toBeNull();
  expect(wallTime(began)).toBe('13:30');
});

const presented: Presented = {
  exercises: {},
  chapters: {
    '00-start-here': {
      ask: '?',
      aim: '',
      watch: [],
      short: '',
      shows: [
        {
          program: 'start-first',
          stops: [
            { step: 2, lens: 'objects', say: 'a', fragment: '#' },
            { step: 5, lens: 'objects', say: 'b', fragment: '#' },
          ],
        },
      ],
    },
  },
};

test('a deck has each stop, each task, each break, and a beginning and an end', () => {
  const deck = deckOf(plan, presented);
  expect(deck.slice(0, 5).map(({ kind }) => kind)).toEqual([
    'join',
    'title',
    'stop',
    'stop',
    'task',
  ]);
  expect(deck.at(-1)).toMatchObject({ kind: 'end', part: plan.parts.length });
  expect(deck).toHaveLength(plan.parts.length + 2 + 2);
  expect(deck[beatOf(deck, 1)]).toMatchObject({ kind: 'task', id: 'two-boxes' });
  expect(deckOf(plan, null)).toHaveLength(plan.parts.length + 2);
});

test('of each learner the newest standing counts, and the name beside it stays', () => {
  const one: Standing = { sign: 'K7Q', at: 0, note: 'help', passed: [] };
  const before: readonly Seat[] = [{ standing: one, name: 'window' }];
  const newer: Standing = { ...one, at: 2, note: 'none', passed: ['two-boxes'] };
  const other: Standing = { ...one, sign: 'ABC' };
  expect(seated(before, [newer, other])).toEqual([
    { standing: newer, name: 'window' },
    { standing: other, name: '' },
  ]);
});

import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/workshop/plan.ts';
import { joinSchema, planSchema } from '../../src/workshop/room/messages.ts';
import { renamed, standingOf, withRoom } from '../../src/workshop/room/seats.ts';

const plan: Plan = {
  ...{ title: '', duration: 60, start: '' },
  parts: [
    { kind: 'chapter', id: '00-start-here' },
    { kind: 'break', minutes: 5 },
    { kind: 'exercise', id: 'two-boxes' },
  ],
};
const ann = {
  ...{ id: '1', sign: 'AA1', nickname: 'Ann', step: 'exercise/two-boxes' },
  ...{ note: 'help' as const, passed: ['let-go', 'two-boxes'], gone: false },
};

describe('learners of the room on the board', () => {
  test('a place is counted among the work of this plan, and only its exercises count', () => {
    const standing = { sign: 'AA1', at: 1, note: 'help', passed: ['two-boxes'] };
    expect(standingOf(ann, plan)).toEqual(standing);
    expect(standingOf({ ...ann, step: 'exercise/other' }, plan).at).toBe(0);
    expect(standingOf({ ...ann, step: '' }, plan).at).toBe(0);
  });

  test('the room is newer than a code, and a name that the presenter wrote stays', () => {
    const old = { sign: 'AA1', at: 0, note: 'none' as const, passed: [] };
    const other = { standing: { ...old, sign: 'BB2' }, name: '' };
    const shown = withRoom([{ standing: old, name: 'second row' }, other], [ann], plan);
    expect(shown).toEqual([{ standing: standingOf(ann, plan), name: 'second row' }, other]);
    expect(withRoom([], [ann], plan)[0]?.name).toBe('Ann');
  });

  test('who is in the room alone gets a seat with the name that the presenter writes', () => {
    const shown = withRoom([], [ann], plan);
    expect(renamed([], shown, 'AA1', 'window')).toEqual([{ ...shown[0], name: 'window' }]);
    expect(renamed([], shown, 'ZZ9', 'nobody')).toEqual([]);
  });
});

test.each([
  ['#plan=00.two-boxes&name=Caf%C3%A9', '', true],
  ['#plan=00', 'zh-cn/', true],
  ['#plan=00\r\nSet-Cookie: a=b', '', false],
  ['https://example.org/#plan=00', '', false],
  ['#plan=00', '../', false],
])('the short link leads only to a plan of this site: %j %j', (fragment, folder, isRight) => {
  expect(planSchema.safeParse({ fragment, folder }).success).toBe(isRight);
});

test('nicknames of any script are names', () => {
  for (const nickname of ['', '小明', 'Zoë', '👩‍🔬'])
    expect(joinSchema.safeParse({ code: 'K7Q3PM', sign: 'AA1', nickname }).success).toBe(true);
  expect(joinSchema.safeParse({ code: 'K7Q3PM', sign: 'AA1', nickname: 'a\nb' }).success).toBe(
    false,
  );
});

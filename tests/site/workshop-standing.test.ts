import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exercisesOf, forLearners, without, workOf } from '../../src/workshop/plan.ts';
import { readyPlans } from '../../src/workshop/ready-plans.ts';
import { NOTES, SIGN, type Standing } from '../../src/workshop/standing.ts';
import {
  decodeStanding,
  drawSign,
  encodeStanding,
  standingsIn,
} from '../../src/workshop/standing-code.ts';

const plan = readyPlans[2].plan;
const ids = exercisesOf(plan);

const standings: fc.Arbitrary<Standing> = fc.record({
  sign: fc
    .double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    .map((at) => drawSign(() => at)),
  at: fc.integer({ min: 0, max: workOf(plan).length }),
  note: fc.constantFrom(...NOTES),
  passed: fc.subarray([...ids]),
});

test('what a learner’s page writes, the presenter’s reads, with the learners’ plan or the whole', () => {
  let tried = 0;
  fc.assert(
    fc.property(standings, (standing) => {
      tried += 1;
      expect(standing.sign).toMatch(SIGN);
      const code = encodeStanding(standing, forLearners(plan));
      expect(code).toMatch(/^W1(-[0-9A-HJKMNP-TV-Z]{1,4})+$/);
      expect(code.length).toBeLessThanOrEqual(24);
      expect(code.replaceAll('-', '').slice(2, 5)).toBe(standing.sign);
      expect(decodeStanding(code, plan)).toEqual({ ok: true, standing });
    }),
    { numRuns: 100 },
  );
  expect(tried).toBe(100);
});

const one: Standing = { sign: 'K7Q', at: 3, note: 'help', passed: ids.slice(0, 2) };
const code = encodeStanding(one, plan);

test('typed by hand: case, spaces, O for 0 and I or L for 1 do not matter', () => {
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(decodeStanding(`  ${typed} \n`, plan)).toEqual({ ok: true, standing: one });
});

test('one wrong letter is noticed, wherever it is', () => {
  const letters = code.replaceAll('-', '');
  for (let at = 2; at < letters.length; at += 1) {
    const wrong = `${letters.slice(0, at)}${letters[at] === '7' ? 'X' : '7'}${letters.slice(at + 1)}`;
    expect(decodeStanding(wrong, plan).ok, wrong).toBe(false);
  }
});

test.each([
  ['', 'notACode'],
  ['hello', 'notACode'],
  ['P1-000S-JE0', 'notACode'],
  ['W1', 'notACode'],
  ['W1-ÄÖ00', 'notACode'],
  ['W2-0000-0000', 'otherVersion'],
  ['W1-0000-0000', 'damaged'],
  ['W1'.padEnd(5000, 'A'), 'notACode'],
] as const)('%.20s is %s', (text, fault) => {
  expect(decodeStanding(text, plan)).toEqual({ ok: false, fault });
});

test('a code of another plan is told apart', () => {
  const read = decodeStanding(encodeStanding(one, without(plan, 1)), plan);
  expect(read).toEqual({ ok: false, fault: 'otherPlan' });
});

test('codes are found in what is copied out of a chat', () => {
  const other = { ...one, sign: 'ABC', note: 'done' as const };
  const chat = [
    'Hello everybody',
    `Ann 10:42: ${code} I do not get it`,
    encodeStanding(other, plan).replaceAll('-', ' ').toLowerCase(),
    '',
    `Bob: ${code.slice(0, -1)}${code.endsWith('7') ? 'X' : '7'}`,
  ].join('\n');
  expect(standingsIn(chat, plan)).toEqual({
    standings: [one, other],
    faults: ['notACode', 'damaged'],
  });
  expect(standingsIn('x\n'.repeat(100_000), plan).standings).toEqual([]);
});

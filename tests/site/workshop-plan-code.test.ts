import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOf } from '../../src/workshop/course.ts';
import { forLearners, LIMITS, markOf, type Plan, type Work } from '../../src/workshop/plan.ts';
import { decodePlan, encodePlan } from '../../src/workshop/plan-code.ts';
import { readyPlans } from '../../src/workshop/ready-plans.ts';
import { course } from './workshop-course.ts';

const slugs = course.map(({ slug }) => slug);
const planOf = (ids: readonly string[]): Plan => ({
  ...{ title: '', duration: 0, start: '' },
  parts: ids.map((id): Work => ({ kind: slugs.includes(id) ? 'chapter' : 'exercise', id })),
});

const order = orderOf(course);
const some = { minLength: 1, maxLength: Math.min(LIMITS.parts, order.length) };
const plans = fc
  .oneof(fc.subarray([...order], some), fc.shuffledSubarray([...order], some))
  .map(planOf);

test('what the wall shows, a learner’s page reads: the same parts in the same order', () => {
  let tried = 0;
  fc.assert(
    fc.property(plans, (plan) => {
      tried += 1;
      const code = encodePlan(plan, course);
      expect(code).toMatch(/^T1(-[0-9A-HJKMNP-TV-Z]{1,4})+$/);
      expect(decodePlan(code, course)).toEqual({ ok: true, plan });
    }),
    { numRuns: 200 },
  );
  expect(tried).toBe(200);
});

test.each(readyPlans)(
  'the plan $id is short enough to be typed, and times change nothing',
  ({ plan }) => {
    const code = encodePlan(plan, course);
    expect(code.length).toBeLessThanOrEqual(32);
    expect(code).toBe(encodePlan(forLearners({ ...plan, title: 'Tuesday' }), course));
    const read = decodePlan(code, course);
    // Learners' codes and the presenter's board tell plans apart by their mark.
    expect(read.ok && markOf(read.plan)).toBe(markOf(plan));
  },
);

const code = encodePlan(readyPlans[0].plan, course);

test('typed by hand: case, spaces, O for 0 and I or L for 1 do not matter', () => {
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(decodePlan(`  ${typed} \n`, course).ok).toBe(true);
});

test('one wrong letter is noticed, wherever it is', () => {
  const letters = code.replaceAll('-', '');
  for (let at = 2; at < letters.length; at += 1) {
    const wrong = `${letters.slice(0, at)}${letters[at] === '7' ? 'X' : '7'}${letters.slice(at + 1)}`;
    expect(decodePlan(wrong, course), wrong).toEqual({ ok: false, fault: 'damaged' });
  }
});

test.each([
  ['', 'notACode'],
  ['hello', 'notACode'],
  ['T1', 'notACode'],
  ['T1-????-????', 'notACode'],
  ['W1-K7Q3-FAB2-C9XR', 'notACode'],
  [code.replace('T1', 'T2'), 'otherVersion'],
  [code.slice(0, -1), 'damaged'],
  ['T1'.repeat(200), 'notACode'],
])('%j is told as %s', (text, fault) => {
  expect(decodePlan(text, course)).toEqual({ ok: false, fault });
});

test('a course with other parts does not open another plan', () => {
  const fewer = course.filter(({ slug }) => slug !== '01-objects-and-names');
  expect(decodePlan(code, fewer)).toEqual({ ok: false, fault: 'otherEdition' });
  expect(decodePlan(encodePlan(planOf(order.slice(-1)), course), fewer).ok).toBe(false);
});

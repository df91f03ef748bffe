import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chapterKey, orderOf } from '../../src/workshop/course.ts';
import {
  forLearners,
  LIMITS,
  lasting,
  markOf,
  moved,
  type Part,
  type Plan,
  without,
  withoutWork,
  withWork,
  workOf,
} from '../../src/workshop/plan.ts';
import { BREAK, fragmentOf, readPlan } from '../../src/workshop/plan-link.ts';
import { readyPlans } from '../../src/workshop/ready-plans.ts';
import {
  clockTime,
  dropOrder,
  minutesOf,
  schedule,
  toDrop,
  withBreaks,
} from '../../src/workshop/schedule.ts';
import { course } from './workshop-course.ts';

const order = orderOf(course);
const slugs = course.map(({ slug }) => slug);
const exercises = course.flatMap((chapter) => chapter.exercises.map(({ id }) => id));

const minutes = fc.option(fc.integer({ min: 1, max: LIMITS.minutes }), { nil: undefined });
const work: fc.Arbitrary<Part> = fc
  .tuple(fc.constantFrom(...slugs, ...exercises), minutes)
  .map(([id, given]) => ({
    kind: slugs.includes(id) ? ('chapter' as const) : ('exercise' as const),
    id,
    ...(given === undefined ? {} : { minutes: given }),
  }));
const pause = fc
  .integer({ min: 1, max: LIMITS.minutes })
  .map((given): Part => ({ kind: 'break', minutes: given }));
const plans: fc.Arbitrary<Plan> = fc.record({
  title: fc.string({ maxLength: 20, unit: 'grapheme' }).filter((text) => text.length <= 60),
  duration: fc.integer({ min: 0, max: LIMITS.duration }),
  start: fc
    .option(fc.integer({ min: 0, max: 1439 }), { nil: undefined })
    .map((minute) => (minute === undefined ? '' : clockTime('00:00', minute))),
  parts: fc.uniqueArray(fc.oneof({ weight: 5, arbitrary: work }, pause), {
    minLength: 1,
    maxLength: 40,
    selector: (part) => (part.kind === 'break' ? Math.random() : part.id),
  }),
});

test('a plan comes back out of its link', async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      tried += 1;
      const link = new URL(`https://example.org/workshop/${fragmentOf(plan)}`);
      expect(await readPlan(link.hash, course)).toEqual({ kind: 'plan', plan, unknown: [] });
    }),
    { numRuns: 200 },
  );
  expect(tried).toBe(200);
});

test('whatever stands in a link, reading it gives a bounded plan or says that it is none', async () => {
  const texts = fc.oneof(
    fc.string().map((text) => `#plan=${text}`),
    fc
      .array(fc.constantFrom('00', 'let-go', 'break', 'let-go*999', '02*0', 'x', ''))
      .map((tokens) => `#plan=${tokens.join('.')}&for=90`),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const read = await readPlan(text, course);
      if (read.kind !== 'plan') return;
      expect(read.plan.parts.length).toBeLessThanOrEqual(LIMITS.parts);
      for (const part of read.plan.parts) expect(minutesOf(part, course)).toBeLessThanOrEqual(240);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['', 'none'],
  ['#', 'none'],
  ['#somewhere', 'none'],
  ['#plan=', 'broken'],
  ['#plan=no-such-thing', 'broken'],
  ['#plan=02&for=-1', 'broken'],
  ['#plan=02&for=721', 'broken'],
  ['#plan=02&for=ninety', 'broken'],
  ['#plan=02&at=25:00', 'broken'],
  ['#plan=02&at=9:00', 'broken'],
  [`#plan=02&name=${'x'.repeat(61)}`, 'broken'],
  [`#plan=${'break.'.repeat(60)}02`, 'broken'],
  [`#plan=02&x=${'x'.repeat(4000)}`, 'broken'],
  ['#plan=<script>', 'broken'],
  ['#plan=02.let-go', 'plan'],
] as const)('%.40s is %s', async (hash, kind) => {
  expect((await readPlan(hash, course)).kind).toBe(kind);
});

test('what this edition does not have is named, what stands twice counts once', async () => {
  const read = await readPlan('#plan=02.of-tomorrow.let-go.02*5.break&for=60', course);
  expect(read).toEqual({
    kind: 'plan',
    unknown: ['of-tomorrow'],
    plan: {
      title: '',
      duration: 60,
      start: '',
      parts: [
        { kind: 'chapter', id: '02-reference-counts' },
        { kind: 'exercise', id: 'let-go' },
        { kind: 'break', minutes: 10 },
      ],
    },
  });
});

test('a link can name everything: no chapter has the name of an exercise or of a break', () => {
  const names = [BREAK, ...slugs.map(chapterKey), ...exercises];
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(45);
});

test('the ready plans fill their time, and every part of them exists', () => {
  for (const { plan } of readyPlans) {
    const { total, spare, slots } = schedule(plan, course);
    expect(slots.every((slot) => slot.minutes > 0)).toBe(true);
    expect(total).toBe(plan.duration - spare);
    expect(spare, `${plan.duration} minutes`).toBeGreaterThanOrEqual(0);
    expect(spare).toBeLessThanOrEqual(5);
  }
  expect(readyPlans.map(({ plan }) => plan.duration)).toEqual([45, 90, 180]);
});

test('parts follow each other without gaps, and their minutes add up', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { slots, total } = schedule(plan, course);
      expect(slots[0]?.from).toBe(0);
      for (const [index, slot] of slots.entries()) {
        expect(slot.to - slot.from).toBe(slot.minutes);
        expect(slots[index + 1]?.from ?? total).toBe(slot.to);
      }
    }),
    { numRuns: 50 },
  );
});

test('what is left out wins back the time, breaks stay, and nothing is left out in vain', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: 90 }), (plan, short) => {
      const dropped = toDrop(plan, course, short);
      const won = (indices: readonly number[]) =>
        indices.reduce((sum, index) => sum + minutesOf(plan.parts[index]!, course), 0);
      const possible = won(dropOrder(plan, course));
      expect(won(dropped)).toBeGreaterThanOrEqual(Math.min(short, possible));
      for (const index of dropped) {
        expect(plan.parts[index]?.kind).not.toBe('break');
        expect(won(dropped.filter((other) => other !== index))).toBeLessThan(short);
      }
    }),
    { numRuns: 100 },
  );
});

test('hard exercises go first, then the last of a chapter, then chapters from the end', () => {
  const plan = readyPlans[2].plan;
  const names = dropOrder(plan, course).map(
    (index) => workOf({ ...plan, parts: [plan.parts[index]!] })[0]?.id,
  );
  expect(names[0]).toBe('find-the-holder');
  expect(names.at(-1)).toBe('01-objects-and-names');
  expect(names).not.toContain('00-start-here');
});

test('what has begun is not left out', () => {
  const { plan } = readyPlans[1];
  const from = 6;
  const dropped = toDrop(plan, course, 5, from);
  expect(dropped.length).toBeGreaterThan(0);
  expect(Math.min(...dropped)).toBeGreaterThanOrEqual(from);
});

test('changes of a plan', () => {
  const start: Plan = { title: '', duration: 90, start: '', parts: [] };
  const later = withWork(start, { kind: 'exercise', id: 'let-go' }, order);
  const both = withWork(later, { kind: 'chapter', id: '00-start-here' }, order);
  expect(workOf(both).map(({ id }) => id)).toEqual(['00-start-here', 'let-go']);
  expect(withWork(both, { kind: 'exercise', id: 'let-go' }, order)).toBe(both);
  expect(workOf(moved(both, 1, -1)).map(({ id }) => id)).toEqual(['let-go', '00-start-here']);
  expect(moved(both, 0, -1)).toBe(both);
  expect(lasting(both, 0, 1000).parts[0]?.minutes).toBe(LIMITS.minutes);
  expect(lasting(both, 0, Number.NaN).parts[0]?.minutes).toBe(1);
  expect(withoutWork(both, 'exercise', 'let-go').parts).toHaveLength(1);
  expect(without(both, 0).parts).toHaveLength(1);
});

test('breaks come after about an hour, never between a chapter and its exercise, never last', () => {
  const plan = withBreaks(readyPlans[2].plan, course);
  const { slots } = schedule(plan, course);
  const breaks = slots.filter(({ part }) => part.kind === 'break');
  expect(breaks.length).toBeGreaterThanOrEqual(2);
  expect(slots.at(-1)?.part.kind).not.toBe('break');
  for (const one of breaks) {
    const before = slots[slots.indexOf(one) - 1];
    const after = slots[slots.indexOf(one) + 1];
    expect(before?.part.kind === 'chapter' && after?.part.kind === 'exercise').toBe(false);
  }
});

test('a learner’s plan has no times, and the same mark', () => {
  const plan: Plan = { ...readyPlans[1].plan, title: 'Memory', start: '13:30' };
  const learners = forLearners(plan);
  expect(fragmentOf(learners)).not.toMatch(/for=|at=|break|\*/);
  expect(markOf(learners)).toBe(markOf(plan));
  expect(markOf(without(plan, 0))).not.toBe(markOf(plan));
});

test('the clock goes on after midnight', () => {
  expect(clockTime('13:30', 45)).toBe('14:15');
  expect(clockTime('23:50', 20)).toBe('00:10');
  expect(clockTime('00:05', -10)).toBe('23:55');
});

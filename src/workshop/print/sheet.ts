/**
 * Brings a printed sheet to the plan in its address: only what is in it, in its order. Without a plan,
 * or without scripts, the sheet has the whole course.
 */
import type { Course } from '../course.ts';
import { isWork, type Plan } from '../plan.ts';
import { readPlan } from '../plan-link.ts';
import { clockTime, schedule } from '../schedule.ts';

const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
const idOf = (part: HTMLElement) => part.dataset['part'] ?? '';

/** As much of the course as links need, out of the sheet itself. */
function courseOfSheet(): Course {
  const data = document.querySelector('#sheet-course')?.textContent ?? '[]';
  return JSON.parse(data);
}

/** '13:38–13:50', where the plan knows it. */
function timesOf(plan: Plan, course: Course): ReadonlyMap<string, string> {
  const times = new Map<string, string>();
  if (!plan.duration) return times;
  for (const { part, from, to } of schedule(plan, course).slots) {
    if (!isWork(part)) continue;
    const start = plan.start || '00:00';
    times.set(part.id, `${clockTime(start, from)}–${clockTime(start, to)}`);
  }
  return times;
}

async function arrange(): Promise<void> {
  const course = courseOfSheet();
  const read = await readPlan(location.hash, course);
  const plan = read.kind === 'plan' ? read.plan : null;
  const title = document.querySelector('[data-plan-title]');
  if (title) title.textContent = plan?.title ?? '';
  const wanted = plan ? plan.parts.filter(isWork).map(({ id }) => id) : parts.map(idOf);
  const times = plan ? timesOf(plan, course) : new Map<string, string>();
  for (const part of parts) {
    part.hidden = !wanted.includes(idOf(part));
    const time = part.querySelector('[data-time]');
    if (time) time.textContent = times.get(idOf(part)) ?? '';
  }
  for (const id of wanted) {
    const part = parts.find((one) => idOf(one) === id);
    part?.parentElement?.append(part);
  }
}

document.querySelector('[data-print]')?.addEventListener('click', () => print());
addEventListener('hashchange', arrange);
void arrange();

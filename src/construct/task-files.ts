/** The tasks and their programs, read while the site is built. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { Language } from '../course/chapters.ts';
import type { TaskId } from './report.ts';
import { type Task, taskSchema } from './task-schema.ts';
import type { Workload } from './run-task.ts';

const data = import.meta.glob<string>('../content/construct/*/task.yml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const programs = import.meta.glob<string>('../content/construct/*/{starter,solution}.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const workloads = import.meta.glob<string>('./workloads/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pythons = import.meta.glob<string>('./workloads/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function must(files: Readonly<Record<string, string>>, path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`${path} is not there`);
  return text;
}

export function taskOf(id: TaskId): Task {
  const path = `../content/construct/${id}/task.yml`;
  const found = taskSchema.safeParse(parse(must(data, path)));
  if (!found.success) throw new Error(`${path}: ${z.prettifyError(found.error)}`);
  return found.data;
}

export const programOf = (id: TaskId, name: 'starter' | 'solution'): string =>
  must(programs, `../content/construct/${id}/${name}.ts`);

export const pythonOf = (name: string): string => must(pythons, `./workloads/${name}.py`);

/** What a task needs once somebody works on it, in one language. */
export interface TaskBody {
  readonly hints: readonly string[];
  readonly mistakes: readonly { readonly code: string; readonly message: string }[];
  readonly why: string;
  readonly solution: string;
  readonly workload: Workload;
}

export function bodyOf(id: TaskId, language: Language): TaskBody {
  const { hints, mistakes, why, workload } = taskOf(id);
  return {
    hints: hints.map((hint) => hint[language]),
    mistakes: mistakes.map(({ code, message }) => ({ code, message: message[language] })),
    why: why[language],
    solution: programOf(id, 'solution'),
    workload: JSON.parse(must(workloads, `./workloads/${workload}.json`)),
  };
}

/** Runs a reader's module on a task: the report, and the picture at any step. */
import type { CollectorScene, MemoryMapScene } from '../../engine/index.ts';
import { type Allocator, measure, modelAllocator } from './allocator-run.ts';
import { type CollectorPart, runCollection } from './collection-run.ts';
import type { Report, Score, TaskId } from './report.ts';
import {
  freeListAllocator,
  type MakeFreeList,
  type StartedAllocator,
  startFreeList,
} from './tasks/free-list.ts';
import { type MakePools, poolAllocator, startPools } from './tasks/pool.ts';
import type { GraphWorkload, RequestWorkload } from './workload.ts';

export type Module = Readonly<Record<string, unknown>>;

/** The function that each task asks for. */
export const EXPORTS: Readonly<Record<TaskId, string>> = {
  'free-list': 'makeFreeList',
  pool: 'makePools',
  'subtract-refs': 'subtractRefs',
  'move-unreachable': 'moveUnreachable',
};

export type Workload = RequestWorkload | GraphWorkload;

export type Scene =
  | { readonly lens: 'memory'; readonly scene: MemoryMapScene }
  | { readonly lens: 'collector'; readonly scene: CollectorScene };

export interface SceneQuestion {
  /** Behind which request, or event. */
  readonly step: number;
  readonly pool: number | null;
  readonly block: number | null;
}

const broken = (code: 'no-function' | 'threw', text: string): Report => ({
  departure: {
    code,
    step: 0,
    request: '',
    expected: { kind: 'nothing' },
    came: { kind: 'text', text },
  },
  steps: 0,
  score: null,
});

const isCollector = (task: TaskId): task is 'subtract-refs' | 'move-unreachable' =>
  task === 'subtract-refs' || task === 'move-unreachable';

function start(task: TaskId, code: unknown, workload: Workload): StartedAllocator {
  return task === 'free-list'
    ? startFreeList(workload as RequestWorkload, code as MakeFreeList)
    : startPools(workload as RequestWorkload, code as MakePools);
}

/** @param seconds how long each of the two is measured; 0: not at all */
function scoreOf(
  task: TaskId,
  code: unknown,
  workload: RequestWorkload,
  { run }: StartedAllocator,
  seconds: number,
): Score {
  const make: () => Allocator =
    task === 'free-list'
      ? freeListAllocator(code as MakeFreeList)
      : poolAllocator(code as MakePools);
  return {
    asked: run.asked,
    taken: run.taken,
    operations: seconds > 0 ? measure(workload, make, seconds) : 0,
    modelOperations: seconds > 0 ? measure(workload, modelAllocator, seconds) : 0,
  };
}

/** @param seconds how long speed is measured; 0: not at all */
export function runTask(task: TaskId, module: Module, workload: Workload, seconds: number): Report {
  const name = EXPORTS[task];
  const code = module[name];
  if (typeof code !== 'function') return broken('no-function', name);
  if (isCollector(task)) {
    const { collection, departure } = runCollection(
      task,
      workload as GraphWorkload,
      code as CollectorPart,
    );
    return { departure, steps: collection.events.length, score: null };
  }
  try {
    const started = start(task, code, workload);
    started.run.advance(started.run.steps);
    const { departure, steps, isSound } = started.run;
    const requests = workload as RequestWorkload;
    const score = isSound ? scoreOf(task, code, requests, started, seconds) : null;
    return { departure, steps, score };
  } catch (error) {
    return broken('threw', String(error).slice(0, 200));
  }
}

/** The same run, as far as a step; null where it does not even begin. */
export function sceneOf(
  task: TaskId,
  module: Module,
  workload: Workload,
  { step, pool, block }: SceneQuestion,
): Scene | null {
  const code = module[EXPORTS[task]];
  if (typeof code !== 'function') return null;
  try {
    if (isCollector(task)) {
      const part = code as CollectorPart;
      const { collection } = runCollection(task, workload as GraphWorkload, part, step);
      return { lens: 'collector', scene: collection.scene() };
    }
    const started = start(task, code, workload);
    started.run.advance(step);
    return { lens: 'memory', scene: started.scene(pool, block) };
  } catch {
    return null;
  }
}

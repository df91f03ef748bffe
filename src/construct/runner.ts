/**
 * The worker in the sandbox, where a reader's code runs. Becomes one file, /build/runner.js, whose text
 * the page hands to the sandbox (tools/astro/build-runner.ts).
 */
import type { Answer, Ask } from './protocol.ts';
import type { TaskId } from './report.ts';
import { type Module, runTask, sceneOf, type Workload } from './run-task.ts';

/** How long each allocator is measured. */
const SECONDS = 0.12;

let current: { task: TaskId; module: Module; workload: Workload } | null = null;

const say = (answer: Answer) => postMessage(answer);

async function load(code: string): Promise<Module> {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    return await import(/* @vite-ignore */ url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function run({ task, code, workload }: Ask & { type: 'run' }): Promise<void> {
  let module: Module;
  try {
    module = await load(code);
  } catch (error) {
    const came = { kind: 'text', text: String(error).slice(0, 200) } as const;
    const expected = { kind: 'nothing' } as const;
    const departure = { code: 'threw', step: 0, request: '', expected, came } as const;
    say({ type: 'report', report: { departure, steps: 0, score: null } });
    return;
  }
  current = { task, module, workload };
  say({ type: 'report', report: runTask(task, module, workload, SECONDS) });
}

addEventListener('message', ({ data: ask }: MessageEvent<Ask>) => {
  if (ask.type === 'run') void run(ask);
  else if (current) {
    const { task, module, workload } = current;
    say({ type: 'scene', number: ask.number, scene: sceneOf(task, module, workload, ask) });
  }
});

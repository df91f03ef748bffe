/** Tells the page around the frame what happens in its playgrounds. */
import { effect } from '@preact/signals';
import type { PlaygroundModel } from '../../components/playground/model.ts';
import { tell } from './link.ts';

function reportRuns(model: PlaygroundModel): void {
  effect(() => {
    const ending = model.ending.value;
    if (!ending || model.phase.value === 'running') return;
    const version = model.shownProfile.peek();
    tell('run', { version, ending: ending.kind, steps: model.steps.peek() });
  });
}

function reportSteps(model: PlaygroundModel): void {
  effect(() => {
    const scene = model.view.value?.scene;
    if (scene) tell('step', { step: scene.step, steps: model.last.peek(), line: scene.line });
  });
}

function reportChecks(model: PlaygroundModel): void {
  effect(() => {
    const verdict = model.verdict.value;
    if (!verdict) return;
    const failed = verdict.passed ? { check: '', message: '' } : verdict;
    const { check, message } = failed;
    tell('check', { exercise: model.facts.id, passed: verdict.passed, check, message });
  });
}

export function report(model: PlaygroundModel): void {
  reportRuns(model);
  reportSteps(model);
  reportChecks(model);
}

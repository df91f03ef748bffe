/** What an author wrote between the tags of an element. */
import type { ExerciseData, OwnContent } from '../messages.ts';

const part = (element: Element, name: string) => element.querySelector(`[data-${name}]`);

/** A `<template>` keeps its text in a fragment of its own. */
const textOf = (element: Element | null) =>
  (element instanceof HTMLTemplateElement ? element.content : element)?.textContent ?? '';

/** Program text without the line break behind the tag and without an indentation that all lines share. */
export function programText(text: string): string {
  const lines = text
    .replace(/^\s*\n/, '')
    .replace(/\s+$/, '')
    .split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const shared = Math.min(...indents, 100);
  return `${lines.map((line) => line.slice(shared)).join('\n')}\n`;
}

/** 32 bits of FNV-1a in base 36: tells one program from another where the author gave no id. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

function exerciseOf(element: Element): ExerciseData {
  return {
    solution: programText(textOf(part(element, 'solution'))),
    data: textOf(part(element, 'exercise')),
  };
}

/** The page's own content; null when there is no program in the element. */
export function ownContent(element: HTMLElement, isExercise: boolean): OwnContent | null {
  const code = part(element, 'starter') ?? element.querySelector('pre');
  if (!code) return null;
  const source = programText(textOf(code));
  return {
    id: element.id || fingerprint(location.pathname + source),
    source,
    file: element.getAttribute('file') ?? 'main.py',
    exercise: isExercise ? exerciseOf(element) : null,
  };
}

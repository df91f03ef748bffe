/**
 * What a line did, in sentences as data: a key of the catalogue and what goes into it.
 *
 * Made of two scenes, the state before the line and the state after it, so it can say nothing that
 * memory does not show. The words stand in the pages' catalogues, one per language.
 */
import type { ObjectsScene, SceneObject } from './objects-scene.ts';

/** A sentence as data: a catalogue key and what goes into it; pages have the words. */
export interface Narration {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Sentences of one step at most. */
const MAX_SENTENCES = 6;

/** @param source the line that ran; '' when it is not of the program's own text */
export function narrate(scene: ObjectsScene, source: string, output: string): readonly Narration[] {
  const sentences: Narration[] = [];
  if (source !== '') sentences.push({ key: 'ran', values: { code: source } });
  for (const object of scene.objects) {
    const sentence = sentenceOf(object);
    if (sentence !== null) sentences.push(sentence);
  }
  for (const { number, type, text } of scene.freed) {
    sentences.push({ key: 'freed', values: { object: label(number, type), text } });
  }
  if (output !== '') sentences.push({ key: 'output', values: { text: output.trimEnd() } });
  if (sentences.length === (source === '' ? 0 : 1)) sentences.push({ key: 'nothing', values: {} });
  if (sentences.length <= MAX_SENTENCES) return sentences;
  const more = sentences.length - MAX_SENTENCES + 1;
  return [...sentences.slice(0, MAX_SENTENCES - 1), { key: 'more', values: { count: more } }];
}

function sentenceOf(object: SceneObject): Narration | null {
  const name = label(object.number, object.type);
  if (object.change === 'new') {
    const { size, text } = object;
    return { key: 'created', values: { object: name, text, size, count: object.refcount ?? 0 } };
  }
  const { refcount, refcountBefore } = object;
  if (refcount !== null && refcountBefore !== null && refcount !== refcountBefore) {
    const key = refcount > refcountBefore ? 'refcountUp' : 'refcountDown';
    return { key, values: { object: name, before: refcountBefore, after: refcount } };
  }
  if (object.change === 'contents') return { key: 'changed', values: { object: name } };
  return null;
}

/** `list #1`: how an object is called everywhere. */
export function label(number: number, type: string): string {
  return number > 0 ? `${type} #${number}` : type;
}

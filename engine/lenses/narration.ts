/**
 * What a line did, in sentences as data: a key of the catalogue and what goes into it.
 *
 * Made of the state before the line, the state after it and what the recorder saw in between, so it can
 * say nothing that memory does not show. Where the recorder gave up, the two states say less. The words
 * stand in the pages' catalogues, one per language.
 */
import type { SceneEvent } from './events-scene.ts';
import { blockSentences, collectionSentences, LineEvents } from './narrated-events.ts';
import type { FreedObject, ObjectNumber, ObjectsScene, SceneObject } from './objects-scene.ts';

/** A sentence as data: a catalogue key and what goes into it; pages have the words. */
export interface Narration {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What is told of a step. */
export interface Told {
  readonly scene: ObjectsScene;
  /** The line that ran; '' when it is not of the program's own text. */
  readonly source: string;
  readonly output: string;
  /** All events since the step before; null when the recorder gave up. */
  readonly events: readonly SceneEvent[] | null;
}

/** Sentences of one step at most. */
const MAX_SENTENCES = 8;

export function narrate({ scene, source, output, events }: Told): readonly Narration[] {
  const line = events === null ? null : new LineEvents(events);
  const told: Narration[] = [
    ...(line === null ? [] : collectionSentences(line)),
    ...scene.objects.flatMap((object) => objectSentences(object, scene, line)),
    ...scene.freed.flatMap((object) => freedSentences(object, line)),
    ...(line === null ? [] : blockSentences(line)),
  ];
  if (output !== '') told.push({ key: 'output', values: { text: output.trimEnd() } });
  if (told.length === 0) told.push(nothing(events));
  const sentences = told.slice(0, MAX_SENTENCES);
  const more = told.length - sentences.length;
  if (more > 0) sentences.push({ key: 'more', values: { count: more } });
  return source === '' ? sentences : [{ key: 'ran', values: { code: source } }, ...sentences];
}

/** The picture is as it was; perhaps objects that it does not show are not. */
function nothing(events: readonly SceneEvent[] | null): Narration {
  const count = events?.length ?? 0;
  return count === 0 ? { key: 'nothing', values: {} } : { key: 'elsewhere', values: { count } };
}

function objectSentences(
  object: SceneObject,
  scene: ObjectsScene,
  line: LineEvents | null,
): Narration[] {
  const { number, change, refcount } = object;
  const created = line === null ? fromScene(object) : line.creation(object);
  if (created !== null) return [created];
  const before = line === null ? object.refcountBefore : line.countBefore(number);
  if (refcount !== null && before !== null && before !== refcount) {
    const key = refcount > before ? 'refcountUp' : 'refcountDown';
    const values = { object: label(number, object.type), before, after: refcount };
    const held = line === null ? null : heldBy(object, scene);
    return held === null ? [{ key, values }] : [{ key, values }, held];
  }
  if (change !== 'contents') return [];
  return [{ key: 'changed', values: { object: label(number, object.type) } }];
}

function fromScene({ number, type, text, size, refcount, change }: SceneObject): Narration | null {
  if (change !== 'new') return null;
  const values = { object: label(number, type), text, size, count: refcount ?? 0 };
  return { key: 'created', values };
}

/** Who holds it, where the picture shows every reference that counts. */
function heldBy({ number, refcount }: SceneObject, scene: ObjectsScene): Narration | null {
  const names = holdersIn(number, scene);
  if (names.length === 0 || names.length !== refcount) return null;
  return { key: 'heldBy', values: { names: names.join(', ') } };
}

function holdersIn(number: ObjectNumber, { frames, objects }: ObjectsScene): string[] {
  const names = frames.flatMap((frame) =>
    frame.names
      .filter(({ to }) => to === number)
      .map((name) => (frame.kind === 'module' ? name.label : `${name.label} (${frame.title})`)),
  );
  const items = objects.flatMap((object) =>
    object.items
      .filter(({ to }) => to === number)
      .map((item) => part(label(object.number, object.type), item.label)),
  );
  return [...names, ...items];
}

/** `list #1[0]`, `Box #2.held`, and with a space where the label is a word of its own: `cell #3 cell_contents`. */
const part = (whole: string, name: string) => `${whole}${/^[[.]/.test(name) ? '' : ' '}${name}`;

/** What is no longer in the picture has been freed only where the recorder saw that. */
function freedSentences({ number, type, text }: FreedObject, line: LineEvents | null): Narration[] {
  const object = label(number, type);
  if (line === null) return [{ key: 'freed', values: { object, text } }];
  return line.release(number, object);
}

/** `list #1`: how an object is called everywhere. */
export function label(number: number, type: string): string {
  return number > 0 ? `${type} #${number}` : type;
}

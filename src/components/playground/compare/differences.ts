/** What two releases hold under the same names at steps that stand for each other. */
import type { ObjectsScene, SceneFrame, SceneObject } from '../../../../engine/index.ts';

/** What is told of an object on either side. */
export type Side = Pick<SceneObject, 'type' | 'text' | 'refcount' | 'size'>;

export interface ComparedName {
  readonly frame: SceneFrame;
  readonly name: string;
  /** Null: the name is not bound there. */
  readonly ours: Side | null;
  readonly theirs: Side | null;
  /** The parts that differ. */
  readonly differs: readonly (keyof Side)[];
}

const PARTS: readonly (keyof Side)[] = ['type', 'text', 'refcount', 'size'];

function sidesOf(
  scene: ObjectsScene,
): Map<string, { frame: SceneFrame; name: string; side: Side }> {
  const objects = new Map(scene.objects.map((object) => [object.number, object]));
  const found = new Map<string, { frame: SceneFrame; name: string; side: Side }>();
  scene.frames.forEach((frame, depth) => {
    for (const { label, to } of frame.names) {
      const object = objects.get(to);
      if (object)
        found.set(`${depth} ${frame.title} ${label}`, { frame, name: label, side: object });
    }
  });
  return found;
}

/** Every name of both, ours first; an address in a text is another in each release and counts as one. */
export function compareScenes(ours: ObjectsScene, theirs: ObjectsScene): readonly ComparedName[] {
  const here = sidesOf(ours);
  const there = sidesOf(theirs);
  return [...new Map([...there, ...here]).entries()].map(([key, { frame, name }]) => {
    const one = here.get(key)?.side ?? null;
    const other = there.get(key)?.side ?? null;
    const differs = one && other ? PARTS.filter((part) => one[part] !== other[part]) : PARTS;
    return { frame, name, ours: one, theirs: other, differs };
  });
}

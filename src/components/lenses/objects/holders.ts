import type { ObjectNumber, ObjectsScene, SceneFrame } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { nameOf } from '../names.ts';

export const frameTitle = (t: Translate, frame: SceneFrame): string =>
  frame.kind === 'module'
    ? t('lens.globals')
    : frame.kind === 'function'
      ? `${frame.title}()`
      : frame.title;

/** Every reference to an object that the scene shows, by name: `a`, `x in f()`, `[0] of list #2`. */
export function holdersOf(t: Translate, scene: ObjectsScene, number: ObjectNumber): string[] {
  const names = scene.frames.flatMap((frame) =>
    frame.names
      .filter(({ to }) => to === number)
      .map(({ label }) =>
        frame.kind === 'module'
          ? label
          : t('lens.nameIn', { name: label, frame: frameTitle(t, frame) }),
      ),
  );
  const items = scene.objects.flatMap((holder) =>
    holder.items
      .filter(({ to }) => to === number)
      .map(({ label }) => t('lens.itemOf', { item: label, holder: nameOf(holder) })),
  );
  return [...names, ...items];
}

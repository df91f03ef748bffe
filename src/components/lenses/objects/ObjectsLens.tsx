import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ObjectsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensForm } from '../../../state/settings.ts';
import { Detail } from './Detail.tsx';
import { type Layout, layOut } from './layout.ts';
import { Picture } from './Picture.tsx';
import { Table } from './Table.tsx';

interface Props {
  readonly t: Translate;
  readonly scene: ObjectsScene;
  readonly form: LensForm;
  /** The chosen object, which other lenses share. */
  readonly selected: Signal<number | null>;
}

/** The Objects lens, alive: a box keeps its place from step to step, and can be chosen. */
export function ObjectsLens({ t, scene, form, selected }: Props) {
  const last = useRef<{ scene: ObjectsScene; layout: Layout }>();
  if (last.current?.scene !== scene) {
    // After a jump nobody looks for the boxes where they were: the picture closes up.
    const isNext = Math.abs((last.current?.scene.step ?? 0) - scene.step) === 1;
    last.current = { scene, layout: layOut(scene, isNext ? last.current?.layout.places : []) };
  }
  if (form === 'table') return <Table t={t} scene={scene} />;
  return (
    <>
      <Picture
        t={t}
        scene={scene}
        layout={last.current.layout}
        selected={selected.value}
        onSelect={(number) => {
          selected.value = number;
        }}
      />
      <Detail t={t} scene={scene} selected={selected.value} />
    </>
  );
}

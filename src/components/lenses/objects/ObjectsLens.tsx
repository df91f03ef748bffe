import { useRef } from 'preact/hooks';
import type { ObjectsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensForm } from '../../../state/settings.ts';
import type { Actions } from './actions.ts';
import { Detail } from './Detail.tsx';
import { type Layout, layOut } from './layout.ts';
import { openedOf, withClosed, withManyObjects, withOpen } from './opened.ts';
import { Picture } from './Picture.tsx';
import { Table } from './Table.tsx';
import { useEased } from './use-eased.ts';

interface Props {
  readonly t: Translate;
  readonly scene: ObjectsScene;
  readonly form: LensForm;
  /** The chosen object, which all lenses share. */
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
  /** A count was pressed. */
  readonly onCount: (number: number) => void;
  readonly zoom: readonly number[];
  readonly onZoom: (zoom: readonly number[]) => void;
}

interface Shown {
  readonly scene: ObjectsScene;
  readonly zoom: readonly number[];
  readonly layout: Layout;
  /** The picture moves there from the one before, rather than being another. */
  readonly eases: boolean;
}

/** After a jump nobody looks for the boxes where they were: the picture closes up. */
const isNear = (one: ObjectsScene, other: ObjectsScene) => Math.abs(one.step - other.step) <= 1;

/** The Objects lens, alive: a box keeps its place from step to step, and can be chosen. */
export function ObjectsLens(props: Props) {
  const { t, scene, form, selected, zoom } = props;
  const last = useRef<Shown>();
  if (last.current?.scene !== scene || last.current.zoom !== zoom) {
    const before = last.current;
    const eases = before !== undefined && isNear(before.scene, scene);
    const open = new Set(openedOf(zoom).keys());
    const layout = layOut(scene, eases ? before.layout.places : [], open);
    last.current = { scene, zoom, layout, eases };
  }
  const layout = useEased(last.current.layout, last.current.eases);
  const { onSelect, onCount, onZoom } = props;
  if (form === 'table') return <Table t={t} scene={scene} onCount={onCount} />;
  const actions: Actions = {
    onSelect,
    onCount,
    onOpen: (number, from) => onZoom(withOpen(zoom, number, from)),
    onClose: (number) => onZoom(withClosed(zoom, number)),
    onMoreObjects: () => onZoom(withManyObjects(zoom)),
  };
  return (
    <>
      <Picture t={t} scene={scene} layout={layout} selected={selected} actions={actions} />
      <Detail t={t} scene={scene} selected={selected} />
    </>
  );
}

/** Where everything in the Objects picture goes: plain numbers from a scene. */
import type {
  FreedObject,
  ObjectNumber,
  ObjectsScene,
  Reference,
  SceneFrame,
  SceneObject,
} from '../../../../engine/index.ts';
import * as G from './geometry.ts';

export interface PlacedFrame {
  readonly frame: SceneFrame;
  readonly top: number;
  readonly height: number;
}

/** A reference of an object; one to an immortal value (None, a small int) shows the value itself. */
export interface Item extends Reference {
  readonly value: string | null;
}

export interface PlacedObject {
  readonly number: ObjectNumber;
  readonly top: number;
  readonly height: number;
  /** The line that says what it is; '' where that is plain from its type. */
  readonly text: string;
  /** The items that are drawn, how many come before the first, and how many more there are. */
  readonly items: readonly Item[];
  readonly earlier: number;
  readonly more: number;
  /** All items that the scene has are drawn, not the first few. */
  readonly isOpen: boolean;
  readonly live: SceneObject | null;
  readonly freed: FreedObject | null;
}

export interface Arrow {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** The object that holds the reference; null for a name. */
  readonly holder: ObjectNumber | null;
  readonly target: ObjectNumber;
}

export interface Layout {
  readonly height: number;
  /** Wide enough for the longest name. */
  readonly framesWidth: number;
  readonly frames: readonly PlacedFrame[];
  readonly objects: readonly PlacedObject[];
  /** From names to objects, left to right. */
  readonly fromNames: readonly Arrow[];
  /** From objects to objects, around the right side. */
  readonly fromObjects: readonly Arrow[];
  /** For the next step: a box keeps its place. */
  readonly places: Places;
}

/** Objects from top to bottom; a place whose object has gone stays empty until it is needed. */
export type Places = readonly { readonly number: ObjectNumber | null; readonly height: number }[];

/** Objects whose items are all to be drawn. */
export type Open = ReadonlySet<ObjectNumber>;

const NONE: Open = new Set();

/** Characters of a frame's title that its width is made for. */
const LONGEST_TITLE = 9;

/** More empty places than this, and the picture closes up. */
const MOST_EMPTY = 3;

const frameHeight = (frame: SceneFrame) =>
  G.TITLE + Math.max(1, frame.names.length) * G.NAME + G.FRAME_FOOT;

/** Rows above the first item. */
const rowsAbove = (box: Pick<PlacedObject, 'earlier'>) => (box.earlier > 0 ? 1 : 0);

function boxHeight(box: Omit<PlacedObject, 'top' | 'height'>): number {
  const text = box.text ? G.TEXT : 0;
  const rows = rowsAbove(box) + box.items.length + (box.more > 0 || box.isOpen ? 1 : 0);
  return G.HEAD + text + rows * G.ITEM + (text || rows ? G.FOOT : 0);
}

/** Of an instance without a text of its own, the type is all there is to say, and the head says it. */
const textOf = ({ type, text }: { readonly type: string; readonly text: string }) =>
  text === type ? '' : text;

/** In order of appearance; what was there before the program (it has no number of its own) last. */
const rank = (number: ObjectNumber) => (number > 0 ? number : Number.MAX_SAFE_INTEGER + number);

/** How a value stands in its holder: an immortal one as itself, a method of a class as what it is. */
function textWithin({ type, text }: SceneObject): string {
  return type === 'function' ? type : text;
}

/**
 * Objects whose box of their own would tell nothing, by how they stand in their holder: immortal values
 * that only other objects refer to, for they keep no count; and the methods of a class.
 * Those with a name are drawn, because there an arrow is what is to be seen.
 */
function valuesWithin(scene: ObjectsScene): Map<ObjectNumber, string> {
  const named = new Set(scene.frames.flatMap((frame) => frame.names.map(({ to }) => to)));
  const methods = methodsOf(scene);
  const values = scene.objects.filter(
    ({ number, refcount, items, more }) =>
      items.length + more === 0 && !named.has(number) && (refcount === null || methods.has(number)),
  );
  return new Map(values.map((object) => [object.number, textWithin(object)]));
}

/** Functions that nothing but a class refers to. */
function methodsOf({ objects }: ObjectsScene): ReadonlySet<ObjectNumber> {
  const classes = objects.filter(({ type }) => type === 'type');
  const others = objects.filter(({ type }) => type !== 'type');
  const held = new Set(others.flatMap(({ items }) => items.map(({ to }) => to)));
  const functions = new Set(
    objects
      .filter(({ type, reachable }) => type === 'function' && reachable)
      .map(({ number }) => number),
  );
  const inClasses = classes.flatMap(({ items }) => items.map(({ to }) => to));
  return new Set(inClasses.filter((number) => functions.has(number) && !held.has(number)));
}

function liveBox(object: SceneObject, values: ReadonlyMap<ObjectNumber, string>, isOpen: boolean) {
  // One item more than fits takes the row that would say so.
  const fits = object.items.length + object.more <= G.SHOWN_ITEMS + 1;
  const items = object.items
    .slice(0, isOpen || fits ? undefined : G.SHOWN_ITEMS)
    .map((item) => ({ ...item, value: values.get(item.to) ?? null }));
  return {
    number: object.number,
    text: textOf(object),
    items,
    earlier: object.earlier,
    more: object.more + object.items.length - items.length,
    isOpen,
    live: object,
    freed: null,
  };
}

const freedBox = (object: FreedObject) => ({
  number: object.number,
  text: textOf(object),
  items: [],
  earlier: 0,
  more: 0,
  isOpen: false,
  live: null,
  freed: object,
});

function boxes(scene: ObjectsScene, open: Open): Omit<PlacedObject, 'top'>[] {
  const values = valuesWithin(scene);
  const drawn = scene.objects.filter(({ number }) => !values.has(number));
  const live = drawn.map((object) => liveBox(object, values, open.has(object.number)));
  const freed = scene.freed.map(freedBox);
  return [...live, ...freed]
    .sort((one, other) => rank(one.number) - rank(other.number))
    .map((box) => ({ ...box, height: boxHeight(box) }));
}

/** Keeps every box where it was, puts new ones into empty places they fit in, else at the end. */
function arrange(all: readonly Omit<PlacedObject, 'top'>[], before: Places): Places {
  const heights = new Map(all.map((box) => [box.number, box.height]));
  const places: { number: ObjectNumber | null; height: number }[] = before.map((place) => {
    const height = place.number === null ? undefined : heights.get(place.number);
    return height === undefined ? { number: null, height: place.height } : { ...place, height };
  });
  const placed = new Set(places.map((place) => place.number));
  for (const { number, height } of all) {
    if (placed.has(number)) continue;
    const free = places.find((place) => place.number === null && place.height === height);
    if (free) free.number = number;
    else places.push({ number, height });
  }
  while (places.at(-1)?.number === null) places.pop();
  const empty = places.filter((place) => place.number === null).length;
  return empty > MOST_EMPTY ? places.filter((place) => place.number !== null) : places;
}

function framesWidth(frames: readonly SceneFrame[]): number {
  const names = frames.flatMap((frame) => frame.names.map(({ label }) => label.length));
  // A long title is cut: names and arrows need the room.
  const titles = frames.map(({ title }) => Math.min(title.length + 1, LONGEST_TITLE));
  const longest = Math.max(...names, ...titles, 0);
  return Math.min(G.WIDEST_FRAME, Math.max(G.NARROWEST_FRAME, longest * G.CHARACTER + 22));
}

function placeFrames(frames: readonly SceneFrame[]): PlacedFrame[] {
  let top = G.TOP;
  return frames.map((frame) => {
    const height = frameHeight(frame);
    const placed = { frame, top, height };
    top += height + G.FRAME_GAP;
    return placed;
  });
}

function placeObjects(all: readonly Omit<PlacedObject, 'top'>[], places: Places): PlacedObject[] {
  const byNumber = new Map(all.map((box) => [box.number, box]));
  const placed: PlacedObject[] = [];
  let top = G.TOP;
  for (const { number, height } of places) {
    const box = number === null ? undefined : byNumber.get(number);
    if (box) placed.push({ ...box, top });
    top += height + G.GAP;
  }
  return placed;
}

function arrowsFromNames(
  frames: readonly PlacedFrame[],
  heads: ReadonlyMap<ObjectNumber, number>,
): Arrow[] {
  return frames.flatMap(({ frame, top }, index) =>
    frame.names.flatMap(({ label, to }, row) => {
      const head = heads.get(to);
      if (head === undefined) return [];
      const from = top + G.TITLE + row * G.NAME + G.NAME / 2;
      return [{ key: `${index}.${label}`, from, to: head, holder: null, target: to }];
    }),
  );
}

function arrowsFromObjects(
  objects: readonly PlacedObject[],
  heads: ReadonlyMap<ObjectNumber, number>,
): Arrow[] {
  return objects.flatMap((box) =>
    box.items.flatMap(({ label, to }, row) => {
      const { number, top, text } = box;
      const head = heads.get(to);
      if (head === undefined) return [];
      const above = G.HEAD + (text ? G.TEXT : 0) + rowsAbove(box) * G.ITEM;
      const from = top + above + row * G.ITEM + G.ITEM / 2;
      return [{ key: `${number}.${label}`, from, to: head, holder: number, target: to }];
    }),
  );
}

/** Several arrows at one box come in beside each other, not on top of each other. */
function spread(arrows: readonly Arrow[]): Arrow[] {
  const groups = Map.groupBy(arrows, (arrow) => arrow.target);
  return [...groups.values()].flatMap((group) => {
    const gap = Math.min(7, (G.HEAD - 12) / group.length);
    const sorted = [...group].sort((one, other) => one.from - other.from);
    return sorted.map((arrow, index) => ({
      ...arrow,
      to: arrow.to + (index - (group.length - 1) / 2) * gap,
    }));
  });
}

export function layOut(scene: ObjectsScene, before: Places = [], open: Open = NONE): Layout {
  const all = boxes(scene, open);
  const places = arrange(all, before);
  const frames = placeFrames(scene.frames);
  const objects = placeObjects(all, places);
  const heads = new Map(objects.map(({ number, top }) => [number, top + G.HEAD / 2]));
  const bottom = [...frames, ...objects].map(({ top, height }) => top + height);
  return {
    height: Math.max(0, ...bottom) + 4,
    framesWidth: framesWidth(scene.frames),
    frames,
    objects,
    fromNames: spread(arrowsFromNames(frames, heads)),
    fromObjects: spread(arrowsFromObjects(objects, heads)),
    places,
  };
}

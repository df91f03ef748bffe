/** The Collector lens as text: the lists, and what the collector did during the line, in order. */
import type { CollectorScene, ListedObject, SceneList, SceneMoment } from '../engine/index.ts';
import { counted, named } from './object-name.ts';

/** The lists at the step; below, function by function, what the collector did during the line. */
export function collectorText(
  scene: CollectorScene,
  at: (moment: number) => CollectorScene,
): readonly string[] {
  const lines = scene.lists.flatMap(listLines);
  if (scene.moments.length === 0) return lines;
  const more = scene.more === 0 ? [] : [`and ${scene.more} more moments`];
  return [...lines, '', `during ${scene.source}:`, ...toldLines(scene.moments, at), ...more];
}

/** A function's name comes when it has ended: here it stands above what it did, and the lists below, where they changed. */
function toldLines(moments: readonly SceneMoment[], at: (moment: number) => CollectorScene) {
  const told: string[] = [];
  let did: string[] = [];
  let shown = '';
  moments.forEach((moment, index) => {
    if (moment.kind !== 'phase') {
      (moment.kind === 'start' ? told : did).push(momentText(moment));
      return;
    }
    const lists = at(index).lists.filter(({ objects }) => objects.length > 0);
    const lines = lists.flatMap(listLines).map((line) => `    ${line}`);
    const isNew = lines.join() !== shown;
    told.push(momentText(moment), ...did, ...(isNew ? lines : []));
    shown = lines.join();
    did = [];
  });
  return [...told, ...did];
}

function listLines({ name, size, count, threshold, objects, examined }: SceneList): string[] {
  const filled = count === null ? '' : `, count ${count} of ${threshold}`;
  const looked = examined ? ', being looked through' : '';
  const here = `${size} ${size === 1 ? 'object' : 'objects'}`;
  return [`${name}: ${here}${filled}${looked}`, ...objects.map((one) => `  ${text(one)}`)];
}

function text(object: ListedObject) {
  const { refcount, refs, refersTo, finalized } = object;
  const parts = [`${named(object)}  ${counted(refcount)}`];
  if (refs !== null) parts.push(`gc_refs ${refs}`);
  if (refersTo.length > 0) parts.push(`refers to ${refersTo.map((to) => `#${to}`).join(' ')}`);
  if (finalized) parts.push('finalized');
  return parts.join(', ');
}

function momentText(moment: SceneMoment): string {
  const { kind, phase, again, object, from, count, generation, reason } = moment;
  switch (kind) {
    case 'start':
      return `  start: generation ${generation}, ${reason}`;
    case 'phase':
      return `  ${phase}${again ? ' (again)' : ''}`;
    case 'subtract':
      return `    ${from} -> ${object}: gc_refs ${count}`;
    case 'back':
    case 'kept':
      return `    ${kind}: ${object}, from ${from}`;
    case 'stop':
      return `  stop: ${count} unreachable`;
    default:
      return `    ${kind}: ${object}`;
  }
}

/** The Collector lens as text: the lists, and what the collector did during the line, in order. */
import {
  type CollectorScene,
  type ListedObject,
  label,
  type SceneList,
  type SceneMoment,
} from '../engine/index.ts';

/** Lists at a moment are shown where a function of the collector has ended. */
export function collectorText(
  scene: CollectorScene,
  at: (moment: number) => CollectorScene,
): readonly string[] {
  const lines = scene.lists.flatMap(listLines);
  if (scene.moments.length === 0) return lines;
  const told = scene.moments.flatMap((moment, index) => {
    const shows = moment.kind === 'phase' && moment.phase !== null;
    const lists = shows ? at(index).lists.filter(({ objects }) => objects.length > 0) : [];
    return [momentText(moment), ...lists.flatMap(listLines).map((line) => `    ${line}`)];
  });
  const more = scene.more === 0 ? [] : [`and ${scene.more} more moments`];
  return [...lines, '', `during ${scene.source}:`, ...told, ...more];
}

function listLines({ name, size, count, threshold, objects, examined }: SceneList): string[] {
  const filled = count === null ? '' : `, count ${count} of ${threshold}`;
  const looked = examined ? ', being looked through' : '';
  return [`${name}: ${size} objects${filled}${looked}`, ...objects.map((one) => `  ${text(one)}`)];
}

function text({ number, type, text: value, refcount, refs, refersTo, finalized }: ListedObject) {
  const parts = [`${label(number, type)} ${value}  references ${refcount ?? 'immortal'}`];
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

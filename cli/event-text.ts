/** An event of the machine, as a line of text. */
import {
  type EventBlock,
  type EventCause,
  label,
  type ObjectRef,
  type SceneEvent,
} from '../engine/index.ts';
import { named } from './object-name.ts';

/** `3  decref list #1 [2 items] 2 -> 1  <- DELETE_NAME a`: its place, from 1 as `--event` counts, what happened, why. */
export function eventText(event: SceneEvent): string {
  return `${String(event.index + 1).padStart(4)}  ${event.kind} ${factText(event)}  <- ${causeText(event.cause)}`;
}

const reference = (object: ObjectRef | null) => (object === null ? '' : named(object));

function blockText({ address, bytes, blockBytes, szidx, before }: EventBlock): string {
  const size = szidx < 0 ? 'C heap' : `size class ${blockBytes}`;
  const header = before === 0 ? '' : `, ${before} of them before the object`;
  return `block ${address}, ${bytes} bytes${header}, ${size}`;
}

function factText(event: SceneEvent): string {
  switch (event.kind) {
    case 'create':
    case 'incref':
    case 'decref':
      return `${reference(event.object)} ${event.before} -> ${event.after}`;
    case 'dealloc':
      return reference(event.object);
    case 'alloc':
    case 'free':
      return [reference(event.object), blockText(event.block)]
        .filter((part) => part !== '')
        .join(': ');
    case 'resize':
      return `${blockText(event.from)} -> ${blockText(event.block)}`;
    case 'keep':
    case 'reuse':
    case 'discard':
      return `${reference(event.object)} free list of ${event.list}, now ${event.length}`.trimStart();
    case 'pool':
      return `${event.pool} ${event.from} -> ${event.to}, size class ${event.blockBytes}`;
    case 'arena':
      return `${event.arena} ${event.change}, ${event.bytes} bytes`;
    case 'collection':
      return [
        event.what,
        event.phase ?? '',
        reference(event.object),
        `generation ${event.generation}`,
      ]
        .filter((part) => part !== '')
        .join(' ');
  }
}

export function causeText({ instruction, native, cascade, phase }: EventCause): string {
  const parts: string[] = [];
  if (instruction !== null) parts.push(`${instruction.name} ${instruction.argument}`.trimEnd());
  if (native.length > 0) parts.push(`in ${native.join(' > ')}`);
  if (phase !== null) parts.push(`during ${phase}`);
  if (cascade.length > 0) {
    parts.push(`with ${cascade.map((object) => label(object.number, object.type)).join(' > ')}`);
  }
  return parts.join(' ');
}

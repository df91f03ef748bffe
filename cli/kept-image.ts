/**
 * What a boot of a release leaves in memory, kept in a file beside the bundle: the next process begins
 * from it, instead of booting (engine/objects/boot-image.ts). The file says which bundle made it, and
 * is no good for another.
 *
 *     4 bytes    length of the head
 *     head       JSON, see Head
 *     the copies, one after the other
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type BootImage,
  bootImages,
  DEFAULT_LIMITS,
  imageName,
  type ProfileId,
} from '../engine/run-only.ts';
import type { Bundle } from './bundle.ts';

interface Head {
  readonly bundle: string;
  readonly functions: number;
  readonly addresses: readonly number[];
  /** start and length of each */
  readonly copies: readonly (readonly [number, number])[];
}

/** A bundle's file by length and time. */
function stampOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
}

/** Does the work with the kept image of a release at hand; keeps one when there was none. */
export function withKeptImage<Result>(
  profile: ProfileId,
  bundle: Bundle | undefined,
  work: () => Result,
): Result {
  if (bundle === undefined) return work();
  const stamp = stampOf(bundle.file);
  const file = join(dirname(bundle.file), 'booted', profile);
  const name = imageName({ profile, memory: DEFAULT_LIMITS.memory });
  const kept = read(file, stamp);
  if (kept !== null) bootImages.set(name, kept);
  bundle.fromImage = kept !== null;
  const result = work();
  const left = bootImages.get(name);
  if (kept === null && left !== undefined) write(file, stamp, left);
  return result;
}

/** The kept image; null when there is none, when it is of another bundle, or when it is damaged. */
function read(file: string, bundle: string): BootImage | null {
  try {
    const bytes = readFileSync(file);
    let at = 4 + bytes.readUInt32LE(0);
    const head = JSON.parse(bytes.toString('latin1', 4, at)) as Head;
    if (head.bundle !== bundle) return null;
    const copies = head.copies.map(([start, length]) => {
      const copy = { start, bytes: bytes.subarray(at, at + length) };
      at += length;
      return copy;
    });
    if (at !== bytes.length) return null;
    return { copies, addresses: Int32Array.from(head.addresses), functions: head.functions };
  } catch {
    return null; // the machine boots, and leaves a new one
  }
}

function write(file: string, bundle: string, { copies, addresses, functions }: BootImage): void {
  const places = copies.map(({ start, bytes }) => [start, bytes.length] as const);
  const head: Head = { bundle, functions, addresses: [...addresses], copies: places };
  const text = Buffer.from(JSON.stringify(head), 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  // written beside and renamed: a second process never reads half a file
  const beside = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, Buffer.concat([length, text, ...copies.map(({ bytes }) => bytes)]));
    renameSync(beside, file);
  } catch {
    // where nothing can be written, each process boots
  }
}

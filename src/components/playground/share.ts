/** A link that holds a program and where one is in it. It holds inputs, never a recording. */
import type { ProfileId } from '../../../engine/index.ts';
import { type LensChoice, type Zoom, isLens } from './lenses.ts';
import type { Mode } from './still.ts';

/** Where in a run one is, and through what one looks at it. */
export interface Place {
  readonly step: number;
  /** Of who goes by event: the one on the way to the step, null for the step itself. */
  readonly event?: number | null | undefined;
  readonly lens: LensChoice;
  /** The chosen object. */
  readonly selected: number | null;
  /** What is open in the lens. */
  readonly zoom: Zoom;
}

export interface Shared extends Place {
  /** Null: what stands in the playground, which needs no leave to run. */
  readonly text: string | null;
  readonly profile?: ProfileId;
  readonly mode: Mode;
  /** The release that stands beside. */
  readonly compared?: ProfileId | null;
  /** The release that the link asks for, when this site does not have it. */
  readonly missing?: string;
}

const FORMAT = 'deflate-raw';

/** A program of this length fits any page here; a link with more is not one of ours. In bytes. */
const LONGEST = 50_000;

class TooLong extends Error {}

/** Stops at the first byte too many: a short link can hold an endless row of zeros. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw new TooLong();
    }
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const toBase64Url = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );

/** @returns null when the program is too long for a link */
export async function encode(shared: Shared): Promise<string | null> {
  const { text, profile, mode, step, event, lens, selected, zoom, compared } = shared;
  const json = JSON.stringify({
    t: text,
    v: profile,
    m: mode,
    s: step,
    e: event,
    // What is as a playground begins is left out: most links are of that kind, and stay short.
    l: lens === 'objects' ? undefined : lens,
    o: selected ?? undefined,
    z: zoom.length === 0 ? undefined : zoom,
    c: compared ?? undefined,
  });
  const bytes = new TextEncoder().encode(json);
  if (bytes.length > LONGEST) return null;
  return toBase64Url(await through(bytes, new CompressionStream(FORMAT), LONGEST));
}

const integer = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null;

/** A lens that gets numbers which open nothing opens nothing. */
const zoomOf = (value: unknown): Zoom =>
  Array.isArray(value) && value.every(Number.isSafeInteger) ? value.slice(0, 40) : [];

/** One that is not there leads to the last; what is none leads to the step itself. */
function eventOf(value: unknown): number | null {
  const event = integer(value);
  return event === null || event < 0 ? null : event;
}

function profileOf(value: unknown, isProfile: (id: string) => id is ProfileId) {
  if (typeof value !== 'string') return {};
  return isProfile(value) ? { profile: value } : { missing: value.slice(0, 20) };
}

/** What a link holds came from somebody else: every field is checked, and a broken one is no link. */
export async function decode(
  payload: string,
  isProfile: (id: string) => id is ProfileId,
): Promise<Shared | null> {
  try {
    const bytes = await through(fromBase64Url(payload), new DecompressionStream(FORMAT), LONGEST);
    const found: Record<string, unknown> = JSON.parse(new TextDecoder().decode(bytes));
    const { t: text, v, m: mode, s, e, l: lens, o, z, c } = found;
    if (text !== null && typeof text !== 'string') return null;
    if (mode !== 'script' && mode !== 'repl') return null;
    return {
      text,
      mode,
      step: Math.max(1, integer(s) ?? 1),
      event: e === undefined ? undefined : eventOf(e),
      lens: typeof lens === 'string' && isLens(lens) ? lens : 'objects',
      selected: integer(o),
      zoom: zoomOf(z),
      ...profileOf(v, isProfile),
      ...(typeof c === 'string' && isProfile(c) ? { compared: c } : {}),
    };
  } catch {
    return null;
  }
}

/** `#play=<id>&p=<payload>`; the id is the playground's. */
export const fragment = (id: string, payload: string) => `#play=${id}&p=${payload}`;

export function payloadFor(id: string, hash: string): string | null {
  const parameters = new URLSearchParams(hash.slice(1));
  return parameters.get('play') === id ? (parameters.get('p') ?? '') : null;
}

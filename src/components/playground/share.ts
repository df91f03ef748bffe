/** A link that holds a program and where one is in it. It holds inputs, never a recording. */
import type { ProfileId } from '../../../engine/index.ts';
import type { Mode } from './still.ts';

export interface Shared {
  readonly text: string;
  readonly profile?: ProfileId;
  readonly mode: Mode;
  readonly step: number;
}

const FORMAT = 'deflate-raw';

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream) {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
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

export async function encode({ text, profile, mode, step }: Shared): Promise<string> {
  const json = JSON.stringify({ t: text, v: profile, m: mode, s: step });
  const bytes = new TextEncoder().encode(json);
  return toBase64Url(await through(bytes, new CompressionStream(FORMAT)));
}

/** A program of this length fits any page here; a link with more is not one of ours. */
const LONGEST = 50_000;

/** What a link holds came from somebody else: every field is checked, and a broken one is no link. */
export async function decode(
  payload: string,
  isProfile: (id: string) => id is ProfileId,
): Promise<Shared | null> {
  try {
    const bytes = await through(fromBase64Url(payload), new DecompressionStream(FORMAT));
    if (bytes.length > LONGEST) return null;
    const { t: text, v: profile, m: mode, s: step } = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof text !== 'string' || (mode !== 'script' && mode !== 'repl')) return null;
    const known = typeof profile === 'string' && isProfile(profile) ? { profile } : {};
    return { text, mode, step: Number.isSafeInteger(step) && step > 0 ? step : 1, ...known };
  } catch {
    return null;
  }
}

/** `#play=<id>&p=<payload>`; the id is the playground's. */
export const fragment = (id: string, payload: string) => `#play=${id}&p=${payload}`;

export function payloadFor(id: string, hash: string): string | null {
  const parameters = new URLSearchParams(hash.slice(1));
  return parameters.get('play') === id ? parameters.get('p') : null;
}

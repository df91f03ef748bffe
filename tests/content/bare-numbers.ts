/** Numbers that somebody typed: what is left of a text without code, addresses, tags, releases and expressions. */

/** Two digits and more, or any number with a unit behind it. */
const BARE = /\d[\d,.]*\d|\d ?(?:bytes?|[KMG]i?B|个?字节)/g;

const CHAPTERS =
  /[Cc]hapters? \[?\d+(?:[,\] ]+(?:and |to \[)?\d+)*|第 \[?\d+(?:[\]、 ]+(?:到第 \[)?\d+)*\]? ?章/g;

/** A page's or a file's prose: no code, no addresses, no tags, no words of posts, no releases, no chapters. */
export const proseOf = (body: string): string =>
  body
    .replaceAll(/^#.*$/gm, '')
    .replaceAll(/\{[^{}]*\}/g, '')
    .replaceAll(/`[^`]*`/g, '')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/<\/?[A-Za-z](?:[^>"]|"[^"]*")*>/g, '')
    .replaceAll(/\*\*["“][^*]*["”]/g, '')
    .replaceAll(/\b[23]\.(?:\d+|x)(?:\.\d+)?/g, '')
    .replaceAll(CHAPTERS, '');

export const bareIn = (prose: string): readonly string[] => prose.match(BARE) ?? [];

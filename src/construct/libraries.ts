/** The types that the editor knows: the engine's own of addresses and headers, and those of the lab. */
import type { Library } from '../components/editor/monaco-typescript.ts';

/** Texts, not code: what a reader sees on pointing at `Addr` is what stands in the engine. */
const texts = import.meta.glob<string>(
  [
    './lab.ts',
    '../../engine/pymalloc-only.ts',
    '../../engine/base/brand.ts',
    '../../engine/pymalloc/layout.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

const ENGINE = /^\.\.\/\.\.\/engine\//;

/** `./lab.ts` and the engine's files as they lie to each other; TypeScript finds them without their ending. */
export const libraries: readonly Library[] = Object.entries(texts).map(([path, text]) => ({
  path: `file:///${path.replace(ENGINE, 'engine/').replace(/^\.\//, '')}`,
  text: text.replaceAll("'../../engine/", "'./engine/").replace(/(from '[^']+)\.ts'/g, "$1'"),
}));

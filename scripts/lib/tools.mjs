// The development tools as commands: run with the current Node, whatever the PATH says.
import { inRoot } from './paths.mjs';

const files = {
  astro: 'node_modules/astro/bin/astro.mjs',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** `tool('tsc', '-p', 'engine')` gives the program and its arguments for `run`. */
export const tool = (name, ...args) => [process.execPath, [inRoot(files[name]), ...args]];

export const script = (path, ...args) => [process.execPath, [inRoot(path), ...args]];
